package org.yueyuetan.engine.group;

import java.util.Arrays;

/** Many growing lists of numbers in two arrays, read from the latest to the earliest. */
final class IntLists {

  private final int[] latest;
  private int[] value = new int[1_024];
  private int[] earlier = new int[1_024];
  private int size;

  IntLists(int lists) {
    latest = new int[lists];
    Arrays.fill(latest, -1);
  }

  void add(int list, int number) {
    if (size == value.length) {
      value = Arrays.copyOf(value, size * 2);
      earlier = Arrays.copyOf(earlier, size * 2);
    }
    value[size] = number;
    earlier[size] = latest[list];
    latest[list] = size++;
  }

  /** Where a list begins, or -1 when it is empty. */
  int first(int list) {
    return latest[list];
  }

  int next(int at) {
    return earlier[at];
  }

  int value(int at) {
    return value[at];
  }
}
