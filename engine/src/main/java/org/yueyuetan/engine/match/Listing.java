package org.yueyuetan.engine.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns entries in any order into the two sides' lists, parties in the order of their ids. */
final class Listing {

  private final String seed;
  private final MarketBuilder.Parties left;
  private final MarketBuilder.Parties right;
  private final MarketBuilder.Pairs pairs;

  /** Consumes the entries: parties get their canonical numbers in place. */
  Listing(
      String seed,
      MarketBuilder.Parties left,
      MarketBuilder.Parties right,
      MarketBuilder.Pairs pairs) {
    this.seed = seed;
    this.left = left;
    this.right = right;
    this.pairs = pairs;
  }

  Market market() {
    int[] entries = IntStream.range(0, pairs.count).toArray();
    refuseDoubles(grouped(entries, pairs.left, left.ids.size()));
    var leftIds = renumber(left, pairs.left);
    var rightIds = renumber(right, pairs.right);
    int[] mutual = IntStream.range(0, pairs.count).filter(pairs::isMutual).toArray();

    int[] byLeft = grouped(mutual, pairs.left, leftIds.size());
    int[] leftStart = starts(mutual, pairs.left, leftIds.size());
    var rightLots = new Lots(seed, rightIds);
    int ties = sort(byLeft, leftStart, pairs.leftRank, pairs.right, rightLots);

    // From here on a pair is known by its index in the lists of the left side.
    int[] partner = taken(pairs.right, byLeft);
    int[] owner = taken(pairs.left, byLeft);
    int[] rightRank = taken(pairs.rightRank, byLeft);
    int[] indices = IntStream.range(0, byLeft.length).toArray();
    int[] byRight = grouped(indices, partner, rightIds.size());
    int[] rightStart = starts(indices, partner, rightIds.size());
    ties += sort(byRight, rightStart, rightRank, owner, new Lots(seed, leftIds));

    int[] twin = new int[byRight.length];
    for (int index = 0; index < byRight.length; index++) {
      twin[byRight[index]] = index;
    }
    long[] leftCap = pairs.isCapped() ? caps(byLeft) : null;
    return new Market(
        seed,
        ties,
        new Lists(
            Side.LEFT,
            leftIds,
            left.quota,
            left.lot,
            leftStart,
            partner,
            twin,
            taken(pairs.leftRank, byLeft),
            leftCap),
        new Lists(
            Side.RIGHT,
            rightIds,
            right.quota,
            right.lot,
            rightStart,
            taken(owner, byRight),
            byRight,
            taken(rightRank, byRight),
            leftCap == null ? null : taken(leftCap, byRight)));
  }

  private void refuseDoubles(int[] byLeft) {
    int[] seenBy = new int[right.ids.size()];
    int[] seenIn = new int[right.ids.size()];
    int least = Integer.MAX_VALUE;
    int earlier = 0;
    for (int entry : byLeft) {
      int partner = pairs.right[entry];
      if (seenBy[partner] == pairs.left[entry] + 1) {
        if (entry < least) {
          least = entry;
          earlier = seenIn[partner];
        }
      } else {
        seenBy[partner] = pairs.left[entry] + 1;
        seenIn[partner] = entry;
      }
    }
    if (least < Integer.MAX_VALUE) {
      throw new DoubledPair(
          left.ids.get(pairs.left[least]),
          right.ids.get(pairs.right[least]),
          least + 1,
          earlier + 1);
    }
  }

  /** Numbers the parties of a side in the order of their ids, there and in its column of pairs. */
  private List<String> renumber(MarketBuilder.Parties side, int[] column) {
    int count = side.ids.size();
    int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparing(side.ids::get))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] number = new int[count];
    var ids = new ArrayList<String>(count);
    for (int party = 0; party < count; party++) {
      number[order[party]] = party;
      ids.add(side.ids.get(order[party]));
    }
    side.quota = taken(side.quota, order);
    side.lot = taken(side.lot, order);
    for (int entry = 0; entry < pairs.count; entry++) {
      column[entry] = number[column[entry]];
    }
    return ids;
  }

  /** Where the items of each party begin when they stand together. */
  private static int[] starts(int[] items, int[] partyOf, int parties) {
    int[] start = new int[parties + 1];
    for (int item : items) {
      start[partyOf[item] + 1]++;
    }
    for (int party = 0; party < parties; party++) {
      start[party + 1] += start[party];
    }
    return start;
  }

  /** The items of each party together, otherwise in the given order. */
  private static int[] grouped(int[] items, int[] partyOf, int parties) {
    int[] next = starts(items, partyOf, parties);
    int[] grouped = new int[items.length];
    for (int item : items) {
      grouped[next[partyOf[item]]++] = item;
    }
    return grouped;
  }

  /** Sorts each party's items by rank and lot; returns how many share their rank with another. */
  private static int sort(int[] items, int[] start, int[] rank, int[] partner, Lots lots) {
    int ties = 0;
    long[] keys = new long[0];
    for (int party = 0; party + 1 < start.length; party++) {
      int from = start[party];
      int length = start[party + 1] - from;
      if (keys.length < length) {
        keys = new long[Math.max(length, 2 * keys.length)];
      }
      for (int i = 0; i < length; i++) {
        keys[i] = (long) rank[items[from + i]] << 32 | items[from + i];
      }
      Arrays.sort(keys, 0, length);
      for (int i = 0; i < length; i++) {
        items[from + i] = (int) keys[i];
      }
      ties += breakTies(items, from, from + length, rank, partner, lots);
    }
    return ties;
  }

  private static int breakTies(
      int[] items, int from, int to, int[] rank, int[] partner, Lots lots) {
    int ties = 0;
    for (int first = from; first < to; ) {
      int end = first + 1;
      while (end < to && rank[items[end]] == rank[items[first]]) {
        end++;
      }
      if (end - first > 1) {
        ties += end - first;
        int[] drawn =
            Arrays.stream(items, first, end)
                .boxed()
                .sorted(Comparator.comparing((Integer item) -> partner[item], lots))
                .mapToInt(Integer::intValue)
                .toArray();
        System.arraycopy(drawn, 0, items, first, drawn.length);
      }
      first = end;
    }
    return ties;
  }

  private long @Nullable [] caps(int[] entries) {
    return Arrays.stream(entries).mapToLong(pairs::capOf).toArray();
  }

  private static int[] taken(int[] column, int[] items) {
    int[] taken = new int[items.length];
    for (int i = 0; i < items.length; i++) {
      taken[i] = column[items[i]];
    }
    return taken;
  }

  private static long[] taken(long[] column, int[] items) {
    long[] taken = new long[items.length];
    for (int i = 0; i < items.length; i++) {
      taken[i] = column[items[i]];
    }
    return taken;
  }
}
