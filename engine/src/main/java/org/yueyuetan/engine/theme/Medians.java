package org.yueyuetan.engine.theme;

import java.util.Arrays;

/** The footing of newcomers in rules that add up over all time: half of the others stand higher. */
final class Medians {

  private Medians() {}

  /** Gives the newcomers of the round the lower median of the others, if there are others. */
  static void welcome(Turn turn, int[] counts) {
    var others = turn.established();
    if (others.length == 0) {
      return;
    }
    var sorted = Arrays.stream(others).map(voter -> counts[voter]).sorted().toArray();
    for (int newcomer : turn.newcomers()) {
      counts[newcomer] = sorted[(sorted.length - 1) / 2];
    }
  }

  static void welcome(Turn turn, Ledger amounts) {
    var others = turn.established();
    if (others.length == 0 || turn.newcomers().length == 0) {
      return;
    }
    var sorted = Arrays.stream(others).boxed().sorted(amounts::compare).toList();
    amounts.set(turn.newcomers(), amounts.get(sorted.get((sorted.size() - 1) / 2)));
  }
}
