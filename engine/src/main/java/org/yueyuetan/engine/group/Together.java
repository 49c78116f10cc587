package org.yueyuetan.engine.group;

import java.util.Arrays;

/** Things that belong together (disjoint sets; Tarjan 1975); the first of a set stands for it. */
final class Together {

  private final int[] first;

  Together(int things) {
    first = new int[things];
    Arrays.setAll(first, thing -> thing);
  }

  int first(int thing) {
    int at = thing;
    while (first[at] != at) {
      first[at] = first[first[at]];
      at = first[at];
    }
    return at;
  }

  void join(int one, int other) {
    int a = first(one);
    int b = first(other);
    first[Math.max(a, b)] = Math.min(a, b);
  }
}
