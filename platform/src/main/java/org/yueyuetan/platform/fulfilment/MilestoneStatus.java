package org.yueyuetan.platform.fulfilment;

import org.yueyuetan.platform.lifecycle.LifeCycle;

/** Where a milestone stands. */
public enum MilestoneStatus {
  OPEN,
  /** The party says that it is done; the other side has not confirmed it. */
  REPORTED,
  KEPT;

  /** What happens to a milestone. */
  enum Event {
    REPORT,
    CONFIRM,
    /** Received in part or not at all: still to be done. */
    GIVE_BACK
  }

  static final LifeCycle<MilestoneStatus, Event> LIFE =
      LifeCycle.of(MilestoneStatus.class, Event.class)
          .move(OPEN, Event.REPORT, REPORTED)
          .move(REPORTED, Event.CONFIRM, KEPT)
          .move(REPORTED, Event.GIVE_BACK, OPEN);
}
