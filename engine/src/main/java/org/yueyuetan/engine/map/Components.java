package org.yueyuetan.engine.map;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The two directions in which votes differ most: principal components of the votes, where a vote
 * that is missing counts as the mean of its opinion.
 *
 * <p>Centred on the means a missing vote is zero, so the matrix is as sparse as the votes and is
 * never written out. Exact up to 10⁻¹² ({@link Lanczos}). Time 4 V a step of the iteration for V
 * votes.
 *
 * @param mean of the votes cast on each opinion; 0 where there is none
 * @param first of length 1; the first of its largest entries is positive
 * @param second the same, orthogonal to the first
 */
@SuppressWarnings("ArrayRecordComponent") // read in tight loops, never compared and never changed
record Components(double[] mean, double[] first, double[] second) {

  /** Rows are summed in so many parts; constant, for no sum may depend on the machine. */
  private static final int PARTS = 16;

  static Components of(Votes votes) {
    double[] mean = means(votes);
    double scale = 0;
    for (int vote = 0; vote < votes.size(); vote++) {
      double entry = votes.sign(vote) - mean[votes.opinion(vote)];
      scale += entry * entry;
    }
    var lanczos = new Lanczos(vector -> squared(votes, mean, vector), mean.length, scale);
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

  /** The matrix of centred votes, transposed, times itself, times a vector. */
  private static double[] squared(Votes votes, double[] mean, double[] vector) {
    int participants = votes.participants().size();
    double[] meanTimes = new double[mean.length];
    Arrays.setAll(meanTimes, opinion -> mean[opinion] * vector[opinion]);
    var parts =
        IntStream.range(0, PARTS)
            .parallel()
            .mapToObj(part ->
                squared(
                    votes,
                    mean,
                    vector,
                    meanTimes,
                    (int) ((long) participants * part / PARTS),
                    (int) ((long) participants * (part + 1) / PARTS)))
            .toList();
    double[] sum = new double[mean.length];
    for (var part : parts) {
      for (int opinion = 0; opinion < sum.length; opinion++) {
        sum[opinion] += part[opinion];
      }
    }
    return sum;
  }

  private static double[] squared(
      Votes votes, double[] mean, double[] vector, double[] meanTimes, int from, int to) {
    double[] signs = new double[mean.length];
    double[] seen = new double[mean.length];
    for (int participant = from; participant < to; participant++) {
      double along = 0;
      for (int vote = votes.begin(participant); vote < votes.end(participant); vote++) {
        int opinion = votes.opinion(vote);
        along += votes.sign(vote) * vector[opinion] - meanTimes[opinion];
      }
      for (int vote = votes.begin(participant); vote < votes.end(participant); vote++) {
        int opinion = votes.opinion(vote);
        signs[opinion] += votes.sign(vote) * along;
        seen[opinion] += along;
      }
    }
    for (int opinion = 0; opinion < signs.length; opinion++) {
      signs[opinion] -= mean[opinion] * seen[opinion];
    }
    return signs;
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
