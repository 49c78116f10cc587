package org.yueyuetan.platform.policy;

import static org.yueyuetan.platform.policy.PolicyEvent.CLOSE_COMMENTS;
import static org.yueyuetan.platform.policy.PolicyEvent.ISSUE;
import static org.yueyuetan.platform.policy.PolicyEvent.OPEN_COMMENTS;
import static org.yueyuetan.platform.policy.PolicyEvent.REPEAL;
import static org.yueyuetan.platform.policy.PolicyEvent.RETURN;
import static org.yueyuetan.platform.policy.PolicyEvent.SIGN;
import static org.yueyuetan.platform.policy.PolicyEvent.SUBMIT;
import static org.yueyuetan.platform.policy.PolicyEvent.WITHDRAW;

import org.yueyuetan.platform.lifecycle.LifeCycle;

/**
 * Where a document stands. What was issued never changes again: it is repealed, replaced by a new
 * version, or, when it should not have gone out, withdrawn with its number.
 */
public enum PolicyStatus {
  DRAFT,
  COMMENTING,
  REVISING,
  PENDING,
  SIGNED,
  ISSUED,
  REPEALED,
  WITHDRAWN;

  public static final LifeCycle<PolicyStatus, PolicyEvent> LIFE =
      LifeCycle.of(PolicyStatus.class, PolicyEvent.class)
          .move(DRAFT, OPEN_COMMENTS, COMMENTING)
          .move(DRAFT, SUBMIT, PENDING)
          .move(DRAFT, WITHDRAW, WITHDRAWN)
          .move(COMMENTING, CLOSE_COMMENTS, REVISING)
          .move(COMMENTING, WITHDRAW, WITHDRAWN)
          .move(REVISING, OPEN_COMMENTS, COMMENTING)
          .move(REVISING, SUBMIT, PENDING)
          .move(REVISING, WITHDRAW, WITHDRAWN)
          .move(PENDING, SIGN, SIGNED)
          .move(PENDING, RETURN, REVISING)
          .move(PENDING, WITHDRAW, WITHDRAWN)
          .move(SIGNED, ISSUE, ISSUED)
          .move(SIGNED, RETURN, REVISING)
          .move(SIGNED, WITHDRAW, WITHDRAWN)
          .move(ISSUED, REPEAL, REPEALED)
          .move(ISSUED, WITHDRAW, WITHDRAWN);

  public boolean allows(PolicyEvent event) {
    return LIFE.allows(this, event);
  }

  /** Its words may change. */
  public boolean editable() {
    return this == DRAFT || this == REVISING;
  }

  /** It has not come out yet, and still may. */
  public boolean ahead() {
    return this != ISSUED && this != REPEALED && this != WITHDRAWN;
  }
}
