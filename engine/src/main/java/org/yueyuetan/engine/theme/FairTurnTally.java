package org.yueyuetan.engine.theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Fair turn, our own rule. Each voter who takes part has a balance of turns. It starts at {@value
 * #START_FIFTHS}/5. In every round that the voter takes part in, it grows by the voter's share (the
 * voters behind the most supported candidate that it approves, divided by all who take part) and by
 * 1/5. When a theme that the voter approves is chosen by s of n voters, it falls by 1 + n/(5s): a
 * turn shared with few costs more.
 *
 * <p>The voice of a voter is its balance, or zero if negative; and one more if it has fallen a
 * whole turn behind its quota (the sum of its shares minus the turns it had is at least one). The
 * candidate with the most voices wins.
 *
 * <p>But nobody waits for ever: as soon as some who take part have waited {@value #PATIENCE} rounds
 * in vain, those of them who wait since the earliest round are overdue, and only candidates that at
 * least one overdue voter approves can be chosen. Hence no voter waits more than {@value #PATIENCE}
 * + N - 1 rounds that it takes part in, N being the number of voters known when its spell began:
 * all others who wait as long or longer are served before it at most once each. The proof is in
 * {@code docs/theme.md}.
 */
final class FairTurnTally implements Tally {

  static final int PATIENCE = 6;
  private static final int START_FIFTHS = 3;

  private final int voters;
  private final Ledger balance;
  private final Ledger owed;

  FairTurnTally(int voters) {
    this.voters = voters;
    balance = new Ledger(voters, START_FIFTHS, 5);
    owed = new Ledger(voters, 0, 1);
  }

  @Override
  public List<Score> scores(Turn turn, Waits waits) {
    var best = turn.bestSupport(voters);
    owed.add(turn.taking(), voter -> best[voter], turn.taking().length);
    balance.add(turn.taking(), voter -> best[voter], turn.taking().length);
    balance.add(turn.taking(), 1, 5);
    var overdue = overdue(turn, waits);
    var scores = new ArrayList<Score>();
    for (var group : turn.supporters()) {
      long behind = Arrays.stream(group).filter(owed::isAtLeastOne).count();
      var voices = balance.sumOfPositive(group).plus(Fraction.of(behind));
      scores.add(
          overdue
              .map(late -> Score.of(Fraction.of(anyOf(late, group) ? 1 : 0), voices))
              .orElseGet(() -> Score.of(voices)));
    }
    return scores;
  }

  private static boolean anyOf(int[] late, int[] group) {
    return Arrays.stream(late).anyMatch(voter -> Arrays.binarySearch(group, voter) >= 0);
  }

  @Override
  public Optional<int[]> overdue(Turn turn, Waits waits) {
    var impatient =
        Arrays.stream(turn.taking()).filter(voter -> waits.rounds(voter) >= PATIENCE).toArray();
    var earliest = Arrays.stream(impatient).map(waits::since).min();
    return earliest.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Arrays.stream(impatient)
                .filter(voter -> waits.since(voter) == earliest.getAsInt())
                .toArray());
  }

  @Override
  public void settle(Turn turn, int winner) {
    var served = turn.supporters()[winner];
    owed.add(served, -1, 1);
    balance.add(served, -1, 1);
    balance.add(served, -turn.taking().length, 5L * Math.max(served.length, 1));
  }

  /** The voice: what the voter adds to each candidate that it approves. */
  @Override
  public Fraction standing(int voter) {
    var spoken = balance.isPositive(voter) ? balance.get(voter) : Fraction.ZERO;
    return owed.isAtLeastOne(voter) ? spoken.plus(Fraction.of(1)) : spoken;
  }
}
