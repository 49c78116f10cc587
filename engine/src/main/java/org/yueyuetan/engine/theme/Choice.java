package org.yueyuetan.engine.theme;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.yueyuetan.engine.Explanation;

/**
 * What a rule chose in one round, and why.
 *
 * @param round the name of the round
 * @param winner the candidate chosen
 * @param runnerUp the candidate that would have been chosen without the winner; absent if there is
 *     but one
 * @param scores the score of each candidate in the order given: with it anyone can check the choice
 * @param supporters who approved the winner, by name
 * @param explanation which voters decided, how long they had waited, and what each contributed
 */
public record Choice(
    String round,
    String winner,
    Optional<String> runnerUp,
    SequencedMap<String, Score> scores,
    List<String> supporters,
    Explanation explanation) {

  public Choice {
    supporters = List.copyOf(supporters);
  }
}
