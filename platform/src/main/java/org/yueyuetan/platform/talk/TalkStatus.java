package org.yueyuetan.platform.talk;

import org.yueyuetan.platform.lifecycle.LifeCycle;

/** State of a talk, with its life cycle. */
public enum TalkStatus {
  PLANNED,
  CONVENING,
  HELD,
  FOLLOWING_UP,
  CLOSED,
  CANCELLED;

  public static final LifeCycle<TalkStatus, TalkMove> LIFE =
      LifeCycle.of(TalkStatus.class, TalkMove.class)
          .move(PLANNED, TalkMove.CONVENE, CONVENING)
          .move(PLANNED, TalkMove.CANCEL, CANCELLED)
          .move(CONVENING, TalkMove.HOLD, HELD)
          .move(CONVENING, TalkMove.CANCEL, CANCELLED)
          .move(HELD, TalkMove.FOLLOW_UP, FOLLOWING_UP)
          .move(FOLLOWING_UP, TalkMove.CLOSE, CLOSED);

  public boolean allows(TalkMove move) {
    return LIFE.allows(this, move);
  }

  /** Plans may change until the talk has been held. */
  public boolean isAhead() {
    return this == PLANNED || this == CONVENING;
  }

  /** Nothing about the talk changes any more. */
  public boolean isOver() {
    return this == CLOSED || this == CANCELLED;
  }

  /** The talk has taken place. */
  public boolean tookPlace() {
    return this == HELD || this == FOLLOWING_UP || this == CLOSED;
  }

  /** Everyone may read what was said there. */
  public boolean publishesOpinions() {
    return this == FOLLOWING_UP || this == CLOSED;
  }
}
