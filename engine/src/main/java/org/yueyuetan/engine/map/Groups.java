package org.yueyuetan.engine.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Who thinks alike: 2 to min(5, 2 + ⌊participants / 12⌋) groups, as many as give the highest mean
 * silhouette; the fewest of equals.
 *
 * <p>For each number of groups: seeds are the most central spot, or the one farthest from it, and
 * then always the one farthest from all seeds; everybody joins the nearest seed. Each such start,
 * and what it settles to ({@link Partition#settle}), has its small groups filled up and its border
 * moved as long as the silhouette rises; the best of the four is kept. Nothing is drawn by lot and
 * all ties go to the first in canonical order.
 *
 * <p>A group has at least max(3, √participants / 2) members: the silhouette alone would put one odd
 * person in a group of one, which names the person and tells nothing about the room.
 *
 * @param of for each participant that counts the group, from 0: the largest first
 * @param silhouette missing when there is but one group
 * @param tried the best silhouette found by number of groups
 */
@SuppressWarnings("ArrayRecordComponent") // read in tight loops, never compared and never changed
record Groups(int[] of, int count, OptionalDouble silhouette, SequencedMap<Integer, Double> tried) {

  private static final int ROUNDS = 100;

  /** Time and memory grow with the square of the number of spots. */
  static Groups of(Spots spots) {
    int people = spots.of().length;
    int least = least(people);
    var tried = new TreeMap<Integer, Double>();
    int[] best = new int[spots.count()];
    double highest = 0;
    int most = Math.min(Math.min(5, 2 + people / 12), Math.min(people / least, spots.count()));
    double[][] distance = most < 2 ? new double[0][] : spots.distances();
    for (int groups = 2; groups <= most; groups++) {
      for (var candidate : candidates(distance, spots.weight(), groups, least)) {
        double silhouette = candidate.silhouette();
        tried.merge(groups, silhouette, Math::max);
        if (silhouette > highest) {
          highest = silhouette;
          best = candidate.groups();
        }
      }
    }
    return numbered(spots, best, highest, tried);
  }

  /** The fewest members that a group may have. */
  static int least(int people) {
    return Math.max(3, (int) Math.ceil(Math.sqrt(people) / 2));
  }

  private static List<Partition> candidates(
      double[][] distance, int[] weight, int groups, int least) {
    int central = 0;
    double[] total = new double[weight.length];
    for (int spot = 0; spot < weight.length; spot++) {
      for (int other = 0; other < weight.length; other++) {
        total[spot] += weight[other] * distance[spot][other];
      }
      if (total[spot] < total[central]) {
        central = spot;
      }
    }
    var candidates = new ArrayList<Partition>();
    for (int first : new int[] {central, farthest(distance[central])}) {
      var nearest = new Partition(distance, weight, nearestSeed(distance, first, groups), groups);
      for (var start : List.of(nearest.copy().settle(ROUNDS), nearest)) {
        if (start.fill(least)) {
          candidates.add(start.climb(least));
        }
      }
    }
    return candidates;
  }

  /** The nearest of the seeds for every spot (Gonzalez, farthest-first traversal, 1985). */
  private static int[] nearestSeed(double[][] distance, int first, int groups) {
    int[] group = new int[distance.length];
    double[] away = distance[first].clone();
    for (int seeds = 1; seeds < groups; seeds++) {
      double[] fromSeed = distance[farthest(away)];
      for (int spot = 0; spot < group.length; spot++) {
        if (fromSeed[spot] < away[spot]) {
          away[spot] = fromSeed[spot];
          group[spot] = seeds;
        }
      }
    }
    return group;
  }

  private static int farthest(double[] away) {
    int farthest = 0;
    for (int spot = 1; spot < away.length; spot++) {
      if (away[spot] > away[farthest]) {
        farthest = spot;
      }
    }
    return farthest;
  }

  private static Groups numbered(
      Spots spots, int[] groupOfSpot, double silhouette, TreeMap<Integer, Double> tried) {
    int[] group = Arrays.stream(spots.of()).map(spot -> groupOfSpot[spot]).toArray();
    int count = Arrays.stream(groupOfSpot).max().orElse(-1) + 1;
    int[] size = new int[count];
    for (int of : group) {
      size[of]++;
    }
    // Spots are numbered as participants come, so the first of equal groups has the first spot.
    int[] order =
        IntStream.of(groupOfSpot)
            .distinct()
            .boxed()
            .sorted(Comparator.comparingInt(of -> -size[of]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] number = new int[count];
    for (int i = 0; i < count; i++) {
      number[order[i]] = i;
    }
    return new Groups(
        Arrays.stream(group).map(of -> number[of]).toArray(),
        count,
        count > 1 ? OptionalDouble.of(silhouette) : OptionalDouble.empty(),
        tried);
  }
}
