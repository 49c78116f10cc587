package org.yueyuetan.engine.theme;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The rules of perpetual voting: given who approved what in all rounds so far, which theme is
 * chosen now. After Lackner, <cite>Perpetual Voting: Fairness in Long-Term Decision Making</cite>,
 * AAAI 2020, and Lackner and Maly, <cite>Proportional Decisions in Perpetual Voting</cite>, AAAI
 * 2023; {@link #FAIR_TURN} is our own. Each is defined in {@code docs/theme.md}.
 *
 * <p>All arithmetic is exact. Ties go to the candidate given first. The order of voters does not
 * matter. Every rule needs time in the order of rounds × approvals, times the length of its
 * numbers.
 */
public enum Rule {
  AV("av", "votes"),
  PAV("pav", "times satisfied"),
  UNIT_COST("unit-cost", "weight"),
  RESET("reset", "weight"),
  CONSENSUS("consensus", "credit"),
  NASH("nash", "times satisfied"),
  EQUALITY("equality", "times satisfied"),
  QUOTA("quota", "turns owed"),
  PHRAGMEN("phragmen", "load"),
  DRY_SPELL("dry-spell", "rounds waited"),
  FAIR_TURN("fair-turn", "voice");

  /** The rule that the platform uses unless a bureau picks another. */
  public static final Rule DEFAULT = FAIR_TURN;

  private final String key;
  private final String standing;

  Rule(String key, String standing) {
    this.key = key;
    this.standing = standing;
  }

  private Tally tally(int voters) {
    return switch (this) {
      case AV -> new ApprovalTally();
      case PAV -> new SatisfactionTally(voters, SatisfactionTally::pav);
      case UNIT_COST -> new PatienceTally(voters, false);
      case RESET -> new PatienceTally(voters, true);
      case CONSENSUS -> new ConsensusTally(voters);
      case NASH -> new SatisfactionTally(voters, SatisfactionTally::nash);
      case EQUALITY -> new SatisfactionTally(voters, SatisfactionTally::equality);
      case QUOTA -> new QuotaTally(voters);
      case PHRAGMEN -> new PhragmenTally(voters);
      case DRY_SPELL -> new DrySpellTally();
      case FAIR_TURN -> new FairTurnTally(voters);
    };
  }

  /** The name in commands and files. */
  public String key() {
    return key;
  }

  /** What the rule remembers of a voter, in one English noun. */
  public String standing() {
    return standing;
  }

  /**
   * The rule of this name.
   *
   * @throws IllegalArgumentException if there is none; the message lists all
   */
  public static Rule named(String key) {
    return Arrays.stream(values())
        .filter(rule -> rule.key.equals(key))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no rule is called %s; there are %s"
                    .formatted(
                        key, Arrays.stream(values()).map(Rule::key).collect(joining(", ")))));
  }

  /** The choices of all rounds, each resting on those before it. */
  public List<Choice> choose(History history) {
    var voters = List.copyOf(history.voters());
    var reasons = new Reasons(this, history, voters);
    var choices = new ArrayList<Choice>();
    play(
        history,
        voters,
        (turn, scores, winner, runnerUp, counted, waits) -> {
          var candidates = turn.round().candidates();
          var table = new LinkedHashMap<String, Score>();
          for (int candidate = 0; candidate < candidates.size(); candidate++) {
            table.put(candidates.get(candidate), scores.get(candidate));
          }
          choices.add(
              new Choice(
                  turn.round().name(),
                  candidates.get(winner),
                  runnerUp < 0 ? Optional.empty() : Optional.of(candidates.get(runnerUp)),
                  table,
                  Arrays.stream(turn.supporters()[winner]).mapToObj(voters::get).toList(),
                  reasons.of(turn, scores, winner, runnerUp, counted, waits)));
        });
    return choices;
  }

  /** The winners alone, without reasons: quicker by far. */
  public List<String> winners(History history) {
    var winners = new ArrayList<String>();
    play(
        history,
        List.copyOf(history.voters()),
        (turn, scores, winner, runnerUp, counted, waits) ->
            winners.add(turn.round().candidates().get(winner)));
    return winners;
  }

  private interface Listener {
    void chosen(Turn turn, List<Score> scores, int winner, int runnerUp, Tally tally, Waits waits);
  }

  private void play(History history, List<String> voters, Listener listener) {
    var counted = tally(voters.size());
    var waits = new Waits(voters.size());
    for (var turn : Turn.of(history, voters)) {
      counted.welcome(turn);
      var scores = counted.scores(turn, waits);
      int winner = firstOfHighest(scores, -1);
      listener.chosen(turn, scores, winner, firstOfHighest(scores, winner), counted, waits);
      int settled = turn.decision(winner);
      counted.settle(turn, settled);
      waits.settle(turn, settled);
    }
  }

  private static int firstOfHighest(List<Score> scores, int except) {
    int best = -1;
    for (int candidate = 0; candidate < scores.size(); candidate++) {
      if (candidate != except
          && (best < 0 || scores.get(candidate).compareTo(scores.get(best)) > 0)) {
        best = candidate;
      }
    }
    return best;
  }
}
