package org.yueyuetan.platform.consensus;

import java.util.Map;
import java.util.OptionalInt;
import org.yueyuetan.engine.map.Vote;

/**
 * A participant: where the map puts them and what they said. Never leaves this room as it is.
 *
 * @param guest the invitation by which they take part
 * @param group number of the group; missing for who voted on too few opinions to count
 * @param votes by opinion
 */
record Voice(long guest, double x, double y, OptionalInt group, Map<Long, Vote> votes) {

  Voice {
    votes = Map.copyOf(votes);
  }

  boolean counts() {
    return group.isPresent();
  }
}
