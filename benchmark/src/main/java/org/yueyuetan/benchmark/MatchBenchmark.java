package org.yueyuetan.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.yueyuetan.engine.match.Market;
import org.yueyuetan.engine.match.Matching;

/**
 * Both stable allocations with certificates and reasons, 20 partners ranked by each; with one each,
 * beside a textbook's deferred acceptance, which finds one of them and proves nothing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
public class MatchBenchmark {

  private static final int PARTNERS = 20;
  private static final long FEN = 100_000_000;

  /** Parties of each side: 100,000 and 1,000,000 pairs. */
  @Param({"5000", "50000"})
  public int parties;

  @Param({"false", "true"})
  public boolean crowded;

  private Markets amounts;
  private Market withAmounts;
  private Market oneEach;
  private Classic classic;

  @Setup
  public void generate() {
    amounts = Markets.generated(parties, PARTNERS, FEN, crowded, 1);
    withAmounts = amounts.market();
    var units = Markets.generated(parties, PARTNERS, 1, crowded, 1);
    oneEach = units.market();
    classic = new Classic(units);
  }

  /** From pairs in any order to sorted lists. */
  @Benchmark
  public Market lists() {
    return amounts.market();
  }

  @Benchmark
  public Matching amounts() {
    return Matching.of(withAmounts);
  }

  @Benchmark
  public Matching oneEach() {
    return Matching.of(oneEach);
  }

  @Benchmark
  public int[] oneEachByTheTextbook() {
    return classic.match();
  }
}
