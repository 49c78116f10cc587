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
import org.yueyuetan.engine.panel.Answer;
import org.yueyuetan.engine.panel.Convener;
import org.yueyuetan.engine.panel.Convening;
import org.yueyuetan.engine.panel.Pools;

/** The fairest lottery for a talk, a large meeting and a citizens' assembly, proofs included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
public class PanelBenchmark {

  /** What is convened: members, seats, values of each feature. */
  public enum Size {
    TALK(150, 22, 4, 6, 8, 2),
    MEETING(750, 112, 4, 6, 8, 2, 3, 5),
    ASSEMBLY(1_700, 110, 2, 4, 3, 4, 5, 3, 6);

    private final int members;
    private final int seats;
    private final int[] values;

    Size(int members, int seats, int... values) {
      this.members = members;
      this.seats = seats;
      this.values = values;
    }
  }

  @Param public Size size;

  private Convening convening;

  @Setup
  public void generate() {
    convening = Pools.generated(size.members, size.seats, size.values, .1, 1);
  }

  @Benchmark
  public Answer convene() {
    return Convener.convene(convening);
  }
}
