package org.yueyuetan.engine.match;

/**
 * What two parties have with each other.
 *
 * @param amount in the unit of the quotas, above 0
 * @param leftRank how the left party ranks the right one, as stated
 * @param rightRank how the right party ranks the left one
 */
public record Gift(String left, String right, long amount, int leftRank, int rightRank) {}
