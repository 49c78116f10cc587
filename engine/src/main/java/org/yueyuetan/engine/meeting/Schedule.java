package org.yueyuetan.engine.meeting;

import java.util.Arrays;

/**
 * Meetings in slots, no party in two at once and none where it is absent. Two slots make paths and
 * rings of meetings; to exchange the slots along one of them keeps the schedule, if whoever stands
 * at an open end is there in its new slot.
 */
final class Schedule {

  static final int NONE = -1;

  final Afternoon afternoon;

  /** How many of the slots may be used. */
  final int slots;

  /** By meeting; {@code NONE} if it has none. */
  final int[] slotOf;

  /** By party and slot. */
  final int[][] at;

  /** By slot. */
  final int[] taken;

  /** The meetings of the chain last found. */
  private int[] chain = new int[16];

  private int length;

  Schedule(Afternoon afternoon, int slots) {
    this.afternoon = afternoon;
    this.slots = slots;
    slotOf = new int[afternoon.count()];
    Arrays.fill(slotOf, NONE);
    at = new int[afternoon.parties.size()][slots];
    for (int[] each : at) {
      Arrays.fill(each, NONE);
    }
    taken = new int[slots];
  }

  boolean isComplete() {
    for (int slot : slotOf) {
      if (slot == NONE) {
        return false;
      }
    }
    return true;
  }

  boolean isFree(int party, int slot) {
    return at[party][slot] == NONE && !afternoon.absent[party][slot];
  }

  void put(int meeting, int slot) {
    slotOf[meeting] = slot;
    at[afternoon.one[meeting]][slot] = meeting;
    at[afternoon.other[meeting]][slot] = meeting;
    taken[slot]++;
  }

  void remove(int meeting) {
    int slot = slotOf[meeting];
    slotOf[meeting] = NONE;
    at[afternoon.one[meeting]][slot] = NONE;
    at[afternoon.other[meeting]][slot] = NONE;
    taken[slot]--;
  }

  /**
   * Finds the meetings that a party's meeting in the first slot is chained to by turns of the two
   * slots, where the party has none in the second. Answers the party at the far end.
   */
  int findPath(int party, int first, int second) {
    length = 0;
    return follow(party, first, second);
  }

  private int follow(int party, int first, int second) {
    int end = party;
    int now = first;
    while (at[end][now] != NONE) {
      int meeting = at[end][now];
      if (length > 0 && meeting == chain[0]) {
        return end;
      }
      append(meeting);
      end = afternoon.across(meeting, end);
      now = now == first ? second : first;
    }
    return end;
  }

  /**
   * Finds the whole chain through a meeting between its slot and another; false if it cannot be
   * exchanged because somebody is absent.
   */
  boolean findChain(int meeting, int turn) {
    int slot = slotOf[meeting];
    length = 0;
    int far = follow(afternoon.one[meeting], slot, turn);
    if (far == afternoon.one[meeting]) {
      return true; // A ring: whoever is in it is there in both slots.
    }
    int near = afternoon.one[meeting];
    int now = turn;
    while (at[near][now] != NONE) {
      append(at[near][now]);
      near = afternoon.across(at[near][now], near);
      now = now == slot ? turn : slot;
    }
    return isThereInBoth(near, slot, turn) && isThereInBoth(far, slot, turn);
  }

  boolean isThereInBoth(int party, int slot, int turn) {
    return !afternoon.absent[party][slot] && !afternoon.absent[party][turn];
  }

  private void append(int meeting) {
    if (length == chain.length) {
      chain = Arrays.copyOf(chain, 2 * length);
    }
    chain[length++] = meeting;
  }

  int chainLength() {
    return length;
  }

  int chained(int place) {
    return chain[place];
  }

  /** How many more of the chain's meetings are in the first slot than in the second. */
  int surplus(int slot) {
    int surplus = 0;
    for (int i = 0; i < length; i++) {
      surplus += slotOf[chain[i]] == slot ? 1 : -1;
    }
    return surplus;
  }

  /** Exchanges the slots along the chain last found; the same again undoes it. */
  void exchange(int slot, int turn) {
    for (int i = 0; i < length; i++) {
      int meeting = chain[i];
      at[afternoon.one[meeting]][slotOf[meeting]] = NONE;
      at[afternoon.other[meeting]][slotOf[meeting]] = NONE;
    }
    for (int i = 0; i < length; i++) {
      int meeting = chain[i];
      int to = slotOf[meeting] == slot ? turn : slot;
      taken[slotOf[meeting]]--;
      taken[to]++;
      slotOf[meeting] = to;
    }
    for (int i = 0; i < length; i++) {
      int meeting = chain[i];
      at[afternoon.one[meeting]][slotOf[meeting]] = meeting;
      at[afternoon.other[meeting]][slotOf[meeting]] = meeting;
    }
  }
}
