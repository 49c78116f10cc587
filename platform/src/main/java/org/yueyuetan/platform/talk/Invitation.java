package org.yueyuetan.platform.talk;

import java.time.Instant;
import java.util.Optional;

/**
 * A unit called to a talk. Holds personal data: never shown to the public.
 *
 * @param organization in the registry; empty for guests
 * @param unit name of the unit as invited
 * @param contact the person invited, as known when the invitation went out
 * @param attendee who comes, once named
 * @param code six digits; whoever holds them can check in without an account
 */
public record Invitation(
    long id,
    long talk,
    Optional<Long> organization,
    String unit,
    Party party,
    String contact,
    String email,
    String phone,
    InvitationStatus status,
    String attendee,
    String attendeePhone,
    boolean substitute,
    String reason,
    String code,
    Optional<Instant> invitedAt,
    Optional<Instant> answeredAt,
    Optional<Instant> remindedAt,
    Optional<Instant> checkedInAt,
    String checkedInBy,
    int version) {

  /** Who comes or, before that is known, who was invited. */
  public String person() {
    return attendee.isEmpty() ? contact : attendee;
  }

  public boolean isGuest() {
    return organization.isEmpty();
  }

  public boolean isCheckedIn() {
    return checkedInAt.isPresent();
  }
}
