package org.yueyuetan.engine.meeting;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What no plan can undercut. Each bound lets go of some of the rules, so that what is left can be
 * decided exactly.
 *
 * <ul>
 *   <li>A party holds its meetings in different slots, each in one in which both are there: a
 *       matching of its meetings to slots.
 *   <li>A slot takes no more meetings than there are tables, nor than parties who are there can be
 *       paired: meetings to slots with room, a flow.
 * </ul>
 */
final class Bounds {

  private final Afternoon afternoon;
  private final Groups groups;

  Bounds(Afternoon afternoon) {
    this.afternoon = afternoon;
    groups = new Groups(afternoon);
  }

  /** The fewest slots, from the first on, that satisfy all bounds. */
  int slots() {
    int tables = afternoon.tables;
    int slots =
        Math.max(
            Math.max(afternoon.mostMeetings(), (afternoon.count() + tables - 1) / tables),
            groups.slots());
    while (slots <= afternoon.slots && unplaced(slots) > 0) {
      slots++;
    }
    return slots;
  }

  /** How many meetings are left over in any plan in so many slots, at least. */
  int unplaced(int slots) {
    int[] left = new int[2];
    int any = 0;
    for (int party = 0; party < afternoon.parties.size(); party++) {
      int meetings = afternoon.of[party].length;
      int missing = meetings - new Fitting(party).fit(0, slots);
      any += missing;
      if (groups.isOfTwoKinds()) {
        left[groups.kind(party)] += missing;
      }
    }
    // Where all meetings join two kinds, each is missed once by each; otherwise twice by somebody.
    int byParties = Math.max((any + 1) / 2, Math.max(left[0], left[1]));
    return Math.max(byParties, afternoon.count() - new Flow(slots).most());
  }

  /** What all parties together wait at least, if all meetings take place in these slots. */
  int waiting(int slots) {
    return afternoon.anyAbsent
        ? IntStream.range(0, afternoon.parties.size()).map(party -> waiting(party, slots)).sum()
        : 0;
  }

  private int waiting(int party, int slots) {
    int meetings = afternoon.of[party].length;
    int least = slots;
    for (int first = 0; first < slots; first++) {
      var fitting = new Fitting(party);
      int there = 0;
      int fitted = 0;
      for (int slot = first; slot < slots && there - meetings < least; slot++) {
        there += afternoon.absent[party][slot] ? 0 : 1;
        fitted += fitting.fit(slot, slot + 1);
        if (fitted == meetings) {
          least = Math.min(least, there - meetings);
          break;
        }
      }
    }
    return least;
  }

  /** Fits one party's meetings into slots, slot by slot, by augmenting paths. */
  private final class Fitting {
    private final int[] meetings;

    /** By place among its meetings, the slot. */
    private final int[] slotOf;

    private final boolean[] seen;

    Fitting(int party) {
      meetings = afternoon.of[party];
      slotOf = new int[meetings.length];
      Arrays.fill(slotOf, Schedule.NONE);
      seen = new boolean[meetings.length];
    }

    /** How many more meetings fit with these slots. */
    int fit(int from, int to) {
      int more = 0;
      for (int slot = from; slot < to; slot++) {
        Arrays.fill(seen, false);
        more += takes(slot) ? 1 : 0;
      }
      return more;
    }

    private boolean takes(int slot) {
      for (int i = 0; i < meetings.length; i++) {
        if (!seen[i] && afternoon.allows(meetings[i], slot)) {
          seen[i] = true;
          if (slotOf[i] == Schedule.NONE || takes(slotOf[i])) {
            slotOf[i] = slot;
            return true;
          }
        }
      }
      return false;
    }
  }

  /** Meetings into slots with room for so many, whoever meets twice at a time. */
  private final class Flow {
    private final int slots;
    private final int[] room;
    private final int[] slotOf;

    Flow(int slots) {
      this.slots = slots;
      room = new int[slots];
      for (int slot = 0; slot < slots; slot++) {
        room[slot] = Math.min(afternoon.tables, groups.pairs(slot));
      }
      slotOf = new int[afternoon.count()];
      Arrays.fill(slotOf, Schedule.NONE);
    }

    int most() {
      int placed = 0;
      for (int meeting = 0; meeting < slotOf.length; meeting++) {
        placed += place(meeting) || reroute(meeting) ? 1 : 0;
      }
      return placed;
    }

    private boolean place(int meeting) {
      for (int slot = 0; slot < slots; slot++) {
        if (room[slot] > 0 && afternoon.allows(meeting, slot)) {
          room[slot]--;
          slotOf[meeting] = slot;
          return true;
        }
      }
      return false;
    }

    /** Slots reached from the meeting's by moving meetings on, breadth first, to one with room. */
    private boolean reroute(int meeting) {
      int[] reachedBy = new int[slots];
      Arrays.fill(reachedBy, Schedule.NONE);
      int[] queue = new int[slots];
      int end = 0;
      for (int slot = 0; slot < slots; slot++) {
        if (afternoon.allows(meeting, slot)) {
          reachedBy[slot] = meeting;
          queue[end++] = slot;
        }
      }
      for (int head = 0; head < end; head++) {
        if (room[queue[head]] > 0) {
          room[queue[head]]--;
          shift(meeting, queue[head], reachedBy);
          return true;
        }
        end = reachFrom(queue[head], reachedBy, queue, end);
      }
      return false;
    }

    private int reachFrom(int slot, int[] reachedBy, int[] queue, int filled) {
      int end = filled;
      for (int moved = 0; moved < slotOf.length && end < slots; moved++) {
        for (int to = 0; slotOf[moved] == slot && to < slots; to++) {
          if (reachedBy[to] == Schedule.NONE && afternoon.allows(moved, to)) {
            reachedBy[to] = moved;
            queue[end++] = to;
          }
        }
      }
      return end;
    }

    private void shift(int meeting, int last, int[] reachedBy) {
      int to = last;
      int moved;
      do {
        moved = reachedBy[to];
        int from = slotOf[moved];
        slotOf[moved] = to;
        to = from;
      } while (moved != meeting);
    }
  }
}
