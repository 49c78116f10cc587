package org.yueyuetan.platform.matchmaking;

import org.yueyuetan.platform.lifecycle.LifeCycle;

/** Where two who are to meet stand. */
public enum PairStatus {
  /** To meet, or met: the plan's time tells. */
  OPEN,
  /** Their time came and they did not meet. */
  MISSED,
  /** They need not meet after all. */
  DROPPED;

  /** What happens to a pair. */
  public enum Event {
    MISS,
    /** It gets another time, or they did meet. */
    RESET,
    DROP,
    ADD
  }

  static final LifeCycle<PairStatus, Event> LIFE =
      LifeCycle.of(PairStatus.class, Event.class)
          .move(OPEN, Event.MISS, MISSED)
          .move(OPEN, Event.DROP, DROPPED)
          .move(MISSED, Event.RESET, OPEN)
          .move(MISSED, Event.DROP, DROPPED)
          .move(DROPPED, Event.ADD, OPEN);
}
