package org.yueyuetan.platform.matchmaking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The times and tables of a talk's matchmaking.
 *
 * @param minutes of one meeting
 * @param gap minutes between two meetings, to change tables
 * @param version counts whatever a plan is made of: also pairs and absences
 */
public record Afternoon(
    long talk,
    Instant from,
    Instant until,
    int minutes,
    int gap,
    Optional<Slot> rest,
    int tables,
    int version) {

  /** As many as fit, one after another; none overlaps the rest. */
  public List<Slot> slots() {
    var slots = new ArrayList<Slot>();
    var at = from;
    while (true) {
      var slot = new Slot(at, at.plus(Duration.ofMinutes(minutes)));
      if (slot.until().isAfter(until)) {
        return slots;
      }
      var pause = rest.filter(one -> slot.overlaps(one.from(), one.until()));
      if (pause.isPresent()) {
        at = pause.get().until();
      } else {
        slots.add(slot);
        at = slot.until().plus(Duration.ofMinutes(gap));
      }
    }
  }
}
