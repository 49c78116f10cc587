package org.yueyuetan.engine.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yueyuetan.engine.Explanation;

class HistoryTest {

  private static final List<String> AB = List.of("A", "B");

  @Test
  void aFaultyRoundIsNamedWithVoterAndCandidate() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Round.of("2021-03", AB, Map.of("Elm", Set.of("C"))))
        .withMessage(
            "round 2021-03: voter Elm approves C, which is no candidate of this round (these are: A, B)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Round.of("2021-03", List.of("A", "A"), Map.of("Elm", Set.of())))
        .withMessage("round 2021-03 names candidate A twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Round.of("2021-03", List.of(), Map.of("Elm", Set.of())))
        .withMessage("round 2021-03 has no candidates");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Round.of("2021-03", AB, Map.of()))
        .withMessage("round 2021-03 has no voters");
  }

  @Test
  void twoRoundsOfOneNameAreRefused() {
    var round = Round.of("2021-03", AB, Map.of("Elm", Set.of("A")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new History(List.of(round, round)))
        .withMessage("two rounds are called 2021-03");
  }

  @Test
  void anUnknownRuleIsAnsweredWithAllThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rule.named("lottery"))
        .withMessageContaining("no rule is called lottery; there are av, pav, unit-cost");
  }

  /** Elm alone wants B; after six months in vain nothing else can be chosen. */
  @Test
  void theExplanationSaysWhoWaitedSinceWhen() {
    var asked = new ArrayList<Round>();
    for (int month = 1; month <= 9; month++) {
      asked.add(
          Round.of(
              "2021-0" + month,
              AB,
              Map.of("Elm", Set.of("B"), "Ash", Set.of("A"), "Oak", Set.of("A"))));
    }
    var unlucky = Rule.AV.choose(new History(asked)).getLast();
    assertThat(unlucky.winner()).isEqualTo("A");
    assertThat(texts(unlucky.explanation()))
        .contains("1 who waited since 2021-01; votes 1", "1 of 3 voters approve B");

    var fair = Rule.FAIR_TURN.choose(new History(asked));
    assertThat(fair).extracting(Choice::winner).contains("B");
  }

  /** Otherwise it would outweigh all who have been there for years. */
  @Test
  void aNewcomerStandsWhereHalfOfTheOthersStand() {
    var asked = new ArrayList<Round>();
    for (int month = 1; month <= 5; month++) {
      asked.add(Round.of("m" + month, AB, Map.of("Ash", Set.of("A"), "Oak", Set.of("A"))));
    }
    asked.add(
        Round.of("m6", AB, Map.of("Ash", Set.of("A"), "Oak", Set.of("A"), "New", Set.of("B"))));
    var history = new History(asked);
    for (var rule : Rule.values()) {
      assertThat(rule.winners(history).getLast()).as(rule.key()).isEqualTo("A");
    }
  }

  private static List<String> texts(Explanation explanation) {
    var texts = new ArrayList<String>();
    texts.add(explanation.text());
    explanation.because().forEach(reason -> texts.addAll(texts(reason)));
    return texts;
  }
}
