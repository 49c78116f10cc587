package org.yueyuetan.engine.theme;

import java.util.Arrays;
import java.util.List;

/**
 * Perpetual Consensus: a round costs as much as all voters together earn in it, and those of its
 * supporters who have credit share the cost. A newcomer's credit of one is what all started with,
 * and the average of those who stay.
 */
final class ConsensusTally implements Tally {

  private final Ledger credit;

  ConsensusTally(int voters) {
    credit = new Ledger(voters, 1, 1);
  }

  @Override
  public List<Score> scores(Turn turn, Waits waits) {
    return Arrays.stream(turn.supporters())
        .map(group -> Score.of(credit.sumOfPositive(group)))
        .toList();
  }

  @Override
  public void settle(Turn turn, int winner) {
    var payers = Arrays.stream(turn.supporters()[winner]).filter(credit::isPositive).toArray();
    credit.add(payers, -turn.voters().length, Math.max(payers.length, 1));
    credit.add(turn.voters(), 1, 1);
  }

  @Override
  public Fraction standing(int voter) {
    return credit.get(voter);
  }
}
