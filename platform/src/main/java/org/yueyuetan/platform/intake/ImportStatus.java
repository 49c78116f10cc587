package org.yueyuetan.platform.intake;

import org.yueyuetan.platform.lifecycle.LifeCycle;

/** Where an import stands. */
public enum ImportStatus {
  /** Read without faults; waits for the person's word. */
  PREVIEW,
  /** Read, and something is wrong; nothing was stored. */
  FAULTY,
  /** Waits for the job or is being stored. */
  CONFIRMED,
  DONE,
  /** Given up by the person; nothing was stored. */
  STOPPED,
  /** Undone by a fault while storing; nothing was stored. */
  FAILED;

  enum Event {
    CONFIRM,
    FIND_FAULTS,
    FINISH,
    STOP,
    FAIL
  }

  static final LifeCycle<ImportStatus, Event> LIFE =
      LifeCycle.of(ImportStatus.class, Event.class)
          .move(PREVIEW, Event.CONFIRM, CONFIRMED)
          .move(PREVIEW, Event.STOP, STOPPED)
          .move(CONFIRMED, Event.FIND_FAULTS, FAULTY)
          .move(CONFIRMED, Event.FINISH, DONE)
          .move(CONFIRMED, Event.STOP, STOPPED)
          .move(CONFIRMED, Event.FAIL, FAILED);

  boolean over() {
    return LIFE.events(this).isEmpty();
  }
}
