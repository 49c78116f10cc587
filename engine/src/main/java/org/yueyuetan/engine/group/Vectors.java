package org.yueyuetan.engine.group;

/**
 * Sparse rows in three flat arrays (compressed sparse rows). The terms of a row are in ascending
 * order.
 *
 * @param start row i lies in {@code start[i] .. start[i + 1]} of the other two
 * @param term numbers of terms
 * @param weight what each weighs
 * @param terms how many different terms there are
 */
@SuppressWarnings("ArrayRecordComponent") // flat arrays for speed; never compared
record Vectors(int[] start, int[] term, float[] weight, int terms) {

  int rows() {
    return start.length - 1;
  }

  double dot(int one, int other) {
    double sum = 0;
    int i = start[one];
    int j = start[other];
    while (i < start[one + 1] && j < start[other + 1]) {
      int difference = term[i] - term[j];
      if (difference == 0) {
        sum += (double) weight[i++] * weight[j++];
      } else if (difference < 0) {
        i++;
      } else {
        j++;
      }
    }
    return sum;
  }

  /** The dot product of a row with a vector that is written out in full. */
  double dot(int row, double[] dense) {
    double sum = 0;
    for (int i = start[row]; i < start[row + 1]; i++) {
      sum += weight[i] * dense[term[i]];
    }
    return sum;
  }

  /** The row times itself. */
  double square(int row) {
    double sum = 0;
    for (int i = start[row]; i < start[row + 1]; i++) {
      sum += (double) weight[i] * weight[i];
    }
    return sum;
  }

  /** Adds a row, times a factor, to a vector that is written out in full. */
  void addTo(double[] dense, int row, double factor) {
    for (int i = start[row]; i < start[row + 1]; i++) {
      dense[term[i]] += factor * weight[i];
    }
  }

  /** One row for each part: the sum of its rows. Parts are numbered from 0 without a gap. */
  Vectors sums(int[] part, int parts) {
    var rowsOf = Parts.members(part, parts);
    var sums = new VectorsBuilder(terms);
    var dense = new double[terms];
    for (int p = 0; p < parts; p++) {
      for (int row : rowsOf[p]) {
        for (int i = start[row]; i < start[row + 1]; i++) {
          sums.add(dense, term[i], weight[i]);
        }
      }
      sums.endRow(dense);
    }
    return sums.build();
  }

  /** For each term the rows that have it, in ascending order; a row per term. */
  Vectors transposed() {
    int[] from = new int[terms + 1];
    for (int t : term) {
      from[t + 1]++;
    }
    for (int t = 0; t < terms; t++) {
      from[t + 1] += from[t];
    }
    int[] row = new int[term.length];
    float[] rowWeight = new float[term.length];
    int[] next = from.clone();
    for (int r = 0; r < rows(); r++) {
      for (int i = start[r]; i < start[r + 1]; i++) {
        int at = next[term[i]]++;
        row[at] = r;
        rowWeight[at] = weight[i];
      }
    }
    return new Vectors(from, row, rowWeight, rows());
  }
}
