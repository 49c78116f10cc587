package org.yueyuetan.engine.theme;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * How a rule fares over many simulated histories; all rules are given the same ones.
 *
 * @param rule the rule
 * @param quotaCompliance the median, as are the next two; see {@link Metrics}
 * @param influenceGini see {@link Metrics}
 * @param satisfaction see {@link Metrics}
 * @param meanQuotaCompliance the mean, which is less grainy than the median
 * @param meanInfluenceGini the mean
 * @param longestDrySpell the longest of all histories
 */
public record Comparison(
    Rule rule,
    double quotaCompliance,
    double influenceGini,
    double satisfaction,
    double meanQuotaCompliance,
    double meanInfluenceGini,
    int longestDrySpell) {

  /**
   * Plays these rules.
   *
   * @param rules the rules to compare; the figures of one do not depend on the others
   * @param simulation the set-up
   * @param histories how many; all processors share the work
   * @param seed the same seed gives the same figures
   * @throws IllegalArgumentException if there is no history to play
   */
  public static List<Comparison> of(
      List<Rule> rules, Simulation simulation, int histories, long seed) {
    if (histories < 1) {
      throw new IllegalArgumentException("at least one history is needed, not " + histories);
    }
    var played =
        new SplittableRandom(seed)
            .longs(histories).boxed().toList().parallelStream()
                .map(one -> play(rules, simulation.history(one)))
                .toList();
    return rules.stream()
        .map(rule -> summary(rule, played.stream().map(all -> all.get(rule)).toList()))
        .toList();
  }

  private static Map<Rule, Metrics> play(List<Rule> rules, History history) {
    var metrics = new EnumMap<Rule, Metrics>(Rule.class);
    for (var rule : rules) {
      metrics.put(rule, Metrics.of(history, rule.winners(history)));
    }
    return metrics;
  }

  private static Comparison summary(Rule rule, List<Metrics> all) {
    return new Comparison(
        rule,
        median(all, Metrics::quotaCompliance),
        median(all, Metrics::influenceGini),
        median(all, Metrics::satisfaction),
        mean(all, Metrics::quotaCompliance),
        mean(all, Metrics::influenceGini),
        all.stream().mapToInt(Metrics::longestDrySpell).max().orElse(0));
  }

  private static double median(List<Metrics> all, ToDoubleFunction<Metrics> figure) {
    var sorted = all.stream().mapToDouble(figure).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private static double mean(List<Metrics> all, ToDoubleFunction<Metrics> figure) {
    return all.stream().mapToDouble(figure).average().orElse(0);
  }
}
