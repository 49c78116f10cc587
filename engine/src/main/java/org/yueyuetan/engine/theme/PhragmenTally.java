package org.yueyuetan.engine.theme;

import java.util.Arrays;
import java.util.List;

/**
 * Perpetual Phragmén: a decision is a load of one, borne by those supporters whom it does not
 * burden more than before; the candidate that keeps the highest load lowest wins.
 */
final class PhragmenTally implements Tally {

  private final Ledger load;

  PhragmenTally(int voters) {
    load = new Ledger(voters, 0, 1);
  }

  @Override
  public void welcome(Turn turn) {
    Medians.welcome(turn, load);
  }

  @Override
  public List<Score> scores(Turn turn, Waits waits) {
    return Arrays.stream(turn.supporters())
        .map(group -> group.length == 0 ? Score.NONE : Score.of(level(group).negated()))
        .toList();
  }

  /** The load that the supporters end at when those already above it bear nothing. */
  private Fraction level(int[] supporters) {
    var bearers = supporters.clone();
    int count = bearers.length;
    while (true) {
      var level = load.sum(bearers, count).plus(Fraction.of(1)).dividedBy(count);
      int kept = 0;
      for (int i = 0; i < count; i++) {
        if (load.compare(bearers[i], level) <= 0) {
          bearers[kept++] = bearers[i];
        }
      }
      if (kept == count) {
        return level;
      }
      count = kept;
    }
  }

  @Override
  public void settle(Turn turn, int winner) {
    var group = turn.supporters()[winner];
    if (group.length > 0) {
      var level = level(group).reduced();
      load.set(
          Arrays.stream(group).filter(voter -> load.compare(voter, level) < 0).toArray(), level);
    }
  }

  @Override
  public Fraction standing(int voter) {
    return load.get(voter);
  }
}
