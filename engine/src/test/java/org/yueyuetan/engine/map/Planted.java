package org.yueyuetan.engine.map;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A room made up of groups that are known: each holds an opinion of its own on everything, which
 * four of five members share.
 */
record Planted(Votes votes, Map<String, Integer> groups) {

  static Planted of(int opinions, int seen, long seed, int... sizes) {
    var random = new Random(seed);
    var ids = IntStream.range(0, opinions).mapToObj(i -> "o" + i).toList();
    var votes = new VotesBuilder(ids, Set.of());
    Map<String, Integer> groups = new HashMap<>();
    for (int group = 0; group < sizes.length; group++) {
      var holds = IntStream.range(0, opinions).mapToObj(i -> random.nextBoolean()).toList();
      for (int member = 0; member < sizes[group]; member++) {
        var id = "p" + groups.size();
        groups.put(id, group);
        votes.participant(id);
        var order = new ArrayList<>(IntStream.range(0, opinions).boxed().toList());
        Collections.shuffle(order, random);
        for (int opinion : order.subList(0, seen)) {
          boolean agrees = holds.get(opinion) == random.nextInt(5) > 0;
          votes.vote(ids.get(opinion), agrees ? Vote.AGREE : Vote.DISAGREE);
        }
      }
    }
    return new Planted(votes.build(), groups);
  }
}
