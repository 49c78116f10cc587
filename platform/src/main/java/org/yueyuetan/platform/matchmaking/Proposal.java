package org.yueyuetan.platform.matchmaking;

/**
 * Two guests who would like to meet and are not among the pairs yet.
 *
 * @param first invitation, {@code second} too; the smaller number first
 */
public record Proposal(
    long first, String firstUnit, long second, String secondUnit, String subject) {}
