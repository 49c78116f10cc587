package org.yueyuetan.engine.match;

import java.util.ArrayList;

/**
 * Checks an allocation pair by pair, from the definition and not from how it was found. Time in
 * proportion to the pairs.
 */
final class Stability {

  private final Lists left;
  private final Lists right;
  private final long[] amount;
  private final Standing ofLeft;
  private final Standing ofRight;

  Stability(Market market, long[] amount, Standing ofLeft, Standing ofRight) {
    left = market.lists(Side.LEFT);
    right = market.lists(Side.RIGHT);
    this.amount = amount;
    this.ofLeft = ofLeft;
    this.ofRight = ofRight;
  }

  /** Why a pair does not ask for more; the first that holds. */
  enum Cause {
    AT_CAP,
    LEFT_CONTENT,
    RIGHT_CONTENT,
    BELOW_LOT,
    NONE
  }

  static Stability of(Market market, long[] amount) {
    return new Stability(
        market,
        amount,
        Standing.of(market.lists(Side.LEFT), amount),
        Standing.of(market.lists(Side.RIGHT), amount));
  }

  Cause cause(int party, int index) {
    if (amount[index] == left.cap(index)) {
      return Cause.AT_CAP;
    }
    if (ofLeft.isContent(party, index)) {
      return Cause.LEFT_CONTENT;
    }
    if (ofRight.isContent(left.partner()[index], left.twin()[index])) {
      return Cause.RIGHT_CONTENT;
    }
    return amount[index] + more(party, index) < left.lot()[party] ? Cause.BELOW_LOT : Cause.NONE;
  }

  Certificate certificate() {
    int atCap = 0;
    int leftContent = 0;
    int rightContent = 0;
    int belowLot = 0;
    var blocking = new ArrayList<Certificate.Blocking>();
    for (int party = 0; party < left.count(); party++) {
      for (int index = left.start()[party]; index < left.start()[party + 1]; index++) {
        switch (cause(party, index)) {
          case AT_CAP -> atCap++;
          case LEFT_CONTENT -> leftContent++;
          case RIGHT_CONTENT -> rightContent++;
          case BELOW_LOT -> belowLot++;
          case NONE ->
              blocking.add(
                  new Certificate.Blocking(
                      left.ids().get(party),
                      right.ids().get(left.partner()[index]),
                      more(party, index)));
        }
      }
    }
    return new Certificate(left.pairs(), atCap, leftContent, rightContent, belowLot, blocking);
  }

  /** How much more the pair could have if both gave up whom they like less. */
  private long more(int party, int index) {
    int partner = left.partner()[index];
    long byLeft = left.quota()[party];
    for (int better = left.start()[party]; better <= index; better++) {
      byLeft -= amount[better];
    }
    long byRight = right.quota()[partner];
    for (int better = right.start()[partner]; better <= left.twin()[index]; better++) {
      byRight -= amount[right.twin()[better]];
    }
    return Math.min(left.cap(index) - amount[index], Math.min(byLeft, byRight));
  }
}
