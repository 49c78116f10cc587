package org.yueyuetan.platform.consensus;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.TalkStatus;
import org.yueyuetan.platform.talk.Talks;

/**
 * Decides who sees a talk's map: staff and auditors of its region always, whoever is invited while
 * it goes on, everybody once the follow-up began.
 */
@Component
class Readers {

  private final Talks talks;

  Readers(Talks talks) {
    this.talks = talks;
  }

  Talk talk(SignedIn me, long id) {
    return talks.find(me.scope(), id).orElseThrow(() -> new NotFound("talk", id));
  }

  Optional<Reader> of(SignedIn me, Talk talk) {
    var staff = talks.mayReadAll(me, talk);
    var guest =
        me.organization().stream()
            .flatMap(organization -> talks.myInvitations(organization).stream())
            .filter(called -> called.talk().id() == talk.id())
            .map(called -> called.invitation().id())
            .findFirst();
    return staff || guest.isPresent() || isPublished(talk)
        ? Optional.of(new Reader(staff, guest, isPublished(talk)))
        : Optional.empty();
  }

  /** Whoever holds the link of an invitation. */
  Reader guest(Talk talk, long invitation) {
    return new Reader(false, Optional.of(invitation), isPublished(talk));
  }

  private static boolean isPublished(Talk talk) {
    return talk.status() == TalkStatus.FOLLOWING_UP || talk.status() == TalkStatus.CLOSED;
  }
}
