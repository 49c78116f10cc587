package org.yueyuetan.engine.match;

import java.util.Collections;
import java.util.List;

/**
 * Two sides with what each party can have, whom it accepts, and in which strict order. Made by a
 * {@link MarketBuilder}; the order of its entries has no say. Immutable. 24 bytes a pair, 40 where
 * pairs have caps, and 20 a party beside its id.
 */
public final class Market {

  private final String seed;
  private final int ties;
  private final Lists left;
  private final Lists right;

  Market(String seed, int ties, Lists left, Lists right) {
    this.seed = seed;
    this.ties = ties;
    this.left = left;
    this.right = right;
  }

  /** Of the lots that order whom somebody ranks the same. */
  public String seed() {
    return seed;
  }

  /** How many entries of all lists share their rank with another of the same list. */
  public int ties() {
    return ties;
  }

  /** Pairs that accept each other. */
  public int pairs() {
    return left.pairs();
  }

  /** The parties of a side in the order of their ids. */
  public List<String> ids(Side side) {
    return Collections.unmodifiableList(lists(side).ids());
  }

  /** Whether some party has no use for an amount as small as 1. */
  public boolean hasLots() {
    for (long lot : left.lot()) {
      if (lot > 1) {
        return true;
      }
    }
    return false;
  }

  int number(Side side, String id) {
    int number = Collections.binarySearch(lists(side).ids(), id);
    if (number < 0) {
      throw new IllegalArgumentException("there is no %s %s".formatted(side.word(), id));
    }
    return number;
  }

  Lists lists(Side side) {
    return side == Side.LEFT ? left : right;
  }
}
