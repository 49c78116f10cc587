package org.yueyuetan.platform.fulfilment;

/** The other side confirmed a milestone. */
public record MilestoneKept(long milestone, long agreement, long organization) {}
