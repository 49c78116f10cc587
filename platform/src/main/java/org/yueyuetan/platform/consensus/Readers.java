package org.yueyuetan.platform.consensus;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.opinion.Participant;
import org.yueyuetan.platform.opinion.Participants;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.Talks;

/**
 * Decides who sees a talk's map: staff and auditors of its region always, whoever is invited while
 * it goes on, everybody once the follow-up began.
 */
@Component
class Readers {

  private final Talks talks;
  private final Participants participants;

  Readers(Talks talks, Participants participants) {
    this.talks = talks;
    this.participants = participants;
  }

  Talk talk(SignedIn me, long id) {
    return talks.find(me.scope(), id).orElseThrow(() -> new NotFound("talk", id));
  }

  Optional<Reader> of(SignedIn me, Talk talk) {
    var staff = talks.mayReadAll(me, talk);
    var guest = participants.byAccount(me, talk.id()).map(Participant::invitation);
    return staff || guest.isPresent() || isPublished(talk)
        ? Optional.of(new Reader(talk, staff, guest, isPublished(talk)))
        : Optional.empty();
  }

  /** Whoever holds the link of an invitation; a talk that guests are called to is public. */
  Reader byLink(String token) {
    return participants
        .byToken(token)
        .flatMap(guest ->
            talks
                .find(Scope.PUBLISHED, guest.talk())
                .map(talk ->
                    new Reader(talk, false, Optional.of(guest.invitation()), isPublished(talk))))
        .orElseThrow(() -> new NotFound("room", "link"));
  }

  private static boolean isPublished(Talk talk) {
    return talk.status().publishesOpinions();
  }
}
