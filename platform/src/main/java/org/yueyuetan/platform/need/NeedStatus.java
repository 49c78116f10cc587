package org.yueyuetan.platform.need;

import static org.yueyuetan.platform.need.NeedEvent.ACCEPT;
import static org.yueyuetan.platform.need.NeedEvent.ANSWER;
import static org.yueyuetan.platform.need.NeedEvent.DECLINE;
import static org.yueyuetan.platform.need.NeedEvent.RELEASE;
import static org.yueyuetan.platform.need.NeedEvent.SUBMIT;
import static org.yueyuetan.platform.need.NeedEvent.TAKE_UP;
import static org.yueyuetan.platform.need.NeedEvent.WITHDRAW;

import org.yueyuetan.platform.lifecycle.LifeCycle;

/**
 * Where a need stands.
 *
 * <p>A need whose theme stays a candidate is not moved: it is accepted until its theme is chosen,
 * and accepted again when it is released. Declined and withdrawn are ends; the organization
 * restates such a need as a new draft. An answer may be completed by a later one, and a need may be
 * answered without any theme.
 */
public enum NeedStatus {
  DRAFT,
  SUBMITTED,
  ACCEPTED,
  TAKEN_UP,
  ANSWERED,
  DECLINED,
  WITHDRAWN;

  public static final LifeCycle<NeedStatus, NeedEvent> LIFE =
      LifeCycle.of(NeedStatus.class, NeedEvent.class)
          .move(DRAFT, SUBMIT, SUBMITTED)
          .move(DRAFT, WITHDRAW, WITHDRAWN)
          .move(SUBMITTED, ACCEPT, ACCEPTED)
          .move(SUBMITTED, DECLINE, DECLINED)
          .move(SUBMITTED, WITHDRAW, WITHDRAWN)
          .move(ACCEPTED, TAKE_UP, TAKEN_UP)
          .move(ACCEPTED, ANSWER, ANSWERED)
          .move(ACCEPTED, DECLINE, DECLINED)
          .move(ACCEPTED, WITHDRAW, WITHDRAWN)
          .move(TAKEN_UP, ANSWER, ANSWERED)
          .move(TAKEN_UP, RELEASE, ACCEPTED)
          .move(ANSWERED, ANSWER, ANSWERED);

  /**
   * The organization may still change the words; afterwards only the bureau may put it in order.
   */
  boolean openToOrganization() {
    return this == DRAFT || this == SUBMITTED;
  }

  boolean openToBureau() {
    return this == SUBMITTED || this == ACCEPTED;
  }

  /** Somebody waits for what becomes of it. */
  boolean open() {
    return this == SUBMITTED || this == ACCEPTED || this == TAKEN_UP;
  }

  boolean restatable() {
    return this == DECLINED || this == WITHDRAWN;
  }
}
