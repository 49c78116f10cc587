package org.yueyuetan.engine.theme;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Objects;

/**
 * An exact number. It is brought to lowest terms only when someone looks, for most are only
 * compared with others over the same denominator.
 */
public final class Fraction implements Comparable<Fraction> {

  public static final Fraction ZERO = of(0);

  private final BigInteger numerator;
  private final BigInteger denominator;

  /**
   * @throws IllegalArgumentException if the denominator is not positive
   */
  public Fraction(BigInteger numerator, BigInteger denominator) {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("denominator must be positive, not " + denominator);
    }
    this.numerator = numerator;
    this.denominator = denominator;
  }

  public static Fraction of(long whole) {
    return of(whole, 1);
  }

  public static Fraction of(long numerator, long denominator) {
    return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /** The numerator, not necessarily in lowest terms. */
  public BigInteger numerator() {
    return numerator;
  }

  /** The denominator, positive, not necessarily in lowest terms. */
  public BigInteger denominator() {
    return denominator;
  }

  /** The same number in lowest terms. */
  public Fraction reduced() {
    var common = numerator.gcd(denominator);
    return common.equals(BigInteger.ONE)
        ? this
        : new Fraction(numerator.divide(common), denominator.divide(common));
  }

  public Fraction plus(Fraction other) {
    if (other.denominator.equals(BigInteger.ONE)) {
      return new Fraction(numerator.add(other.numerator.multiply(denominator)), denominator);
    }
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Fraction negated() {
    return new Fraction(numerator.negate(), denominator);
  }

  public Fraction dividedBy(long divisor) {
    return new Fraction(numerator, denominator.multiply(BigInteger.valueOf(divisor)));
  }

  @Override
  public int compareTo(Fraction other) {
    if (numerator.signum() != other.numerator.signum()) {
      return Integer.compare(numerator.signum(), other.numerator.signum());
    }
    return denominator.equals(other.denominator)
        ? numerator.compareTo(other.numerator)
        : numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fraction fraction && compareTo(fraction) == 0;
  }

  @Override
  public int hashCode() {
    var reduced = reduced();
    return Objects.hash(reduced.numerator, reduced.denominator);
  }

  /** Exactly, in lowest terms: {@code 7/4}. */
  public String exact() {
    var reduced = reduced();
    return reduced.denominator.equals(BigInteger.ONE)
        ? reduced.numerator.toString()
        : reduced.numerator + "/" + reduced.denominator;
  }

  /** The nearest decimal of six digits, for people. */
  @Override
  public String toString() {
    if (denominator.equals(BigInteger.ONE)) {
      return numerator.toString();
    }
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), new MathContext(6))
        .stripTrailingZeros()
        .toPlainString();
  }
}
