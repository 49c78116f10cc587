package org.yueyuetan.platform.fulfilment;

import static org.yueyuetan.platform.fulfilment.FulfilmentEvent.FULFIL;
import static org.yueyuetan.platform.fulfilment.FulfilmentEvent.TERMINATE;

import org.yueyuetan.platform.lifecycle.LifeCycle;

/** Where the carrying out of an agreement stands. */
public enum FulfilmentStatus {
  RUNNING,
  /** All milestones are kept and all amounts delivered. */
  FULFILLED,
  /** Ended before that, by consent of all parties. */
  TERMINATED;

  static final LifeCycle<FulfilmentStatus, FulfilmentEvent> LIFE =
      LifeCycle.of(FulfilmentStatus.class, FulfilmentEvent.class)
          .move(RUNNING, FULFIL, FULFILLED)
          .move(RUNNING, TERMINATE, TERMINATED);

  /** Nothing is to be done any more but to rate each other. */
  public boolean isOver() {
    return this != RUNNING;
  }
}
