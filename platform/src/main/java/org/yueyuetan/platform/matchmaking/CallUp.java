package org.yueyuetan.platform.matchmaking;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the room is told at a moment: which table is whose now, and whose next.
 *
 * @param on the time that runs now
 * @param next the time that comes then
 * @param minutes left of the time that runs, or to wait for the next
 * @param tables by number
 */
public record CallUp(
    Optional<Slot> on, Optional<Slot> next, long minutes, Map<Integer, Calls> tables) {

  /** Who is called to a table. */
  public record Calls(Optional<Appointment> now, Optional<Appointment> next) {}

  static CallUp of(List<Appointment> meetings, Instant now) {
    var slots =
        meetings.stream()
            .map(Appointment::slot)
            .distinct()
            .sorted(Comparator.comparing(Slot::from))
            .toList();
    var on = slots.stream().filter(slot -> slot.has(now)).findFirst();
    var next = slots.stream().filter(slot -> slot.from().isAfter(now)).findFirst();
    var tables = new TreeMap<Integer, Calls>();
    meetings.stream()
        .map(Appointment::seat)
        .forEach(seat ->
            tables.computeIfAbsent(
                seat, number -> new Calls(at(meetings, on, number), at(meetings, next, number))));
    var end = on.map(Slot::until).or(() -> next.map(Slot::from)).orElse(now);
    return new CallUp(
        on, next, Math.ceilDiv(Duration.between(now, end).toMillis(), 60_000), tables);
  }

  private static Optional<Appointment> at(
      List<Appointment> meetings, Optional<Slot> slot, int seat) {
    return slot.flatMap(time ->
        meetings.stream()
            .filter(meeting -> meeting.seat() == seat && meeting.slot().equals(time))
            .findFirst());
  }

  /** Nothing comes any more. */
  public boolean isOver() {
    return on.isEmpty() && next.isEmpty();
  }

  /** Another when anything on the screen changed; the same in every process. */
  public String state() {
    return Integer.toHexString(toString().hashCode());
  }
}
