package org.yueyuetan.platform.fulfilment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A signed agreement as a row of the list.
 *
 * @param late milestones and amounts that have passed their date
 * @param since the earliest of these dates
 * @param waiting reports that the other side has not answered
 */
public record Line(
    long id,
    String number,
    String title,
    String parties,
    FulfilmentStatus status,
    int milestones,
    int kept,
    int late,
    Optional<LocalDate> since,
    int waiting,
    boolean sample) {

  public long daysLate(LocalDate today) {
    return since.map(day -> ChronoUnit.DAYS.between(day, today)).orElse(0L);
  }
}
