package org.yueyuetan.platform.agreement;

import static org.yueyuetan.platform.agreement.AgreementEvent.APPROVE;
import static org.yueyuetan.platform.agreement.AgreementEvent.APPROVE_LAST;
import static org.yueyuetan.platform.agreement.AgreementEvent.CHANGE;
import static org.yueyuetan.platform.agreement.AgreementEvent.DECLINE;
import static org.yueyuetan.platform.agreement.AgreementEvent.RECORD;
import static org.yueyuetan.platform.agreement.AgreementEvent.RETURN;
import static org.yueyuetan.platform.agreement.AgreementEvent.SIGN;
import static org.yueyuetan.platform.agreement.AgreementEvent.SIGN_LAST;
import static org.yueyuetan.platform.agreement.AgreementEvent.START;
import static org.yueyuetan.platform.agreement.AgreementEvent.SUBMIT;
import static org.yueyuetan.platform.agreement.AgreementEvent.WITHDRAW;

import org.yueyuetan.platform.lifecycle.LifeCycle;

/** Where an agreement stands. Once it is out for signature its words are fixed. */
public enum AgreementStatus {
  DRAFT,
  IN_REVIEW,
  APPROVED,
  SIGNING,
  SIGNED,
  DECLINED,
  WITHDRAWN;

  public static final LifeCycle<AgreementStatus, AgreementEvent> LIFE =
      LifeCycle.of(AgreementStatus.class, AgreementEvent.class)
          .move(DRAFT, CHANGE, DRAFT)
          .move(DRAFT, SUBMIT, IN_REVIEW)
          .move(DRAFT, RECORD, SIGNED)
          .move(DRAFT, WITHDRAW, WITHDRAWN)
          .move(IN_REVIEW, APPROVE, IN_REVIEW)
          .move(IN_REVIEW, APPROVE_LAST, APPROVED)
          .move(IN_REVIEW, RETURN, DRAFT)
          .move(IN_REVIEW, CHANGE, DRAFT)
          .move(IN_REVIEW, WITHDRAW, WITHDRAWN)
          .move(APPROVED, START, SIGNING)
          .move(APPROVED, RETURN, DRAFT)
          .move(APPROVED, CHANGE, DRAFT)
          .move(APPROVED, RECORD, SIGNED)
          .move(APPROVED, WITHDRAW, WITHDRAWN)
          .move(SIGNING, SIGN, SIGNING)
          .move(SIGNING, SIGN_LAST, SIGNED)
          .move(SIGNING, DECLINE, DECLINED)
          .move(SIGNING, WITHDRAW, WITHDRAWN);

  public boolean allows(AgreementEvent event) {
    return LIFE.allows(this, event);
  }

  /** Something is still to be done with it. */
  public boolean open() {
    return this != SIGNED && this != DECLINED && this != WITHDRAWN;
  }

  /** It has a number and a file that is fixed. */
  public boolean frozen() {
    return this == SIGNING || this == SIGNED;
  }
}
