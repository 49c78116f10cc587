package org.yueyuetan.platform.account;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A person who can sign in.
 *
 * @param regionCode division that staff, departments and auditors see; empty for the home region
 * @param organizationId organization that a representative speaks for
 * @param lockedUntil set after too many failed sign-ins
 */
public record Account(
    long id,
    String username,
    String name,
    String email,
    String phone,
    Optional<Long> organizationId,
    Optional<String> regionCode,
    String department,
    Locale language,
    Set<Role> roles,
    boolean passwordInitial,
    Instant passwordChangedAt,
    Optional<Instant> lockedUntil,
    boolean disabled,
    boolean sample,
    int version) {

  public Account {
    roles = Set.copyOf(roles);
  }

  /** Holds one of the three administrators' offices (三员), which nobody else may lay hands on. */
  public boolean isAdministrator() {
    return roles.stream().anyMatch(Role::separate);
  }

  public boolean lockedAt(Instant now) {
    return lockedUntil.filter(now::isBefore).isPresent();
  }
}
