package org.yueyuetan.platform.fulfilment;

/**
 * The other side confirmed a milestone.
 *
 * @param report that it confirmed
 */
public record MilestoneKept(long milestone, long report, long agreement, long organization) {}
