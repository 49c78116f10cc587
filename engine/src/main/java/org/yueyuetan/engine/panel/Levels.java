package org.yueyuetan.engine.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Leximin over expected numbers of members per type within quotas and cuts: raises the smallest
 * chance, fixes whose chance cannot be higher, and goes on with the others (Ogryczak, Pióro and
 * Tomaszewski 2005). An upper bound on what lotteries over panels can do, level by level; exact
 * when the result is a mean of panels.
 *
 * <p>A level is max τ with max(floor_t, τ d_t) ≤ z_t ≤ n_t. For a given τ these are bounds, so that
 * the program has one row per quota and cut only. If it contradicts itself, the multipliers of the
 * contradiction prove a smaller bound on τ, and so on: Newton's method, finite.
 */
final class Levels {

  private static final double CLOSE = 1e-11;
  private static final double BINDING = 1e-6;

  /** So much is given up when a level is fixed, lest rounding leave nothing feasible. */
  private static final double SLACK = 3 * LinearProgram.FEASIBLE;

  /**
   * @param chance that these types get: no lottery gives all of them more, given the levels before
   * @param multipliers of the rows and cuts: the proof of the bound
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Level(int timesInvited, double chance, double[] multipliers, int[] types) {}

  private final Types types;
  private final List<Cut> cuts;
  private final LinearProgram program;
  private final int first;
  private final double[] least;
  private final double[] most;
  private final double[] floor;
  private final double[] full;
  private double[] multipliers = {};
  private double claims = 1;
  private double[] granted = {};
  private final List<Level> levels = new ArrayList<>();

  Levels(Types types, List<Cut> cuts) {
    this.types = types;
    this.cuts = cuts;
    int rows = types.rows() + cuts.size();
    least = new double[rows];
    most = new double[rows];
    for (int row = 0; row < rows; row++) {
      boolean cut = row >= types.rows();
      least[row] = cut ? Double.NEGATIVE_INFINITY : types.least(row);
      most[row] = cut ? cuts.get(row - types.rows()).most() : types.most(row);
    }
    program = new LinearProgram(least.clone(), most.clone());
    first = rows;
    floor = new double[types.count()];
    full = new double[types.count()];
    for (int type = 0; type < types.count(); type++) {
      full[type] = types.get(type).size();
      floor[type] = types.get(type).must() ? full[type] : 0;
      double[] column = new double[rows];
      for (int row = 0; row < rows; row++) {
        column[row] = entry(type, row);
      }
      program.add(column, floor[type], full[type], 0);
    }
    solve();
  }

  long work() {
    return program.work();
  }

  List<Level> levels() {
    return levels;
  }

  /** The expected number of members of each type. */
  double[] expected() {
    feasible(new double[floor.length], 0);
    double[] expected = new double[floor.length];
    for (int type = 0; type < expected.length; type++) {
      expected[type] = program.value(first + type);
    }
    return expected;
  }

  /** The smallest share of a least chance asked for that can be kept, at most 1. */
  double claims() {
    return claims;
  }

  /** The least chance of a member of the type that can be kept. */
  double granted(int type) {
    return Math.max(0, granted[type]) / full[type];
  }

  private double entry(int type, int row) {
    return row < types.rows()
        ? types.counts(type, row) ? 1 : 0
        : cuts.get(row - types.rows()).weights()[type];
  }

  private void solve() {
    double[] demand = new double[types.count()];
    for (int type = 0; type < demand.length; type++) {
      demand[type] = types.get(type).leastChance() * full[type];
    }
    while (Arrays.stream(demand).anyMatch(d -> d > 0)) {
      double share = raise(demand);
      claims = Math.min(claims, share);
      fix(demand, share);
    }
    granted = floor.clone();
    int[] classes =
        types.types().stream()
            .filter(type -> !type.must())
            .mapToInt(Types.Type::timesInvited)
            .distinct()
            .sorted()
            .toArray();
    for (int timesInvited : classes) {
      for (int type = 0; type < demand.length; type++) {
        var kind = types.get(type);
        demand[type] = !kind.must() && kind.timesInvited() == timesInvited ? full[type] : 0;
      }
      while (Arrays.stream(demand).anyMatch(d -> d > 0)) {
        double chance = raise(demand);
        levels.add(new Level(timesInvited, chance, multipliers, fix(demand, chance)));
      }
    }
  }

  /**
   * Types that the multipliers bind get their floor now and leave the demand; they are returned.
   */
  private int[] fix(double[] demand, double reached) {
    double[] weights = weights();
    double total = 0;
    for (int type = 0; type < demand.length; type++) {
      total += Math.max(0, weights[type]) * demand[type];
    }
    var fixed = new ArrayList<Integer>();
    for (int type = 0; type < demand.length; type++) {
      if (demand[type] > 0
          && (reached >= 1 - CLOSE || weights[type] * demand[type] > BINDING * total)) {
        fixed.add(type);
      }
    }
    for (int type : fixed) {
      floor[type] = Math.max(floor[type], reached * demand[type] - SLACK);
      demand[type] = 0;
    }
    return fixed.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * The largest τ up to 1: from a bound that is proved down to one that is reached. A τ that is not
   * feasible gives the proof of a smaller bound.
   */
  private double raise(double[] demand) {
    multipliers = new double[first];
    multipliers[0] = 1;
    double bound = Math.min(1, proved(demand));
    while (!feasible(demand, bound)) {
      double[] before = multipliers;
      multipliers = contradiction();
      double smaller = proved(demand);
      if (smaller >= bound) {
        multipliers = before;
        break;
      }
      bound = smaller;
    }
    return Math.max(0, bound);
  }

  /** Without what rounding makes of rows that have no limit on that side. */
  private double[] contradiction() {
    double[] found = program.contradiction();
    for (int row = 0; row < first; row++) {
      if (Double.isInfinite(found[row] > 0 ? most[row] : least[row])) {
        found[row] = 0;
      }
    }
    return found;
  }

  private boolean feasible(double[] demand, double chance) {
    for (int type = 0; type < demand.length; type++) {
      program.bound(first + type, Math.max(floor[type], chance * demand[type]), full[type]);
    }
    return program.maximise();
  }

  /** Σ_rows multiplier × entry for each type, so that Σ weight × number ≤ most of the rows. */
  private double[] weights() {
    double[] weights = new double[types.count()];
    for (int type = 0; type < weights.length; type++) {
      for (int row = 0; row < first; row++) {
        weights[type] += multipliers[row] * entry(type, row);
      }
    }
    return weights;
  }

  /** The largest τ that the multipliers allow: a bound for every lottery, whatever the guess. */
  private double proved(double[] demand) {
    double left = 0;
    for (int row = 0; row < first; row++) {
      double by = multipliers[row];
      left += Math.abs(by) <= 1e-12 ? 0 : by * (by > 0 ? most[row] : least[row]);
    }
    double[] weights = weights();
    var growing = new ArrayList<double[]>();
    for (int type = 0; type < weights.length; type++) {
      double w = weights[type];
      if (w < 0) {
        left -= w * full[type];
      } else if (demand[type] == 0) {
        left -= w * floor[type];
      } else if (w > 0) {
        left -= w * floor[type];
        growing.add(new double[] {floor[type] / demand[type], w * demand[type]});
      }
    }
    growing.sort((a, b) -> Double.compare(a[0], b[0]));
    double tau = 0;
    double slope = 0;
    for (double[] next : growing) {
      double step = (next[0] - tau) * slope;
      if (step > left) {
        break;
      }
      left -= step;
      tau = next[0];
      slope += next[1];
    }
    return slope <= 0 ? 1 : tau + left / slope;
  }
}
