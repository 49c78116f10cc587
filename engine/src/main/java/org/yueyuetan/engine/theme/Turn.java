package org.yueyuetan.engine.theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One round in numbers: voters stand for their place in the order of names, so that no result can
 * depend on the order of a file.
 *
 * @param round the round itself
 * @param voters those of the round
 * @param taking those who approve at least one candidate and so take part in the choice
 * @param newcomers those who were in no round before
 * @param supporters for each candidate those who approve it
 */
@SuppressWarnings("ArrayRecordComponent") // read in tight loops, never compared and never changed
record Turn(Round round, int[] voters, int[] taking, int[] newcomers, int[][] supporters) {

  /** The rounds of a history, given all its voters in order. */
  static List<Turn> of(History history, List<String> voters) {
    var known = new boolean[voters.size()];
    var turns = new ArrayList<Turn>();
    for (var round : history.rounds()) {
      turns.add(of(round, voters, known));
    }
    return turns;
  }

  private static Turn of(Round round, List<String> voters, boolean[] known) {
    var present = IntStream.builder();
    var taking = IntStream.builder();
    var newcomers = IntStream.builder();
    var supporters = new IntStream.Builder[round.candidates().size()];
    Arrays.setAll(supporters, candidate -> IntStream.builder());
    for (int voter = 0; voter < voters.size(); voter++) {
      var approved = round.approvals().get(voters.get(voter));
      if (approved == null) {
        continue;
      }
      present.add(voter);
      if (!approved.isEmpty()) {
        taking.add(voter);
      }
      if (!known[voter]) {
        known[voter] = true;
        newcomers.add(voter);
      }
      for (int candidate = 0; candidate < supporters.length; candidate++) {
        if (approved.contains(round.candidates().get(candidate))) {
          supporters[candidate].add(voter);
        }
      }
    }
    return new Turn(
        round,
        present.build().toArray(),
        taking.build().toArray(),
        newcomers.build().toArray(),
        Arrays.stream(supporters).map(group -> group.build().toArray()).toArray(int[][]::new));
  }

  /** What the round came to: what people decided, or else what the rule chose. */
  int decision(int chosen) {
    return round.decision().map(round.candidates()::indexOf).orElse(chosen);
  }

  /** Those of the round who are no newcomers. */
  int[] established() {
    return Arrays.stream(voters)
        .filter(voter -> Arrays.binarySearch(newcomers, voter) < 0)
        .toArray();
  }

  /** For each voter the support of the most supported candidate that it approves. */
  int[] bestSupport(int allVoters) {
    var best = new int[allVoters];
    for (var group : supporters) {
      for (int voter : group) {
        best[voter] = Math.max(best[voter], group.length);
      }
    }
    return best;
  }
}
