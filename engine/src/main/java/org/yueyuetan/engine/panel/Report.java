package org.yueyuetan.engine.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yueyuetan.engine.Explanation;

/** Levels and inequalities by member and quota, as people check them. */
record Report(Types types, List<Cut> cuts, Map<String, Double> chances) {

  private static final double NOTHING = 1e-12;

  Level level(Levels.Level level) {
    var members =
        Arrays.stream(level.types())
            .boxed()
            .flatMap(type -> types.get(type).members().stream())
            .map(Member::id)
            .sorted()
            .toList();
    double reached = members.stream().mapToDouble(chances::get).min().orElse(level.chance());
    var terms = new ArrayList<Level.Term>();
    for (int row = 0; row < level.multipliers().length; row++) {
      double by = level.multipliers()[row];
      if (Math.abs(by) > NOTHING) {
        terms.add(new Level.Term(name(row), by, limit(row, by > 0)));
      }
    }
    return new Level(level.timesInvited(), level.chance(), reached, members, terms);
  }

  private String name(int row) {
    if (row >= types.rows()) {
      return "inequality " + (row - types.rows() + 1);
    }
    return row == 0 ? "seats" : types.quotas().get(row - 1).name();
  }

  private double limit(int row, boolean most) {
    if (row >= types.rows()) {
      return cuts.get(row - types.rows()).most();
    }
    return most ? types.most(row) : types.least(row);
  }

  List<Inequality> inequalities() {
    var inequalities = new ArrayList<Inequality>();
    for (var cut : cuts) {
      var weights = new LinkedHashMap<String, Double>();
      for (int type = 0; type < types.count(); type++) {
        for (var member : types.get(type).members()) {
          if (cut.weights()[type] > 0) {
            weights.put(member.id(), cut.weights()[type]);
          }
        }
      }
      inequalities.add(
          new Inequality("inequality " + (inequalities.size() + 1), weights, cut.most()));
    }
    return inequalities;
  }

  Explanation explanation(double minimum, double claims, List<Level> levels) {
    var because = new ArrayList<Explanation>();
    if (claims < 1) {
      because.add(
          Explanation.of(
              "panel.claims",
              "Not all least chances can be granted; each gets at least %s of what it asks for"
                  .formatted(percent(claims)),
              values("share", percent(claims))));
    }
    levels.forEach(level -> because.add(explanation(level)));
    return Explanation.of(
            "panel.minimum",
            "Nobody's chance is below %s; no lottery within the quotas is fairer to those who have least"
                .formatted(percent(minimum)),
            values("minimum", percent(minimum)))
        .because(because);
  }

  private Explanation explanation(Level level) {
    var values = values("members", level.members().size(), "chance", percent(level.reached()));
    values.put("timesInvited", level.timesInvited());
    return Explanation.of(
            "panel.level",
            "%d members have %s".formatted(level.members().size(), percent(level.reached())),
            values)
        .because(level.proof().stream().map(this::explanation).toList());
  }

  private Explanation explanation(Level.Term term) {
    long counted =
        types.quotas().stream()
            .filter(quota -> quota.name().equals(term.name()))
            .flatMap(quota ->
                types.types().stream().flatMap(t -> t.members().stream()).filter(m -> m.has(quota)))
            .count();
    var values = values("name", term.name(), "limit", decimal(term.limit()));
    boolean most = term.multiplier() > 0;
    values.put("side", most ? "most" : "fewest");
    values.put("multiplier", decimal(term.multiplier()));
    if (counted == 0) {
      return Explanation.of(
          "panel.term", "%s: %s".formatted(term.name(), decimal(term.limit())), values);
    }
    values.put("members", (int) counted);
    return Explanation.of(
        "panel.quota",
        "%s: at %s %.0f of %d members"
            .formatted(term.name(), most ? "most" : "least", term.limit(), counted),
        values);
  }

  private static Map<String, Object> values(Object... pairs) {
    var values = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return values;
  }

  private static String percent(double chance) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * chance);
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.6g", number);
  }
}
