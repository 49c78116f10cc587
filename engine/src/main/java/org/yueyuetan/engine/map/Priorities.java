package org.yueyuetan.engine.map;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Which opinion to show next: new ones, ones that many agree with, few pass on, and that tell
 * people apart.
 *
 * @param weight by id of the opinion, in the order of ids
 */
public record Priorities(SequencedMap<String, Double> weight) {

  public Priorities {
    weight = new LinkedHashMap<>(weight);
  }

  static Priorities of(Votes votes, Tally all, Components components) {
    var weight = new LinkedHashMap<String, Double>();
    for (int opinion = 0; opinion < votes.opinions().size(); opinion++) {
      double seen = all.seen()[opinion];
      double passes = seen - all.agree()[opinion] - all.disagree()[opinion];
      double reach =
          Math.sqrt(votes.opinions().size())
              * Math.abs(1 + components.mean()[opinion])
              * Math.hypot(components.first()[opinion], components.second()[opinion]);
      double root =
          (1 - (passes + 1) / (seen + 2))
              * (reach + 1)
              * (all.agree()[opinion] + 1)
              / (seen + 2)
              * (1 + 8 * Math.pow(2, -seen / 5));
      weight.put(votes.opinions().get(opinion), root * root);
    }
    return new Priorities(weight);
  }

  /**
   * Draws one of the opinions that a participant has not seen, each with a chance in proportion to
   * its weight.
   *
   * @param seen what the participant voted on, and anything else not to be shown
   * @param dice a random number from 0 to below 1
   * @return nothing when all are seen
   */
  public Optional<String> draw(Set<String> seen, double dice) {
    var unseen =
        weight.entrySet().stream().filter(entry -> !seen.contains(entry.getKey())).toList();
    double left = dice * unseen.stream().mapToDouble(Map.Entry::getValue).sum();
    for (var entry : unseen) {
      left -= entry.getValue();
      if (left < 0) {
        return Optional.of(entry.getKey());
      }
    }
    return unseen.isEmpty() ? Optional.empty() : Optional.of(unseen.getLast().getKey());
  }
}
