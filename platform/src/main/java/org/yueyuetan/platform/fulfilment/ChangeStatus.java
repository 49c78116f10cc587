package org.yueyuetan.platform.fulfilment;

import org.yueyuetan.platform.lifecycle.LifeCycle;

/** Where a change stands. */
public enum ChangeStatus {
  PROPOSED,
  /** All parties agreed: it holds. */
  AGREED,
  REFUSED,
  WITHDRAWN;

  /** What happens to a change. */
  enum Event {
    CONSENT,
    CONSENT_LAST,
    REFUSE,
    WITHDRAW
  }

  static final LifeCycle<ChangeStatus, Event> LIFE =
      LifeCycle.of(ChangeStatus.class, Event.class)
          .move(PROPOSED, Event.CONSENT, PROPOSED)
          .move(PROPOSED, Event.CONSENT_LAST, AGREED)
          .move(PROPOSED, Event.REFUSE, REFUSED)
          .move(PROPOSED, Event.WITHDRAW, WITHDRAWN);
}
