package org.yueyuetan.platform.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yueyuetan.platform.theme.Fairness.Mark;

class FairnessTest {

  @Test
  void silenceNeitherEndsAWaitNorMakesItLonger() {
    var fairness =
        Fairness.of(
            List.of(
                round(1, 10, vote(7, 11)), round(2, 20, vote(8, 20)), round(3, 30, vote(7, 31))));

    var waiting = fairness.lines().getFirst();
    assertThat(waiting.organization()).isEqualTo(7);
    assertThat(waiting.marks()).containsExactly(Mark.PASSED_OVER, Mark.SILENT, Mark.PASSED_OVER);
    assertThat(waiting.waits()).isEqualTo(2);
  }

  @Test
  void whoWaitsLongestComesFirst() {
    var fairness =
        Fairness.of(
            List.of(
                round(1, 10, vote(7, 10), vote(8, 11), vote(9, 11)),
                round(2, 20, vote(7, 21), vote(8, 21), vote(9, 20))));

    assertThat(fairness.lines())
        .extracting(Fairness.Line::organization)
        .containsExactly(8L, 7L, 9L);
    assertThat(fairness.byTimesServed())
        .containsEntry(0, 1)
        .containsEntry(1, 2)
        .containsEntry(2, 0);
    assertThat(fairness.metrics().orElseThrow().longestDrySpell()).isEqualTo(2);
  }

  @Test
  void aYearWithoutChoicesHasNoFigures() {
    assertThat(Fairness.of(List.of()).metrics()).isEmpty();
  }

  private static Ballot.Round round(int month, long winner, Ballot.Vote... votes) {
    return new Ballot.Round(
        YearMonth.of(2026, month),
        winner,
        List.of(winner, winner + 1),
        new ArrayList<>(List.of(votes)));
  }

  private static Ballot.Vote vote(long organization, long theme) {
    return new Ballot.Vote(organization, List.of(theme));
  }
}
