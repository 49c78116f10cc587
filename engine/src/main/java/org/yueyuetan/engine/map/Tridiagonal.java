package org.yueyuetan.engine.map;

import java.util.Arrays;

/** Symmetric matrices that are zero but for the diagonal and the entries beside it. */
final class Tridiagonal {

  /** An eigenvalue and its vector of length 1. */
  @SuppressWarnings("ArrayRecordComponent") // read in loops, never compared
  record Leading(double value, double[] vector) {}

  private Tridiagonal() {}

  /**
   * The largest eigenvalue, by bisection on the number of negative pivots (Sturm), and its vector
   * by inverse iteration (Golub, Van Loan 2013, 8.4). Time n.
   *
   * @param beside entry i stands between rows i and i + 1
   */
  static Leading leading(double[] diagonal, double[] beside, int size) {
    double low = Double.NEGATIVE_INFINITY;
    double high = 0;
    for (int i = 0; i < size; i++) {
      double reach =
          (i > 0 ? Math.abs(beside[i - 1]) : 0) + (i + 1 < size ? Math.abs(beside[i]) : 0);
      low = Math.max(low, diagonal[i]);
      high = Math.max(high, diagonal[i] + reach);
    }
    double middle = (low + high) / 2;
    while (low < middle && middle < high) {
      if (isAbove(middle, diagonal, beside, size)) {
        high = middle;
      } else {
        low = middle;
      }
      middle = (low + high) / 2;
    }
    // Just above the eigenvalue the matrix value·1 − T is positive and needs no pivoting.
    double value = high + 1e-15 * Math.abs(high) + Double.MIN_NORMAL;
    return new Leading(high, vector(value, diagonal, beside, size));
  }

  private static boolean isAbove(double value, double[] diagonal, double[] beside, int size) {
    double pivot = value - diagonal[0];
    for (int i = 1; i < size && pivot > 0; i++) {
      pivot = value - diagonal[i] - beside[i - 1] * beside[i - 1] / pivot;
    }
    return pivot > 0;
  }

  private static double[] vector(double value, double[] diagonal, double[] beside, int size) {
    double[] pivot = new double[size];
    double least = 1e-300;
    for (int i = 0; i < size; i++) {
      pivot[i] =
          Math.max(
              least,
              value - diagonal[i] - (i == 0 ? 0 : beside[i - 1] * beside[i - 1] / pivot[i - 1]));
    }
    double[] vector = new double[size];
    Arrays.fill(vector, 1 / Math.sqrt(size));
    for (int round = 0; round < 4; round++) {
      for (int i = 1; i < size; i++) {
        vector[i] += vector[i - 1] * beside[i - 1] / pivot[i - 1];
      }
      vector[size - 1] /= pivot[size - 1];
      for (int i = size - 2; i >= 0; i--) {
        vector[i] = (vector[i] + beside[i] * vector[i + 1]) / pivot[i];
      }
      double most = 0;
      for (double entry : vector) {
        most = Math.max(most, Math.abs(entry));
      }
      double square = 0;
      for (int i = 0; i < size; i++) {
        vector[i] /= most;
        square += vector[i] * vector[i];
      }
      for (int i = 0; i < size; i++) {
        vector[i] /= Math.sqrt(square);
      }
    }
    return vector;
  }
}
