package org.yueyuetan.benchmark;

import java.util.Locale;
import org.yueyuetan.engine.panel.Convener;
import org.yueyuetan.engine.panel.Pools;

/**
 * Measures how long the fairest lottery takes as the pool grows, a tenth of it being seats, five
 * pools of each size in a warm process; prints lines for {@link Growth}.
 */
public final class PanelGrowth {

  private static final int[] MEMBERS = {50, 100, 200, 500, 1_000, 2_000};

  private PanelGrowth() {}

  public static void main(String[] args) {
    int[] three = {4, 6, 8};
    int[] seven = {2, 4, 3, 4, 5, 3, 6};
    for (int seed = 0; seed < 20; seed++) {
      Convener.convene(Pools.generated(200, 20, seven, .2, seed));
    }
    for (int members : MEMBERS) {
      for (int seed = 0; seed < 5; seed++) {
        measure("three features", members, three, seed);
        measure("seven features", members, seven, seed);
      }
    }
  }

  private static void measure(String series, int members, int[] values, int seed) {
    var convening = Pools.generated(members, members / 10, values, .2, seed);
    long begin = System.nanoTime();
    Convener.convene(convening);
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(Locale.ROOT, "%s,%d,%.4f%n", series, members, seconds);
  }
}
