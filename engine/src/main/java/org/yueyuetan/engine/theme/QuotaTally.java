package org.yueyuetan.engine.theme;

import java.util.Arrays;
import java.util.List;

/**
 * Perpetual Quota: a voter is owed, each round, the share of voters behind the most supported
 * candidate that it approves; it weighs what it is still owed. A newcomer is owed nothing yet.
 */
final class QuotaTally implements Tally {

  private final int voters;
  private final Ledger owed;

  QuotaTally(int voters) {
    this.voters = voters;
    owed = new Ledger(voters, 0, 1);
  }

  @Override
  public List<Score> scores(Turn turn, Waits waits) {
    var best = turn.bestSupport(voters);
    owed.add(turn.taking(), voter -> best[voter], turn.voters().length);
    return Arrays.stream(turn.supporters())
        .map(group -> Score.of(owed.sumOfPositive(group)))
        .toList();
  }

  @Override
  public void settle(Turn turn, int winner) {
    owed.add(turn.supporters()[winner], -1, 1);
  }

  @Override
  public Fraction standing(int voter) {
    return owed.get(voter);
  }
}
