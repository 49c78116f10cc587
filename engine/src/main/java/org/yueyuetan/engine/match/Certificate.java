package org.yueyuetan.engine.match;

import java.util.List;

/**
 * Why no pair would rather do otherwise: each pair is counted once, under the first cause that
 * holds. A doubter needs only the lists and the amounts.
 *
 * @param pairs all pairs that accept each other
 * @param atCap the pair has all it may have
 * @param leftContent the left party is full with partners it likes at least as much
 * @param rightContent the right party is
 * @param belowLot both have less than a useful lot to spare for each other
 * @param blocking both could have more of each other, and would; empty unless lots stood in the way
 */
public record Certificate(
    int pairs,
    int atCap,
    int leftContent,
    int rightContent,
    int belowLot,
    List<Blocking> blocking) {

  public Certificate {
    blocking = List.copyOf(blocking);
  }

  /**
   * A pair that would rather do otherwise.
   *
   * @param amount how much more they could have of each other at the cost of partners whom both
   *     like less
   */
  public record Blocking(String left, String right, long amount) {}

  /** Whether no pair would rather do otherwise. */
  public boolean isStable() {
    return blocking.isEmpty();
  }
}
