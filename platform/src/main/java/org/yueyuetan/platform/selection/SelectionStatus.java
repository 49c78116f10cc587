package org.yueyuetan.platform.selection;

import org.yueyuetan.platform.lifecycle.LifeCycle;

/**
 * State of a round, with its life cycle. It is never opened again: staff have seen the ranks by
 * then.
 */
public enum SelectionStatus {
  /** Staff choose who takes part. */
  PREPARING,
  /** Both sides rank each other. */
  OPEN,
  /** Ranks are final; staff look at the result. */
  CLOSED,
  /** Both sides confirm or step back. */
  ANNOUNCED,
  FINISHED,
  CANCELLED;

  public static final LifeCycle<SelectionStatus, SelectionMove> LIFE =
      LifeCycle.of(SelectionStatus.class, SelectionMove.class)
          .move(PREPARING, SelectionMove.OPEN, OPEN)
          .move(PREPARING, SelectionMove.CANCEL, CANCELLED)
          .move(OPEN, SelectionMove.CLOSE, CLOSED)
          .move(OPEN, SelectionMove.CANCEL, CANCELLED)
          .move(CLOSED, SelectionMove.ANNOUNCE, ANNOUNCED)
          .move(CLOSED, SelectionMove.CANCEL, CANCELLED)
          .move(ANNOUNCED, SelectionMove.FINISH, FINISHED);

  /** The pairs are known to everyone. */
  public boolean isTold() {
    return this == ANNOUNCED || this == FINISHED;
  }
}
