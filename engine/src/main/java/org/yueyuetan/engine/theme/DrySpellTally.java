package org.yueyuetan.engine.theme;

import java.util.Arrays;
import java.util.List;

/**
 * Min-max dry spell: of those who take part, the ones who waited longest decide by approval. It
 * remembers nothing but the waits.
 */
final class DrySpellTally implements Tally {

  private int[] waited = {};

  @Override
  public List<Score> scores(Turn turn, Waits waits) {
    int all = Arrays.stream(turn.voters()).max().orElse(-1) + 1;
    waited = new int[all];
    for (int voter : turn.voters()) {
      waited[voter] = waits.rounds(voter);
    }
    int longest = Arrays.stream(turn.taking()).map(waits::rounds).max().orElse(0);
    return Arrays.stream(turn.supporters())
        .map(group ->
            Score.of(
                Fraction.of(
                    Arrays.stream(group).filter(voter -> waits.rounds(voter) == longest).count())))
        .toList();
  }

  @Override
  public void settle(Turn turn, int winner) {}

  @Override
  public Fraction standing(int voter) {
    return Fraction.of(waited[voter]);
  }
}
