package org.yueyuetan.engine.match;

import org.yueyuetan.engine.Explanation;

/**
 * A party that has less than its quota, and why.
 *
 * @param missing from 1 to the quota
 * @param reason what stands in the way with all its partners
 * @param explanation how many partners stand in which way
 */
public record Unfilled(
    Side side, String id, long quota, long missing, Reason reason, Explanation explanation) {

  /** The first that holds. */
  public enum Reason {
    /** Nobody whom it accepts accepts it. */
    NO_PARTNER,
    /** Some partners are full with others whom they like better. */
    OTHERS_PREFERRED,
    /** With every partner it has as much as the pair may have. */
    CAPS,
    /** Some partner has room, but less than a useful lot could be had. */
    LOTS
  }

  /** Whether it has nothing at all. */
  public boolean isUnmatched() {
    return missing == quota;
  }
}
