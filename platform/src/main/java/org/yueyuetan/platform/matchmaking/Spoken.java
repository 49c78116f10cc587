package org.yueyuetan.platform.matchmaking;

/**
 * Two talk, or talked, about a need or an offer.
 *
 * @param mutual both intend to cooperate
 * @param partner of the organization whose need it is
 * @param planned has a time
 */
record Spoken(
    long pair,
    long talk,
    String title,
    PairStatus status,
    boolean mutual,
    String partner,
    boolean planned) {

  String key() {
    return "matchmaking.need." + (mutual ? "MUTUAL" : status.name());
  }
}
