package org.yueyuetan.platform.project;

import java.util.Set;

/**
 * What a person may do with a project as it stands.
 *
 * @param events moves of its life cycle
 */
public record Permitted(Set<ProjectEvent> events, boolean edit) {

  public Permitted {
    events = Set.copyOf(events);
  }

  public boolean may(ProjectEvent event) {
    return events.contains(event);
  }
}
