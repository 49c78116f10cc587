package org.yueyuetan.platform.need;

import java.util.List;
import org.yueyuetan.platform.account.SignedIn;

/** What a higher room has to show of a need or an offer; its page leads there. */
@FunctionalInterface
public interface NeedPart {

  /**
   * A link on the need's page.
   *
   * @param key of its words
   * @param args places in the words
   * @param step whether it is something to do next, shown as a button
   */
  record Line(String key, List<Object> args, String address, boolean step) {

    public Line {
      args = List.copyOf(args);
    }
  }

  /** What there is for this person; empty when there is nothing. */
  List<Line> of(SignedIn me, Need need);
}
