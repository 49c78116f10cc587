package org.yueyuetan.engine.group;

import java.time.YearMonth;

/**
 * How many members were stated in the latest month of the run, and in the month before it.
 *
 * @param month the latest month of any text of the run
 * @param now members of that month
 * @param before members of the calendar month before it
 */
public record Growth(YearMonth month, int now, int before) {

  /** More (or fewer, when negative) than the month before. */
  public int difference() {
    return now - before;
  }
}
