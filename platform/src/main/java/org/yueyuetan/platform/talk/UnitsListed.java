package org.yueyuetan.platform.talk;

import java.util.List;

/** Organizations were put on a talk's list. A listener that objects throws: nothing is listed. */
public record UnitsListed(long talk, List<Long> organizations) {
  public UnitsListed {
    organizations = List.copyOf(organizations);
  }
}
