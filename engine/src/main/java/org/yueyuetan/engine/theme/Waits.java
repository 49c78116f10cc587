package org.yueyuetan.engine.theme;

/**
 * Who has been waiting how long. A voter waits while it takes part and what it approves is not
 * chosen; its dry spell opens with the first such round and closes when a theme that it approves is
 * chosen. Rounds in which it approves nothing, or is away, neither lengthen nor close the spell.
 */
final class Waits {

  private final int[] rounds;
  private final int[] since;
  private int now;

  Waits(int voters) {
    rounds = new int[voters];
    since = new int[voters];
  }

  /** In how many rounds the voter took part in vain since it was last served. */
  int rounds(int voter) {
    return rounds[voter];
  }

  /** The place of the round in which the open spell began; the present one if none is open. */
  int since(int voter) {
    return rounds[voter] == 0 ? now : since[voter];
  }

  void settle(Turn turn, int winner) {
    var served = new boolean[rounds.length];
    for (int voter : turn.supporters()[winner]) {
      served[voter] = true;
    }
    for (int voter : turn.taking()) {
      if (served[voter]) {
        rounds[voter] = 0;
      } else {
        since[voter] = since(voter);
        rounds[voter]++;
      }
    }
    now++;
  }
}
