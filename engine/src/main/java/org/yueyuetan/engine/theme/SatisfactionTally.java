package org.yueyuetan.engine.theme;

import static java.math.BigInteger.ONE;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rules that remember how often each voter was satisfied. A score needs only how many
 * supporters were satisfied how often, so it is computed from these counts.
 */
final class SatisfactionTally implements Tally {

  /** How the counts of supporters and of voters, by satisfaction, make a score. */
  interface Measure {
    Score of(int[] supporters, int[] voters);
  }

  private final Measure measure;
  private final int[] satisfied;

  SatisfactionTally(int voters, Measure measure) {
    this.measure = measure;
    satisfied = new int[voters];
  }

  @Override
  public void welcome(Turn turn) {
    Medians.welcome(turn, satisfied);
  }

  @Override
  public List<Score> scores(Turn turn, Waits waits) {
    int most = Arrays.stream(satisfied).max().orElse(0);
    var voters = counts(turn.voters(), most);
    return Arrays.stream(turn.supporters())
        .map(group -> measure.of(counts(group, most), voters))
        .toList();
  }

  private int[] counts(int[] group, int most) {
    var counts = new int[most + 1];
    for (int voter : group) {
      counts[satisfied[voter]]++;
    }
    return counts;
  }

  @Override
  public void settle(Turn turn, int winner) {
    for (int voter : turn.supporters()[winner]) {
      satisfied[voter]++;
    }
  }

  @Override
  public Fraction standing(int voter) {
    return Fraction.of(satisfied[voter]);
  }

  /** Perpetual PAV: a voter satisfied k times weighs 1/(k+1), for 1/x becomes 1/(x+1) each time. */
  static Score pav(int[] supporters, int[] voters) {
    var numerator = BigInteger.ZERO;
    var denominator = ONE;
    for (int k = 0; k < supporters.length; k++) {
      if (supporters[k] > 0) {
        var weight = BigInteger.valueOf(k + 1L);
        numerator =
            numerator.multiply(weight).add(denominator.multiply(BigInteger.valueOf(supporters[k])));
        denominator = denominator.multiply(weight);
      }
    }
    return Score.of(new Fraction(numerator, denominator));
  }

  /**
   * Perpetual Nash: the product of satisfactions after the round, where a zero counts as 2^-n. Each
   * nonzero factor changes by at most 2 between candidates, and where a zero remains fewer than n
   * are nonzero; so fewer zeros always win, and the product of the others decides among equals.
   */
  static Score nash(int[] supporters, int[] voters) {
    var product = ONE;
    for (int k = 1; k < supporters.length; k++) {
      product =
          product
              .multiply(BigInteger.valueOf(k + 1L).pow(supporters[k]))
              .multiply(BigInteger.valueOf(k).pow(voters[k] - supporters[k]));
    }
    return Score.of(Fraction.of(supporters[0] - voters[0]), new Fraction(product, ONE));
  }

  /**
   * Perpetual Equality: most approvals among the least satisfied, then among those and the next.
   */
  static Score equality(int[] supporters, int[] voters) {
    var parts = new ArrayList<Fraction>();
    IntStream.range(0, supporters.length)
        .filter(k -> voters[k] > 0)
        .forEach(k -> parts.add(Fraction.of(supporters[k])));
    return new Score(parts);
  }
}
