package org.yueyuetan.platform.consensus;

import java.util.Optional;

/**
 * Somebody who may see the map of a talk.
 *
 * @param guest their own invitation, if they take part
 * @param published whether the talk has come so far that everybody may see it
 */
record Reader(boolean staff, Optional<Long> guest, boolean published) {

  /** Staff see all there is, unless the talk promised that nobody does. */
  Discretion discretion(Conversation conversation) {
    return staff && !conversation.anonymous() ? Discretion.NONE : Discretion.STRICT;
  }

  /** The data go to staff at any time and to everybody with the results. */
  boolean mayHaveData() {
    return staff || published;
  }
}
