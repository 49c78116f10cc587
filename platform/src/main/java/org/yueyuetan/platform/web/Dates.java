package org.yueyuetan.platform.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** Dates as people say them: 3月12日 周五 14:30; the year only when it is not the current one. */
final class Dates {

  private static final DateTimeFormatter CLOCK_TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx");
  private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final Clock clock;
  private final Locale locale;

  Dates(Clock clock, Locale locale) {
    this.clock = clock;
    this.locale = locale;
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  Instant now() {
    return clock.instant();
  }

  String day(LocalDate date) {
    var thisYear = date.getYear() == today().getYear();
    if (zh()) {
      return say(date, thisYear ? "M月d日 EEE" : "uuuu年M月d日 EEE");
    }
    return say(date, thisYear ? "EEE d MMMM" : "EEE d MMMM uuuu");
  }

  String time(LocalTime time) {
    return CLOCK_TIME.format(time);
  }

  String moment(Instant instant) {
    var at = local(instant);
    return day(at.toLocalDate()) + (zh() ? " " : ", ") + CLOCK_TIME.format(at);
  }

  /** From and until: the day once when both fall on it. */
  String span(Instant from, Instant until) {
    var start = local(from);
    var end = local(until);
    return start.toLocalDate().equals(end.toLocalDate())
        ? moment(from) + "–" + CLOCK_TIME.format(end)
        : moment(from) + " – " + moment(until);
  }

  String times(Instant from, Instant until) {
    return CLOCK_TIME.format(local(from)) + "–" + CLOCK_TIME.format(local(until));
  }

  String month(YearMonth month) {
    return say(month, zh() ? "uuuu年M月" : "MMMM uuuu");
  }

  String monthName(YearMonth month) {
    return say(month, zh() ? "M月" : "MMM");
  }

  /** Days from today in words: 今天, 明天, 3天后, 2天前. */
  String distance(LocalDate date) {
    var days = ChronoUnit.DAYS.between(today(), date);
    if (days == 0) {
      return zh() ? "今天" : "today";
    }
    if (days == 1) {
      return zh() ? "明天" : "tomorrow";
    }
    if (days == -1) {
      return zh() ? "昨天" : "yesterday";
    }
    if (days > 0) {
      return zh() ? days + "天后" : "in " + days + " days";
    }
    return zh() ? -days + "天前" : -days + " days ago";
  }

  /** The day of which this is the last minute. */
  Optional<LocalDate> lastOfDay(Instant instant) {
    var at = local(instant);
    return at.getHour() == 23 && at.getMinute() == 59
        ? Optional.of(at.toLocalDate())
        : Optional.empty();
  }

  String iso(Instant instant) {
    return ISO.format(local(instant));
  }

  String full(Instant instant) {
    return FULL.format(local(instant));
  }

  private ZonedDateTime local(Instant instant) {
    return instant.atZone(clock.getZone());
  }

  private boolean zh() {
    return locale.getLanguage().equals("zh");
  }

  private String say(TemporalAccessor date, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, locale).format(date);
  }
}
