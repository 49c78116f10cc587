package org.yueyuetan.platform.talk;

/** Somebody promised something at a talk. */
public record CommitmentMade(long commitment, long talk, String who, String what) {}
