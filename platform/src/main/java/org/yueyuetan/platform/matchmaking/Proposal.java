package org.yueyuetan.platform.matchmaking;

import java.util.List;

/**
 * Two guests who would like to meet and are not among the pairs yet.
 *
 * @param first invitation, {@code second} too; the smaller number first
 * @param needs and offers that it is about
 */
public record Proposal(
    long first,
    String firstUnit,
    long second,
    String secondUnit,
    String subject,
    List<Long> needs) {}
