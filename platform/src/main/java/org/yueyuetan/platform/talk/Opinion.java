package org.yueyuetan.platform.talk;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody said at a talk, as recorded.
 *
 * @param named whether the public may read who said it
 */
public record Opinion(
    long id,
    long talk,
    Optional<Long> organization,
    String speaker,
    Party party,
    String text,
    boolean named,
    Instant recordedAt,
    int version) {}
