package org.yueyuetan.platform.matchmaking;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.showcase.Visitor;
import org.yueyuetan.platform.showcase.Visitors;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.TalkForm;
import org.yueyuetan.platform.talk.TalkStatus;
import org.yueyuetan.platform.talk.Talks;

/** Finds the meetings of the guest behind a link or an account. */
@Component
class OwnMeetings {

  private final Visitors visitors;
  private final Talks talks;
  private final Plans plans;

  OwnMeetings(Visitors visitors, Talks talks, Plans plans) {
    this.visitors = visitors;
    this.talks = talks;
    this.plans = plans;
  }

  Visitor visitor(String token) {
    return visitors.byToken(token).orElseThrow(() -> new NotFound("room", "link"));
  }

  Visitor visitor(SignedIn me, long talk) {
    return visitors.byAccount(me, talk).orElseThrow(() -> new NotFound("invitation to talk", talk));
  }

  Talk talk(Visitor visitor) {
    return talks
        .find(Scope.PUBLISHED, visitor.talk())
        .filter(talk -> talk.has(TalkForm.MATCHMAKING))
        .orElseThrow(() -> new NotFound("talk with matchmaking", visitor.talk()));
  }

  /** Empty until a plan is published, and when the talk was called off. */
  Optional<Sheet> sheet(Visitor visitor, Talk talk) {
    return plans
        .published(talk)
        .filter(plan -> talk.status() != TalkStatus.CANCELLED)
        .map(
            plan -> new Sheet(visitor.invitation(), visitor.unit(), plan.of(visitor.invitation())));
  }
}
