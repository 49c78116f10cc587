package org.yueyuetan.platform.disposition;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;

/**
 * Whoever looks at opinions here. Staff and auditors read all of their region, with names; a
 * department reads what it has to answer; an organization what it said; everyone what is published.
 *
 * @param department that the person answers for
 */
public record Reader(SignedIn me, Optional<Department> department) {

  /** Joined to an opinion {@code o}, its talk {@code t} and its disposition {@code d}. */
  static final String SIGHT =
      """
      (t.region_code like :readerRegion or :scopeOrganization > 0 and exists (
         select from opinion said
         where (said.id = o.id or said.merged_into = o.id) and said.organization_id = :scopeOrganization)
       or d.department = :readerDepartment and d.department_region = :readerDepartmentRegion
       or t.status in ('FOLLOWING_UP', 'CLOSED') and :scopePublished)
      """;

  public boolean isStaff() {
    return (me.is(Role.ORGANIZER) || me.is(Role.AUDITOR)) && me.scope() instanceof Scope.Region;
  }

  /** Whether the person runs the talk that it was said at. */
  public boolean runs(Matter matter) {
    return me.is(Role.ORGANIZER) && covers(matter);
  }

  /** Whether the person reads everything about it, names of those who dealt with it included. */
  public boolean readsAll(Matter matter) {
    return isStaff() && covers(matter);
  }

  /** Whether it is the person's own department, or their own bureau, that has to answer. */
  public boolean answers(Matter matter) {
    return matter
        .disposition()
        .filter(d ->
            department.filter(d.to()::equals).isPresent()
                || (runs(matter) && d.to().equals(matter.host())))
        .isPresent();
  }

  private boolean covers(Matter matter) {
    return me.scope() instanceof Scope.Region(var prefix) && matter.regionCode().startsWith(prefix);
  }

  Map<String, Object> parameters() {
    var parameters = new HashMap<>(me.scope().parameters());
    parameters.put(
        "readerRegion",
        isStaff() && me.scope() instanceof Scope.Region(var prefix) ? prefix + "%" : "");
    parameters.put("readerDepartment", department.map(Department::name).orElse(""));
    parameters.put("readerDepartmentRegion", department.map(Department::region).orElse(""));
    return parameters;
  }
}
