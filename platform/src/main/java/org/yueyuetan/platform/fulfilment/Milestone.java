package org.yueyuetan.platform.fulfilment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A milestone as it holds now.
 *
 * @param organization that has to do it, {@code unit} by name
 * @param keptOn day on which what was confirmed had been reported
 */
public record Milestone(
    long id,
    long agreement,
    long organization,
    String unit,
    int position,
    String title,
    LocalDate due,
    MilestoneStatus status,
    Optional<LocalDate> keptOn) {

  /** What was reported waits for the other side and is not late. */
  public boolean isLate(LocalDate today) {
    return status == MilestoneStatus.OPEN && due.isBefore(today);
  }

  /** Days after its date: until it was reported, or until today. */
  public long daysLate(LocalDate today) {
    return Math.max(0, ChronoUnit.DAYS.between(due, keptOn.orElse(today)));
  }
}
