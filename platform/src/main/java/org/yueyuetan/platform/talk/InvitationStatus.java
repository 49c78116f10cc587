package org.yueyuetan.platform.talk;

import org.yueyuetan.platform.lifecycle.LifeCycle;

/** State of an invitation, with its life cycle. */
public enum InvitationStatus {
  /** On the convening list, not told yet. */
  LISTED,
  INVITED,
  ACCEPTED,
  /** Said yes when the room was full: moves up when a seat comes free. */
  WAITING,
  DECLINED,
  /** Had said yes and took it back. */
  WITHDRAWN;

  static final LifeCycle<InvitationStatus, InvitationMove> LIFE =
      LifeCycle.of(InvitationStatus.class, InvitationMove.class)
          .move(LISTED, InvitationMove.SEND, INVITED)
          .move(INVITED, InvitationMove.ACCEPT, ACCEPTED)
          .move(INVITED, InvitationMove.QUEUE, WAITING)
          .move(INVITED, InvitationMove.DECLINE, DECLINED)
          .move(DECLINED, InvitationMove.ACCEPT, ACCEPTED)
          .move(DECLINED, InvitationMove.QUEUE, WAITING)
          .move(ACCEPTED, InvitationMove.DECLINE, WITHDRAWN)
          .move(WAITING, InvitationMove.ACCEPT, ACCEPTED)
          .move(WAITING, InvitationMove.DECLINE, WITHDRAWN)
          .move(WITHDRAWN, InvitationMove.ACCEPT, ACCEPTED)
          .move(WITHDRAWN, InvitationMove.QUEUE, WAITING);

  /** Said yes, with or without a seat. */
  public boolean saidYes() {
    return this == ACCEPTED || this == WAITING;
  }

  public boolean saidNo() {
    return this == DECLINED || this == WITHDRAWN;
  }
}
