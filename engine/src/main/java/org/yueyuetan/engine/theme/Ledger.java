package org.yueyuetan.engine.theme;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Exact amounts, one per voter, over one common denominator. They are longs until a number does not
 * fit, big integers from then on; the switch is invisible. Sums therefore need no division.
 */
final class Ledger {

  private final long[] amounts;
  private long denominator;
  private BigInteger @Nullable [] large;
  private BigInteger largeDenominator = BigInteger.ONE;

  /** Starts every voter with the same whole number of parts. */
  Ledger(int voters, long start, long part) {
    amounts = new long[voters];
    Arrays.fill(amounts, start);
    denominator = part;
  }

  /** Adds the same fraction to the amount of each of these voters. */
  void add(int[] voters, long numerator, long part) {
    add(voters, voter -> numerator, part);
  }

  /** Adds to the amount of each of these voters its own number of parts. */
  void add(int[] voters, IntToLongFunction numerator, long part) {
    if (voters.length == 0) {
      return;
    }
    cover(BigInteger.valueOf(part));
    int next = 0;
    if (large == null) {
      try {
        long share = denominator / part;
        for (; next < voters.length; next++) {
          int voter = voters[next];
          amounts[voter] =
              Math.addExact(
                  amounts[voter], Math.multiplyExact(numerator.applyAsLong(voter), share));
        }
        return;
      } catch (ArithmeticException tooLarge) {
        widen();
      }
    }
    var wide = widened();
    var share = largeDenominator.divide(BigInteger.valueOf(part));
    for (; next < voters.length; next++) {
      int voter = voters[next];
      var amount = share.multiply(BigInteger.valueOf(numerator.applyAsLong(voter)));
      wide[voter] = wide[voter].add(amount);
    }
  }

  /** Puts an amount in place of those of these voters. */
  void set(int[] voters, Fraction amount) {
    cover(amount.denominator());
    if (large == null) {
      try {
        long share = denominator / amount.denominator().longValueExact();
        long scaled = Math.multiplyExact(amount.numerator().longValueExact(), share);
        for (int voter : voters) {
          amounts[voter] = scaled;
        }
        return;
      } catch (ArithmeticException tooLarge) {
        widen();
      }
    }
    var wide = widened();
    var scaled = amount.numerator().multiply(largeDenominator.divide(amount.denominator()));
    for (int voter : voters) {
      wide[voter] = scaled;
    }
  }

  Fraction get(int voter) {
    return large == null
        ? Fraction.of(amounts[voter], denominator)
        : new Fraction(large[voter], largeDenominator);
  }

  boolean isPositive(int voter) {
    return large == null ? amounts[voter] > 0 : large[voter].signum() > 0;
  }

  boolean isAtLeastOne(int voter) {
    return large == null
        ? amounts[voter] >= denominator
        : large[voter].compareTo(largeDenominator) >= 0;
  }

  int compare(int voter, int other) {
    return large == null
        ? Long.compare(amounts[voter], amounts[other])
        : large[voter].compareTo(large[other]);
  }

  int compare(int voter, Fraction amount) {
    var scaled =
        (large == null ? BigInteger.valueOf(amounts[voter]) : large[voter])
            .multiply(amount.denominator());
    var over = large == null ? BigInteger.valueOf(denominator) : largeDenominator;
    return scaled.compareTo(amount.numerator().multiply(over));
  }

  /** The sum of the first so many of these voters. */
  Fraction sum(int[] voters, int count) {
    if (large == null) {
      try {
        long sum = 0;
        for (int i = 0; i < count; i++) {
          sum = Math.addExact(sum, amounts[voters[i]]);
        }
        return Fraction.of(sum, denominator);
      } catch (ArithmeticException tooLarge) {
        widen();
      }
    }
    var wide = widened();
    var sum = BigInteger.ZERO;
    for (int i = 0; i < count; i++) {
      sum = sum.add(wide[voters[i]]);
    }
    return new Fraction(sum, largeDenominator);
  }

  /** The sum over those of these voters who have more than zero. */
  Fraction sumOfPositive(int[] voters) {
    var positive = new int[voters.length];
    int count = 0;
    for (int voter : voters) {
      if (isPositive(voter)) {
        positive[count++] = voter;
      }
    }
    return sum(positive, count);
  }

  /** Makes the common denominator a multiple of this one. */
  private void cover(BigInteger other) {
    if (large == null) {
      try {
        long more = other.longValueExact();
        if (denominator % more != 0) {
          long factor = more / gcd(denominator, more);
          long next = Math.multiplyExact(denominator, factor);
          var scaled = new long[amounts.length];
          for (int voter = 0; voter < amounts.length; voter++) {
            scaled[voter] = Math.multiplyExact(amounts[voter], factor);
          }
          System.arraycopy(scaled, 0, amounts, 0, amounts.length);
          denominator = next;
        }
        return;
      } catch (ArithmeticException tooLarge) {
        widen();
      }
    }
    var factor = other.divide(largeDenominator.gcd(other));
    if (!factor.equals(BigInteger.ONE)) {
      var wide = widened();
      for (int voter = 0; voter < wide.length; voter++) {
        wide[voter] = wide[voter].multiply(factor);
      }
      largeDenominator = largeDenominator.multiply(factor);
    }
  }

  private void widen() {
    var wide = new BigInteger[amounts.length];
    for (int voter = 0; voter < wide.length; voter++) {
      wide[voter] = BigInteger.valueOf(amounts[voter]);
    }
    large = wide;
    largeDenominator = BigInteger.valueOf(denominator);
  }

  private BigInteger[] widened() {
    var wide = large;
    if (wide == null) {
      throw new IllegalStateException("the amounts still fit into longs");
    }
    return wide;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
