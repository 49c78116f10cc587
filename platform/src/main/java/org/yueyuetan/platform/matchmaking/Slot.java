package org.yueyuetan.platform.matchmaking;

import java.time.Instant;

/** A time in which every table seats one meeting; {@code until} is not part of it. */
public record Slot(Instant from, Instant until) {

  boolean has(Instant moment) {
    return !from.isAfter(moment) && moment.isBefore(until);
  }

  boolean overlaps(Instant begin, Instant end) {
    return from.isBefore(end) && begin.isBefore(until);
  }
}
