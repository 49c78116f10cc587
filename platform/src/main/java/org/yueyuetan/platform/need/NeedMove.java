package org.yueyuetan.platform.need;

import java.time.Instant;

/** One row of a need's history: what happened, where that led, why, by whom and when. */
public record NeedMove(
    NeedEvent event, NeedStatus status, String reason, String actor, Instant at) {}
