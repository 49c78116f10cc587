package org.yueyuetan.platform.panel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yueyuetan.engine.panel.Lottery;

/**
 * What would come of a plan: everybody's chance, or what to change when there is no panel.
 *
 * @param pool how many may be drawn, those to invite in any case included
 * @param problem key of a sentence when nothing could be computed; empty else
 * @param adjustments the smallest change of quotas; empty when quotas can be kept
 * @param proved false when a smaller change may exist
 */
public record Preview(
    int pool,
    Plan plan,
    String problem,
    List<Adjustment> adjustments,
    boolean proved,
    Optional<Odds> odds,
    Map<Allotment, Integer> available) {

  /** A quota with other numbers. */
  public record Adjustment(Allotment before, Allotment after) {}

  /**
   * Everybody's chance.
   *
   * @param minimum the smallest of those who need not be invited
   * @param even what everybody would have if there were no quotas
   * @param groups organizations by chance in millionths, the smallest first
   */
  public record Odds(
      double minimum,
      double gap,
      double even,
      Histogram histogram,
      List<Group> groups,
      Reason why) {}

  /** Organizations with the same chance. */
  public record Group(double chance, List<String> names) {}

  public Preview {
    adjustments = List.copyOf(adjustments);
  }

  /** 12.34 %, in either language. */
  public static String percent(double chance) {
    return String.format(Locale.ROOT, "%.2f%%", 100 * chance);
  }

  static Odds odds(Lottery lottery, Map<Long, String> names, int seats) {
    var chances = new HashMap<Long, Double>();
    lottery.chances().forEach((id, chance) -> chances.put(Long.valueOf(id), chance));
    return new Odds(
        lottery.minimum(),
        lottery.gap(),
        (double) seats / names.size(),
        Histogram.of(open(chances.values())),
        groups(chances, names),
        Reason.of(lottery));
  }

  /** Those who are invited in any case say nothing about fairness. */
  private static List<Double> open(Collection<Double> chances) {
    return chances.stream().filter(chance -> chance < 1 - 1e-9).toList();
  }

  /** Chances that differ by less than a ten-thousandth are told as one. */
  static List<Group> groups(Map<Long, Double> chances, Map<Long, String> names) {
    var groups = new TreeMap<Long, Group>();
    names.forEach((id, name) -> {
      double chance = chances.getOrDefault(id, 0.);
      groups
          .computeIfAbsent(Math.round(chance * 10_000), key -> new Group(chance, new ArrayList<>()))
          .names()
          .add(name);
    });
    return List.copyOf(groups.values());
  }
}
