package org.yueyuetan.engine.group;

import java.util.Arrays;

/** A partition: an array that says for each thing the number of its part. */
final class Parts {

  private Parts() {}

  /** The same parts, numbered from 0 without a gap in the order in which they first appear. */
  static int[] numbered(int[] part) {
    int most = Arrays.stream(part).max().orElse(-1);
    int[] number = new int[most + 1];
    int next = 0;
    int[] numbered = new int[part.length];
    for (int i = 0; i < part.length; i++) {
      if (number[part[i]] == 0) {
        number[part[i]] = ++next;
      }
      numbered[i] = number[part[i]] - 1;
    }
    return numbered;
  }

  /** How many parts, when they are numbered without a gap. */
  static int count(int[] part) {
    return Arrays.stream(part).max().orElse(-1) + 1;
  }

  /** The members of each part in ascending order. */
  static int[][] members(int[] part, int parts) {
    int[] sizes = new int[parts];
    for (int p : part) {
      sizes[p]++;
    }
    int[][] members = new int[parts][];
    for (int p = 0; p < parts; p++) {
      members[p] = new int[sizes[p]];
    }
    Arrays.fill(sizes, 0);
    for (int i = 0; i < part.length; i++) {
      members[part[i]][sizes[part[i]]++] = i;
    }
    return members;
  }
}
