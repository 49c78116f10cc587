package org.yueyuetan.platform.organization;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.NewAccount;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.intake.Column;
import org.yueyuetan.platform.intake.Ledger;
import org.yueyuetan.platform.intake.Progress;
import org.yueyuetan.platform.intake.Row;

/**
 * The people who speak for organizations (单位代表名单): a city has two thousand, whom nobody opens one
 * by one. The system administrator opens the accounts, the security administrator grants the
 * rights.
 */
@Component
class RepresentativeLedger implements Ledger<RepresentativeLedger.Representative> {

  record Representative(NewAccount account, long organization) {}

  private static final List<Column> COLUMNS =
      List.of(
          Column.required("organization").headed("统一社会信用代码", "信用代码", "单位名称", "组织名称", "单位"),
          Column.required("name").headed("代表姓名", "联系人", "联系人姓名"),
          Column.required("username").headed("登录名", "账号"),
          Column.optional("phone").headed("联系电话", "手机", "手机号"),
          Column.optional("email").headed("电子邮箱", "电子邮件"));

  private final Directory directory;
  private final Accounts accounts;

  RepresentativeLedger(Directory directory, Accounts accounts) {
    this.directory = directory;
    this.accounts = accounts;
  }

  @Override
  public String key() {
    return "representatives";
  }

  @Override
  public String words() {
    return "organization.representatives";
  }

  @Override
  public String list() {
    return "/accounts";
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.SYSTEM_ADMIN);
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public Representative read(Form row, SignedIn by) {
    var typed = row.required("organization", 100);
    var organization = typed.isEmpty() ? 0L : directory.find(typed).orElse(0L);
    if (organization == 0 && !typed.isEmpty()) {
      row.reject("organization", "organization.representatives.unknown", typed);
    }
    return new Representative(NewAccount.read(row), organization);
  }

  @Override
  public void check(List<Row<Representative>> rows, SignedIn by) {
    Ledger.refuseRepeats(rows, "username");
    var taken = accounts.taken(rows.stream().map(row -> row.value().account().username()).toList());
    for (var row : rows) {
      var username = row.value().account().username();
      if (taken.contains(username.toLowerCase(Locale.ROOT))) {
        row.form().reject("username", "account.username.taken", username);
      }
    }
  }

  @Override
  public void apply(List<Representative> rows, SignedIn by, Progress progress) {
    for (var row : rows) {
      accounts.createForOrganization(row.account(), row.organization());
      progress.advance(1);
    }
  }
}
