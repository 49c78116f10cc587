package org.yueyuetan.platform.opinion;

import org.yueyuetan.platform.lifecycle.LifeCycle;

/** State of a round, with its life cycle. */
public enum RoundStatus {
  /** Not opened yet. */
  NEW,
  OPEN,
  CLOSED;

  static final LifeCycle<RoundStatus, RoundMove> LIFE =
      LifeCycle.of(RoundStatus.class, RoundMove.class)
          .move(NEW, RoundMove.OPEN, OPEN)
          .move(OPEN, RoundMove.CLOSE, CLOSED)
          .move(CLOSED, RoundMove.OPEN, OPEN);
}
