package org.yueyuetan.platform.matchmaking;

/**
 * What no plan can undercut.
 *
 * @param slots times that all need at least
 * @param because why no fewer
 * @param unit that has the most meetings, by name
 * @param busiest how many meetings that unit has
 * @param unplaced pairs for which there is no time in any plan, at least
 * @param idle times that all together wait, at least
 */
public record Bound(int slots, Because because, String unit, int busiest, int unplaced, int idle) {

  static final Bound NOTHING = new Bound(0, Because.NOTHING, "", 0, 0, 0);

  /** What no plan can do better than. */
  public enum Because {
    /** Nothing is to be planned. */
    NOTHING,
    /** A unit meets one at a time. */
    UNIT,
    /** A table seats one meeting at a time. */
    TABLES,
    /** Not everybody is there all the time. */
    TIMES
  }
}
