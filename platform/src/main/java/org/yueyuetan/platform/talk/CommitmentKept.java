package org.yueyuetan.platform.talk;

/** A promise was kept. */
public record CommitmentKept(long commitment) {}
