package org.yueyuetan.platform.showcase;

import java.util.Optional;
import org.yueyuetan.platform.talk.TalkStatus;

/** A guest of the talk who looks at the cards: whoever was invited. */
public record Visitor(
    long invitation,
    Optional<Long> organization,
    String unit,
    long talk,
    String title,
    TalkStatus talkStatus) {

  /** Wishes may be marked and taken back. */
  public boolean takesPart() {
    return !talkStatus.isOver();
  }

  boolean shows(Card card) {
    return organization.filter(own -> own == card.organization()).isPresent();
  }
}
