package org.yueyuetan.platform.matchmaking;

/**
 * Two guests who are to meet.
 *
 * @param first invitation, {@code second} too; the smaller number first
 * @param subject what about
 */
public record Pair(
    long id,
    long first,
    String firstUnit,
    long second,
    String secondUnit,
    Source source,
    String subject,
    PairStatus status) {

  public boolean isWanted() {
    return status != PairStatus.DROPPED;
  }

  boolean has(long invitation) {
    return first == invitation || second == invitation;
  }
}
