package org.yueyuetan.platform.account;

import java.util.Optional;
import java.util.Set;
import org.yueyuetan.platform.form.Form;

/**
 * What a person may do and see: roles, and the part of the data they hold for. Granted by the
 * security administrator.
 */
public record Rights(
    Set<Role> roles,
    Optional<Long> organizationId,
    Optional<String> regionCode,
    String department) {

  public Rights {
    roles = Set.copyOf(roles);
  }

  public static Rights organizer() {
    return new Rights(Set.of(Role.ORGANIZER), Optional.empty(), Optional.empty(), "");
  }

  public static Rights organizer(String regionCode) {
    return new Rights(Set.of(Role.ORGANIZER), Optional.empty(), Optional.of(regionCode), "");
  }

  public static Rights representative(long organization) {
    return new Rights(Set.of(Role.REPRESENTATIVE), Optional.of(organization), Optional.empty(), "");
  }

  public static Rights only(Role role) {
    return new Rights(Set.of(role), Optional.empty(), Optional.empty(), "");
  }

  /** Tells what is wrong with the combination, if anything. */
  void check(Form form) {
    for (var one : roles) {
      for (var other : roles) {
        if (one.compareTo(other) < 0 && one.excludes(other)) {
          form.reject(
              "roles",
              "account.roles.exclude",
              "{account.role." + one + "}",
              "{account.role." + other + "}");
          return;
        }
      }
    }
    if (roles.contains(Role.REPRESENTATIVE) && organizationId.isEmpty()) {
      form.reject("organization", "account.organization.required");
    }
    if (roles.contains(Role.REPRESENTATIVE) && roles.size() > 1) {
      form.reject("roles", "account.roles.representativeAlone");
    }
    if (roles.contains(Role.DEPARTMENT) && department.isEmpty()) {
      form.reject("department", "account.department.required");
    }
  }
}
