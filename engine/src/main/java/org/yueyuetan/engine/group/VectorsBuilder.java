package org.yueyuetan.engine.group;

import java.util.Arrays;

/** Gathers sparse rows one after the other. */
final class VectorsBuilder {

  private final int terms;
  private int[] start = new int[16];
  private int[] term = new int[64];
  private float[] weight = new float[64];
  private int[] touched = new int[16];
  private int rows;
  private int size;
  private int inRow;

  VectorsBuilder(int terms) {
    this.terms = terms;
  }

  /**
   * Adds to a term of the row at hand.
   *
   * @param dense working space as long as there are terms, all zero when a row begins
   */
  void add(double[] dense, int at, double value) {
    if (dense[at] == 0) {
      if (inRow == touched.length) {
        touched = Arrays.copyOf(touched, inRow * 2);
      }
      touched[inRow++] = at;
    }
    dense[at] += value;
  }

  /** Ends the row at hand and clears the working space. */
  void endRow(double[] dense) {
    Arrays.sort(touched, 0, inRow);
    for (int i = 0; i < inRow; i++) {
      append(touched[i], (float) dense[touched[i]]);
      dense[touched[i]] = 0;
    }
    inRow = 0;
    endRow();
  }

  /** Appends to the row at hand; the terms of a row come in ascending order. */
  void append(int at, float value) {
    if (size == term.length) {
      term = Arrays.copyOf(term, size + (size >> 1));
      weight = Arrays.copyOf(weight, term.length);
    }
    term[size] = at;
    weight[size++] = value;
  }

  void endRow() {
    if (++rows == start.length) {
      start = Arrays.copyOf(start, rows * 2);
    }
    start[rows] = size;
  }

  Vectors build() {
    return new Vectors(
        Arrays.copyOf(start, rows + 1),
        Arrays.copyOf(term, size),
        Arrays.copyOf(weight, size),
        terms);
  }
}
