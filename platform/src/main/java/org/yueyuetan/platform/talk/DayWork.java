package org.yueyuetan.platform.talk;

import org.yueyuetan.platform.lifecycle.LifeCycle;

/**
 * What is done at and after a talk without changing its state, and the states in which it may be
 * done.
 */
public enum DayWork {
  /** Ticking guests, noting who came instead. */
  GUESTS,
  /** Minutes, opinions, commitments. */
  RECORD,
  /** Photos and files may be added when all is over. */
  FILES,
  /** Conclusion and answers to the needs. */
  CONCLUDE;

  static final LifeCycle<TalkStatus, DayWork> ALLOWED =
      LifeCycle.of(TalkStatus.class, DayWork.class)
          .move(TalkStatus.CONVENING, GUESTS, TalkStatus.CONVENING)
          .move(TalkStatus.CONVENING, RECORD, TalkStatus.CONVENING)
          .move(TalkStatus.CONVENING, FILES, TalkStatus.CONVENING)
          .move(TalkStatus.HELD, GUESTS, TalkStatus.HELD)
          .move(TalkStatus.HELD, RECORD, TalkStatus.HELD)
          .move(TalkStatus.HELD, FILES, TalkStatus.HELD)
          .move(TalkStatus.HELD, CONCLUDE, TalkStatus.HELD)
          .move(TalkStatus.FOLLOWING_UP, GUESTS, TalkStatus.FOLLOWING_UP)
          .move(TalkStatus.FOLLOWING_UP, RECORD, TalkStatus.FOLLOWING_UP)
          .move(TalkStatus.FOLLOWING_UP, FILES, TalkStatus.FOLLOWING_UP)
          .move(TalkStatus.FOLLOWING_UP, CONCLUDE, TalkStatus.FOLLOWING_UP)
          .move(TalkStatus.CLOSED, FILES, TalkStatus.CLOSED);

  public boolean allowedIn(TalkStatus status) {
    return ALLOWED.allows(status, this);
  }

  /**
   * Throws {@link org.yueyuetan.platform.lifecycle.IllegalMove} when the talk's state does not
   * allow it.
   */
  public void require(Talk talk) {
    ALLOWED.next(talk.status(), this);
  }
}
