package org.yueyuetan.platform.talk;

import java.util.List;
import org.yueyuetan.platform.account.SignedIn;

/** What a higher room has to show of a talk; the talk's page leads there. */
@FunctionalInterface
public interface TalkPart {

  /**
   * A link on the talk's page.
   *
   * @param key of its words
   * @param args places in the words, e.g. how many there are
   */
  record Line(String key, List<Object> args, String address) {

    public Line {
      args = List.copyOf(args);
    }
  }

  /** What there is for this person; empty when there is nothing to read yet. */
  List<Line> of(SignedIn me, Talk talk);

  /**
   * What there is for a guest without an account, on the pages of the invitation and of the
   * check-in.
   *
   * @param pass see {@link RoomPass}
   */
  default List<Line> ofGuest(Talk talk, String pass) {
    return List.of();
  }
}
