package org.yueyuetan.platform.talk;

import java.time.LocalTime;
import java.util.Optional;

/**
 * An invitation as the people at the door see it: no code, no e-mail address.
 *
 * @param walkIn came without an invitation and was noted by staff
 */
public record Guest(
    long id,
    String unit,
    Party party,
    InvitationStatus status,
    String attendee,
    String attendeePhone,
    boolean substitute,
    boolean walkIn,
    Optional<LocalTime> checkedInAt,
    String checkedInBy,
    int version) {

  public boolean isPresent() {
    return checkedInAt.isPresent();
  }
}
