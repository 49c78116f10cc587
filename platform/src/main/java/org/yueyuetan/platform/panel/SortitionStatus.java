package org.yueyuetan.platform.panel;

import org.yueyuetan.platform.lifecycle.LifeCycle;

/**
 * State of a lottery, with its life cycle. The seed is fixed before the list and shown after it, so
 * that nobody can choose a list for a seed or a seed for a list.
 */
public enum SortitionStatus {
  PREPARING,
  COMMITTED,
  FROZEN,
  DRAWN,
  ABANDONED;

  static final LifeCycle<SortitionStatus, SortitionMove> LIFE =
      LifeCycle.of(SortitionStatus.class, SortitionMove.class)
          .move(PREPARING, SortitionMove.COMMIT, COMMITTED)
          .move(COMMITTED, SortitionMove.FREEZE, FROZEN)
          .move(COMMITTED, SortitionMove.ABANDON, ABANDONED)
          .move(FROZEN, SortitionMove.DRAW, DRAWN)
          .move(FROZEN, SortitionMove.ABANDON, ABANDONED);

  /** Seats, pool and quotas may change. */
  public boolean isOpen() {
    return this == PREPARING || this == COMMITTED;
  }

  /** Nobody joins or leaves the talk's list but by lot or with a reason. */
  public boolean bindsList() {
    return this == COMMITTED || this == FROZEN || this == DRAWN;
  }
}
