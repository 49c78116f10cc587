package org.yueyuetan.engine.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rounds that people decided otherwise than a rule would have. */
class DecidedTest {

  private static final List<String> THEMES = List.of("many", "few");
  private static final Map<String, Set<String>> APPROVALS =
      Map.of(
          "a",
          Set.of("many"),
          "b",
          Set.of("many"),
          "c",
          Set.of("many"),
          "d",
          Set.of("few"),
          "e",
          Set.of("few"));

  @Test
  void laterRoundsBuildOnWhatWasDecided() {
    var served = new ArrayList<Round>();
    var ignored = new ArrayList<Round>();
    for (int month = 1; month <= 3; month++) {
      served.add(Round.of("m" + month, THEMES, APPROVALS).decided("few"));
      ignored.add(Round.of("m" + month, THEMES, APPROVALS).decided("many"));
    }
    served.add(Round.of("m4", THEMES, APPROVALS));
    ignored.add(Round.of("m4", THEMES, APPROVALS));

    for (var rule : List.of(Rule.FAIR_TURN, Rule.QUOTA, Rule.DRY_SPELL, Rule.RESET)) {
      assertThat(rule.winners(new History(served)).getLast()).as(rule.key()).isEqualTo("many");
      assertThat(rule.winners(new History(ignored)).getLast()).as(rule.key()).isEqualTo("few");
    }
  }

  @Test
  void aRuleFollowedInEveryRoundIsTheRuleItself() {
    var open = new ArrayList<Round>();
    for (int month = 1; month <= 6; month++) {
      open.add(Round.of("m" + month, THEMES, APPROVALS));
    }
    for (var rule : Rule.values()) {
      var winners = rule.winners(new History(open));
      var decided = new ArrayList<Round>();
      for (int i = 0; i < open.size(); i++) {
        decided.add(open.get(i).decided(winners.get(i)));
      }
      assertThat(rule.winners(new History(decided))).as(rule.key()).isEqualTo(winners);
    }
  }

  @Test
  void onlyACandidateCanBeDecided() {
    var round = Round.of("m1", THEMES, APPROVALS);
    assertThatThrownBy(() -> round.decided("other"))
        .hasMessageContaining("m1")
        .hasMessageContaining("other");
  }
}
