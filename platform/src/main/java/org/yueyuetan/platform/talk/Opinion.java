package org.yueyuetan.platform.talk;

import java.time.Instant;
import java.util.Optional;

/** What somebody said at a talk, as recorded. */
public record Opinion(
    long id,
    long talk,
    Optional<Long> organization,
    String speaker,
    Party party,
    String text,
    Instant recordedAt,
    int version) {}
