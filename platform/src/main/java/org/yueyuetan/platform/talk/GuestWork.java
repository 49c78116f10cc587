package org.yueyuetan.platform.talk;

import java.util.Optional;

/** What a guest has done in a higher room: told before they are taken off the list. */
@FunctionalInterface
public interface GuestWork {

  /** What becomes of it when the guest goes; empty when there is none. */
  Optional<TalkPart.Line> lost(Invitation invitation);
}
