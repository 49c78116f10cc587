package org.yueyuetan.engine.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The leading eigenvectors of a symmetric matrix with no negative eigenvalue that is known only by
 * what it makes of a vector.
 *
 * <p>Lanczos with full reorthogonalization, restarted from its best vector (Golub, Van Loan,
 * <i>Matrix Computations</i>, 2013, chapter 10). One vector at a time, each orthogonal to those
 * before, so that equal eigenvalues do no harm. It ends when the residual is 10⁻¹² of the
 * eigenvalue, which bounds the error of the eigenvalue by the same.
 */
final class Lanczos {

  private static final double PRECISION = 1e-12;
  private static final int STEPS = 120;
  private static final int LOOK = 10;
  private static final int RESTARTS = 200;

  private final UnaryOperator<double[]> matrix;
  private final int size;
  private final double scale;
  private final List<double[]> found = new ArrayList<>();

  /**
   * @param scale the trace, or another bound of the eigenvalues; those below 10⁻¹² of it are zero
   */
  Lanczos(UnaryOperator<double[]> matrix, int size, double scale) {
    this.matrix = matrix;
    this.size = size;
    this.scale = scale;
  }

  /** The next eigenvector, of length 1; or zeros when all further eigenvalues are zero. */
  double[] next() {
    double[] vector = start();
    if (found.size() == size || orthogonalized(vector, List.of()) <= PRECISION) {
      return new double[size];
    }
    for (int restart = 0; restart < RESTARTS; restart++) {
      if (improve(vector)) {
        break;
      }
    }
    found.add(vector);
    return vector;
  }

  /** An irregular vector, the same at every call, that no structure of votes is orthogonal to. */
  private double[] start() {
    double[] vector = new double[size];
    for (int i = 0; i < size; i++) {
      vector[i] = 1 + Math.sin(1 + i * (i + 1.));
    }
    return vector;
  }

  /** Puts the best vector of the Krylov space in place of the given one; is it good enough? */
  private boolean improve(double[] vector) {
    int most = Math.min(STEPS, size - found.size());
    var basis = new ArrayList<double[]>();
    double[] diagonal = new double[most];
    double[] beside = new double[most];
    double[] next = vector.clone();
    for (int steps = 1; ; steps++) {
      basis.add(next);
      double[] image = matrix.apply(next);
      diagonal[steps - 1] = dot(image, next);
      double rest = orthogonalized(image, basis);
      beside[steps - 1] = rest;
      next = image;
      boolean whole = steps == most || rest <= PRECISION * scale;
      if (whole || steps % LOOK == 0) {
        var best = Tridiagonal.leading(diagonal, beside, steps);
        double residual = rest * Math.abs(best.vector()[steps - 1]);
        boolean precise = residual <= PRECISION * Math.max(best.value(), PRECISION * scale);
        if (whole || precise) {
          combine(vector, basis, best);
          return precise || most < STEPS;
        }
      }
    }
  }

  private void combine(double[] vector, List<double[]> basis, Tridiagonal.Leading best) {
    Arrays.fill(vector, 0);
    if (best.value() > PRECISION * scale) {
      for (int i = 0; i < basis.size(); i++) {
        add(vector, basis.get(i), best.vector()[i]);
      }
      orthogonalized(vector, List.of());
    }
  }

  /** Makes a vector orthogonal to others and to those found, of length 1; its length before. */
  private double orthogonalized(double[] vector, List<double[]> others) {
    // Twice is enough: Parlett, The Symmetric Eigenvalue Problem, 1998, 6.9.
    for (int pass = 0; pass < 2; pass++) {
      for (var other : found) {
        add(vector, other, -dot(vector, other));
      }
      for (var other : others) {
        add(vector, other, -dot(vector, other));
      }
    }
    double length = Math.sqrt(dot(vector, vector));
    if (length > 0) {
      for (int i = 0; i < size; i++) {
        vector[i] /= length;
      }
    }
    return length;
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static void add(double[] sum, double[] vector, double factor) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * vector[i];
    }
  }
}
