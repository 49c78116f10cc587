package org.yueyuetan.engine.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every rule of the literature chooses what the program of its author chooses. */
class OracleTest {

  private static final List<Rule> RULES =
      Arrays.stream(Rule.values()).filter(rule -> rule != Rule.FAIR_TURN).toList();

  private final JsonNode expected = Histories.json("expected_choices_from_unittests.json");

  @TestFactory
  Stream<DynamicTest> thirtyHistoriesHaveTheRecordedWinners() {
    var recorded = Histories.json("histories_30_with_winners.json");
    return RULES.stream()
        .map(rule ->
            DynamicTest.dynamicTest(
                rule.key(),
                () -> {
                  for (var one : recorded) {
                    assertThat(rule.winners(Histories.history(one)))
                        .isEqualTo(Histories.words(one.get("winners").get(rule.key())));
                  }
                }));
  }

  @Test
  void theSimpleProfileHasTheWinnersOfTheUnitTests() {
    for (var rule : RULES) {
      assertThat(rule.winners(Histories.profiles("simple")))
          .as(rule.key())
          .isEqualTo(expected("simple", rule));
    }
  }

  @Test
  void theDiverseProfileHasTheWinnersOfTheUnitTests() {
    for (var rule : RULES) {
      assertThat(rule.winners(Histories.profiles("diverse")))
          .as(rule.key())
          .isEqualTo(expected("diverse_tsoi_threshold_1", rule));
    }
  }

  /** In this profile 1 and 3 always share their supporters, and so do 2 and 4. */
  @Test
  void ofTwinsTheOneNamedFirstWins() {
    var twins =
        new History(
            Histories.profiles("simple_ttoi").rounds().stream()
                .map(r -> new Round(r.name(), List.of("2", "4", "3", "1"), r.approvals()))
                .toList());
    for (var rule : RULES) {
      assertThat(rule.winners(twins)).as(rule.key()).isEqualTo(expected("simple", rule));
    }
  }

  @Test
  void staticProfilesHaveTheWinnersOfTheUnitTests() {
    for (var profile : expected.get("static_profiles")) {
      var approvals = new LinkedHashMap<String, Set<String>>();
      profile
          .get("approvals")
          .properties()
          .forEach(entry ->
              approvals.put(entry.getKey(), Set.copyOf(Histories.words(entry.getValue()))));
      var winners = Histories.words(profile.get("expected"));
      var candidates = Histories.words(profile.get("cands"));
      var history =
          new History(
              IntStream.range(0, winners.size())
                  .mapToObj(round -> Round.of(String.valueOf(round), candidates, approvals))
                  .toList());
      assertThat(rule(profile.get("rule").asString()).winners(history)).isEqualTo(winners);
    }
  }

  /** The sequence by which the author shows that a voter may wait for ever. */
  @Test
  void quotaAndNashLeaveAVoterWaiting() {
    int k = 10;
    var both = Map.of("a", Set.of("2", "3"), "b", Set.of("2"), "c", Set.of("3"));
    var apart = Map.of("a", Set.of("1"), "b", Set.of("2"), "c", Set.of("3"));
    var rounds = new ArrayList<Map<String, Set<String>>>(Collections.nCopies(2 * k, both));
    rounds.addAll(Collections.nCopies(k, apart));
    var history =
        new History(
            IntStream.range(0, rounds.size())
                .mapToObj(i -> Round.of(String.valueOf(i), List.of("1", "2", "3"), rounds.get(i)))
                .toList());

    for (var rule : List.of(Rule.QUOTA, Rule.NASH)) {
      assertThat(rule.winners(history).subList(2 * k, 3 * k)).doesNotContain("1");
    }
    assertThat(Rule.FAIR_TURN.winners(history).subList(2 * k, 3 * k)).contains("1");
  }

  private List<String> expected(String profile, Rule rule) {
    var winners = expected.get(profile).get("expected");
    for (var entry : winners.properties()) {
      if (!entry.getKey().endsWith("dictatorship")
          && !entry.getKey().endsWith("_new")
          && !entry.getKey().endsWith("prize")
          && rule(entry.getKey()) == rule) {
        return Histories.words(entry.getValue());
      }
    }
    throw new AssertionError("the unit tests say nothing of " + rule.key());
  }

  /** The name of a rule in the author's program. */
  private static Rule rule(String name) {
    return switch (name) {
      case "per_unitcost" -> Rule.UNIT_COST;
      case "per_minmax_dryspell" -> Rule.DRY_SPELL;
      default -> Rule.named(name.replace("per_", ""));
    };
  }
}
