package org.yueyuetan.platform.theme;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Where a month's theme stands today.
 *
 * @param closesOn last day on which organizations may approve
 * @param candidates how many candidates there are
 * @param needs how many needs they gather
 * @param voters how many organizations have approved at least one
 * @param version 0 while nothing was done for the month
 */
public record MonthState(
    YearMonth month,
    MonthStatus status,
    Optional<LocalDate> closesOn,
    int candidates,
    int needs,
    int voters,
    Optional<Theme> chosen,
    int version) {

  /** How far the month has come, of four steps: for its moon. */
  public int steps() {
    return switch (status) {
      case GATHERING -> candidates == 0 ? 0 : 1;
      case APPROVAL -> 2;
      case CLOSED -> 3;
      case CHOSEN -> 4;
    };
  }

  public boolean may(MonthEvent event) {
    return MonthStatus.LIFE.allows(status, event);
  }

  public boolean is(MonthStatus wanted) {
    return status == wanted;
  }
}
