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
import org.yueyuetan.engine.map.OpinionMap;
import org.yueyuetan.engine.map.Votes;

/** The map of a room drawn anew, as after each vote: 100 opinions, 60 votes a person. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class MapBenchmark {

  @Param({"50", "500", "5000"})
  public int participants;

  private Votes votes;

  @Setup
  public void vote() {
    votes = Room.votes(participants, 100, 60, 1);
  }

  @Benchmark
  public OpinionMap draw() {
    return OpinionMap.of(votes);
  }
}
