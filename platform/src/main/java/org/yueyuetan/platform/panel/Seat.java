package org.yueyuetan.platform.panel;

/**
 * An organization that was drawn.
 *
 * @param round in which: 1, or a later one as substitute
 * @param missing a substitute was drawn for it
 * @param chance that it had in the first round
 */
public record Seat(long organization, String name, int round, boolean missing, double chance) {}
