package org.yueyuetan.platform.talk;

import java.util.List;
import java.util.Optional;

/**
 * Everything promised at a talk was followed up.
 *
 * @param answeredNeeds needs of the theme that were answered with it
 */
public record TalkClosed(long talk, String title, Optional<Long> theme, List<Long> answeredNeeds) {
  public TalkClosed {
    answeredNeeds = List.copyOf(answeredNeeds);
  }
}
