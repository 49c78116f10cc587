package org.yueyuetan.platform.fulfilment;

import java.time.LocalDate;

/**
 * Something that a signed agreement asks of an organization now.
 *
 * @param address where it is done
 * @param day by which, or since when it waits
 */
public record Asked(
    What what, String agreementTitle, String subject, String address, LocalDate day) {

  /** What is asked. */
  public enum What {
    /** A milestone or an amount is to be reported. */
    DO,
    /** A report of another party is to be answered. */
    CONFIRM,
    /** A change waits for consent. */
    CONSENT
  }

  public boolean isLate(LocalDate today) {
    return what == What.DO && day.isBefore(today);
  }
}
