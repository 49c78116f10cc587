package org.yueyuetan.engine.theme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;

/**
 * One month's question: the candidate themes and what each voter approved.
 *
 * @param name what people call the round, for instance {@code 2021-03}
 * @param candidates the candidates in the order given, which breaks ties
 * @param approvals who takes part and what it approves, perhaps nothing; the order does not matter
 * @param decision what people decided, where that is known: later rounds then build on it, whatever
 *     a rule would have chosen
 */
public record Round(
    String name,
    List<String> candidates,
    SequencedMap<String, SequencedSet<String>> approvals,
    Optional<String> decision) {

  /**
   * @throws IllegalArgumentException if there is no candidate, one is named twice, there is no
   *     voter, or a voter approves something that is no candidate
   */
  public Round {
    candidates = List.copyOf(candidates);
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException("round %s has no candidates".formatted(name));
    }
    var seen = new LinkedHashSet<String>();
    for (var candidate : candidates) {
      if (!seen.add(candidate)) {
        throw new IllegalArgumentException(
            "round %s names candidate %s twice".formatted(name, candidate));
      }
    }
    if (approvals.isEmpty()) {
      throw new IllegalArgumentException("round %s has no voters".formatted(name));
    }
    if (decision.isPresent() && !seen.contains(decision.get())) {
      throw new IllegalArgumentException(
          "round %s: %s was decided, which is no candidate of this round (these are: %s)"
              .formatted(name, decision.get(), String.join(", ", candidates)));
    }
    var copy = new LinkedHashMap<String, SequencedSet<String>>();
    for (var ballot : approvals.entrySet()) {
      for (var candidate : ballot.getValue()) {
        if (!seen.contains(candidate)) {
          throw new IllegalArgumentException(
              "round %s: voter %s approves %s, which is no candidate of this round (these are: %s)"
                  .formatted(name, ballot.getKey(), candidate, String.join(", ", candidates)));
        }
      }
      copy.put(ballot.getKey(), new LinkedHashSet<>(ballot.getValue()));
    }
    approvals = copy;
  }

  /** A round of which no decision is known. */
  public Round(
      String name, List<String> candidates, SequencedMap<String, SequencedSet<String>> approvals) {
    this(name, candidates, approvals, Optional.empty());
  }

  /** The same from any collections. */
  public static Round of(
      String name, List<String> candidates, Map<String, ? extends Set<String>> approvals) {
    var ballots = new LinkedHashMap<String, SequencedSet<String>>();
    approvals.forEach((voter, approved) -> ballots.put(voter, new LinkedHashSet<>(approved)));
    return new Round(name, candidates, ballots);
  }

  /** The same round as people decided it. */
  public Round decided(String candidate) {
    return new Round(name, candidates, approvals, Optional.of(candidate));
  }

  /** The voters who approve a candidate, by name. */
  public List<String> supporters(String candidate) {
    var supporters = new ArrayList<String>();
    approvals.forEach((voter, approved) -> {
      if (approved.contains(candidate)) {
        supporters.add(voter);
      }
    });
    supporters.sort(null);
    return supporters;
  }
}
