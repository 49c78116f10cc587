package org.yueyuetan.platform.fulfilment;

/**
 * What a person has to think of today.
 *
 * @param soon due within some days
 * @param waiting reports that wait for the person's organization
 */
record Digest(int late, int soon, int waiting) {

  static final Digest LATE = new Digest(1, 0, 0);
  static final Digest SOON = new Digest(0, 1, 0);
  static final Digest WAITING = new Digest(0, 0, 1);

  Digest plus(Digest other) {
    return new Digest(late + other.late, soon + other.soon, waiting + other.waiting);
  }
}
