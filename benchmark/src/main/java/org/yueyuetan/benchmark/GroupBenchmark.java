package org.yueyuetan.benchmark;

import java.util.List;
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
import org.yueyuetan.engine.group.Constraints;
import org.yueyuetan.engine.group.Dictionary;
import org.yueyuetan.engine.group.Generated;
import org.yueyuetan.engine.group.Grouper;
import org.yueyuetan.engine.group.Grouping;
import org.yueyuetan.engine.group.Text;

/** Messages to a city, grouped in a process that has warmed up, as the platform's has. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
public class GroupBenchmark {

  @Param({"100", "1000", "4326", "10000", "30000", "100000"})
  public int texts;

  private final Grouper grouper = new Grouper(Dictionary.standard());
  private List<Text> mail = List.of();

  @Setup
  public void generate() {
    mail = Generated.city(texts, 21).texts();
  }

  @Benchmark
  public Grouping group() {
    return grouper.group(mail, Constraints.NONE);
  }
}
