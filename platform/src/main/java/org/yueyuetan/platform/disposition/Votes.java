package org.yueyuetan.platform.disposition;

import org.yueyuetan.platform.opinion.Crowd;

/**
 * How many agree, disagree and pass. For staff and auditors: less the groups that the map shows, it
 * would tell how the small group voted that the map leaves out. Others read how many voted.
 */
public record Votes(int agree, int disagree, int pass) {
  /** Of few, one could read who voted how: the same least as on the map of the talk. */
  public boolean isTold() {
    return all() >= Crowd.LEAST;
  }

  public int all() {
    return agree + disagree + pass;
  }
}
