package org.yueyuetan.engine.match;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One side of a market. The list of party {@code p}, best first, are the indices {@code start[p]}
 * to {@code start[p + 1] - 1}; every pair has an index on either side.
 *
 * @param ids in canonical order, which numbers the parties
 * @param quota by party
 * @param lot by party, the smallest amount that is of use
 * @param partner by index, the party on the other side
 * @param twin by index, the index of the same pair on the other side
 * @param rank by index, as stated
 * @param cap by index, the most that the pair may have; missing when no pair has a cap
 */
@SuppressWarnings("ArrayRecordComponent") // flat arrays for speed; never compared
record Lists(
    Side side,
    List<String> ids,
    long[] quota,
    long[] lot,
    int[] start,
    int[] partner,
    int[] twin,
    int[] rank,
    long @Nullable [] cap) {

  int count() {
    return quota.length;
  }

  int pairs() {
    return partner.length;
  }

  long cap(int index) {
    return cap == null ? Long.MAX_VALUE : cap[index];
  }
}
