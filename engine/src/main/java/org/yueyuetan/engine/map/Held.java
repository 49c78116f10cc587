package org.yueyuetan.engine.map;

import org.yueyuetan.engine.Explanation;

/**
 * What a group, or everybody, holds of an opinion.
 *
 * @param opinion its id
 * @param side whether it is agreed or disagreed with
 * @param agree how many of them agree
 * @param disagree how many of them disagree
 * @param seen how many of them voted on it, passes included
 * @param score what the order goes by: higher is more telling
 * @param explanation the counts and tests behind it
 */
public record Held(
    String opinion,
    Vote side,
    int agree,
    int disagree,
    int seen,
    double score,
    Explanation explanation) {}
