package org.yueyuetan.engine.theme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Histories as in the experiments of Lackner, AAAI 2020: voters stand in the plane, a third of them
 * scattered normally around (-½, -½), the others around (½, ½); in each round the candidates fall
 * anywhere in the square from -1 to 1; a voter approves every candidate that is not further away
 * than the threshold times its distance to the nearest.
 *
 * @param voters how many
 * @param candidates how many in each round
 * @param rounds how many
 * @param sigma the standard deviation of the voters around their centre, in each direction
 * @param threshold at least 1; more means more approvals
 */
public record Simulation(int voters, int candidates, int rounds, double sigma, double threshold) {

  /** The set-up of that paper, in which rules are compared. */
  public static final Simulation AAAI_2020 = new Simulation(20, 5, 20, .2, 1.5);

  /** The same seed gives the same history, on every machine. */
  public History history(long seed) {
    var random = new SplittableRandom(seed);
    var places = new double[voters][];
    for (int voter = 0; voter < voters; voter++) {
      double centre = voter < voters / 3 ? -.5 : .5;
      places[voter] =
          new double[] {random.nextGaussian(centre, sigma), random.nextGaussian(centre, sigma)};
    }
    var asked = new ArrayList<Round>();
    for (int round = 1; round <= rounds; round++) {
      asked.add(round(String.valueOf(round), places, random));
    }
    return new History(asked);
  }

  private Round round(String name, double[][] places, RandomGenerator random) {
    var themes = new double[candidates][];
    var names = new ArrayList<String>();
    for (int candidate = 0; candidate < candidates; candidate++) {
      themes[candidate] = new double[] {random.nextDouble(-1, 1), random.nextDouble(-1, 1)};
      names.add(String.valueOf(candidate));
    }
    var approvals = new LinkedHashMap<String, SequencedSet<String>>();
    for (int voter = 0; voter < voters; voter++) {
      approvals.put("v" + voter, approved(places[voter], themes, names));
    }
    return new Round(name, names, approvals);
  }

  private SequencedSet<String> approved(double[] place, double[][] themes, List<String> names) {
    var distances = new double[themes.length];
    double nearest = Double.POSITIVE_INFINITY;
    for (int theme = 0; theme < themes.length; theme++) {
      distances[theme] = Math.hypot(place[0] - themes[theme][0], place[1] - themes[theme][1]);
      nearest = Math.min(nearest, distances[theme]);
    }
    var approved = new LinkedHashSet<String>();
    for (int theme = 0; theme < themes.length; theme++) {
      if (distances[theme] <= nearest * threshold) {
        approved.add(names.get(theme));
      }
    }
    return approved;
  }
}
