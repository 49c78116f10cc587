package org.yueyuetan.engine.panel;

import java.util.Optional;

/**
 * Whole numbers x that maximise c·x in a {@link LinearProgram}: branch and bound on the fraction
 * nearest to one half (Land and Doig 1960), the nearer side first, so that the first descent ends
 * in a good solution. Exponential at worst; nodes and work are bounded, never the clock, so that
 * the same input has the same answer.
 */
final class IntegerProgram {

  private static final double WHOLE = 1e-7;
  private static final double BETTER = 1e-9;

  /**
   * @param values of the integer columns
   * @param objective of these values
   * @param bound no solution exceeds it; at most {@value #BETTER} above the objective if proved
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Solution(int[] values, double objective, double bound) {}

  private final LinearProgram program;
  private final int first;
  private final double[] gain;
  private final long mostWork;
  private int nodesLeft;
  private double best;
  private double open;
  private boolean anyWillDo;
  private int[] found;

  /**
   * The integer columns are those from {@code first} on, one for each gain.
   *
   * @param mostWork of the program, over all searches
   */
  IntegerProgram(LinearProgram program, int first, int columns, long mostWork) {
    this.mostWork = mostWork;
    this.program = program;
    this.first = first;
    this.gain = new double[columns];
    this.found = new int[0];
  }

  /** The best solution if nodes suffice, as long as it is better than this. */
  Optional<Solution> better(double[] gains, double than, int nodes) {
    return run(gains, than, nodes, false);
  }

  /** The first solution better than this that the search meets, a good one. */
  Optional<Solution> any(double[] gains, double than, int nodes) {
    return run(gains, than, nodes, true);
  }

  private Optional<Solution> run(double[] gains, double than, int limit, boolean firstFound) {
    for (int i = 0; i < gain.length; i++) {
      gain[i] = gains[i];
      program.gain(first + i, gains[i]);
    }
    best = than;
    open = Double.NEGATIVE_INFINITY;
    nodesLeft = limit;
    anyWillDo = firstFound;
    found = new int[0];
    search();
    return found.length == 0
        ? Optional.empty()
        : Optional.of(new Solution(found, best, Math.max(best, open)));
  }

  /** What no solution exceeds, after a search that found none or ended early. */
  double bound() {
    return Math.max(best, open);
  }

  /** Of the program so far. */
  long work() {
    return program.work();
  }

  private void search() {
    if (anyWillDo && found.length > 0) {
      open = Double.POSITIVE_INFINITY;
      return;
    }
    nodesLeft--;
    if (!program.maximise()) {
      return;
    }
    double objective = program.objective();
    if (objective <= best + BETTER) {
      return;
    }
    int column = mostFractional();
    if (column < 0) {
      take();
      return;
    }
    if (nodesLeft <= 0 || program.work() > mostWork) {
      open = Math.max(open, objective);
      return;
    }
    double least = program.lower(column);
    double most = program.upper(column);
    double at = program.value(column);
    double floor = Math.floor(at);
    boolean upFirst = at - floor >= .5;
    for (int side = 0; side < 2; side++) {
      if (side == 0 == upFirst) {
        program.bound(column, floor + 1, most);
      } else {
        program.bound(column, least, floor);
      }
      search();
    }
    program.bound(column, least, most);
  }

  private int mostFractional() {
    int column = -1;
    double farthest = WHOLE;
    for (int i = first; i < first + gain.length; i++) {
      double at = program.value(i);
      double fraction = Math.abs(at - Math.rint(at));
      if (fraction > farthest) {
        farthest = fraction;
        column = i;
      }
    }
    return column;
  }

  private void take() {
    int[] values = new int[gain.length];
    double objective = 0;
    for (int i = 0; i < gain.length; i++) {
      values[i] = (int) Math.rint(program.value(first + i));
      objective += gain[i] * values[i];
    }
    if (objective > best) {
      found = values;
      best = objective;
    }
  }
}
