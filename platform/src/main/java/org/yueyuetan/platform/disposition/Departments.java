package org.yueyuetan.platform.disposition;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Account;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;

/**
 * Who can be asked for an answer (承办单位): departments whose people have accounts, and whoever runs
 * the talks, for whom the staff in charge answer.
 */
@Component
class Departments {

  private final JdbcClient jdbc;
  private final Accounts accounts;

  Departments(JdbcClient jdbc, Accounts accounts) {
    this.jdbc = jdbc;
    this.accounts = accounts;
  }

  Reader reader(SignedIn me) {
    return new Reader(
        me,
        me.is(Role.DEPARTMENT) ? accounts.find(me.id()).map(Account::department).orElse("") : "");
  }

  /** Names, hosts of talks within the scope first. */
  List<String> names(Scope scope) {
    return jdbc.sql(
            """
            select name from (
                select distinct t.host as name, 1 as position from talk t
                where t.region_code like :scopeRegion and t.status in ('HELD', 'FOLLOWING_UP', 'CLOSED')
              union
                select a.department, 2 from account a
                join account_role r on r.account_id = a.id and r.role = 'DEPARTMENT'
                where not a.disabled and a.department <> ''
              ) as known
            group by name order by min(position), name
            """)
        .params(scope.parameters())
        .query(String.class)
        .list();
  }

  /** Accounts of those who answer for it. */
  List<Long> people(Matter matter, String department) {
    var own = people(department);
    return own.isEmpty() && department.equals(matter.host()) ? staff(matter) : own;
  }

  List<Long> people(String department) {
    return accounts.holding(Role.DEPARTMENT).stream()
        .filter(account -> account.department().equals(department))
        .map(Account::id)
        .toList();
  }

  /** Accounts of the staff in charge of its talk, without those who merely may do it too. */
  List<Long> staff(Matter matter) {
    var local =
        accounts.holding(Role.ORGANIZER).stream()
            .filter(account -> account.regionCode().filter(matter.regionCode()::equals).isPresent())
            .map(Account::id)
            .toList();
    return local.isEmpty() ? accounts.bureau() : local;
  }
}
