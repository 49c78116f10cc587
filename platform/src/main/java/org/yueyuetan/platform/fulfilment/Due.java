package org.yueyuetan.platform.fulfilment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A milestone or an amount that has passed its date.
 *
 * @param title empty when its agreement does not disclose its words to the reader
 * @param unit that has to do it
 */
public record Due(
    long agreement, String agreementTitle, int position, String title, String unit, LocalDate due) {

  public long daysLate(LocalDate today) {
    return ChronoUnit.DAYS.between(due, today);
  }
}
