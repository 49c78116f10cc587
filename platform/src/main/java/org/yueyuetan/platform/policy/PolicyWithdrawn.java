package org.yueyuetan.platform.policy;

/** A document that had been issued was taken back; its number is void. */
public record PolicyWithdrawn(long policy) {}
