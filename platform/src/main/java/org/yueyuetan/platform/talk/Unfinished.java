package org.yueyuetan.platform.talk;

import java.util.Optional;

/** What a higher room still has to do before a talk may be closed, with the way there. */
@FunctionalInterface
public interface Unfinished {

  Optional<TalkPart.Line> of(Talk talk);
}
