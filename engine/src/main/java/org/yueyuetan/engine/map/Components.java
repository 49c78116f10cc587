package org.yueyuetan.engine.map;

import java.util.function.ObjIntConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The two directions in which votes differ most: principal components of the votes, where a vote
 * that is missing counts as the mean of its opinion.
 *
 * <p>Centred on the means a missing vote is zero, so the matrix is as sparse as the votes and is
 * never written out. Exact up to 10⁻¹² ({@link Lanczos}). Time for P participants with S votes each
 * on C opinions: P S² / 2, and C² a step of the iteration; beyond 1,500 opinions 4 P S a step.
 *
 * @param mean of the votes cast on each opinion; 0 where there is none
 * @param first of length 1; the first of its largest entries is positive
 * @param second the same, orthogonal to the first
 */
@SuppressWarnings("ArrayRecordComponent") // read in tight loops, never compared and never changed
record Components(double[] mean, double[] first, double[] second) {

  /** Up to so many opinions the covariances are written out; then a step costs no votes. */
  private static final int FEW = 1_500;

  private static final int PARTS = 8;

  static Components of(Votes votes) {
    double[] mean = means(votes);
    double scale = 0;
    for (int vote = 0; vote < votes.size(); vote++) {
      double entry = votes.sign(vote) - mean[votes.opinion(vote)];
      scale += entry * entry;
    }
    UnaryOperator<double[]> squared =
        mean.length <= FEW
            ? product(covariances(votes, mean))
            : vector -> squared(votes, mean, vector);
    var lanczos = new Lanczos(squared, mean.length, scale);
    return new Components(mean, signed(lanczos.next()), signed(lanczos.next()));
  }

  private static double[] means(Votes votes) {
    double[] mean = new double[votes.opinions().size()];
    int[] seen = new int[mean.length];
    for (int vote = 0; vote < votes.size(); vote++) {
      mean[votes.opinion(vote)] += votes.sign(vote);
      seen[votes.opinion(vote)]++;
    }
    for (int opinion = 0; opinion < mean.length; opinion++) {
      mean[opinion] /= Math.max(1, seen[opinion]);
    }
    return mean;
  }

  /** What two opinions have in common: a lower triangle, row by row. */
  private static double[] covariances(Votes votes, double[] mean) {
    return sum(
        votes,
        mean.length * (mean.length + 1) / 2,
        (sum, participant) -> {
          for (int one = votes.begin(participant); one < votes.end(participant); one++) {
            int row = votes.opinion(one);
            int at = row * (row + 1) / 2;
            double entry = votes.sign(one) - mean[row];
            for (int other = votes.begin(participant); other <= one; other++) {
              int column = votes.opinion(other);
              sum[at + column] += entry * (votes.sign(other) - mean[column]);
            }
          }
        });
  }

  private static UnaryOperator<double[]> product(double[] triangle) {
    return vector -> {
      double[] product = new double[vector.length];
      int at = 0;
      for (int row = 0; row < vector.length; row++) {
        double sum = triangle[at + row] * vector[row];
        for (int column = 0; column < row; column++) {
          sum += triangle[at + column] * vector[column];
          product[column] += triangle[at + column] * vector[row];
        }
        product[row] += sum;
        at += row + 1;
      }
      return product;
    };
  }

  /** The centred votes, transposed, times themselves, times a vector; never written out. */
  private static double[] squared(Votes votes, double[] mean, double[] vector) {
    return sum(
        votes,
        mean.length,
        (sum, participant) -> {
          double along = 0;
          for (int vote = votes.begin(participant); vote < votes.end(participant); vote++) {
            int opinion = votes.opinion(vote);
            along += (votes.sign(vote) - mean[opinion]) * vector[opinion];
          }
          for (int vote = votes.begin(participant); vote < votes.end(participant); vote++) {
            int opinion = votes.opinion(vote);
            sum[opinion] += (votes.sign(vote) - mean[opinion]) * along;
          }
        });
  }

  /**
   * A sum over participants, in parts, on as many processors as there are. The number of parts is
   * constant, for no sum may depend on the machine.
   */
  private static double[] sum(Votes votes, int length, ObjIntConsumer<double[]> add) {
    long participants = votes.participants().size();
    double[][] parts =
        IntStream.range(0, PARTS)
            .parallel()
            .mapToObj(part -> {
              double[] sum = new double[length];
              int end = (int) (participants * (part + 1) / PARTS);
              for (int p = (int) (participants * part / PARTS); p < end; p++) {
                add.accept(sum, p);
              }
              return sum;
            })
            .toArray(double[][]::new);
    double[] sum = parts[0];
    for (int part = 1; part < PARTS; part++) {
      for (int i = 0; i < length; i++) {
        sum[i] += parts[part][i];
      }
    }
    return sum;
  }

  private static double[] signed(double[] component) {
    double largest = 0;
    for (double entry : component) {
      if (Math.abs(entry) > Math.abs(largest)) {
        largest = entry;
      }
    }
    if (largest < 0) {
      for (int opinion = 0; opinion < component.length; opinion++) {
        component[opinion] = -component[opinion];
      }
    }
    return component;
  }

  /**
   * Where a participant stands: along each component the mean of what the votes seen say, so that
   * who saw little is not drawn to the middle.
   */
  double[] place(Votes votes, int participant) {
    double x = 0;
    double y = 0;
    for (int vote = votes.begin(participant); vote < votes.end(participant); vote++) {
      int opinion = votes.opinion(vote);
      double entry = votes.sign(vote) - mean[opinion];
      x += entry * first[opinion];
      y += entry * second[opinion];
    }
    double stretch = Math.sqrt(mean.length / Math.max(1., votes.seen(participant)));
    return new double[] {x * stretch, y * stretch};
  }
}
