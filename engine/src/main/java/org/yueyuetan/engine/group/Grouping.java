package org.yueyuetan.engine.group;

import java.util.List;
import org.yueyuetan.engine.Explanation;

/**
 * What a run found.
 *
 * @param groups largest first, then by the id of the representative
 * @param alone ids of the texts that are like no other, in the order of their ids
 * @param explanation how alike texts had to be, and how that was found
 */
public record Grouping(List<Group> groups, List<String> alone, Explanation explanation) {
  public Grouping {
    groups = List.copyOf(groups);
    alone = List.copyOf(alone);
  }
}
