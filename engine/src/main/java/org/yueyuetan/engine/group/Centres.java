package org.yueyuetan.engine.group;

import java.util.stream.IntStream;

/**
 * The sums of the texts of each part, from which means over pairs of texts follow without visiting
 * the pairs: |Σv|² = Σ|v|² + Σ over ordered pairs.
 *
 * @param sums a row per part
 * @param size how many texts each part has
 * @param square the square of each row
 * @param own for each part the sum of the squares of its units
 */
@SuppressWarnings("ArrayRecordComponent") // flat arrays for speed; never compared
record Centres(Vectors sums, double[] size, double[] square, double[] own) {

  static Centres of(Units units, int[] part) {
    int parts = Parts.count(part);
    double[] size = new double[parts];
    double[] own = new double[parts];
    for (int unit = 0; unit < part.length; unit++) {
      size[part[unit]] += units.size()[unit];
      own[part[unit]] += units.vectors().square(unit);
    }
    var sums = units.vectors().sums(part, parts);
    return new Centres(
        sums, size, IntStream.range(0, parts).mapToDouble(sums::square).toArray(), own);
  }

  /** The mean cosine of two different texts of a part; 0 for a part of one unit. */
  double likeness(int part) {
    return mean(square[part], own[part], size[part]);
  }

  /** The mean over ordered pairs of different units. */
  static double mean(double square, double own, double size) {
    return size < 2 ? 0 : Math.max(0, square - own) / (size * (size - 1));
  }
}
