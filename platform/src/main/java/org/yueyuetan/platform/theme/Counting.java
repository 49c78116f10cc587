package org.yueyuetan.platform.theme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.LongFunction;
import org.yueyuetan.engine.theme.Choice;
import org.yueyuetan.engine.theme.History;
import org.yueyuetan.engine.theme.Metrics;
import org.yueyuetan.engine.theme.Round;
import org.yueyuetan.engine.theme.Rule;

/**
 * Puts a ballot to the rules of the engine. There, organizations and themes go by their numbers.
 */
final class Counting {

  private Counting() {}

  /** What the rule proposes; nothing when nobody has said anything yet. */
  static Optional<Proposal> propose(
      Rule rule, Ballot ballot, LongFunction<String> organizationName) {
    if (ballot.candidates().isEmpty() || ballot.votes().isEmpty()) {
      return Optional.empty();
    }
    var choice = rule.choose(history(ballot)).getLast();
    return Optional.of(proposal(choice, new Reasons(ballot, organizationName)));
  }

  /** What each rule would choose, by key. */
  static SequencedMap<String, Long> byRule(Ballot ballot) {
    var winners = new LinkedHashMap<String, Long>();
    if (!ballot.votes().isEmpty()) {
      var history = history(ballot);
      for (var rule : Rule.values()) {
        winners.put(rule.key(), Long.valueOf(rule.winners(history).getLast()));
      }
    }
    return winners;
  }

  /** How fair the months up to the ballot's were, as they were decided. */
  static Metrics fairness(List<Ballot.Round> rounds) {
    var counted = rounds.stream().filter(round -> !round.votes().isEmpty()).toList();
    return Metrics.of(
        new History(counted.stream().map(Counting::round).toList()),
        counted.stream().map(round -> String.valueOf(round.winner())).toList());
  }

  /**
   * Earlier months as they were decided, and the ballot's own, still open; silent ones left out.
   */
  static History history(Ballot ballot) {
    var rounds = new ArrayList<Round>();
    for (var past : ballot.past()) {
      if (!past.votes().isEmpty()) {
        rounds.add(round(past));
      }
    }
    if (!ballot.votes().isEmpty()) {
      rounds.add(
          Round.of(
              ballot.month().toString(),
              ballot.candidates().stream().map(c -> String.valueOf(c.theme())).toList(),
              approvals(ballot.votes())));
    }
    return new History(rounds);
  }

  private static Round round(Ballot.Round past) {
    return Round.of(
            past.month().toString(),
            past.candidates().stream().map(String::valueOf).toList(),
            approvals(past.votes()))
        .decided(String.valueOf(past.winner()));
  }

  private static Map<String, Set<String>> approvals(List<Ballot.Vote> votes) {
    var approvals = new LinkedHashMap<String, Set<String>>();
    for (var vote : votes) {
      var themes = new LinkedHashSet<String>();
      vote.themes().forEach(theme -> themes.add(String.valueOf(theme)));
      approvals.put(String.valueOf(vote.organization()), themes);
    }
    return approvals;
  }

  private static Proposal proposal(Choice choice, Reasons reasons) {
    return new Proposal(
        Long.parseLong(choice.winner()),
        choice.runnerUp().map(Long::valueOf),
        choice.scores().entrySet().stream()
            .sorted(
                Map.Entry.<String, org.yueyuetan.engine.theme.Score>comparingByValue().reversed())
            .map(entry ->
                new Proposal.Score(Long.parseLong(entry.getKey()), entry.getValue().toString()))
            .toList(),
        reasons.of(choice.explanation()));
  }
}
