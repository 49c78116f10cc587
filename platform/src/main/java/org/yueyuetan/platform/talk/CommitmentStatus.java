package org.yueyuetan.platform.talk;

import org.yueyuetan.platform.lifecycle.LifeCycle;

/** What became of a promise, with its life cycle. Closing the talk does not end it. */
public enum CommitmentStatus {
  OPEN,
  KEPT,
  CANCELLED;

  static final LifeCycle<CommitmentStatus, CommitmentMove> LIFE =
      LifeCycle.of(CommitmentStatus.class, CommitmentMove.class)
          .move(OPEN, CommitmentMove.POSTPONE, OPEN)
          .move(OPEN, CommitmentMove.KEEP, KEPT)
          .move(OPEN, CommitmentMove.CANCEL, CANCELLED);
}
