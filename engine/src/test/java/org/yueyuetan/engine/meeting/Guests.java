package org.yueyuetan.engine.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** An afternoon as it is stated, and the rules of a plan word by word; shares no code with it. */
public record Guests(List<Meeting> meetings, int tables, int slots, Set<Absence> absences) {

  public MeetingPlan plan() {
    return MeetingPlan.of(meetings, tables, slots, absences);
  }

  Guests shuffled(long seed) {
    var shuffled = new ArrayList<Meeting>();
    meetings.forEach(meeting ->
        shuffled.add(new Meeting(/* one= */ meeting.other(), /* other= */ meeting.one())));
    Collections.shuffle(shuffled, new Random(seed));
    return new Guests(shuffled, tables, slots, absences);
  }

  /** Two kinds of parties, each two meeting with this chance. */
  static Guests ofTwoKinds(int left, int right, double chance, int tables, long seed) {
    return random(left, right, chance, tables, 99, 0, seed);
  }

  /** Anybody meets anybody. */
  static Guests mixed(int parties, double chance, int tables, long seed) {
    var random = new SplittableRandom(seed);
    var meetings = new ArrayList<Meeting>();
    for (int i = 0; i < parties; i++) {
      for (int j = 0; j < i; j++) {
        if (random.nextDouble() < chance) {
          meetings.add(new Meeting("p" + i, "p" + j));
        }
      }
    }
    return new Guests(meetings, tables, 99, Set.of());
  }

  /**
   * Two kinds of parties.
   *
   * @param absent the chance that a party is not there in a slot
   */
  public static Guests random(
      int left, int right, double chance, int tables, int slots, double absent, long seed) {
    var random = new SplittableRandom(seed);
    var meetings = new ArrayList<Meeting>();
    var absences = new HashSet<Absence>();
    for (int i = 0; i < left; i++) {
      for (int j = 0; j < right; j++) {
        if (random.nextDouble() < chance) {
          meetings.add(new Meeting("l" + i, "r" + j));
        }
      }
    }
    for (int slot = 0; slot < slots; slot++) {
      for (int i = 0; i < left + right; i++) {
        if (random.nextDouble() < absent) {
          absences.add(new Absence(i < left ? "l" + i : "r" + (i - left), slot));
        }
      }
    }
    return new Guests(meetings, tables, slots, absences);
  }

  int mostMeetings() {
    var count = new HashMap<String, Integer>();
    for (var meeting : meetings) {
      count.merge(meeting.one(), 1, Integer::sum);
      count.merge(meeting.other(), 1, Integer::sum);
    }
    return count.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  int slotsByTables() {
    return Math.ceilDiv(meetings.size(), tables);
  }

  /** Every rule of a plan, and that it tells itself truly. */
  void check(MeetingPlan plan) {
    var told = new ArrayList<Meeting>();
    plan.placed().forEach(placed -> told.add(placed.meeting()));
    plan.unplaced().forEach(unplaced -> told.add(unplaced.meeting()));
    assertThat(told).containsExactlyInAnyOrderElementsOf(meetings);
    var seats = new HashSet<List<Integer>>();
    var busy = new HashSet<Absence>();
    for (var placed : plan.placed()) {
      assertThat(placed.slot()).isBetween(0, plan.slots() - 1);
      assertThat(placed.table()).isBetween(0, tables - 1);
      assertThat(seats.add(List.of(placed.slot(), placed.table()))).isTrue();
      assertThat(busy.add(new Absence(placed.meeting().one(), placed.slot()))).isTrue();
      assertThat(busy.add(new Absence(placed.meeting().other(), placed.slot()))).isTrue();
    }
    assertThat(busy).noneMatch(absences::contains);
    assertThat(plan.slots()).isLessThanOrEqualTo(slots);
    assertThat(plan.waiting())
        .isEqualTo(waiting(busy))
        .isGreaterThanOrEqualTo(plan.bound().waiting());
    assertThat(plan.unplaced()).hasSizeGreaterThanOrEqualTo(plan.bound().unplaced());
    if (plan.unplaced().isEmpty()) {
      assertThat(plan.slots()).isGreaterThanOrEqualTo(plan.bound().slots());
    }
    plan.unplaced()
        .forEach(unplaced ->
            assertThat(unplaced.reason()).isEqualTo(reason(unplaced.meeting(), busy, seats)));
  }

  /** Why nothing that was placed leaves room for a meeting. */
  private Unplaced.Reason reason(
      Meeting meeting, Set<Absence> busy, Set<List<Integer>> seatsTaken) {
    var reason = Unplaced.Reason.NEVER_TOGETHER;
    for (int slot = 0; slot < slots; slot++) {
      var both = List.of(new Absence(meeting.one(), slot), new Absence(meeting.other(), slot));
      if (both.stream().noneMatch(absences::contains)) {
        if (both.stream().anyMatch(busy::contains)) {
          reason = reason == Unplaced.Reason.TABLES ? reason : Unplaced.Reason.BUSY;
        } else {
          int now = slot;
          assertThat(seatsTaken.stream().filter(seat -> seat.getFirst() == now))
              .as("no table is free in slot %d for %s", slot, meeting)
              .hasSize(tables);
          reason = Unplaced.Reason.TABLES;
        }
      }
    }
    return reason;
  }

  private int waiting(Set<Absence> busy) {
    Map<String, TreeSet<Integer>> slotsOf = new HashMap<>();
    busy.forEach(
        one -> slotsOf.computeIfAbsent(one.party(), id -> new TreeSet<>()).add(one.slot()));
    int waiting = 0;
    for (var party : slotsOf.entrySet()) {
      for (int slot = party.getValue().first(); slot < party.getValue().last(); slot++) {
        var here = new Absence(party.getKey(), slot);
        waiting += busy.contains(here) || absences.contains(here) ? 0 : 1;
      }
    }
    return waiting;
  }

  /** By trying all plans: most placed, then fewest slots, then least waiting. */
  Best best() {
    var best = new Best[] {new Best(-1, 0, 0)};
    extend(0, new HashSet<>(), new int[slots], 0, 0, best);
    return best[0];
  }

  record Best(int placed, int slots, int waiting) {
    boolean isBetterThan(Best other) {
      return placed != other.placed
          ? placed > other.placed
          : slots != other.slots ? slots < other.slots : waiting < other.waiting;
    }
  }

  private void extend(int next, Set<Absence> busy, int[] taken, int placed, int used, Best[] best) {
    if (placed + meetings.size() - next < best[0].placed()) {
      return;
    }
    if (next == meetings.size()) {
      if (placed > best[0].placed() || used <= best[0].slots()) {
        var found = new Best(placed, used, waiting(busy));
        best[0] = found.isBetterThan(best[0]) ? found : best[0];
      }
      return;
    }
    for (int slot = 0; slot < slots; slot++) {
      var one = new Absence(meetings.get(next).one(), slot);
      var other = new Absence(meetings.get(next).other(), slot);
      if (taken[slot] == tables
          || busy.contains(one)
          || busy.contains(other)
          || absences.contains(one)
          || absences.contains(other)) {
        continue;
      }
      busy.add(one);
      busy.add(other);
      taken[slot]++;
      extend(next + 1, busy, taken, placed + 1, Math.max(used, slot + 1), best);
      taken[slot]--;
      busy.remove(one);
      busy.remove(other);
    }
    extend(next + 1, busy, taken, placed, used, best);
  }
}
