package org.yueyuetan.platform.outcome;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What part of time a figure is counted in.
 *
 * @param key {@code 2021}, {@code 2021-03}, or empty for all time
 */
public record Period(String key, Instant from, Instant until) {

  private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

  public static final Period ALL = new Period("", BEGINNING, END);

  public static Period of(Year year, ZoneId zone) {
    return new Period(
        year.toString(),
        year.atDay(1).atStartOfDay(zone).toInstant(),
        year.plusYears(1).atDay(1).atStartOfDay(zone).toInstant());
  }

  public static Period of(YearMonth month, ZoneId zone) {
    return new Period(
        month.toString(),
        month.atDay(1).atStartOfDay(zone).toInstant(),
        month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
  }

  /** Reads a key; empty for one that names no year or month between 1900 and 2999. */
  static Optional<Period> read(String key, Clock clock) {
    if (key.isEmpty()) {
      return Optional.of(ALL);
    }
    if (!key.matches("(19|2\\d)\\d\\d(-\\d\\d)?")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          key.length() == 4
              ? of(Year.parse(key), clock.getZone())
              : of(YearMonth.parse(key), clock.getZone()));
    } catch (DateTimeException noSuchMonth) {
      return Optional.empty();
    }
  }

  boolean isAll() {
    return key.isEmpty();
  }

  /** The month, when it is one. */
  public Optional<YearMonth> month() {
    return key.length() == 7 ? Optional.of(YearMonth.parse(key)) : Optional.empty();
  }

  OffsetDateTime sqlFrom() {
    return from.atOffset(ZoneOffset.UTC);
  }

  OffsetDateTime sqlUntil() {
    return until.atOffset(ZoneOffset.UTC);
  }
}
