package org.yueyuetan.platform.talk;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Audit;

/**
 * Seats of a talk and the line of those who wait for one (候补). The talk's row is held by the
 * caller, so seats are given one after the other and never twice.
 */
@Component
class Seats {

  private final Invitations invitations;
  private final Calls calls;
  private final Audit audit;

  Seats(Invitations invitations, Calls calls, Audit audit) {
    this.invitations = invitations;
    this.calls = calls;
    this.audit = audit;
  }

  boolean isFull(Talk talk) {
    return invitations.accepted(talk.id()) >= talk.capacity();
  }

  /** Place in the line, from 1; 0 for an invitation that is not in it. */
  int position(Invitation invitation) {
    var line = invitations.waiting(invitation.talk());
    for (var place = 0; place < line.size(); place++) {
      if (line.get(place).id() == invitation.id()) {
        return place + 1;
      }
    }
    return 0;
  }

  /** Gives free seats to those who wait, first come first served, and tells them. */
  void fill(Talk talk) {
    var free = talk.capacity() - invitations.accepted(talk.id());
    if (free <= 0 || !talk.status().isAhead()) {
      return;
    }
    for (var next : invitations.waiting(talk.id()).stream().limit(free).toList()) {
      var seated = invitations.move(next, InvitationMove.ACCEPT);
      audit.changed(
          "moveUp",
          "invitation",
          next.id(),
          Map.of("status", next.status()),
          Map.of("status", seated.status()));
      calls.movedUp(talk, seated);
    }
  }
}
