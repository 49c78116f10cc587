package org.yueyuetan.engine.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Takes votes in any order. First name a participant, then give that participant's votes.
 *
 * <p>Which of several votes of a person on one opinion counts is not decided here: the second one
 * is refused.
 */
public final class VotesBuilder {

  private final List<String> opinions;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Set<String> rejected;
  private final Set<String> known = new HashSet<>();
  private final List<String> participants = new ArrayList<>();
  private final List<int[]> rows = new ArrayList<>();
  private int[] row;
  private int length;

  /**
   * @param opinions ids of all opinions
   * @param rejected ids of those that are left out; votes on them are passed over
   * @throws IllegalArgumentException if an opinion is given twice
   */
  public VotesBuilder(Collection<String> opinions, Set<String> rejected) {
    this.rejected = Set.copyOf(rejected);
    this.opinions = opinions.stream().filter(id -> !rejected.contains(id)).sorted().toList();
    for (int number = 0; number < this.opinions.size(); number++) {
      if (numbers.put(this.opinions.get(number), number) != null) {
        throw new IllegalArgumentException("two opinions have the id " + this.opinions.get(number));
      }
    }
    this.row = new int[this.opinions.size()];
  }

  /**
   * Begins the votes of a participant.
   *
   * @throws IllegalArgumentException if the participant was given before
   */
  public VotesBuilder participant(String id) {
    if (!known.add(id)) {
      throw new IllegalArgumentException("two participants have the id " + id);
    }
    endRow();
    participants.add(id);
    return this;
  }

  /**
   * A vote of the participant named last.
   *
   * @throws IllegalArgumentException if the opinion is unknown or the participant voted on it
   *     already
   * @throws IllegalStateException if no participant was named
   */
  public VotesBuilder vote(String opinion, Vote vote) {
    if (participants.isEmpty()) {
      throw new IllegalStateException("whose vote? Name a participant first");
    }
    if (rejected.contains(opinion)) {
      return this;
    }
    var number = numbers.get(opinion);
    if (number == null) {
      throw new IllegalArgumentException("there is no opinion " + opinion);
    }
    if (length == row.length) {
      throw twice(opinion);
    }
    row[length++] = number << 2 | vote.sign() + 1;
    return this;
  }

  /** The votes so far in canonical order. Time V log P for V votes of P participants. */
  public Votes build() {
    endRow();
    int[] order =
        IntStream.range(0, rows.size())
            .boxed()
            .sorted(
                Comparator.<Integer, int[]>comparing(rows::get, Arrays::compare)
                    .thenComparing(participants::get))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] start = new int[rows.size() + 1];
    for (int i = 0; i < order.length; i++) {
      start[i + 1] = start[i] + rows.get(order[i]).length;
    }
    int[] opinion = new int[start[order.length]];
    byte[] sign = new byte[opinion.length];
    int at = 0;
    for (int participant : order) {
      for (int vote : rows.get(participant)) {
        opinion[at] = vote >> 2;
        sign[at++] = (byte) ((vote & 3) - 1);
      }
    }
    var ordered = Arrays.stream(order).mapToObj(participants::get).toList();
    return new Votes(opinions, ordered, start, opinion, sign);
  }

  private void endRow() {
    if (rows.size() == participants.size()) {
      return;
    }
    int[] votes = Arrays.copyOf(row, length);
    Arrays.sort(votes);
    for (int i = 1; i < length; i++) {
      if (votes[i] >> 2 == votes[i - 1] >> 2) {
        throw twice(opinions.get(votes[i] >> 2));
      }
    }
    rows.add(votes);
    length = 0;
  }

  private IllegalArgumentException twice(String opinion) {
    return new IllegalArgumentException(
        "%s voted twice on %s".formatted(participants.getLast(), opinion));
  }
}
