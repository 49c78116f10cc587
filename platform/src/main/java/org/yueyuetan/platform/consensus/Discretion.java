package org.yueyuetan.platform.consensus;

import org.yueyuetan.platform.opinion.Crowd;

/**
 * What is kept back so that nobody can be singled out. The rule is told in docs/map.md.
 *
 * <p>Whoever knows that somebody is one of three, or that only somebody had voted, would read that
 * person's votes off the counts. What is kept back is therefore left out of the totals as well, or
 * it could be had by subtraction.
 */
public enum Discretion {
  /** For staff and auditors, unless the talk is anonymous. */
  NONE(1),
  /** For everybody else. */
  STRICT(Crowd.LEAST);

  /** Fewer people than this make no map: their votes are counted, opinion by opinion. */
  public static final int PEOPLE_ON_A_MAP = 10;

  private final int least;

  Discretion(int least) {
    this.least = least;
  }

  /** Staff see all there is, unless the talk promised that nobody does. */
  static Discretion towards(boolean staff, boolean anonymous) {
    return staff && !anonymous ? NONE : STRICT;
  }

  /** So many are the least that a group or an opinion's votes are shown of. */
  public int least() {
    return least;
  }

  boolean shows(int people) {
    return people >= least;
  }
}
