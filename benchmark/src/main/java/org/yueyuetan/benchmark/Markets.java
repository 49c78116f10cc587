package org.yueyuetan.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.yueyuetan.engine.match.Market;
import org.yueyuetan.engine.match.MarketBuilder;

/**
 * Generated markets: every left party ranks so many right ones, drawn at random or, in a crowded
 * market, mostly those that all like; right parties rank whoever ranked them.
 *
 * @param left by pair, the number of the left party; {@code right} and the ranks likewise
 */
record Markets(
    long[] leftQuota,
    long[] rightQuota,
    int[] left,
    int[] right,
    int[] leftRank,
    int[] rightRank,
    long[] cap) {

  /**
   * A market.
   *
   * @param parties of each side
   * @param partners whom each left party ranks
   * @param quota the most of a left party; the right side can give as much on average
   */
  static Markets generated(int parties, int partners, long quota, boolean crowded, long seed) {
    var random = new SplittableRandom(seed);
    int pairs = parties * partners;
    var market =
        new Markets(
            random.longs(parties, 1, quota + 1).toArray(),
            random.longs(parties, 1, quota + 1).toArray(),
            new int[pairs],
            new int[pairs],
            new int[pairs],
            new int[pairs],
            new long[pairs]);
    int[] rankedBy = new int[parties];
    for (int party = 0; party < parties; party++) {
      for (int rank = 0; rank < partners; rank++) {
        int pair = party * partners + rank;
        market.left[pair] = party;
        market.leftRank[pair] = rank + 1;
        market.right[pair] = market.another(pair, rank, parties, crowded, random);
        market.cap[pair] = random.nextInt(4) == 0 ? random.nextLong(1, quota + 1) : Long.MAX_VALUE;
      }
    }
    for (int pair : shuffled(pairs, random)) {
      market.rightRank[pair] = ++rankedBy[market.right[pair]];
    }
    return market;
  }

  private int another(int pair, int rank, int parties, boolean crowded, SplittableRandom random) {
    while (true) {
      double share = random.nextDouble();
      int drawn = (int) ((crowded ? share * share * share : share) * parties);
      boolean isNew = true;
      for (int earlier = pair - rank; earlier < pair; earlier++) {
        isNew &= right[earlier] != drawn;
      }
      if (isNew) {
        return drawn;
      }
    }
  }

  private static int[] shuffled(int count, SplittableRandom random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  Market market() {
    return market(Long.MAX_VALUE);
  }

  /** Where a left party has no use for less than a share of its quota, a quarter for 4. */
  Market market(long share) {
    var builder = new MarketBuilder("").expect(left.length);
    for (int party = 0; party < leftQuota.length; party++) {
      builder.left("l" + party, leftQuota[party], Math.max(1, leftQuota[party] / share));
      builder.right("r" + party, rightQuota[party]);
    }
    for (int pair = 0; pair < left.length; pair++) {
      builder.pair(left[pair], right[pair], leftRank[pair], rightRank[pair], cap[pair]);
    }
    return builder.build();
  }

  /**
   * Writes left.csv, right.csv and pairs.csv: {@code folder parties partners quota random|crowded}.
   */
  public static void main(String[] args) throws IOException {
    var folder = Path.of(args[0]);
    var market =
        generated(
            Integer.parseInt(args[1]),
            Integer.parseInt(args[2]),
            Long.parseLong(args[3]),
            args[4].equals("crowded"),
            1);
    parties(folder.resolve("left.csv"), "l", market.leftQuota);
    parties(folder.resolve("right.csv"), "r", market.rightQuota);
    try (var out = Files.newBufferedWriter(folder.resolve("pairs.csv"))) {
      out.write("left,right,left_rank,right_rank,cap\n");
      for (int pair = 0; pair < market.left.length; pair++) {
        market.write(pair, out);
      }
    }
  }

  private void write(int pair, BufferedWriter out) throws IOException {
    out.write("l" + left[pair] + ",r" + right[pair] + "," + leftRank[pair] + "," + rightRank[pair]);
    out.write(cap[pair] == Long.MAX_VALUE ? ",\n" : "," + cap[pair] + "\n");
  }

  private static void parties(Path file, String letter, long[] quota) throws IOException {
    try (var out = Files.newBufferedWriter(file)) {
      out.write("id,quota\n");
      for (int party = 0; party < quota.length; party++) {
        out.write(letter + party + "," + quota[party] + "\n");
      }
    }
  }
}
