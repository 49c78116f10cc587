package org.yueyuetan.engine.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is proved of the rules holds of the program. */
class TheoremsTest {

  /** How voters behave. */
  enum Crowd {
    /** All take part, each approves a few candidates. */
    STEADY,
    /** Nobody ever agrees with anybody. */
    DIVIDED,
    /** Voters join, leave, come back and sometimes approve nothing. */
    CHANGING,
    /** Both at once: the hardest for a promise about waiting. */
    CHANGING_AND_DIVIDED
  }

  @Property(tries = 400)
  void inFairTurnNobodyWaitsBeyondTheBound(@ForAll("histories") History history) {
    nobodyWaitsBeyondTheBound(history);
  }

  @Property(tries = 400)
  void whatPeopleDecideOtherwiseAddsARoundEachToTheBound(
      @ForAll("histories") History history, @ForAll long seed) {
    var random = new Random(seed);
    nobodyWaitsBeyondTheBound(
        new History(
            history.rounds().stream()
                .map(round ->
                    random.nextInt(4) > 0
                        ? round
                        : round.decided(
                            round.candidates().get(random.nextInt(round.candidates().size()))))
                .toList()));
  }

  private static void nobodyWaitsBeyondTheBound(History history) {
    var known = new HashSet<String>();
    var waited = new HashMap<String, Integer>();
    var bound = new HashMap<String, Integer>();
    var proposed = Rule.FAIR_TURN.winners(history);
    var winners = history.settled(proposed);
    for (int i = 0; i < winners.size(); i++) {
      var round = history.rounds().get(i);
      boolean overruled = !winners.get(i).equals(proposed.get(i));
      known.addAll(round.approvals().keySet());
      for (var ballot : round.approvals().entrySet()) {
        var voter = ballot.getKey();
        if (ballot.getValue().contains(winners.get(i))) {
          waited.remove(voter);
        } else if (!ballot.getValue().isEmpty()) {
          if (waited.merge(voter, 1, Integer::sum) == 1) {
            bound.put(voter, FairTurnTally.PATIENCE + known.size() - 1);
          }
          if (overruled) {
            bound.merge(voter, 1, Integer::sum);
          }
          assertThat(waited).extractingByKey(voter).matches(w -> w <= bound.getOrDefault(voter, 0));
        }
      }
    }
  }

  @Property(tries = 100)
  void noRuleCanPromiseLessThanTheOthersTurns(@ForAll @IntRange(min = 2, max = 9) int voters) {
    var history = history(voters, 1, voters, Crowd.DIVIDED, 0);
    for (var rule : Rule.values()) {
      assertThat(Metrics.of(history, rule.winners(history)).longestDrySpell())
          .as(rule.key())
          .isGreaterThanOrEqualTo(voters - 1);
    }
  }

  @Property(tries = 200)
  void inDrySpellNobodyWaitsLongerThanTheOthersTurns(@ForAll("steady") History history) {
    assertThat(Metrics.of(history, Rule.DRY_SPELL.winners(history)).longestDrySpell())
        .isLessThan(history.voters().size());
  }

  /** Lackner and Maly 2023: on party lists both are the method of D'Hondt. */
  @Property(tries = 200)
  void phragmenAndPavApportionPartyListsAsDHondt(
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 9) Integer> parties) {
    var history = parties(parties, 40);
    var seats = new int[parties.size()];
    var expected = new ArrayList<String>();
    for (int round = 0; round < 40; round++) {
      int best = 0;
      for (int party = 1; party < seats.length; party++) {
        if (parties.get(party) * (seats[best] + 1) > parties.get(best) * (seats[party] + 1)) {
          best = party;
        }
      }
      seats[best]++;
      expected.add("c" + best);
    }
    assertThat(Rule.PHRAGMEN.winners(history)).isEqualTo(expected);
    assertThat(Rule.PAV.winners(history)).isEqualTo(expected);
  }

  /** Hence its lower quota: a party gets its share of the rounds, rounded down, at any time. */
  @Property(tries = 200)
  void phragmenGivesEveryPartyItsLowerQuota(
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 9) Integer> parties) {
    int voters = parties.stream().mapToInt(Integer::intValue).sum();
    var winners = Rule.PHRAGMEN.winners(parties(parties, 40));
    for (int round = 1; round <= 40; round++) {
      for (int party = 0; party < parties.size(); party++) {
        assertThat(Collections.frequency(winners.subList(0, round), "c" + party))
            .isGreaterThanOrEqualTo(round * parties.get(party) / voters);
      }
    }
  }

  /** Where every weight is positive, what all approve cannot lose to what some do not. */
  @Property(tries = 200)
  void whatAllApproveIsChosenByRulesWithPositiveWeights(@ForAll("histories") History history) {
    for (var rule :
        List.of(Rule.AV, Rule.PAV, Rule.UNIT_COST, Rule.RESET, Rule.NASH, Rule.EQUALITY)) {
      for (var choice : rule.choose(history)) {
        var round = round(history, choice);
        boolean unanimous =
            round.candidates().stream()
                .anyMatch(c -> round.supporters(c).size() == round.approvals().size());
        if (unanimous) {
          assertThat(choice.supporters()).hasSize(round.approvals().size());
        }
      }
    }
  }

  @Property(tries = 100)
  void theOrderOfVotersDoesNotMatter(@ForAll("histories") History history, @ForAll long seed) {
    var shuffled =
        new History(
            history.rounds().stream()
                .map(round -> {
                  var names = new ArrayList<>(round.approvals().keySet());
                  Collections.shuffle(names, new Random(seed));
                  var approvals = new LinkedHashMap<String, SequencedSet<String>>();
                  names.forEach(name ->
                      approvals.put(
                          name, round.approvals().getOrDefault(name, new LinkedHashSet<>())));
                  return new Round(round.name(), round.candidates(), approvals);
                })
                .toList());
    for (var rule : Rule.values()) {
      assertThat(rule.choose(shuffled)).as(rule.key()).isEqualTo(rule.choose(history));
    }
  }

  @Property(tries = 100)
  void namesOfVotersAndCandidatesDoNotMatter(@ForAll("histories") History history) {
    UnaryOperator<String> rename = name -> new StringBuilder("x" + name).reverse().toString();
    var renamed =
        new History(
            history.rounds().stream()
                .map(round -> {
                  var approvals = new LinkedHashMap<String, Set<String>>();
                  round
                      .approvals()
                      .forEach((voter, approved) ->
                          approvals.put(
                              rename.apply(voter),
                              new HashSet<>(approved.stream().map(rename).toList())));
                  return Round.of(
                      round.name(), round.candidates().stream().map(rename).toList(), approvals);
                })
                .toList());
    for (var rule : Rule.values()) {
      assertThat(rule.winners(renamed))
          .as(rule.key())
          .isEqualTo(rule.winners(history).stream().map(rename).toList());
    }
  }

  @Property(tries = 100)
  void theWinnerHasTheHighestScoreAndIsTheFirstWithIt(@ForAll("histories") History history) {
    for (var rule : Rule.values()) {
      for (var choice : rule.choose(history)) {
        var highest = Collections.max(choice.scores().values());
        assertThat(choice.winner())
            .isEqualTo(
                choice.scores().entrySet().stream()
                    .filter(entry -> entry.getValue().equals(highest))
                    .findFirst()
                    .orElseThrow()
                    .getKey());
        assertThat(choice.supporters())
            .isEqualTo(round(history, choice).supporters(choice.winner()));
      }
    }
  }

  @Property(tries = 100)
  void noRuleSatisfiesMoreThanApprovalVoting(@ForAll("histories") History history) {
    assertThat(Metrics.of(history, Rule.AV.winners(history)).satisfaction()).isEqualTo(1);
    for (var rule : Rule.values()) {
      assertThat(Metrics.of(history, rule.winners(history)).satisfaction()).isBetween(0.0, 1.0);
    }
  }

  private static Round round(History history, Choice choice) {
    return history.rounds().stream()
        .filter(round -> round.name().equals(choice.round()))
        .findFirst()
        .orElseThrow();
  }

  @Provide
  Arbitrary<History> histories() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 12),
            Arbitraries.integers().between(1, 6),
            Arbitraries.integers().between(1, 60),
            Arbitraries.of(Crowd.class),
            Arbitraries.longs())
        .as(TheoremsTest::history);
  }

  @Provide
  Arbitrary<History> steady() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 12),
            Arbitraries.integers().between(1, 6),
            Arbitraries.of(Crowd.STEADY, Crowd.DIVIDED),
            Arbitraries.longs())
        .as((voters, candidates, crowd, seed) -> history(voters, candidates, 60, crowd, seed));
  }

  private static History history(int voters, int candidates, int rounds, Crowd crowd, long seed) {
    var random = new Random(seed);
    boolean divided = crowd == Crowd.DIVIDED || crowd == Crowd.CHANGING_AND_DIVIDED;
    boolean changing = crowd == Crowd.CHANGING || crowd == Crowd.CHANGING_AND_DIVIDED;
    var names = IntStream.range(0, divided ? voters : candidates).mapToObj(c -> "c" + c).toList();
    var asked = new ArrayList<Round>();
    for (int round = 0; round < rounds; round++) {
      var approvals = new LinkedHashMap<String, SequencedSet<String>>();
      for (int voter = 0; voter < voters; voter++) {
        boolean away = changing && (random.nextInt(3) == 0 || voter > round + 1);
        if (!away || (voter == voters - 1 && approvals.isEmpty())) {
          var approved = new LinkedHashSet<String>();
          if (!changing || random.nextInt(5) > 0) {
            approved.add(divided ? "c" + voter : names.get(random.nextInt(names.size())));
            names.stream().filter(c -> !divided && random.nextInt(4) == 0).forEach(approved::add);
          }
          approvals.put("v" + voter, approved);
        }
      }
      asked.add(new Round("r" + round, names, approvals));
    }
    return new History(asked);
  }

  private static History parties(List<Integer> sizes, int rounds) {
    var names = IntStream.range(0, sizes.size()).mapToObj(party -> "c" + party).toList();
    var approvals = new LinkedHashMap<String, Set<String>>();
    for (int party = 0; party < sizes.size(); party++) {
      for (int member = 0; member < sizes.get(party); member++) {
        approvals.put("v%d-%d".formatted(party, member), Set.of("c" + party));
      }
    }
    return new History(
        IntStream.range(0, rounds)
            .mapToObj(round -> Round.of("r" + round, names, approvals))
            .toList());
  }
}
