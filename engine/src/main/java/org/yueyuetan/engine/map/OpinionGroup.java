package org.yueyuetan.engine.map;

import java.util.List;
import org.yueyuetan.engine.Explanation;

/**
 * Participants who think alike.
 *
 * @param number from 1, the largest group first
 * @param size members
 * @param representative at most five opinions that set the group apart: the strongest that it
 *     agrees with, then the others by score
 * @param explanation how many, and the share of all
 */
public record OpinionGroup(
    int number, int size, List<Held> representative, Explanation explanation) {
  public OpinionGroup {
    representative = List.copyOf(representative);
  }
}
