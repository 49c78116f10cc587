package org.yueyuetan.engine.suggest;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A time from one day to another, both included. {@link #ALWAYS} has no ends. */
public record Span(LocalDate from, LocalDate until) {

  public static final Span ALWAYS = new Span(LocalDate.MIN, LocalDate.MAX);

  public Span {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("a span from " + from + " until " + until);
    }
  }

  boolean bounded() {
    return !from.equals(LocalDate.MIN) && !until.equals(LocalDate.MAX);
  }

  /** Days, or {@link Long#MAX_VALUE} when an end is open. */
  long days() {
    return bounded() ? ChronoUnit.DAYS.between(from, until) + 1 : Long.MAX_VALUE;
  }

  /** Days that both have; 0 when they do not meet. */
  long common(Span other) {
    var first = from.isAfter(other.from) ? from : other.from;
    var last = until.isBefore(other.until) ? until : other.until;
    return last.isBefore(first) ? 0 : new Span(first, last).days();
  }
}
