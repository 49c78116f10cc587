package org.yueyuetan.platform.theme;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a month's accepted needs are about, as it was found at a time.
 *
 * @param needs how many were read
 * @param groups largest first
 * @param alone needs like no other
 */
public record Design(Instant at, int needs, List<Group> groups, List<Long> alone) {
  public Design {
    groups = List.copyOf(groups);
    alone = List.copyOf(alone);
  }

  public Optional<Group> group(long representative) {
    return groups.stream().filter(group -> group.representative() == representative).findFirst();
  }

  /** The largest of all groups: what the others are drawn against. */
  public int largest() {
    return groups.stream().mapToInt(Group::size).max().orElse(1);
  }
}
