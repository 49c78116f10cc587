package org.yueyuetan.engine.group;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is moved between groups as a whole: a text, or several that staff keep together.
 *
 * @param vectors a row per unit, the sum of its texts
 * @param size how many texts each unit has, near-duplicates counted once
 * @param apart sets of units no two of which may be in one group
 */
@SuppressWarnings("ArrayRecordComponent") // flat arrays for speed; never compared
record Units(Vectors vectors, double[] size, List<int[]> apart) {

  int count() {
    return size.length;
  }

  /** For each unit that is kept apart from others: the others. */
  Map<Integer, int[]> partners() {
    Map<Integer, int[]> partners = new HashMap<>();
    for (int[] set : apart) {
      for (int unit : set) {
        int[] others = Arrays.stream(set).filter(other -> other != unit).toArray();
        partners.merge(unit, others, Units::joined);
      }
    }
    return partners;
  }

  private static int[] joined(int[] one, int[] other) {
    int[] joined = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, joined, one.length, other.length);
    return joined;
  }
}
