package org.yueyuetan.platform.disposition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One line of the history.
 *
 * @param text what was answered or remarked
 * @param actor empty when the author did it
 */
public record Step(
    DispositionMove move,
    String department,
    LocalDate due,
    Optional<Result> result,
    Optional<Rating> rating,
    String text,
    String reason,
    String actor,
    Instant at) {

  private static final Set<DispositionMove> FOR_EVERYONE =
      EnumSet.of(
          DispositionMove.ASSIGN,
          DispositionMove.ANSWER,
          DispositionMove.RATE,
          DispositionMove.CLOSE);

  /**
   * What everyone may read of it: who was to answer, the answer, that it was rated and closed. What
   * offices write to each other, and what the author remarked, stays with them.
   */
  Optional<Step> forEveryone() {
    if (!FOR_EVERYONE.contains(move)) {
      return Optional.empty();
    }
    var answer = move == DispositionMove.ANSWER;
    return Optional.of(
        new Step(
            move,
            department,
            due,
            result,
            rating,
            answer ? text : "",
            answer ? reason : "",
            "",
            at));
  }
}
