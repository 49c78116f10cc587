package org.yueyuetan.engine.match;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.RandomAccess;
import org.yueyuetan.engine.Explanation;

/**
 * Who has how much of whom, with its proof, for one kind of thing: amounts are whole numbers in the
 * unit of the quotas, pieces or fen. Immutable; 8 bytes a pair and 12 a party.
 */
public final class Allocation {

  private final Side best;
  private final Market market;
  private final long[] amount;
  private final int[] used;
  private final Standing ofLeft;
  private final Standing ofRight;
  private final Stability stability;
  private final Certificate certificate;

  /**
   * @param amount by index of the left side
   */
  Allocation(Side best, Market market, long[] amount) {
    this.best = best;
    this.market = market;
    this.amount = amount;
    used = used(amount);
    ofLeft = Standing.of(market.lists(Side.LEFT), amount);
    ofRight = Standing.of(market.lists(Side.RIGHT), amount);
    stability = new Stability(market, amount, ofLeft, ofRight);
    certificate = stability.certificate();
  }

  private static int[] used(long[] amount) {
    int count = 0;
    for (long each : amount) {
      count += each > 0 ? 1 : 0;
    }
    int[] used = new int[count];
    count = 0;
    for (int index = 0; index < amount.length; index++) {
      if (amount[index] > 0) {
        used[count++] = index;
      }
    }
    return used;
  }

  /** The side for which, among all stable allocations, this one is the best for every party. */
  public Side best() {
    return best;
  }

  /** The proof by the definition, made in time m with the allocation. */
  public Certificate certificate() {
    return certificate;
  }

  /**
   * Pairs with something, by id of the left party and then as it likes them; each is made when it
   * is read.
   */
  public List<Gift> gifts() {
    return new Gifts();
  }

  /** A list that makes its entries when they are read, for there may be millions. */
  private final class Gifts extends AbstractList<Gift> implements RandomAccess {
    @Override
    public Gift get(int number) {
      int index = used[number];
      var left = market.lists(Side.LEFT);
      var right = market.lists(Side.RIGHT);
      int twin = left.twin()[index];
      return new Gift(
          left.ids().get(right.partner()[twin]),
          right.ids().get(left.partner()[index]),
          amount[index],
          left.rank()[index],
          right.rank()[twin]);
    }

    @Override
    public int size() {
      return used.length;
    }
  }

  /** What the pairs have together; the same in every stable allocation unless there are lots. */
  public long total() {
    long total = 0;
    for (long each : ofLeft.total()) {
      total += each;
    }
    return total;
  }

  /**
   * What a party has.
   *
   * @throws IllegalArgumentException if there is no such party
   */
  public long total(Side side, String id) {
    return standing(side).total()[market.number(side, id)];
  }

  /**
   * The stated rank of the partner a party likes least of those it has something with: what a pair
   * must undercut to block. Missing when it has nothing.
   *
   * @throws IllegalArgumentException if there is no such party
   */
  public OptionalInt worstRank(Side side, String id) {
    int worst = standing(side).worst()[market.number(side, id)];
    return worst < 0 ? OptionalInt.empty() : OptionalInt.of(market.lists(side).rank()[worst]);
  }

  /** Who of a side has less than its quota, by id, and why. Time in proportion to their lists. */
  public List<Unfilled> unfilled(Side side) {
    var unfilled = new ArrayList<Unfilled>();
    for (int party = 0; party < market.lists(side).count(); party++) {
      if (standing(side).missing(party) > 0) {
        unfilled.add(new Reasons(market, this).unfilled(side, party));
      }
    }
    return unfilled;
  }

  /**
   * Why a party has what it has: partner after partner in the order of its list. Time in proportion
   * to that list.
   *
   * @throws IllegalArgumentException if there is no such party
   */
  public Explanation explain(Side side, String id) {
    return new Reasons(market, this).party(side, market.number(side, id));
  }

  Standing standing(Side side) {
    return side == Side.LEFT ? ofLeft : ofRight;
  }

  Stability stability() {
    return stability;
  }

  /** What a pair has, by its index on a side. */
  long amount(Side side, int index) {
    return amount[side == Side.LEFT ? index : market.lists(side).twin()[index]];
  }
}
