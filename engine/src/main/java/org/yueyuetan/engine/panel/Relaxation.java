package org.yueyuetan.engine.panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yueyuetan.engine.Explanation;

/**
 * The smallest change of quotas that makes a panel possible: Σ (1 + 2/min) for each seat fewer that
 * a quota asks for, 1 for each seat more that it allows (Flanigan et al. 2021). A small quota is
 * dear, for it often protects a small group.
 *
 * @param proved false if the search ended before all smaller changes were excluded
 */
public record Relaxation(List<Change> changes, double cost, boolean proved, Explanation explanation)
    implements Answer {

  private static final int NODES = 200_000;

  /** A quota with other numbers. */
  public record Change(Quota before, Quota after) {

    String inWords() {
      var words = new ArrayList<String>();
      if (after.min() < before.min()) {
        words.add("at least %d instead of %d".formatted(after.min(), before.min()));
      }
      if (after.max() > before.max()) {
        words.add("at most %d instead of %d".formatted(after.max(), before.max()));
      }
      return "%s: %s".formatted(before.name(), String.join(" and ", words));
    }

    private Explanation explanation() {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("feature", before.feature());
      values.put("value", before.value());
      values.put("min", before.min());
      values.put("max", before.max());
      values.put("newMin", after.min());
      values.put("newMax", after.max());
      return Explanation.of("panel.change", inWords(), values);
    }
  }

  public Relaxation {
    changes = List.copyOf(changes);
  }

  /** Numbers of members by type, and then changes: fewer for each quota, more for each quota. */
  static IntegerProgram.Solution nearest(Types types) {
    var program = types.program();
    int quotas = types.quotas().size();
    int count = types.count();
    double[] gains = new double[count + 2 * quotas];
    for (int i = 0; i < 2 * quotas; i++) {
      var quota = types.quotas().get(i % quotas);
      boolean fewer = i < quotas;
      double[] column = new double[types.rows()];
      column[1 + i % quotas] = fewer ? 1 : -1;
      program.add(column, 0, fewer ? quota.min() : types.seats(), 0);
      gains[count + i] = fewer ? -price(quota) : -1;
    }
    var search = new IntegerProgram(program, types.rows(), gains.length, Convener.WORK);
    return search
        .better(gains, Double.NEGATIVE_INFINITY, NODES)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no panel was found within the bounds of the search; ask for fewer quotas"));
  }

  static Relaxation of(Types types, IntegerProgram.Solution solution) {
    int quotas = types.quotas().size();
    int count = types.count();
    var changes = new ArrayList<Change>();
    for (int i = 0; i < quotas; i++) {
      var quota = types.quotas().get(i);
      int fewer = solution.values()[count + i];
      int more = solution.values()[count + quotas + i];
      if (fewer > 0 || more > 0) {
        changes.add(
            new Change(
                quota,
                new Quota(
                    quota.feature(), quota.value(), quota.min() - fewer, quota.max() + more)));
      }
    }
    boolean proved = solution.bound() <= solution.objective() + 1e-6;
    return new Relaxation(changes, -solution.objective(), proved, explanation(changes));
  }

  static double price(Quota quota) {
    return quota.min() == 0 ? 1 : 1 + 2. / quota.min();
  }

  private static Explanation explanation(List<Change> changes) {
    return Explanation.of(
            "panel.relaxation",
            "No panel keeps all quotas. The smallest change that makes one possible: "
                + changes.stream().map(Change::inWords).collect(Collectors.joining("; ")),
            Map.of("changes", changes.size()))
        .because(changes.stream().map(Change::explanation).toList());
  }
}
