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
import org.yueyuetan.engine.theme.Choice;
import org.yueyuetan.engine.theme.History;
import org.yueyuetan.engine.theme.Rule;
import org.yueyuetan.engine.theme.Simulation;

/** Ten years of a city: every rule, with all its reasons. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class ThemeBenchmark {

  @Param({"250", "500", "1000"})
  public int voters;

  @Param({"120"})
  public int rounds;

  @Param public Rule rule;

  private History history;

  @Setup
  public void simulate() {
    history = new Simulation(voters, 12, rounds, .2, 1.5).history(1);
  }

  @Benchmark
  public List<Choice> choose() {
    return rule.choose(history);
  }
}
