package org.yueyuetan.platform.matchmaking;

import java.time.Instant;

/** One line of the history of a pair. */
public record Told(PairStatus.Event event, String actor, Instant at) {}
