package org.yueyuetan.platform.selection;

import java.time.Instant;

/** A move of a round, as its history keeps it. */
public record Moved(SelectionMove event, String reason, String actor, Instant at) {}
