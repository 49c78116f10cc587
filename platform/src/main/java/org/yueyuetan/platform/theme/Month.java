package org.yueyuetan.platform.theme;

import java.time.DateTimeException;
import java.time.YearMonth;
import org.yueyuetan.platform.form.NotFound;

/** A month as it stands in an address: {@code 2021-03}. */
final class Month {

  private Month() {}

  static YearMonth of(String text) {
    if (text.matches("20[0-9]{2}-[0-9]{2}")) {
      try {
        return YearMonth.parse(text);
      } catch (DateTimeException noSuchMonth) {
        throw new NotFound("month", text);
      }
    }
    throw new NotFound("month", text);
  }
}
