package org.yueyuetan.platform.selection;

import org.yueyuetan.platform.lifecycle.LifeCycle;

/** State of a pair, with its life cycle. */
public enum PairStatus {
  /** Announced; not yet confirmed by both. */
  AWAITING,
  /** 意向: confirmed by both. Signed and delivered are others' to tell. */
  CONFIRMED,
  RELEASED;

  public static final LifeCycle<PairStatus, PairMove> LIFE =
      LifeCycle.of(PairStatus.class, PairMove.class)
          .move(AWAITING, PairMove.CONFIRM, CONFIRMED)
          .move(AWAITING, PairMove.STEP_BACK, RELEASED)
          .move(AWAITING, PairMove.LAPSE, RELEASED)
          .move(AWAITING, PairMove.RELEASE, RELEASED)
          .move(CONFIRMED, PairMove.RELEASE, RELEASED);
}
