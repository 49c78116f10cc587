package org.yueyuetan.engine.meeting;

import java.util.Arrays;

/** Parties joined by meetings, directly or by others, and whether they are of two kinds. */
final class Groups {

  private final Afternoon afternoon;

  /**
   * By party; and by party 0 or 1, so that meetings join different kinds where that is possible.
   */
  private final int[] group;

  private final int[] kind;

  /** By group. */
  private final boolean[] mixed;

  private int count;

  Groups(Afternoon afternoon) {
    this.afternoon = afternoon;
    group = new int[afternoon.parties.size()];
    kind = new int[group.length];
    mixed = new boolean[group.length];
    Arrays.fill(group, -1);
    int[] queue = new int[group.length];
    for (int party = 0; party < group.length; party++) {
      if (group[party] < 0) {
        spread(party, queue);
        count++;
      }
    }
  }

  private void spread(int first, int[] queue) {
    queue[0] = first;
    group[first] = count;
    int end = 1;
    for (int head = 0; head < end; head++) {
      int party = queue[head];
      for (int meeting : afternoon.of[party]) {
        int partner = afternoon.across(meeting, party);
        if (group[partner] < 0) {
          group[partner] = count;
          kind[partner] = 1 - kind[party];
          queue[end++] = partner;
        } else if (kind[partner] == kind[party]) {
          mixed[count] = true;
        }
      }
    }
  }

  /** Whether every meeting joins a party of one kind with one of the other. */
  boolean isOfTwoKinds() {
    for (boolean each : mixed) {
      if (each) {
        return false;
      }
    }
    return true;
  }

  int kind(int party) {
    return kind[party];
  }

  /** The slots that groups need who can only be paired so often at a time. */
  int slots() {
    int[] meetings = new int[count];
    for (int one : afternoon.one) {
      meetings[group[one]]++;
    }
    int[] pairs = pairs(all());
    int most = 0;
    for (int each = 0; each < count; each++) {
      most = Math.max(most, (meetings[each] + pairs[each] - 1) / pairs[each]);
    }
    return most;
  }

  private boolean[] all() {
    var all = new boolean[group.length];
    Arrays.fill(all, true);
    return all;
  }

  /**
   * The most meetings that those present in a slot can have at once, at least as many as can be.
   */
  int pairs(int slot) {
    var there = new boolean[group.length];
    for (int meeting = 0; meeting < afternoon.count(); meeting++) {
      if (afternoon.allows(meeting, slot)) {
        there[afternoon.one[meeting]] = true;
        there[afternoon.other[meeting]] = true;
      }
    }
    return Arrays.stream(pairs(there)).sum();
  }

  /** By group, at most half of those there, and where there are two kinds, at most each kind. */
  private int[] pairs(boolean[] there) {
    int[][] ofKind = new int[2][count];
    for (int party = 0; party < group.length; party++) {
      ofKind[kind[party]][group[party]] += there[party] ? 1 : 0;
    }
    int[] pairs = new int[count];
    for (int each = 0; each < count; each++) {
      pairs[each] =
          mixed[each]
              ? (ofKind[0][each] + ofKind[1][each]) / 2
              : Math.min(ofKind[0][each], ofKind[1][each]);
    }
    return pairs;
  }
}
