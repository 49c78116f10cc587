package org.yueyuetan.platform.opinion;

import org.yueyuetan.platform.lifecycle.LifeCycle;

/**
 * State of an opinion, with its life cycle: only accepted ones are voted on, published and followed
 * up.
 */
public enum OpinionStatus {
  SUBMITTED,
  ACCEPTED,
  MERGED,
  DECLINED;

  static final LifeCycle<OpinionStatus, OpinionMove> LIFE =
      LifeCycle.of(OpinionStatus.class, OpinionMove.class)
          .move(SUBMITTED, OpinionMove.ACCEPT, ACCEPTED)
          .move(SUBMITTED, OpinionMove.MERGE, MERGED)
          .move(SUBMITTED, OpinionMove.DECLINE, DECLINED)
          .move(ACCEPTED, OpinionMove.MERGE, MERGED)
          .move(ACCEPTED, OpinionMove.DECLINE, DECLINED)
          .move(DECLINED, OpinionMove.ACCEPT, ACCEPTED);

  public boolean allows(OpinionMove move) {
    return LIFE.allows(this, move);
  }
}
