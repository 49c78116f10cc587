package org.yueyuetan.platform.selection;

import java.time.Instant;

/** A run of the engine that was told to both sides: its input, and what came out. */
public record Run(int number, Snapshot snapshot, Outcome outcome, Instant at) {}
