package org.yueyuetan.engine.match;

import java.util.BitSet;

/**
 * Deferred acceptance where nobody is given less than a useful lot. What would be a crumb, an
 * amount above 0 and below the left party's lot, is not offered: of each left party the crumb it
 * likes least is struck, and all is matched anew, until no crumb is left. Pairs that were struck
 * and could now have a lot of each other are given one more chance at the end.
 *
 * <p>Guaranteed: quotas, caps and lots are kept, and no pair that was not struck blocks. A struck
 * pair may block; the certificate names it. More cannot be promised: a market may have no stable
 * allocation with lots at all, and to decide whether it has one is NP-complete already with amounts
 * of 1 and 2 (McDermid and Manlove 2010). At most 2m rounds.
 */
final class Unsplit {

  private final Market market;
  private final Lists left;
  private final Lists from;
  private final Lists to;

  /** By index of the proposers. */
  private final BitSet struck = new BitSet();

  /** By index of the left side. */
  private final BitSet forGood = new BitSet();

  private Unsplit(Market market, Side proposing) {
    this.market = market;
    left = market.lists(Side.LEFT);
    from = market.lists(proposing);
    to = market.lists(proposing.other());
  }

  /** What each pair gets, by index of the left side. */
  static long[] amounts(Market market, Side proposing) {
    return new Unsplit(market, proposing).amounts();
  }

  private long[] amounts() {
    if (!market.hasLots()) {
      return match();
    }
    strikeTooSmall();
    while (true) {
      long[] amount = match();
      if (!strikeCrumbs(amount) && !restore(amount)) {
        return amount;
      }
    }
  }

  private long[] match() {
    long[] amount = Proposals.amounts(from, to, struck);
    if (to.side() == Side.LEFT) {
      return amount;
    }
    long[] byLeft = new long[amount.length];
    for (int index = 0; index < amount.length; index++) {
      byLeft[index] = amount[left.twin()[index]];
    }
    return byLeft;
  }

  private int proposersIndex(int index) {
    return from.side() == Side.LEFT ? index : left.twin()[index];
  }

  private void strikeTooSmall() {
    for (int party = 0; party < left.count(); party++) {
      for (int index = left.start()[party]; index < left.start()[party + 1]; index++) {
        long most =
            Math.min(left.cap(index), market.lists(Side.RIGHT).quota()[left.partner()[index]]);
        if (most < left.lot()[party]) {
          struck.set(proposersIndex(index));
          forGood.set(index);
        }
      }
    }
  }

  private boolean strikeCrumbs(long[] amount) {
    boolean any = false;
    for (int party = 0; party < left.count(); party++) {
      int crumb = -1;
      for (int index = left.start()[party]; index < left.start()[party + 1]; index++) {
        if (amount[index] > 0 && amount[index] < left.lot()[party]) {
          crumb = index;
        }
      }
      if (crumb >= 0) {
        struck.set(proposersIndex(crumb));
        any = true;
      }
    }
    return any;
  }

  private boolean restore(long[] amount) {
    var stability = Stability.of(market, amount);
    boolean any = false;
    for (int party = 0; party < left.count(); party++) {
      for (int index = left.start()[party]; index < left.start()[party + 1]; index++) {
        if (struck.get(proposersIndex(index))
            && !forGood.get(index)
            && stability.cause(party, index) == Stability.Cause.NONE) {
          struck.clear(proposersIndex(index));
          forGood.set(index);
          any = true;
        }
      }
    }
    return any;
  }
}
