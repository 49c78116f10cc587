package org.yueyuetan.engine.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yueyuetan.engine.Explanation;

/**
 * Who works with whom: the stable allocations that are best for either side, and what they differ
 * in.
 *
 * <p>An allocation is <i>stable</i> if every pair that accepts each other has all that it may have,
 * or one of the two is full with partners it likes at least as much (Baïou and Balinski, <i>The
 * stable allocation problem</i>, 2002). One always exists; among all of them one is best for every
 * left party at once, and one for every right party. Found by deferred acceptance ({@link
 * Proposals}); both are checked by the definition ({@link Certificate}). Amounts are whole numbers
 * in one unit: what a project needs of another kind is another party.
 *
 * <p><b>Same ranks.</b> Lots put them in a strict order, in which the allocation is stable. Then no
 * pair blocks in which both <i>strictly</i> gain (weak stability), whatever the lots; another seed
 * may give another allocation.
 *
 * <p><b>Smallest lots.</b> A pair has nothing, or at least the left party's lot. A pair then blocks
 * only if it would come to a lot. Such an allocation need not exist; see {@link Unsplit}.
 *
 * @param differences pairs whose amounts are not the same in both
 * @param explanation what was placed, why the rest was not, and that nobody would rather do
 *     otherwise
 */
public record Matching(
    Allocation leftOptimal,
    Allocation rightOptimal,
    List<Difference> differences,
    Explanation explanation) {

  public Matching {
    differences = List.copyOf(differences);
  }

  /** A pair that has one amount in the best for the left side and another in that for the right. */
  public record Difference(String left, String right, long leftOptimal, long rightOptimal) {}

  /**
   * Matches a market, which cannot fail. Both optima are found at once where two processors are
   * free. Time O((m + n + r) n) for m pairs, n and r parties, in practice close to m, see {@link
   * Proposals}; as often as that again as crumbs are struck if there are lots, see {@link Unsplit}.
   * The result takes 16 bytes a pair, finding it 24 more for a while.
   */
  public static Matching of(Market market) {
    var optima = Arrays.stream(Side.values()).parallel().map(side -> best(market, side)).toList();
    var leftOptimal = optima.getFirst();
    var rightOptimal = optima.getLast();
    var differences = differences(market, leftOptimal, rightOptimal);
    return new Matching(
        leftOptimal,
        rightOptimal,
        differences,
        Reasons.matching(market, leftOptimal, rightOptimal, differences.size()));
  }

  private static Allocation best(Market market, Side side) {
    return new Allocation(side, market, Unsplit.amounts(market, side));
  }

  private static List<Difference> differences(Market market, Allocation one, Allocation other) {
    var left = market.lists(Side.LEFT);
    var right = market.lists(Side.RIGHT);
    var differences = new ArrayList<Difference>();
    for (int party = 0; party < left.count(); party++) {
      for (int index = left.start()[party]; index < left.start()[party + 1]; index++) {
        long byLeft = one.amount(Side.LEFT, index);
        long byRight = other.amount(Side.LEFT, index);
        if (byLeft != byRight) {
          differences.add(
              new Difference(
                  left.ids().get(party), right.ids().get(left.partner()[index]), byLeft, byRight));
        }
      }
    }
    return differences;
  }

  public Allocation optimal(Side side) {
    return side == Side.LEFT ? leftOptimal : rightOptimal;
  }
}
