package org.yueyuetan.platform.consensus;

import java.util.Optional;
import org.yueyuetan.platform.talk.Talk;

/**
 * Somebody who may see the map of a talk.
 *
 * @param guest their own invitation, if they take part
 * @param published whether the talk has come so far that everybody may see it
 */
record Reader(Talk talk, boolean staff, Optional<Long> guest, boolean published) {

  Discretion discretion(Conversation conversation) {
    return Discretion.towards(staff, conversation.anonymous());
  }

  /** The data go to staff at any time and to everybody with the results. */
  boolean mayHaveData() {
    return staff || published;
  }
}
