package org.yueyuetan.engine.group;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How well groups agree with what is known, or with other groups. */
public final class Agreement {

  private Agreement() {}

  /** By id, the number of the group; texts that stand alone have a number of their own. */
  public static Map<String, Integer> parts(Grouping grouping) {
    Map<String, Integer> parts = new HashMap<>();
    int number = 0;
    for (var group : grouping.groups()) {
      for (var id : group.members()) {
        parts.put(id, number);
      }
      number++;
    }
    for (var id : grouping.alone()) {
      parts.put(id, number++);
    }
    return parts;
  }

  /**
   * Adjusted Rand index over the texts that both know (Hubert, Arabie 1985, <i>Comparing
   * partitions</i>): 1 when the groups are the same, about 0 when they agree by chance.
   */
  public static double adjustedRand(Map<String, Integer> one, Map<String, Integer> other) {
    Map<List<Integer>, Integer> both = new HashMap<>();
    Map<Integer, Integer> ones = new HashMap<>();
    Map<Integer, Integer> others = new HashMap<>();
    double n = 0;
    for (var entry : one.entrySet()) {
      var there = other.get(entry.getKey());
      if (there != null) {
        both.merge(List.of(entry.getValue(), there), 1, Integer::sum);
        ones.merge(entry.getValue(), 1, Integer::sum);
        others.merge(there, 1, Integer::sum);
        n++;
      }
    }
    double expected = pairs(ones) * pairs(others) / (n * (n - 1) / 2);
    double most = (pairs(ones) + pairs(others)) / 2;
    return most == expected ? 1 : (pairs(both) - expected) / (most - expected);
  }

  /** The greatest F1 that a single group has with a subject. */
  public static double bestF1(Grouping grouping, Map<String, Integer> subject, int sought) {
    long all = subject.values().stream().filter(s -> s == sought).count();
    return grouping.groups().stream()
        .mapToDouble(group -> {
          long hits =
              group.members().stream()
                  .filter(id -> Integer.valueOf(sought).equals(subject.get(id)))
                  .count();
          return 2. * hits / (group.size() + all);
        })
        .max()
        .orElse(0);
  }

  /** The share of texts whose subject is the most frequent one of their group. */
  public static double purity(Grouping grouping, Map<String, Integer> subject) {
    double right = grouping.alone().size();
    double all = right;
    for (var group : grouping.groups()) {
      Map<Integer, Integer> counts = new HashMap<>();
      group.members().forEach(id -> counts.merge(subject.getOrDefault(id, -1), 1, Integer::sum));
      right += counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
      all += group.size();
    }
    return right / all;
  }

  private static double pairs(Map<?, Integer> counts) {
    return counts.values().stream().mapToDouble(count -> count * (count - 1.) / 2).sum();
  }
}
