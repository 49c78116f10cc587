package org.yueyuetan.platform.fulfilment;

/** A need, or an offer, was answered with what its agreement brought. */
public record NeedMet(long need, long agreement) {}
