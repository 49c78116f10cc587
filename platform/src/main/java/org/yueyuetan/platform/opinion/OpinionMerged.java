package org.yueyuetan.platform.opinion;

/** An opinion says what another one says: from now on that one stands for both. */
public record OpinionMerged(long opinion, long into) {}
