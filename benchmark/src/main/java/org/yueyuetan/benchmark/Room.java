package org.yueyuetan.benchmark;

import java.util.BitSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.yueyuetan.engine.map.Vote;
import org.yueyuetan.engine.map.Votes;
import org.yueyuetan.engine.map.VotesBuilder;

/** Generated votes of a room of three groups: one half, two quarters. */
final class Room {

  private Room() {}

  static Votes votes(int participants, int opinions, int seen, long seed) {
    var random = new Random(seed);
    var ids = IntStream.range(0, opinions).mapToObj(String::valueOf).toList();
    double[][] agreeing = new double[3][opinions];
    for (double[] group : agreeing) {
      for (int opinion = 0; opinion < opinions; opinion++) {
        group[opinion] = random.nextDouble();
      }
    }
    var votes = new VotesBuilder(ids, Set.of());
    for (int participant = 0; participant < participants; participant++) {
      votes.participant("p" + participant);
      double[] group = agreeing[Math.max(0, random.nextInt(4) - 1)];
      var shown = new BitSet(opinions);
      while (shown.cardinality() < seen) {
        int opinion = random.nextInt(opinions);
        if (!shown.get(opinion)) {
          shown.set(opinion);
          votes.vote(ids.get(opinion), vote(group[opinion], random));
        }
      }
    }
    return votes.build();
  }

  private static Vote vote(double agreeing, Random random) {
    if (random.nextInt(8) == 0) {
      return Vote.PASS;
    }
    return random.nextDouble() < agreeing ? Vote.AGREE : Vote.DISAGREE;
  }
}
