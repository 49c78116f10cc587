package org.yueyuetan.engine.meeting;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Gives one meeting after another a slot, and makes room by exchanging two slots along a chain.
 *
 * <p>Without absences this always succeeds: for parties of two kinds in as many slots as the
 * busiest has meetings (Kőnig), for any parties in one more (fans, Vizing 1964, in the form of
 * Misra and Gries 1992). Then slots with more meetings than tables hand some to slots with fewer:
 * of two slots, the fuller has a chain with one more of its own, and to exchange it moves one
 * meeting over. Time O(meetings · (parties + slots)) for two kinds without absences.
 */
final class Construction {

  private final Afternoon afternoon;
  private final Schedule schedule;

  private Construction(Schedule schedule) {
    this.schedule = schedule;
    afternoon = schedule.afternoon;
  }

  /** A schedule in which every slot has a table for each of its meetings; some may have no slot. */
  static Schedule in(Afternoon afternoon, int slots) {
    var construction = new Construction(new Schedule(afternoon, slots));
    construction.place();
    construction.level();
    construction.removeWithoutTable();
    return construction.schedule;
  }

  private void place() {
    var order =
        IntStream.range(0, afternoon.count())
            .boxed()
            .sorted(Comparator.comparingInt(this::allowedSlots))
            .toList();
    for (int meeting : order) {
      if (!placeFree(meeting) && !placeByChain(meeting) && canFan()) {
        placeByFan(meeting);
      }
    }
  }

  private int allowedSlots(int meeting) {
    int allowed = 0;
    for (int slot = 0; slot < schedule.slots; slot++) {
      allowed += afternoon.allows(meeting, slot) ? 1 : 0;
    }
    return allowed;
  }

  /** In the emptiest slot in which both are free. */
  private boolean placeFree(int meeting) {
    int best = Schedule.NONE;
    for (int slot = 0; slot < schedule.slots; slot++) {
      if (schedule.isFree(afternoon.one[meeting], slot)
          && schedule.isFree(afternoon.other[meeting], slot)
          && (best == Schedule.NONE || schedule.taken[slot] < schedule.taken[best])) {
        best = slot;
      }
    }
    if (best != Schedule.NONE) {
      schedule.put(meeting, best);
    }
    return best != Schedule.NONE;
  }

  /** In a slot in which one is free, and the other after an exchange with another slot. */
  private boolean placeByChain(int meeting) {
    int one = afternoon.one[meeting];
    int other = afternoon.other[meeting];
    for (int slot = 0; slot < schedule.slots; slot++) {
      for (int turn = 0; turn < schedule.slots; turn++) {
        if (schedule.isFree(one, slot)
            && schedule.isFree(other, turn)
            && !afternoon.absent[one][turn]) {
          int end = schedule.findPath(one, turn, slot);
          if (end != other && schedule.isThereInBoth(end, slot, turn)) {
            schedule.exchange(slot, turn);
            schedule.put(meeting, turn);
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean canFan() {
    return !afternoon.anyAbsent && schedule.slots > afternoon.mostMeetings();
  }

  private void placeByFan(int meeting) {
    int centre = afternoon.one[meeting];
    int[] fan = new int[afternoon.of[centre].length];
    int size = fan(meeting, centre, fan);
    int slot = freeSlot(centre);
    int turn = freeSlot(afternoon.across(fan[size - 1], centre));
    schedule.findPath(centre, turn, slot);
    schedule.exchange(slot, turn);
    // The longest prefix may have lost its right to turn; the first end that is free will do.
    int last = 0;
    while (!schedule.isFree(afternoon.across(fan[last], centre), turn)) {
      last++;
    }
    for (int i = 0; i < last; i++) {
      int given = schedule.slotOf[fan[i + 1]];
      schedule.remove(fan[i + 1]);
      schedule.put(fan[i], given);
    }
    schedule.put(fan[last], turn);
  }

  /** Meetings of a party, each in a slot in which the partner of the one before is free. */
  private int fan(int meeting, int centre, int[] fan) {
    var used = new boolean[schedule.slots];
    fan[0] = meeting;
    int size = 1;
    for (int slot = 0; slot < schedule.slots; slot++) {
      int next = schedule.at[centre][slot];
      if (next != Schedule.NONE
          && !used[slot]
          && schedule.isFree(afternoon.across(fan[size - 1], centre), slot)) {
        fan[size++] = next;
        used[slot] = true;
        slot = -1;
      }
    }
    return size;
  }

  private int freeSlot(int party) {
    int slot = 0;
    while (!schedule.isFree(party, slot)) {
      slot++;
    }
    return slot;
  }

  /** Hands meetings of slots that have more than tables to slots that have fewer. */
  private void level() {
    for (int slot = 0; slot < schedule.slots; slot++) {
      for (int turn = 0; turn < schedule.slots; turn++) {
        for (int meeting = 0; meeting < afternoon.count() && isUneven(slot, turn); meeting++) {
          if (schedule.slotOf[meeting] == slot
              && schedule.findChain(meeting, turn)
              && schedule.surplus(slot) == 1) {
            schedule.exchange(slot, turn);
          }
        }
      }
    }
  }

  private boolean isUneven(int slot, int turn) {
    return schedule.taken[slot] > afternoon.tables && schedule.taken[turn] < afternoon.tables;
  }

  private void removeWithoutTable() {
    for (int meeting = afternoon.count() - 1; meeting >= 0; meeting--) {
      int slot = schedule.slotOf[meeting];
      if (slot != Schedule.NONE && schedule.taken[slot] > afternoon.tables) {
        schedule.remove(meeting);
      }
    }
  }
}
