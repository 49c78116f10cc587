package org.yueyuetan.engine.map;

/**
 * How sure one can be of a share of votes: the estimates and tests of Small et al., <i>Polis</i>,
 * 2021, where one vote more is added so that few votes do not look like certainty.
 */
final class Proportions {

  /** One-sided 90 %: what is larger is no accident. */
  static final double SURE = 1.2816;

  private Proportions() {}

  /** The share of those who hold it among those who saw it, drawn to one half. */
  static double share(int holding, int seen) {
    return (holding + 1.) / (seen + 2);
  }

  /** By how many standard errors more than half hold it. */
  static double majority(int holding, int seen) {
    return 2 * Math.sqrt(seen + 1.) * ((holding + 1.) / (seen + 1) - .5);
  }

  /** By how many standard errors more hold it here than elsewhere. */
  static double difference(int holding, int seen, int holdingElsewhere, int seenElsewhere) {
    double here = seen + 1.;
    double there = seenElsewhere + 1.;
    double pooled = (holding + holdingElsewhere + 2) / (here + there);
    double spread = pooled * (1 - pooled) * (1 / here + 1 / there);
    return spread <= 0
        ? 0
        : ((holding + 1) / here - (holdingElsewhere + 1) / there) / Math.sqrt(spread);
  }
}
