package org.yueyuetan.platform.matchmaking;

import org.yueyuetan.platform.lifecycle.LifeCycle;

/** Where two who are to meet stand. */
public enum PairStatus {
  /** To meet; nobody has said yet what came of it. */
  OPEN,
  MET,
  /** Their time came and they did not meet. */
  MISSED,
  /** They need not meet after all. */
  DROPPED;

  /** What happens to a pair. */
  public enum Event {
    MEET,
    MISS,
    /** It gets another time. */
    RESET,
    DROP,
    ADD
  }

  static final LifeCycle<PairStatus, Event> LIFE =
      LifeCycle.of(PairStatus.class, Event.class)
          .move(OPEN, Event.MEET, MET)
          .move(OPEN, Event.MISS, MISSED)
          .move(OPEN, Event.DROP, DROPPED)
          .move(MET, Event.MEET, MET)
          .move(MET, Event.MISS, MISSED)
          .move(MISSED, Event.MEET, MET)
          .move(MISSED, Event.RESET, OPEN)
          .move(MISSED, Event.DROP, DROPPED)
          .move(DROPPED, Event.ADD, OPEN);

  public boolean allows(Event event) {
    return LIFE.allows(this, event);
  }
}
