package org.yueyuetan.engine.group;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * For each row the rows most like it, by an inverted index. Only the champions of a term, the rows
 * in which it weighs most, are looked at where very many rows have it (champion lists; Manning,
 * Raghavan, Schütze 2008, <i>Introduction to Information Retrieval</i>, 7.1.3). Time O(rows × terms
 * of a row × champions).
 */
final class Neighbours {

  /** Rows that are looked at for one term. */
  static final int CHAMPIONS = 1_000;

  private static final int CHUNK = 512;

  private final Vectors rows;
  private final double[] size;
  private final Vectors index;

  private Neighbours(Vectors rows, double[] size) {
    this.rows = rows;
    this.size = size;
    this.index = champions(rows.transposed(), size);
  }

  /**
   * A row per row: the most alike others and the dot product with each, in ascending order of rows.
   * How alike two rows are is their dot product divided by both sizes, the mean over their texts.
   *
   * @param size how many texts each row sums up
   * @param most how many neighbours a row has at most
   * @param least how alike a neighbour is at least
   */
  static Vectors of(Vectors rows, double[] size, int most, double least) {
    var neighbours = new Neighbours(rows, size);
    int n = rows.rows();
    var chunks =
        IntStream.range(0, (n + CHUNK - 1) / CHUNK)
            .parallel()
            .mapToObj(chunk ->
                neighbours.find(chunk * CHUNK, Math.min(n, (chunk + 1) * CHUNK), most, least))
            .toList();
    var all = new VectorsBuilder(n);
    for (var chunk : chunks) {
      for (int row = 0; row < chunk.rows(); row++) {
        for (int i = chunk.start()[row]; i < chunk.start()[row + 1]; i++) {
          all.append(chunk.term()[i], chunk.weight()[i]);
        }
        all.endRow();
      }
    }
    return all.build();
  }

  private Vectors find(int from, int to, int most, double least) {
    var found = new VectorsBuilder(rows.rows());
    var dots = new float[rows.rows()];
    var touched = new int[rows.rows()];
    var best = new Best(most);
    for (int row = from; row < to; row++) {
      int count = 0;
      for (int i = rows.start()[row]; i < rows.start()[row + 1]; i++) {
        int term = rows.term()[i];
        float weight = rows.weight()[i];
        for (int j = index.start()[term]; j < index.start()[term + 1]; j++) {
          int other = index.term()[j];
          if (dots[other] == 0) {
            touched[count++] = other;
          }
          dots[other] += weight * index.weight()[j];
        }
      }
      best.clear();
      for (int i = 0; i < count; i++) {
        int other = touched[i];
        if (other != row) {
          best.offer(other, dots[other] / size[other]);
        }
        dots[other] = 0;
      }
      int[] nearest = best.rows();
      Arrays.sort(nearest);
      for (int other : nearest) {
        double dot = rows.dot(row, other);
        if (dot >= least * size[row] * size[other]) {
          found.append(other, (float) dot);
        }
      }
      found.endRow();
    }
    return found.build();
  }

  /** Of each term only the rows in which it weighs most, if there are too many. */
  private static Vectors champions(Vectors index, double[] size) {
    var champions = new VectorsBuilder(index.terms());
    for (int term = 0; term < index.rows(); term++) {
      int from = index.start()[term];
      int to = index.start()[term + 1];
      int count = to - from;
      var best = new Best(CHAMPIONS);
      if (count > CHAMPIONS) {
        for (int i = from; i < to; i++) {
          best.offer(index.term()[i], index.weight()[i] / size[index.term()[i]]);
        }
      }
      int[] kept = best.rows();
      Arrays.sort(kept);
      for (int i = from, k = 0; i < to; i++) {
        if (count <= CHAMPIONS) {
          champions.append(index.term()[i], index.weight()[i]);
        } else if (k < kept.length && kept[k] == index.term()[i]) {
          champions.append(index.term()[i], index.weight()[i]);
          k++;
        }
      }
      champions.endRow();
    }
    return champions.build();
  }
}
