package org.yueyuetan.platform.fulfilment;

/** The need of a project was answered with what its agreement brought. */
public record NeedMet(long need, long agreement) {}
