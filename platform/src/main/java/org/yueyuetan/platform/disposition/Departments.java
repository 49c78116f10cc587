package org.yueyuetan.platform.disposition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Account;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.region.Regions;

/**
 * Who can be asked for an answer (承办单位): departments whose people have accounts, and whoever runs
 * the talks, for whom the staff in charge answer.
 */
@Component
class Departments {

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final Settings settings;
  private final Regions regions;

  Departments(JdbcClient jdbc, Accounts accounts, Settings settings, Regions regions) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.settings = settings;
    this.regions = regions;
  }

  Reader reader(SignedIn me) {
    return new Reader(
        me,
        me.is(Role.DEPARTMENT) ? accounts.find(me.id()).map(this::department) : Optional.empty());
  }

  /** An account without a region is the city's. */
  private Department department(Account account) {
    return new Department(account.department(), account.regionCode().orElseGet(this::home));
  }

  private String home() {
    return settings.get(Setting.HOME_REGION);
  }

  /**
   * Whoever staff of this scope may ask, by what they are called, hosts of talks first: departments
   * of their own region, below it and above it.
   */
  Map<String, Department> known(Scope scope) {
    var found =
        jdbc.sql(
                """
                select name, region from (
                    select t.host as name, t.region_code as region, 1 as position from talk t
                    where t.region_code like :scopeRegion and t.status in ('HELD', 'FOLLOWING_UP', 'CLOSED')
                    group by t.host, t.region_code
                  union all
                    select a.department, coalesce(a.region_code, :home), 2 from account a
                    join account_role r on r.account_id = a.id and r.role = 'DEPARTMENT'
                    where not a.disabled and a.department <> ''
                  ) as known
                where region like :scopeRegion or :scopeRegion like region_prefix(region) || '%'
                group by name, region order by min(position), name, region
                """)
            .params(scope.parameters())
            .param("home", home())
            .query(Department.class)
            .list();
    return called(found);
  }

  /** Departments by what they are called: of several with one name each says where it is. */
  Map<String, Department> called(List<Department> departments) {
    var times =
        departments.stream()
            .collect(Collectors.groupingBy(Department::name, Collectors.counting()));
    var called = new LinkedHashMap<String, Department>();
    for (var one : departments) {
      var alone = times.getOrDefault(one.name(), 0L) == 1;
      called.put(alone ? one.name() : one.name() + "（" + regions.place(one.region()) + "）", one);
    }
    return called;
  }

  /** The department that staff of this scope call so. */
  Department named(Scope scope, String name) {
    return Optional.ofNullable(known(scope).get(name))
        .orElseThrow(() -> new NotFound("department", name));
  }

  /** Accounts of those who answer for it. */
  List<Long> people(Matter matter, Department department) {
    var own = people(department);
    return own.isEmpty() && department.equals(matter.host()) ? staff(matter) : own;
  }

  List<Long> people(Department department) {
    return accounts.holding(Role.DEPARTMENT).stream()
        .filter(account -> department(account).equals(department))
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
