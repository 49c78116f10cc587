package org.yueyuetan.engine.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Our rule against the best of the literature, in the set-up by which rules are compared. */
class FairTurnTest {

  private static final List<Comparison> ALL =
      Comparison.of(List.of(Rule.FAIR_TURN, Rule.QUOTA), Simulation.AAAI_2020, 2000, 2020);

  @Test
  void fairTurnIsFairerThanQuotaOnSimulatedHistories() {
    var ours = figures(Rule.FAIR_TURN);
    var quota = figures(Rule.QUOTA);

    assertThat(ours.quotaCompliance()).isGreaterThanOrEqualTo(.960);
    assertThat(ours.influenceGini()).isLessThanOrEqualTo(.0564);
    assertThat(ours.satisfaction()).isGreaterThanOrEqualTo(.8835);

    assertThat(ours.meanQuotaCompliance()).isGreaterThan(quota.meanQuotaCompliance());
    assertThat(ours.meanInfluenceGini()).isLessThan(quota.meanInfluenceGini());
    assertThat(ours.satisfaction()).isGreaterThan(quota.satisfaction());
    assertThat(ours.longestDrySpell()).isLessThan(quota.longestDrySpell());
  }

  /** So we know that the simulation is the author's: medians of his 10,000 histories. */
  @Test
  void simulatedHistoriesHaveTheFiguresThatTheAuthorPublished() {
    var quota = figures(Rule.QUOTA);

    assertThat(quota.quotaCompliance()).isCloseTo(.960, within(.0026));
    assertThat(quota.influenceGini()).isCloseTo(.0564, within(.002));
    assertThat(quota.satisfaction()).isCloseTo(.8835, within(.004));
  }

  private static Comparison figures(Rule rule) {
    return ALL.stream().filter(row -> row.rule() == rule).findFirst().orElseThrow();
  }
}
