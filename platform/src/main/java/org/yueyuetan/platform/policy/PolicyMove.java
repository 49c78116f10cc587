package org.yueyuetan.platform.policy;

import java.time.Instant;

/** One row of a document's history. */
public record PolicyMove(
    PolicyEvent event, PolicyStatus status, String reason, String actor, Instant at) {}
