package org.yueyuetan.platform.selection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A round in which projects and providers choose each other (双向选择).
 *
 * @param region of the staff who run it
 * @param ties whether several may stand at the same place of a list
 * @param favours of all stable results the one that is best for this side is announced; said before
 *     anybody ranks
 * @param opensOn first day of ranking
 * @param closesOn last day of ranking
 * @param confirmDays days in which both sides confirm a pair
 * @param confirmBy last day to confirm the pairs told last
 * @param commitment SHA-256 of the seed that breaks ties; shown from the opening on
 * @param seed shown once the result is
 * @param reason why it was cancelled
 * @param carriedFrom the round whose unmatched it took over
 */
public record Selection(
    long id,
    String title,
    Optional<Long> talk,
    String region,
    SelectionStatus status,
    boolean ties,
    Side favours,
    LocalDate opensOn,
    LocalDate closesOn,
    int confirmDays,
    Optional<LocalDate> confirmBy,
    String commitment,
    String seed,
    String reason,
    Optional<Long> carriedFrom,
    boolean sample,
    Optional<Instant> openedAt,
    int version) {

  /** Ranks may still change. */
  public boolean ranks(LocalDate today) {
    return status == SelectionStatus.OPEN && !today.isAfter(closesOn);
  }

  /** Pairs may still be confirmed. */
  public boolean confirms(LocalDate today) {
    return status == SelectionStatus.ANNOUNCED
        && confirmBy.filter(last -> !today.isAfter(last)).isPresent();
  }

  /** Everyone knows of it. */
  public boolean isPublic() {
    return openedAt.isPresent();
  }
}
