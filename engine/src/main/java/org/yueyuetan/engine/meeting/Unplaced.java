package org.yueyuetan.engine.meeting;

/**
 * A meeting for which there is no time.
 *
 * @param common slots in which both are there
 */
public record Unplaced(Meeting meeting, Reason reason, int common) {

  /** The first that holds. */
  public enum Reason {
    /** The two are never there together. */
    NEVER_TOGETHER,
    /** Whenever both are there, one of them has another meeting. */
    BUSY,
    /** In a slot in which both were free, all tables are taken. */
    TABLES
  }
}
