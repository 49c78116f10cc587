package org.yueyuetan.platform.talk;

import java.time.LocalDate;
import java.util.Optional;
import org.yueyuetan.platform.organization.Kind;
import org.yueyuetan.platform.organization.Level;

/**
 * An organization that might be called to a talk.
 *
 * @param stated stated a need of the theme
 * @param supported supports a need of the theme
 * @param invitations how often it was invited to other talks
 * @param lastInvited when it was last invited
 */
public record Candidate(
    long organization,
    String name,
    Kind kind,
    Level level,
    String regionCode,
    boolean stated,
    boolean supported,
    int invitations,
    Optional<LocalDate> lastInvited) {

  public boolean isConcerned() {
    return stated || supported;
  }

  public Party party() {
    return Party.of(kind, level);
  }
}
