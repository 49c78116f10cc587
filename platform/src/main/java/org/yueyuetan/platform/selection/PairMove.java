package org.yueyuetan.platform.selection;

/** What may happen to a pair. */
public enum PairMove {
  /** The second of both sides confirmed. */
  CONFIRM,
  /** One side steps back. */
  STEP_BACK,
  /** The time was over before both had confirmed. */
  LAPSE,
  /** Staff take it out, or one side is no longer there. */
  RELEASE
}
