package org.yueyuetan.platform.selection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of each entry is spoken for.
 *
 * @param held by entry, in pairs that wait or are confirmed
 * @param confirmed by entry, in pairs that both sides confirmed
 */
record Standing(Map<Long, Long> held, Map<Long, Long> confirmed) {

  static Standing of(List<Pair> pairs) {
    var held = new HashMap<Long, Long>();
    var confirmed = new HashMap<Long, Long>();
    for (var pair : pairs) {
      for (var side : Side.values()) {
        if (!pair.is(PairStatus.RELEASED)) {
          held.merge(pair.entry(side), pair.amount(), Long::sum);
        }
        if (pair.is(PairStatus.CONFIRMED)) {
          confirmed.merge(pair.entry(side), pair.amount(), Long::sum);
        }
      }
    }
    return new Standing(held, confirmed);
  }

  long open(Entry entry) {
    return entry.quantity() - held.getOrDefault(entry.id(), 0L);
  }
}
