package org.yueyuetan.platform.talk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A promise made at a talk (承诺事项): who, what, by when.
 *
 * @param report what was done, or why it was dropped
 */
public record Commitment(
    long id,
    long talk,
    Optional<Long> organization,
    String who,
    String email,
    String what,
    LocalDate due,
    CommitmentStatus status,
    String report,
    Optional<Instant> endedAt,
    Instant createdAt,
    int version) {

  public boolean isLate(LocalDate today) {
    return status == CommitmentStatus.OPEN && due.isBefore(today);
  }
}
