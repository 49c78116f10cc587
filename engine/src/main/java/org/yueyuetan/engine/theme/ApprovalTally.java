package org.yueyuetan.engine.theme;

import java.util.Arrays;
import java.util.List;

/** Most approvals win; nothing is remembered. */
final class ApprovalTally implements Tally {

  @Override
  public List<Score> scores(Turn turn, Waits waits) {
    return Arrays.stream(turn.supporters())
        .map(group -> Score.of(Fraction.of(group.length)))
        .toList();
  }

  @Override
  public void settle(Turn turn, int winner) {}

  @Override
  public Fraction standing(int voter) {
    return Fraction.of(1);
  }
}
