package org.yueyuetan.engine.map;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Measures of groups, written apart from the program. */
final class Agreement {

  private Agreement() {}

  /** The group of each participant who has one. */
  static Map<String, Integer> groups(OpinionMap map) {
    return map.places().stream()
        .filter(place -> place.group().isPresent())
        .collect(toMap(Place::participant, place -> place.group().getAsInt()));
  }

  /** Adjusted Rand index (Hubert, Arabie 1985) over those whom both know: 1 when they are equal. */
  static double adjustedRand(Map<String, Integer> one, Map<String, Integer> other) {
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

  private static double pairs(Map<?, Integer> counts) {
    return counts.values().stream().mapToDouble(count -> count * (count - 1.) / 2).sum();
  }

  /** The mean silhouette from its definition, every distance computed anew. */
  static double silhouette(OpinionMap map, Map<String, Integer> groups) {
    var places = new ArrayList<Place>();
    map.places().stream()
        .filter(place -> place.group().isPresent() && groups.containsKey(place.participant()))
        .forEach(places::add);
    double total = 0;
    for (var place : places) {
      Map<Integer, double[]> sums = new HashMap<>();
      for (var other : places) {
        if (!other.equals(place)) {
          double[] sum =
              sums.computeIfAbsent(groups.get(other.participant()), group -> new double[2]);
          sum[0] += Math.hypot(place.x() - other.x(), place.y() - other.y());
          sum[1]++;
        }
      }
      double[] own = sums.remove(groups.get(place.participant()));
      if (own != null) {
        double a = own[0] / own[1];
        double b = sums.values().stream().mapToDouble(sum -> sum[0] / sum[1]).min().orElse(0);
        total += Math.max(a, b) == 0 ? 0 : (b - a) / Math.max(a, b);
      }
    }
    return total / places.size();
  }
}
