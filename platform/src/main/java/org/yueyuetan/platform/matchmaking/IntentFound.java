package org.yueyuetan.platform.matchmaking;

/** Two who met at a talk both intend to cooperate on this need or offer. */
public record IntentFound(long talk, long need) {}
