package org.yueyuetan.engine.theme;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How fair a year was, by the measures of Lackner, AAAI 2020.
 *
 * @param quotaCompliance the share of pairs of a round and a voter of it in which, after the round,
 *     the voter's quota exceeds its satisfaction by less than one
 * @param influenceGini the Gini coefficient of influence, where every round shares one unit equally
 *     among those it satisfied; 0 if all have the same
 * @param satisfaction how often voters were satisfied, relative to approval voting, which maximises
 *     it
 * @param longestDrySpell the most rounds in a row, among those in which it took part, that one
 *     voter approved nothing that was chosen
 */
public record Metrics(
    double quotaCompliance, double influenceGini, double satisfaction, int longestDrySpell) {

  /**
   * Measures winners, whoever or whatever chose them.
   *
   * @throws IllegalArgumentException if there is not one winner per round, or a winner is no
   *     candidate of its round
   */
  public static Metrics of(History history, List<String> winners) {
    if (winners.size() != history.rounds().size()) {
      throw new IllegalArgumentException(
          "%d winners for %d rounds".formatted(winners.size(), history.rounds().size()));
    }
    var voters = List.copyOf(history.voters());
    var owed = new Ledger(voters.size(), 0, 1);
    var influence = new double[voters.size()];
    var waits = new Waits(voters.size());
    long pairs = 0;
    long compliant = 0;
    long satisfied = 0;
    long possible = 0;
    int longest = 0;
    int round = 0;
    for (var turn : Turn.of(history, voters)) {
      int winner = turn.round().candidates().indexOf(winners.get(round));
      if (winner < 0) {
        throw new IllegalArgumentException(
            "round %s: the winner %s is no candidate"
                .formatted(turn.round().name(), winners.get(round)));
      }
      var served = turn.supporters()[winner];
      var best = turn.bestSupport(voters.size());
      owed.add(turn.taking(), voter -> best[voter], turn.voters().length);
      owed.add(served, -1, 1);
      for (int voter : served) {
        influence[voter] += 1.0 / served.length;
      }
      waits.settle(turn, winner);
      pairs += turn.voters().length;
      compliant += Arrays.stream(turn.voters()).filter(v -> !owed.isAtLeastOne(v)).count();
      satisfied += served.length;
      possible += Arrays.stream(turn.supporters()).mapToInt(group -> group.length).max().orElse(0);
      longest = Math.max(longest, IntStream.of(turn.taking()).map(waits::rounds).max().orElse(0));
      round++;
    }
    return new Metrics(
        pairs == 0 ? 1 : (double) compliant / pairs,
        gini(influence),
        possible == 0 ? 1 : (double) satisfied / possible,
        longest);
  }

  private static double gini(double[] amounts) {
    var sorted = amounts.clone();
    Arrays.sort(sorted);
    double total = 0;
    double spread = 0;
    for (int i = 0; i < sorted.length; i++) {
      total += sorted[i];
      spread += (2.0 * i - sorted.length + 1) * sorted[i];
    }
    return total == 0 ? 0 : spread / sorted.length / total;
  }
}
