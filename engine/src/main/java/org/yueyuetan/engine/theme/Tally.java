package org.yueyuetan.engine.theme;

import java.util.List;
import java.util.Optional;

/** A rule at work on one history: what it remembers of the voters, and how that makes scores. */
interface Tally {

  /** Puts newcomers on an equal footing with those of the round who were there before. */
  default void welcome(Turn turn) {}

  /** The score of each candidate; the first of the highest wins. */
  List<Score> scores(Turn turn, Waits waits);

  /** Remembers the outcome of the round. */
  void settle(Turn turn, int winner);

  /**
   * What the rule holds of a voter at the time of the choice, as {@link Rule#standing} names it.
   */
  Fraction standing(int voter);

  /** The voters to whom the choice was restricted because they waited too long. */
  default Optional<int[]> overdue(Turn turn, Waits waits) {
    return Optional.empty();
  }
}
