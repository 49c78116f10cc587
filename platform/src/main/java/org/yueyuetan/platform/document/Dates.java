package org.yueyuetan.platform.document;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as official documents write them: 2021年11月4日. */
final class Dates {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.SIMPLIFIED_CHINESE);

  private Dates() {}

  static String day(LocalDate date) {
    return DAY.format(date);
  }
}
