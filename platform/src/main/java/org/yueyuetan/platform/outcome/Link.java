package org.yueyuetan.platform.outcome;

import java.time.Instant;

/** One thing led to another. */
public record Link(Thing.Ref from, Relation relation, Thing.Ref to, Instant at, String actor) {}
