package org.yueyuetan.engine.panel;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Writes an expected number of members per type as a mean of panels by taking away one panel after
 * the other, each with the largest weight that leaves a rest within the quotas (as Birkhoff 1946
 * did for matrices).
 *
 * <p>Each panel rounds the rest up or down type by type, keeps every quota, and has those quotas
 * exactly that the rest has exactly. What is left shrinks geometrically, by about the largest
 * chance of the smallest type a step. It ends early when no such panel is found.
 */
final class Peeling {

  private static final double SMALL = 1e-9;
  private static final double FINISHED = 1e-8;
  private static final int NODES = 500;

  /** A panel that is not found under some gains is often found under others. */
  private static final int TRIES = 10;

  private final Types types;
  private final LinearProgram program;
  private final IntegerProgram search;
  private final SplittableRandom random = new SplittableRandom(1);
  private final Map<List<Integer>, Double> panels = new HashMap<>();
  private final double[] rest;
  private double mass = 1;

  Peeling(Types types, double[] expected) {
    this.types = types;
    rest = expected.clone();
    program = types.program();
    search = new IntegerProgram(program, types.rows(), types.count(), Convener.WORK);
    int tries = TRIES;
    while (mass > FINISHED && tries > 0) {
      double before = mass;
      peel();
      tries = mass < before ? TRIES : tries - 1;
    }
  }

  long work() {
    return program.work();
  }

  Map<List<Integer>, Double> panels() {
    return panels;
  }

  /** The weight that no panel was found for. */
  double rest() {
    return mass;
  }

  private void peel() {
    var solution = search.any(gains(), Double.NEGATIVE_INFINITY, NODES);
    if (solution.isEmpty()) {
      return;
    }
    int[] panel = solution.get().values();
    double share = share(panel);
    if (share <= SMALL) {
      return;
    }
    panels.merge(Arrays.stream(panel).boxed().toList(), mass * share, Double::sum);
    mass = share >= 1 - SMALL ? 0 : mass * (1 - share);
    for (int type = 0; type < rest.length && mass > 0; type++) {
      double left = (rest[type] - share * panel[type]) / (1 - share);
      rest[type] = Math.clamp(left, 0, types.get(type).size());
    }
  }

  /** Bounds for the next panel; types with more left over gain more. */
  private double[] gains() {
    double[] gains = new double[rest.length];
    for (int type = 0; type < rest.length; type++) {
      double near = Math.rint(rest[type]);
      if (Math.abs(rest[type] - near) * mass < SMALL / 10) {
        rest[type] = near;
      }
      double floor = Math.floor(rest[type]);
      program.bound(types.rows() + type, floor, Math.ceil(rest[type]));
      gains[type] = rest[type] - floor + .1 * random.nextDouble();
    }
    for (int row = 0; row < types.rows(); row++) {
      double at = types.activity(row, rest);
      double least = types.least(row);
      double most = types.most(row);
      program.bound(
          row,
          (most - at) * mass < 4 * SMALL ? most : least,
          (at - least) * mass < 4 * SMALL ? least : most);
    }
    return gains;
  }

  /** The largest weight of the panel, of 1, that leaves a rest within all bounds. */
  private double share(int[] panel) {
    double share = 1;
    for (int type = 0; type < panel.length; type++) {
      double at = rest[type];
      share = Math.min(share, room(at, panel[type], Math.floor(at), Math.ceil(at)));
    }
    double[] numbers = Arrays.stream(panel).asDoubleStream().toArray();
    for (int row = 0; row < types.rows(); row++) {
      double at = types.activity(row, rest);
      double to = types.activity(row, numbers);
      if (Math.abs(at - to) * mass >= 4 * SMALL) {
        share = Math.min(share, room(at, to, types.least(row), types.most(row)));
      }
    }
    return share;
  }

  private static double room(double at, double to, double least, double most) {
    return to > at ? (at - least) / (to - least) : to < at ? (most - at) / (most - to) : 1;
  }
}
