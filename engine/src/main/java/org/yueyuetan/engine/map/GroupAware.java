package org.yueyuetan.engine.map;

import org.yueyuetan.engine.Explanation;

/**
 * How far every group agrees with an opinion.
 *
 * @param opinion its id
 * @param value the product over the groups of (agreeing + 1) / (seen + 2): one group that disagrees
 *     brings it down
 * @param explanation the counts of each group
 */
public record GroupAware(String opinion, double value, Explanation explanation) {}
