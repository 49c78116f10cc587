package org.yueyuetan.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.yueyuetan.engine.match.Market;
import org.yueyuetan.engine.match.MarketBuilder;
import org.yueyuetan.engine.match.Matching;

/**
 * Measures how matching grows with the pairs, 20 ranked by each, in a warm process, the best of
 * five runs; prints lines for {@link Growth}. An argument limits the parties of each side.
 */
public final class MatchGrowth {

  private static final int PARTNERS = 20;
  private static final long FEN = 100_000_000;
  private static final int[] PARTIES = {500, 5_000, 50_000, 200_000, 1_000_000};
  private static final int SMALL = 5_000;

  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Processor time comes in steps of a hundredth of a second. */
  private static final long ENOUGH = 300_000_000;

  private MatchGrowth() {}

  public static void main(String[] args) {
    int most = args.length == 0 ? Integer.MAX_VALUE : Integer.parseInt(args[0]);
    var warm = Markets.generated(2_000, PARTNERS, FEN, true, 2);
    for (int run = 0; run < 30; run++) {
      Matching.of(warm.market(10));
      new Classic(warm).match();
    }
    for (int parties : PARTIES) {
      if (parties <= most) {
        measure(parties);
      }
    }
  }

  private static void measure(int parties) {
    matching("amounts", Markets.generated(parties, PARTNERS, FEN, false, 1).market());
    matching("crowded amounts", Markets.generated(parties, PARTNERS, FEN, true, 1).market());
    matching("one long chain", chain(parties * PARTNERS / 3));
    if (parties <= SMALL) {
      matching("smallest lots", Markets.generated(parties, PARTNERS, FEN, false, 1).market(10));
    }
    var units = Markets.generated(parties, PARTNERS, 1, false, 1);
    var classic = new Classic(units);
    if (parties >= SMALL) {
      measure("the same by a textbook", parties * PARTNERS, classic::match);
    }
    matching("one each", units.market());
  }

  private static void matching(String series, Market market) {
    measure(series, market.pairs(), () -> Matching.of(market));
  }

  /** Whoever has something can only go where the next one has it, and many push, one unit each. */
  private static Market chain(int length) {
    var builder = new MarketBuilder("");
    for (int party = 0; party < length; party++) {
      builder.left("a" + party, length);
      builder.right("x" + party, length);
    }
    for (int party = 0; party < length; party++) {
      builder.pair(party, party, 1, 3);
      if (party + 1 < length) {
        builder.pair(party, party + 1, 2, 1);
      }
      builder.pair(builder.left("b" + party, 1), 0, 1, 2);
    }
    return builder.build();
  }

  private static void measure(String series, int pairs, Runnable work) {
    for (int round = 0; round < 3; round++) {
      long begin = PROCESS.getProcessCpuTime();
      int runs = 0;
      while (runs == 0 || PROCESS.getProcessCpuTime() - begin < ENOUGH) {
        work.run();
        runs++;
      }
      double seconds = (PROCESS.getProcessCpuTime() - begin) / 1e9 / runs;
      System.out.printf(Locale.ROOT, "%s,%d,%.7f%n", series, pairs, seconds);
    }
  }
}
