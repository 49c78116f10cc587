package org.yueyuetan.platform.organization;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.yueyuetan.platform.account.Scope;

/**
 * An organization in the registry.
 *
 * @param regionCode division that it belongs to
 * @param level at which it works
 * @param competentUnit 业务主管单位
 * @param members how many members or staff, where known
 * @param active whether it takes part; what is out of use is kept with the {@code inactiveReason}
 * @param sample made up for demonstration
 */
public record Organization(
    long id,
    String name,
    Kind kind,
    Optional<CreditCode> creditCode,
    String regionCode,
    Level level,
    Set<Field> fields,
    String competentUnit,
    PartyType partyType,
    Optional<Integer> members,
    String introduction,
    boolean active,
    String inactiveReason,
    boolean sample,
    Instant createdAt,
    int version) {

  /** Whether a person with this scope may see all of it, not only what is public. */
  public boolean liesIn(Scope scope) {
    return switch (scope) {
      case Scope.Region(var prefix) -> regionCode.startsWith(prefix);
      case Scope.Own(var organization) -> organization == id;
      case Scope.Published published -> false;
    };
  }
}
