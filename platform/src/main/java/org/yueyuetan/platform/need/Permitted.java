package org.yueyuetan.platform.need;

import java.util.Set;

/**
 * What a person may do with a need as it stands.
 *
 * @param events moves of its life cycle
 */
public record Permitted(Set<NeedEvent> events, boolean edit, boolean restate, boolean support) {

  public Permitted {
    events = Set.copyOf(events);
  }

  public boolean may(NeedEvent event) {
    return events.contains(event);
  }
}
