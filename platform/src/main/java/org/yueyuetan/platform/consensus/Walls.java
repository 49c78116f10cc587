package org.yueyuetan.platform.consensus;

import org.springframework.stereotype.Component;
import org.yueyuetan.platform.opinion.Maps;
import org.yueyuetan.platform.talk.Guests;

/** Puts together what stands on a talk's wall. Everybody looks at it: it keeps back all it can. */
@Component
class Walls {

  private final Maps maps;
  private final Conversations conversations;
  private final Guests guests;

  Walls(Maps maps, Conversations conversations, Guests guests) {
    this.maps = maps;
    this.conversations = conversations;
    this.guests = guests;
  }

  Wall of(long talk) {
    int present = guests.presence(talk).present();
    var conversation = conversations.of(talk);
    var findings = Findings.of(conversation, Discretion.STRICT);
    return new Wall(
        state(conversation.revision(), present),
        present,
        conversation.voters(),
        conversation.votes(),
        conversation.opinions().size(),
        findings,
        conversations.picture(talk, conversation, findings).map(Plot::of),
        findings.common(),
        conversation.newest());
  }

  /** Differs from that of a {@link Wall} shown earlier when there is something new to show. */
  String state(long talk) {
    return state(maps.of(talk).revision(), guests.presence(talk).present());
  }

  private static String state(long revision, int present) {
    return revision + "-" + present;
  }
}
