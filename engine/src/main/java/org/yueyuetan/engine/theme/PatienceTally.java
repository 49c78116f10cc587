package org.yueyuetan.engine.theme;

import java.util.Arrays;
import java.util.List;

/**
 * The rules whose weight grows by one in every round that does not satisfy the voter: unit-cost
 * keeps what has grown, reset falls back to one as soon as the voter is satisfied.
 */
final class PatienceTally implements Tally {

  private final boolean resets;
  private final int[] weights;

  PatienceTally(int voters, boolean resets) {
    this.resets = resets;
    weights = new int[voters];
    Arrays.fill(weights, 1);
  }

  @Override
  public void welcome(Turn turn) {
    if (!resets) {
      Medians.welcome(turn, weights);
    }
  }

  @Override
  public List<Score> scores(Turn turn, Waits waits) {
    return Arrays.stream(turn.supporters())
        .map(group -> Score.of(Fraction.of(Arrays.stream(group).mapToLong(v -> weights[v]).sum())))
        .toList();
  }

  @Override
  public void settle(Turn turn, int winner) {
    for (int voter : turn.voters()) {
      weights[voter]++;
    }
    for (int voter : turn.supporters()[winner]) {
      weights[voter] = resets ? 1 : weights[voter] - 1;
    }
  }

  @Override
  public Fraction standing(int voter) {
    return Fraction.of(weights[voter]);
  }
}
