package org.yueyuetan.platform.project;

import java.time.Instant;

/** One row of the history of a provision. */
public record ProvisionMove(
    ProvisionEvent event, ProvisionStatus status, String reason, String actor, Instant at) {}
