package org.yueyuetan.platform.opinion;

import java.util.Optional;
import org.yueyuetan.platform.talk.Party;
import org.yueyuetan.platform.talk.TalkStatus;

/**
 * A guest in the room: whoever was invited, whether they come, came late or stay at home.
 *
 * @param person who comes for the unit; personal data
 */
public record Participant(
    long invitation,
    Optional<Long> organization,
    String unit,
    String person,
    Party party,
    long talk,
    String title,
    String question,
    TalkStatus talkStatus,
    Round round) {

  /** Opinions and votes are taken now. */
  public boolean takesPart() {
    return round.isOpen() && !talkStatus.isOver();
  }
}
