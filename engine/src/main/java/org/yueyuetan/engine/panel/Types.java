package org.yueyuetan.engine.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Members that no quota and no claim tells apart are one type; by symmetry they have one chance. A
 * panel is then a whole number from 0 to {@code size} for each type.
 *
 * @param seats size of a panel
 * @param quotas rows of the program after the first, which is the number of seats
 */
record Types(List<Type> types, List<Quota> quotas, int seats) {

  /**
   * @param in which quotas count a member of this type
   * @param members in canonical order
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Type(
      boolean[] in, boolean must, double leastChance, int timesInvited, List<Member> members) {

    int size() {
      return members.size();
    }
  }

  private record Key(String in, boolean must, double leastChance, int timesInvited)
      implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparing(Key::in)
          .thenComparing(Key::must)
          .thenComparingDouble(Key::leastChance)
          .thenComparingInt(Key::timesInvited)
          .compare(this, other);
    }
  }

  static Types of(Convening convening) {
    var types = new TreeMap<Key, Type>();
    for (var member : convening.members()) {
      boolean[] in = new boolean[convening.quotas().size()];
      for (int quota = 0; quota < in.length; quota++) {
        in[quota] = member.has(convening.quotas().get(quota));
      }
      boolean must = member.must();
      double least = must ? 0 : member.leastChance();
      int times = must ? 0 : member.timesInvited();
      types
          .computeIfAbsent(
              new Key(Arrays.toString(in), must, least, times),
              key -> new Type(in, must, least, times, new ArrayList<>()))
          .members()
          .add(member);
    }
    return new Types(List.copyOf(types.values()), convening.quotas(), convening.seats());
  }

  int count() {
    return types.size();
  }

  Type get(int type) {
    return types.get(type);
  }

  int rows() {
    return 1 + quotas.size();
  }

  double least(int row) {
    return row == 0 ? seats : quotas.get(row - 1).min();
  }

  double most(int row) {
    return row == 0 ? seats : quotas.get(row - 1).max();
  }

  /** Whether a member of the type counts in the row. */
  boolean counts(int type, int row) {
    return row == 0 || types.get(type).in()[row - 1];
  }

  /** The sum of a row over whole or expected numbers of members. */
  double activity(int row, double[] numbers) {
    double sum = 0;
    for (int type = 0; type < numbers.length; type++) {
      if (counts(type, row)) {
        sum += numbers[type];
      }
    }
    return sum;
  }

  /** Exactly: every quota, the number of seats and the members that must be invited. */
  boolean allows(int[] panel) {
    for (int row = 0; row < rows(); row++) {
      int sum = 0;
      for (int type = 0; type < panel.length; type++) {
        sum += counts(type, row) ? panel[type] : 0;
      }
      if (sum < least(row) || sum > most(row)) {
        return false;
      }
    }
    for (int type = 0; type < panel.length; type++) {
      int least = get(type).must() ? get(type).size() : 0;
      if (panel[type] < least || panel[type] > get(type).size()) {
        return false;
      }
    }
    return true;
  }

  /** The program of panels: a column for each type, after the columns of the rows. */
  LinearProgram program() {
    double[] least = new double[rows()];
    double[] most = new double[rows()];
    for (int row = 0; row < rows(); row++) {
      least[row] = least(row);
      most[row] = most(row);
    }
    var program = new LinearProgram(least, most);
    for (int type = 0; type < count(); type++) {
      program.add(column(type), get(type).must() ? get(type).size() : 0, get(type).size(), 0);
    }
    return program;
  }

  /** Panels in canonical order. */
  static void sort(List<List<Integer>> panels) {
    panels.sort((a, b) -> {
      int type = 0;
      while (type < a.size() && a.get(type).equals(b.get(type))) {
        type++;
      }
      return type == a.size() ? 0 : Integer.compare(b.get(type), a.get(type));
    });
  }

  double[] column(int type) {
    double[] column = new double[rows()];
    for (int row = 0; row < column.length; row++) {
      column[row] = counts(type, row) ? 1 : 0;
    }
    return column;
  }
}
