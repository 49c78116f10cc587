package org.yueyuetan.platform.matchmaking;

import java.time.Instant;

/**
 * Two guests meet.
 *
 * @param seat number of the table
 * @param kept had begun when the plan was computed, and stayed
 */
public record Appointment(Pair pair, Instant from, Instant until, int seat, boolean kept) {

  public boolean hasBegun(Instant now) {
    return from.isBefore(now);
  }

  Appointment asKept() {
    return new Appointment(pair, from, until, seat, true);
  }

  Slot slot() {
    return new Slot(from, until);
  }

  /** Whom a guest meets here. */
  public String partnerOf(long invitation) {
    return pair.partnerOf(invitation);
  }
}
