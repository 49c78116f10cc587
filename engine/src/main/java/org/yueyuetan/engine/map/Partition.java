package org.yueyuetan.engine.map;

import java.util.Arrays;

/**
 * Spots dealt to groups, with the sum of distances from every spot to every group kept up to date,
 * so that a move costs one step a spot.
 */
final class Partition {

  private final double[][] distance;
  private final int[] weight;
  private final int people;
  private final int[] group;
  private final int[] size;
  private final double[][] sum;

  Partition(double[][] distance, int[] weight, int[] group, int groups) {
    this.distance = distance;
    this.weight = weight;
    this.people = Arrays.stream(weight).sum();
    this.group = group.clone();
    this.size = new int[groups];
    this.sum = new double[groups][group.length];
    for (int spot = 0; spot < group.length; spot++) {
      add(spot, group[spot], 1);
    }
  }

  Partition copy() {
    return new Partition(distance, weight, group, size.length);
  }

  int[] groups() {
    return group.clone();
  }

  int smallest() {
    return Arrays.stream(size).min().orElse(0);
  }

  private void add(int spot, int to, int sign) {
    int moved = sign * weight[spot];
    size[to] += moved;
    double[] sums = sum[to];
    double[] distances = distance[spot];
    for (int other = 0; other < sums.length; other++) {
      sums[other] += moved * distances[other];
    }
  }

  private void move(int spot, int to) {
    add(spot, group[spot], -1);
    add(spot, to, 1);
    group[spot] = to;
  }

  /** The mean distance from a person on a spot to the (other) members of a group. */
  private double mean(int spot, int of) {
    int others = size[of] - (group[spot] == of ? 1 : 0);
    return others == 0 ? 0 : sum[of][spot] / others;
  }

  /** The nearest of the groups that a spot is not in. */
  private int nearestOther(int spot) {
    int nearest = -1;
    for (int other = 0; other < size.length; other++) {
      if (other != group[spot] && (nearest < 0 || mean(spot, other) < mean(spot, nearest))) {
        nearest = other;
      }
    }
    return nearest;
  }

  /**
   * The mean silhouette of all people (Rousseeuw, <i>Silhouettes</i>, 1987): (b − a) / max(a, b),
   * where a is the mean distance to the others of the own group and b to the nearest other group; 0
   * for who is alone.
   */
  double silhouette() {
    double total = 0;
    for (int spot = 0; spot < group.length; spot++) {
      if (size[group[spot]] > 1) {
        double own = mean(spot, group[spot]);
        double other = Double.POSITIVE_INFINITY;
        for (int of = 0; of < size.length; of++) {
          if (of != group[spot]) {
            other = Math.min(other, sum[of][spot] / size[of]);
          }
        }
        double larger = Math.max(own, other);
        total += larger == 0 ? 0 : weight[spot] * (other - own) / larger;
      }
    }
    return total / people;
  }

  /**
   * Everybody goes to the group with the smallest mean distance, all at once, until nobody moves:
   * then no silhouette is negative. It may also come round in a circle, and then ends after so many
   * rounds.
   */
  Partition settle(int rounds) {
    boolean moving = true;
    for (int round = 0; round < rounds && moving; round++) {
      int[] to = new int[group.length];
      for (int spot = 0; spot < to.length; spot++) {
        int other = nearestOther(spot);
        to[spot] = mean(spot, other) < mean(spot, group[spot]) ? other : group[spot];
      }
      moving = false;
      for (int spot = 0; spot < to.length; spot++) {
        if (to[spot] != group[spot] && size[group[spot]] > weight[spot]) {
          move(spot, to[spot]);
          moving = true;
        }
      }
    }
    return this;
  }

  /**
   * Groups that are too small take in those nearest to them from groups that can spare them.
   *
   * @return whether all are large enough now
   */
  boolean fill(int least) {
    while (smallest() < least) {
      int small = 0;
      while (size[small] >= least) {
        small++;
      }
      int best = -1;
      for (int spot = 0; spot < group.length; spot++) {
        if (size[group[spot]] - weight[spot] >= least
            && (best < 0 || sum[small][spot] < sum[small][best])) {
          best = spot;
        }
      }
      if (best < 0) {
        return false;
      }
      move(best, small);
    }
    return true;
  }

  /**
   * Moves those at the border: of each group the one most drawn to another, as long as that raises
   * the mean silhouette.
   */
  Partition climb(int least) {
    double best = silhouette();
    int waiting = 0;
    int pairs = size.length * size.length;
    for (int pair = 0; waiting < pairs; pair = (pair + 1) % pairs) {
      int from = pair / size.length;
      int to = pair % size.length;
      int spot = from == to ? -1 : border(from, to);
      waiting++;
      while (spot >= 0 && size[from] - weight[spot] >= least) {
        move(spot, to);
        double now = silhouette();
        if (now <= best + 1e-12) {
          move(spot, from);
          break;
        }
        best = now;
        waiting = 0;
        spot = border(from, to);
      }
    }
    return this;
  }

  private int border(int from, int to) {
    int border = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int spot = 0; spot < group.length; spot++) {
      if (group[spot] == from) {
        double drawn = mean(spot, to) - mean(spot, from);
        if (drawn < least) {
          least = drawn;
          border = spot;
        }
      }
    }
    return border;
  }
}
