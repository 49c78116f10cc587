package org.yueyuetan.engine.panel;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

/**
 * Maximises c·x subject to l ≤ Ax ≤ u and bounds on x: primal simplex with bounded variables, an
 * explicit inverse of the basis, Devex prices and a phase 1 that minimises the sum of what is out
 * of bounds (Dantzig 1963; Harris 1973; Maros 2003, chapter 9). Columns, bounds and costs may
 * change between solutions; the basis is kept. Deterministic.
 *
 * <p>A pivot costs O(rows² + entries). Bounds hold within {@value #FEASIBLE}.
 */
final class LinearProgram {

  static final double FEASIBLE = 1e-9;
  private static final double IMPROVING = 1e-9;
  private static final double HARRIS = 1e-10;
  private static final double PIVOT = 1e-8;
  private static final int CHECK_EVERY = 100;

  private final int rows;
  private int columns;
  private int[] start;
  private int[] rowOf = new int[64];
  private double[] entry = new double[64];
  private double[] lower;
  private double[] upper;
  private double[] cost;
  private double[] price;
  private double[] weight;
  private boolean[] atUpper;

  /** Row in which a column is basic, or -1. */
  private int[] place;

  private final int[] basic;
  private final double[] value;
  private final double[][] inverse;
  private final double[] direction;
  private int still;
  private long work;

  /** Row i gets the column i, which is its activity: Ax - activity = 0. */
  LinearProgram(double[] rowLower, double[] rowUpper) {
    rows = rowLower.length;
    columns = rows;
    int room = rows + 16;
    start = new int[room + 1];
    lower = Arrays.copyOf(rowLower, room);
    upper = Arrays.copyOf(rowUpper, room);
    cost = new double[room];
    price = new double[room];
    weight = new double[room];
    atUpper = new boolean[room];
    place = new int[room];
    Arrays.fill(place, -1);
    basic = new int[rows];
    value = new double[rows];
    inverse = new double[rows][rows];
    direction = new double[rows];
    rowOf = new int[rows + 64];
    entry = new double[rows + 64];
    for (int i = 0; i < rows; i++) {
      rowOf[i] = i;
      entry[i] = -1;
      start[i + 1] = i + 1;
      atUpper[i] = lower[i] == Double.NEGATIVE_INFINITY;
      place[i] = i;
      basic[i] = i;
      inverse[i][i] = -1;
    }
  }

  /** Adds a column with these entries, one per row, zeros allowed; its number is returned. */
  int add(double[] entries, double least, double most, double gain) {
    int column = columns++;
    if (column == cost.length) {
      int room = 2 * column;
      start = Arrays.copyOf(start, room + 1);
      lower = Arrays.copyOf(lower, room);
      upper = Arrays.copyOf(upper, room);
      cost = Arrays.copyOf(cost, room);
      price = Arrays.copyOf(price, room);
      weight = Arrays.copyOf(weight, room);
      atUpper = Arrays.copyOf(atUpper, room);
      place = Arrays.copyOf(place, room);
    }
    int end = start[column];
    if (end + rows > entry.length) {
      rowOf = Arrays.copyOf(rowOf, 2 * entry.length + rows);
      entry = Arrays.copyOf(entry, rowOf.length);
    }
    for (int row = 0; row < rows; row++) {
      if (entries[row] != 0) {
        rowOf[end] = row;
        entry[end++] = entries[row];
      }
    }
    start[column + 1] = end;
    lower[column] = least;
    upper[column] = most;
    cost[column] = gain;
    place[column] = -1;
    return column;
  }

  void bound(int column, double least, double most) {
    lower[column] = least;
    upper[column] = most;
  }

  void gain(int column, double gain) {
    cost[column] = gain;
  }

  double lower(int column) {
    return lower[column];
  }

  double upper(int column) {
    return upper[column];
  }

  double value(int column) {
    return place[column] >= 0 ? value[place[column]] : resting(column);
  }

  double objective() {
    double sum = 0;
    for (int column = 0; column < columns; column++) {
      if (cost[column] != 0) {
        sum += cost[column] * value(column);
      }
    }
    return sum;
  }

  /** What one unit more of each row's activity is worth at the optimum. */
  double[] duals() {
    return duals(false);
  }

  /**
   * After {@link #maximise} was false: multipliers of the rows whose combination no x within its
   * bounds satisfies (Farkas).
   */
  double[] contradiction() {
    return duals(true);
  }

  private double[] duals(boolean infeasible) {
    double[] duals = new double[rows];
    for (int i = 0; i < rows; i++) {
      double gain = infeasible ? -outside(i) : cost[basic[i]];
      if (gain != 0) {
        double[] line = inverse[i];
        for (int row = 0; row < rows; row++) {
          duals[row] += gain * line[row];
        }
      }
    }
    return duals;
  }

  /** About how many multiplications were made so far: a clock that shows the same everywhere. */
  long work() {
    return work;
  }

  /**
   * Solves; false when no x keeps all bounds.
   *
   * @throws CancellationException when the thread was interrupted, that is nobody waits any more
   */
  boolean maximise() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted");
    }
    Arrays.fill(weight, 0, columns, 1);
    still = 0;
    evaluate();
    boolean fresh = false;
    for (int pivots = 1; ; pivots++) {
      if (pivots % CHECK_EVERY == 0) {
        verify();
        fresh = false;
      }
      boolean infeasible = outOfBounds();
      if (infeasible || !fresh) {
        work += (long) rows * rows + start[columns];
        computePrices(infeasible);
        fresh = !infeasible;
      }
      int entering = entering();
      if (entering < 0) {
        return !infeasible;
      }
      fresh &= step(entering, infeasible);
    }
  }

  private double resting(int column) {
    return atUpper[column] ? upper[column] : lower[column];
  }

  /** The values of the basic columns, from those at rest. */
  private void evaluate() {
    work += (long) rows * rows + start[columns];
    double[] load = new double[rows];
    for (int column = 0; column < columns; column++) {
      if (place[column] >= 0) {
        continue;
      }
      if (atUpper[column]
          ? upper[column] == Double.POSITIVE_INFINITY
          : lower[column] == Double.NEGATIVE_INFINITY) {
        atUpper[column] = !atUpper[column];
      }
      double at = resting(column);
      if (at != 0) {
        for (int i = start[column]; i < start[column + 1]; i++) {
          load[rowOf[i]] -= entry[i] * at;
        }
      }
    }
    for (int i = 0; i < rows; i++) {
      double sum = 0;
      double[] line = inverse[i];
      for (int row = 0; row < rows; row++) {
        sum += line[row] * load[row];
      }
      value[i] = sum;
    }
  }

  /** Recomputes the inverse when it has lost precision. */
  private void verify() {
    double[] residual = new double[rows];
    for (int column = 0; column < columns; column++) {
      double at = value(column);
      if (at != 0) {
        for (int i = start[column]; i < start[column + 1]; i++) {
          residual[rowOf[i]] += entry[i] * at;
        }
      }
    }
    double worst = 0;
    for (double r : residual) {
      worst = Math.max(worst, Math.abs(r));
    }
    if (worst > HARRIS) {
      refactor();
    }
  }

  private void refactor() {
    int[] wanted = basic.clone();
    for (int i = 0; i < rows; i++) {
      place[basic[i]] = -1;
    }
    for (int i = 0; i < rows; i++) {
      Arrays.fill(inverse[i], 0);
      inverse[i][i] = -1;
      basic[i] = i;
    }
    boolean[] taken = new boolean[rows];
    for (int column : wanted) {
      if (column < rows) {
        taken[column] = true;
        place[column] = column;
      }
    }
    for (int column : wanted) {
      if (column >= rows) {
        transform(column);
        int best = -1;
        for (int i = 0; i < rows; i++) {
          if (!taken[i] && (best < 0 || Math.abs(direction[i]) > Math.abs(direction[best]))) {
            best = i;
          }
        }
        taken[best] = true;
        if (Math.abs(direction[best]) > PIVOT) {
          exchange(best);
          basic[best] = column;
          place[column] = best;
        } else {
          place[best] = best;
        }
      }
    }
    evaluate();
  }

  private boolean outOfBounds() {
    for (int i = 0; i < rows; i++) {
      if (outside(i) != 0) {
        return true;
      }
    }
    return false;
  }

  /** 1 above its upper bound, -1 below its lower, 0 within. */
  private int outside(int i) {
    int column = basic[i];
    return value[i] > upper[column] + FEASIBLE ? 1 : value[i] < lower[column] - FEASIBLE ? -1 : 0;
  }

  private void computePrices(boolean infeasible) {
    double[] dual = duals(infeasible);
    for (int column = 0; column < columns; column++) {
      if (place[column] < 0) {
        double sum = infeasible ? 0 : cost[column];
        for (int i = start[column]; i < start[column + 1]; i++) {
          sum -= dual[rowOf[i]] * entry[i];
        }
        price[column] = sum;
      } else {
        price[column] = 0;
      }
    }
  }

  private int entering() {
    int best = -1;
    double most = 0;
    for (int column = 0; column < columns; column++) {
      double d = price[column];
      if (place[column] < 0
          && (atUpper[column] ? d < -IMPROVING : d > IMPROVING)
          && lower[column] < upper[column]) {
        double merit = d * d / weight[column];
        if (still > rows + 200) {
          merit *= scatter(column);
        }
        if (merit > most) {
          most = merit;
          best = column;
        }
      }
    }
    return best;
  }

  /** Ends a cycle: another order of preference at every step that stands still. */
  private double scatter(int column) {
    long bits = (column + 1L) * 0x9E3779B97F4A7C15L ^ still * 0xC2B2AE3D27D4EB4FL;
    bits = (bits ^ bits >>> 31) * 0xBF58476D1CE4E5B9L;
    return 1e-3 + (bits >>> 40) / (double) (1 << 24);
  }

  private void transform(int column) {
    Arrays.fill(direction, 0);
    for (int row = 0; row < rows; row++) {
      double sum = 0;
      double[] line = inverse[row];
      for (int i = start[column]; i < start[column + 1]; i++) {
        sum += line[rowOf[i]] * entry[i];
      }
      direction[row] = sum;
    }
  }

  /** Moves along the entering column as far as bounds allow; true if prices are still exact. */
  private boolean step(int entering, boolean infeasible) {
    work += (long) rows * rows + start[columns];
    transform(entering);
    double sign = atUpper[entering] ? -1 : 1;
    double longest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < rows; i++) {
      double change = -sign * direction[i];
      if (Math.abs(change) > PIVOT) {
        longest = Math.min(longest, (room(i, change) + HARRIS) / Math.abs(change));
      }
    }
    int leaving = -1;
    double largest = 0;
    double distance = 0;
    for (int i = 0; i < rows; i++) {
      double change = -sign * direction[i];
      double size = Math.abs(change);
      if (size > PIVOT && size > largest) {
        double ratio = room(i, change) / size;
        if (ratio <= longest) {
          leaving = i;
          largest = size;
          distance = Math.max(0, ratio);
        }
      }
    }
    double own = upper[entering] - lower[entering];
    if (leaving < 0 && own == Double.POSITIVE_INFINITY) {
      throw new IllegalStateException("the program has no finite optimum");
    }
    if (leaving < 0 || own <= distance) {
      move(sign, own);
      atUpper[entering] = !atUpper[entering];
      still = 0;
      return !infeasible;
    }
    still = distance > HARRIS ? 0 : still + 1;
    double change = -sign * direction[leaving];
    int left = basic[leaving];
    double from = resting(entering);
    boolean toUpper = outside(leaving) == 0 ? change > 0 : outside(leaving) > 0;
    move(sign, distance);
    devex(entering, leaving);
    exchange(leaving);
    basic[leaving] = entering;
    place[entering] = leaving;
    place[left] = -1;
    atUpper[left] = toUpper;
    value[leaving] = from + sign * distance;
    return !infeasible;
  }

  /** How far a basic column may go in the direction of the change. */
  private double room(int i, double change) {
    int column = basic[i];
    int side = outside(i);
    if (change > 0) {
      return side < 0
          ? lower[column] - value[i]
          : side > 0 ? Double.POSITIVE_INFINITY : upper[column] - value[i];
    }
    return side > 0
        ? value[i] - upper[column]
        : side < 0 ? Double.POSITIVE_INFINITY : value[i] - lower[column];
  }

  private void move(double sign, double distance) {
    for (int i = 0; i < rows; i++) {
      value[i] -= sign * distance * direction[i];
    }
  }

  private void devex(int entering, int leaving) {
    double pivot = direction[leaving];
    double[] line = inverse[leaving];
    double d = price[entering] / pivot;
    double reference = weight[entering] / (pivot * pivot);
    for (int column = 0; column < columns; column++) {
      if (place[column] < 0 && column != entering) {
        double alpha = 0;
        for (int i = start[column]; i < start[column + 1]; i++) {
          alpha += line[rowOf[i]] * entry[i];
        }
        if (alpha != 0) {
          price[column] -= d * alpha;
          weight[column] = Math.max(weight[column], alpha * alpha * reference);
        }
      }
    }
    int left = basic[leaving];
    price[left] = -d;
    price[entering] = 0;
    weight[left] = Math.max(1, reference);
  }

  /** The inverse after the column of the direction takes this row. */
  private void exchange(int leaving) {
    double[] line = inverse[leaving];
    double pivot = direction[leaving];
    for (int row = 0; row < rows; row++) {
      line[row] /= pivot;
    }
    for (int i = 0; i < rows; i++) {
      double factor = direction[i];
      if (i != leaving && factor != 0) {
        double[] other = inverse[i];
        for (int row = 0; row < rows; row++) {
          other[row] -= factor * line[row];
        }
      }
    }
  }
}
