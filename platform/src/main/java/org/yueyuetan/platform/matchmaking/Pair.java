package org.yueyuetan.platform.matchmaking;

/**
 * Two guests who are to meet.
 *
 * @param first invitation, {@code second} too; the smaller number first
 * @param subject what about
 * @param firstWants to cooperate, having met; {@code secondWants} too
 * @param note what comes next
 */
public record Pair(
    long id,
    long first,
    String firstUnit,
    long second,
    String secondUnit,
    Source source,
    String subject,
    PairStatus status,
    boolean firstWants,
    boolean secondWants,
    String note,
    int version) {

  /** Both would like to cooperate (双方有意). */
  public boolean isMutual() {
    return status == PairStatus.MET && firstWants && secondWants;
  }

  public boolean wants(long invitation) {
    return first == invitation ? firstWants : secondWants;
  }

  public String partnerOf(long invitation) {
    return first == invitation ? secondUnit : firstUnit;
  }

  public boolean isWanted() {
    return status != PairStatus.DROPPED;
  }

  boolean has(long invitation) {
    return first == invitation || second == invitation;
  }
}
