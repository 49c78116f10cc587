package org.yueyuetan.platform.theme;

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

  Proposal withoutNames() {
    return new Proposal(theme, runnerUp, scores, explanation.withoutNames());
  }

  /** All but the words: what must come out again from the same ballot. */
  record Result(long theme, Optional<Long> runnerUp, List<Score> scores) {}

  Result result() {
    return new Result(theme, runnerUp, scores);
  }

  /** What a candidate came to under the rule, to six digits, the weightiest number first. */
  public record Score(long theme, String value) {}
}
