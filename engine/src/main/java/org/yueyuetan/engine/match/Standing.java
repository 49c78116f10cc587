package org.yueyuetan.engine.match;

/**
 * How the parties of one side stand in an allocation.
 *
 * @param total by party, what it has
 * @param worst by party, the index of the partner it likes least of those it has something with; −1
 *     if none
 */
@SuppressWarnings("ArrayRecordComponent") // flat arrays for speed; never compared
record Standing(Lists lists, long[] total, int[] worst) {

  /** Of an allocation by index of the left side. */
  static Standing of(Lists lists, long[] amount) {
    long[] total = new long[lists.count()];
    int[] worst = new int[lists.count()];
    for (int party = 0; party < lists.count(); party++) {
      worst[party] = -1;
      for (int index = lists.start()[party]; index < lists.start()[party + 1]; index++) {
        long here = amount[lists.side() == Side.LEFT ? index : lists.twin()[index]];
        if (here > 0) {
          total[party] += here;
          worst[party] = index;
        }
      }
    }
    return new Standing(lists, total, worst);
  }

  long missing(int party) {
    return lists.quota()[party] - total[party];
  }

  /** Whether the party is full with partners it likes at least as much as the one at the index. */
  boolean isContent(int party, int index) {
    return missing(party) == 0 && worst[party] <= index;
  }
}
