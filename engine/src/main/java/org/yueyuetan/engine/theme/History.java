package org.yueyuetan.engine.theme;

import java.util.HashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What was asked and approved, round by round. Voters may join and leave: a round names those who
 * take part in it.
 *
 * @param rounds the rounds in the order of time
 */
public record History(List<Round> rounds) {

  /**
   * @throws IllegalArgumentException if two rounds have the same name
   */
  public History {
    rounds = List.copyOf(rounds);
    var names = new HashSet<String>();
    for (var round : rounds) {
      if (!names.add(round.name())) {
        throw new IllegalArgumentException("two rounds are called " + round.name());
      }
    }
  }

  /** What each round came to: what people decided where that is known, else what a rule chose. */
  public List<String> settled(List<String> winners) {
    return IntStream.range(0, rounds.size())
        .mapToObj(i -> rounds.get(i).decision().orElse(winners.get(i)))
        .toList();
  }

  /** Everybody who ever took part, by name. */
  public SequencedSet<String> voters() {
    var voters = new TreeSet<String>();
    rounds.forEach(round -> voters.addAll(round.approvals().keySet()));
    return voters;
  }
}
