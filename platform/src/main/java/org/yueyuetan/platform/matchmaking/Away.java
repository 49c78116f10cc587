package org.yueyuetan.platform.matchmaking;

import java.time.Instant;

/** A guest is not there for a time. */
public record Away(
    long id, long invitation, String unit, Instant from, Instant until, String reason) {

  boolean covers(Slot slot) {
    return slot.overlaps(from, until);
  }
}
