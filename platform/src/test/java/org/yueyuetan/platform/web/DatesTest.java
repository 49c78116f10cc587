package org.yueyuetan.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DatesTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2021-03-10T04:00:00Z"), ZoneId.of("Asia/Shanghai"));
  private static final Instant FRIDAY = Instant.parse("2021-03-12T06:30:00Z");

  private final Dates zh = new Dates(NOON, Locale.SIMPLIFIED_CHINESE);
  private final Dates en = new Dates(NOON, Locale.ENGLISH);

  @Test
  void datesAreSaidAsPeopleSayThem() {
    assertThat(zh.moment(FRIDAY)).isEqualTo("3月12日 周五 14:30");
    assertThat(en.moment(FRIDAY)).isEqualTo("Fri 12 March, 14:30");
  }

  @Test
  void theYearIsSaidWhenItIsAnother() {
    assertThat(zh.day(LocalDate.of(2022, 1, 3))).isEqualTo("2022年1月3日 周一");
    assertThat(en.day(LocalDate.of(2022, 1, 3))).isEqualTo("Mon 3 January 2022");
  }

  @Test
  void theDayIsSaidOnceWhenBothEndsFallOnIt() {
    assertThat(zh.span(FRIDAY, FRIDAY.plusSeconds(7200))).isEqualTo("3月12日 周五 14:30–16:30");
    assertThat(zh.span(FRIDAY, FRIDAY.plusSeconds(86_400)))
        .isEqualTo("3月12日 周五 14:30 – 3月13日 周六 14:30");
  }

  @Test
  void theLastMinuteOfADayMeansTheDay() {
    assertThat(zh.lastOfDay(Instant.parse("2021-03-12T15:59:00Z")))
        .contains(LocalDate.of(2021, 3, 12));
    assertThat(zh.lastOfDay(FRIDAY)).isEmpty();
  }

  @Test
  void nearDaysAreCountedFromToday() {
    assertThat(zh.distance(LocalDate.of(2021, 3, 10))).isEqualTo("今天");
    assertThat(zh.distance(LocalDate.of(2021, 3, 13))).isEqualTo("3天后");
    assertThat(en.distance(LocalDate.of(2021, 3, 8))).isEqualTo("2 days ago");
  }

  @Test
  void monthsAreSaidInTheLanguageOfThePage() {
    assertThat(zh.month(YearMonth.of(2021, 3))).isEqualTo("2021年3月");
    assertThat(en.month(YearMonth.of(2021, 3))).isEqualTo("March 2021");
    assertThat(zh.full(FRIDAY)).isEqualTo("2021-03-12 14:30");
    assertThat(zh.iso(FRIDAY)).isEqualTo("2021-03-12T14:30+08:00");
  }
}
