package org.yueyuetan.platform.matchmaking;

import java.time.Instant;
import java.util.Optional;

/** A plan in the list of a talk's plans. */
public record PlanLine(
    int number, int meetings, String actor, Instant computedAt, Optional<Instant> publishedAt) {}
