package org.yueyuetan.engine.theme;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * How a candidate fares: exact numbers compared one after another, more is better. A candidate that
 * cannot be chosen while another can has no numbers at all.
 *
 * @param parts the numbers, the weightiest first
 */
public record Score(List<Fraction> parts) implements Comparable<Score> {

  static final Score NONE = new Score(List.of());

  public Score {
    parts = List.copyOf(parts);
  }

  static Score of(Fraction... parts) {
    return new Score(List.of(parts));
  }

  @Override
  public int compareTo(Score other) {
    int shared = Math.min(parts.size(), other.parts.size());
    for (int i = 0; i < shared; i++) {
      int difference = parts.get(i).compareTo(other.parts.get(i));
      if (difference != 0) {
        return difference;
      }
    }
    return Integer.compare(parts.size(), other.parts.size());
  }

  /** The numbers in decimals, for people. */
  @Override
  public String toString() {
    return parts.isEmpty()
        ? "none"
        : parts.stream().map(Fraction::toString).collect(joining(" / "));
  }
}
