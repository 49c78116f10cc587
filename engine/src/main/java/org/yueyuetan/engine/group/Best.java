package org.yueyuetan.engine.group;

import java.util.Arrays;

/** The rows with the highest scores; of equal ones the first. A binary heap, the worst on top. */
final class Best {

  private final int[] row;
  private final double[] score;
  private int size;

  Best(int most) {
    row = new int[most];
    score = new double[most];
  }

  void clear() {
    size = 0;
  }

  void offer(int candidate, double value) {
    if (size < row.length) {
      int at = size++;
      while (at > 0 && worse(candidate, value, (at - 1) / 2)) {
        set(at, row[(at - 1) / 2], score[(at - 1) / 2]);
        at = (at - 1) / 2;
      }
      set(at, candidate, value);
    } else if (size > 0 && !worse(candidate, value, 0)) {
      sink(candidate, value);
    }
  }

  private void sink(int candidate, double value) {
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && worse(row[child + 1], score[child + 1], child)) {
        child++;
      }
      if (worse(candidate, value, child)) {
        break;
      }
      set(at, row[child], score[child]);
      at = child;
    }
    set(at, candidate, value);
  }

  private boolean worse(int candidate, double value, int than) {
    return value < score[than] || (value == score[than] && candidate > row[than]);
  }

  private void set(int at, int candidate, double value) {
    row[at] = candidate;
    score[at] = value;
  }

  /** In no order. */
  int[] rows() {
    return Arrays.copyOf(row, size);
  }
}
