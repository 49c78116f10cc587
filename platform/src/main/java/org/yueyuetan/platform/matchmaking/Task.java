package org.yueyuetan.platform.matchmaking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be planned at a moment: everything, or what is left while the afternoon goes on.
 *
 * @param basis version of the afternoon
 * @param number of the latest plan; 0 when there is none
 * @param kept meetings that have begun and, as far as is known, take place
 * @param wanted pairs that need a time
 * @param slots that have not begun
 */
record Task(
    int basis,
    int number,
    List<Appointment> kept,
    List<Pair> wanted,
    List<Slot> slots,
    int tables,
    Set<Long> notComing,
    List<Away> absences) {

  static Task of(
      Afternoon afternoon,
      int number,
      List<Pair> pairs,
      List<Unit> units,
      List<Away> absences,
      Optional<Plan> published,
      Instant now) {
    var kept =
        published.stream()
            .flatMap(plan -> plan.meetings().stream())
            .filter(meeting -> meeting.hasBegun(now))
            .filter(meeting -> takesPlace(meeting, absences))
            .toList();
    var done = kept.stream().map(meeting -> meeting.pair().id()).collect(Collectors.toSet());
    var free = kept.stream().map(Appointment::until).reduce(now, Task::later);
    return new Task(
        afternoon.version(),
        number,
        kept.stream().map(Appointment::asKept).toList(),
        pairs.stream()
            .filter(pair -> pair.isWanted() && pair.status() != PairStatus.MET)
            .filter(pair -> !done.contains(pair.id()))
            .toList(),
        afternoon.slots().stream().filter(slot -> !slot.from().isBefore(free)).toList(),
        afternoon.tables(),
        units.stream()
            .filter(unit -> !unit.coming())
            .map(Unit::invitation)
            .collect(Collectors.toSet()),
        absences);
  }

  private static boolean takesPlace(Appointment meeting, List<Away> absences) {
    return switch (meeting.pair().status()) {
      case MET -> true;
      case OPEN -> absences.stream().noneMatch(one -> missed(meeting, one));
      case MISSED, DROPPED -> false;
    };
  }

  /** One side was away when it began. */
  private static boolean missed(Appointment meeting, Away absence) {
    return meeting.pair().has(absence.invitation())
        && !meeting.from().isBefore(absence.from())
        && meeting.from().isBefore(absence.until());
  }

  /** Nothing that it was made of has changed; what has begun meanwhile is the same pair still. */
  boolean isOf(Task now) {
    return basis == now.basis && number == now.number && pairs().equals(now.pairs());
  }

  private Set<Long> pairs() {
    return Stream.concat(kept.stream().map(Appointment::pair), wanted.stream())
        .map(Pair::id)
        .collect(Collectors.toSet());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  boolean isComing(Pair pair) {
    return !notComing.contains(pair.first()) && !notComing.contains(pair.second());
  }

  boolean isAway(long invitation, Slot slot) {
    return absences.stream()
        .anyMatch(absence -> absence.invitation() == invitation && absence.covers(slot));
  }
}
