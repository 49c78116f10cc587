package org.yueyuetan.engine.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Panels and weights whose mean is a given expected number of members per type, or a {@link Cut}
 * that says why there are none.
 *
 * <p>First {@link Peeling}, which mostly suffices. Else column generation: the program of weights
 * that minimises the largest deviation, its dual as prices, and the panel that is dearest under
 * them, found by branch and bound (Flanigan et al. 2021). If no panel beats the prices, they are
 * the cut.
 */
final class Mixture {

  /** How far a chance may stay below the mean asked for. */
  static final double TOLERANCE = 1e-7;

  private static final double ZERO = 1e-9;
  private static final int FEW_NODES = 200;
  private static final int NODES = 200_000;

  private final Types types;
  private final IntegerProgram search;
  private final Map<List<Integer>, Double> weights = new HashMap<>();
  private long work;

  /**
   * @param panel one that is known
   */
  Mixture(Types types, int[] panel) {
    this.types = types;
    search = new IntegerProgram(types.program(), types.rows(), types.count(), Convener.WORK);
    weights.put(Arrays.stream(panel).boxed().toList(), 0.);
  }

  /** Done so far. */
  long work() {
    return work + search.work();
  }

  /** By panel; the mean nearest to the one asked for. Weights may be zero. */
  Map<List<Integer>, Double> weights() {
    return weights;
  }

  /** Fits the weights to the mean; a cut if no weights do. */
  Optional<Cut> fit(double[] expected) {
    weights.replaceAll((panel, weight) -> 0.);
    var peeling = new Peeling(types, expected);
    work += peeling.work();
    peeling.panels().forEach((panel, weight) -> weights.put(panel, weight));
    return peeling.rest() <= TOLERANCE / 10 ? Optional.empty() : generate(expected);
  }

  private Optional<Cut> generate(double[] expected) {
    int count = types.count();
    var program = program(expected);
    int deviation = count + 1;
    var panels = new ArrayList<List<Integer>>(weights.keySet());
    Types.sort(panels);
    panels.forEach(panel -> program.add(column(panel), 0, Double.POSITIVE_INFINITY, 0));
    while (true) {
      program.maximise();
      double[] duals = program.duals();
      double[] price = new double[count];
      double asked = 0;
      for (int type = 0; type < count; type++) {
        price[type] = Math.max(0, -duals[type]) / types.get(type).size();
        asked += price[type] * expected[type];
      }
      double error = program.value(deviation);
      for (int i = 0; i < panels.size(); i++) {
        weights.put(panels.get(i), Math.max(0, program.value(deviation + 1 + i)));
      }
      if (error <= TOLERANCE) {
        return Optional.empty();
      }
      var panel = dearest(price, asked, error);
      if (panel.isEmpty() || weights.putIfAbsent(panel.get(), 0.) != null) {
        boolean excluded = panel.isEmpty() && search.bound() < asked - ZERO;
        return excluded ? Optional.of(new Cut(price, search.bound())) : Optional.empty();
      }
      panels.add(panel.get());
      program.add(column(panel.get()), 0, Double.POSITIVE_INFINITY, 0);
    }
  }

  /**
   * A panel that beats the prices: the best that a short search finds, or any of a long one. If
   * these do not suffice to exclude one, less is excluded: panels that make up half of the error,
   * then nine tenths. The mean asked for is excluded still.
   */
  private Optional<List<Integer>> dearest(double[] price, double asked, double error) {
    var dearest = search.better(price, asked - error + ZERO, FEW_NODES);
    for (double depth : new double[] {1, .5, .1}) {
      double than = asked - depth * error + ZERO;
      if (dearest.isPresent() || search.bound() <= than) {
        break;
      }
      dearest = search.any(price, than, NODES);
    }
    return dearest.map(found -> Arrays.stream(found.values()).boxed().toList());
  }

  /** A row for the chance of each type, one for the sum of weights; the first column deviates. */
  private LinearProgram program(double[] expected) {
    int count = types.count();
    double[] least = new double[count + 1];
    double[] most = new double[count + 1];
    double[] deviation = new double[count + 1];
    for (int type = 0; type < count; type++) {
      least[type] = expected[type] / types.get(type).size();
      most[type] = Double.POSITIVE_INFINITY;
      deviation[type] = 1;
    }
    least[count] = 1;
    most[count] = 1;
    var program = new LinearProgram(least, most);
    program.add(deviation, 0, Double.POSITIVE_INFINITY, -1);
    return program;
  }

  private double[] column(List<Integer> panel) {
    double[] column = new double[panel.size() + 1];
    for (int type = 0; type < panel.size(); type++) {
      column[type] = (double) panel.get(type) / types.get(type).size();
    }
    column[panel.size()] = 1;
    return column;
  }
}
