package org.yueyuetan.platform.theme;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a rule proposes, and why.
 *
 * @param runnerUp the next best; empty when there was one candidate only
 * @param scores of all candidates, best first
 */
public record Proposal(
    long theme, Optional<Long> runnerUp, List<Score> scores, Explanation explanation) {

  public Proposal {
    scores = List.copyOf(scores);
  }

  /** What a candidate came to under the rule. */
  public record Score(long theme, BigDecimal value, Explanation explanation) {}
}
