package org.yueyuetan.platform.talk;

import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Audit;

/**
 * Writes down that somebody is in the room, whichever way it became known. The talk's row is held
 * by the caller.
 */
@Component
class Arrivals {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Audit audit;

  Arrivals(JdbcClient jdbc, Clock clock, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Notes an arrival; noting it again changes nothing. Whoever had not said yes does so by coming.
   *
   * @param attendee name to note when none is known yet
   * @param by who says so, for the list
   */
  void note(Invitation invitation, String attendee, String by) {
    if (invitation.isCheckedIn()) {
      return;
    }
    var status = accepted(invitation.status());
    jdbc.sql(
            """
            update invitation
            set status_before = status, status = :status, answered_at = coalesce(answered_at, :now), attendee = :attendee,
                checked_in_at = :now, checked_in_by = :by
            where id = :id
            """)
        .param("id", invitation.id())
        .param("status", status.name())
        .param("attendee", invitation.person().isEmpty() ? attendee : invitation.person())
        .param("by", by)
        .param("now", Rows.sql(clock.instant()))
        .update();
    audit.changed(
        "checkIn",
        "invitation",
        invitation.id(),
        Map.of("status", invitation.status(), "present", false),
        Map.of("status", status, "present", true));
  }

  /** The guest is not here after all: the answer stands again as it was before. */
  void takeBack(Invitation invitation) {
    if (!invitation.isCheckedIn()) {
      return;
    }
    jdbc.sql(
            """
            update invitation
            set status = coalesce(status_before, status), status_before = null, checked_in_at = null, checked_in_by = '',
                answered_at = case when answered_at < checked_in_at or walk_in then answered_at end
            where id = :id
            """)
        .param("id", invitation.id())
        .update();
    audit.changed(
        "undoCheckIn",
        "invitation",
        invitation.id(),
        Map.of("present", true, "by", invitation.checkedInBy()),
        Map.of("present", false));
  }

  private static InvitationStatus accepted(InvitationStatus status) {
    return switch (status) {
      case ACCEPTED -> InvitationStatus.ACCEPTED;
      case LISTED -> accepted(InvitationStatus.LIFE.next(status, InvitationMove.SEND));
      case INVITED, WAITING, DECLINED, WITHDRAWN ->
          InvitationStatus.LIFE.next(status, InvitationMove.ACCEPT);
    };
  }
}
