package org.yueyuetan.platform.agreement;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Account;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.notice.Message;
import org.yueyuetan.platform.notice.Notices;

/** Tells parties and staff what happened to an agreement, and what is for them to do. */
@Component
class Tidings {

  private final Notices notices;
  private final Accounts accounts;
  private final Settings settings;

  Tidings(Notices notices, Accounts accounts, Settings settings) {
    this.notices = notices;
    this.accounts = accounts;
    this.settings = settings;
  }

  void toParties(Agreement agreement, Collection<Party> parties, String what, String note) {
    notices.toAccounts(speakers(parties), message(agreement, what, note));
  }

  /** All parties, and staff of the region it belongs to. */
  void toAll(Agreement agreement, String what, String note) {
    var readers = new LinkedHashSet<>(speakers(agreement.parties()));
    readers.addAll(staff(agreement));
    notices.toAccounts(readers, message(agreement, what, note));
  }

  private static Message message(Agreement agreement, String what, String note) {
    return new Message(
        "agreement.notice." + what,
        List.of(agreement.title(), note),
        "/agreements/" + agreement.id());
  }

  private List<Long> speakers(Collection<Party> parties) {
    return accounts.representativesOf(parties.stream().map(Party::organization).toList()).stream()
        .map(Account::id)
        .toList();
  }

  private List<Long> staff(Agreement agreement) {
    return accounts.holding(Role.ORGANIZER).stream()
        .filter(account ->
            account
                .regionCode()
                .orElse(settings.get(Setting.HOME_REGION))
                .equals(agreement.region()))
        .map(Account::id)
        .toList();
  }
}
