package org.yueyuetan.platform.talk;

import java.util.List;
import org.yueyuetan.platform.account.SignedIn;

/**
 * Organizations were put on a talk's list. A listener that objects throws: nothing is listed.
 *
 * @param reason why; empty when nobody said
 */
public record UnitsListed(long talk, List<Long> organizations, String reason, SignedIn by) {
  public UnitsListed {
    organizations = List.copyOf(organizations);
  }
}
