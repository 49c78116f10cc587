package org.yueyuetan.platform.policy;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.TalkPart;
import org.yueyuetan.platform.talk.Talks;

/** Leads from a talk to the documents that came out of it, and staff to its minutes. */
@Component
@Order(40)
class PoliciesOfTalk implements TalkPart {

  private final Policies policies;
  private final Talks talks;

  PoliciesOfTalk(Policies policies, Talks talks) {
    this.policies = policies;
    this.talks = talks;
  }

  @Override
  public List<Line> of(SignedIn me, Talk talk) {
    var documents = policies.ofTalk(Policies.reach(me), talk.id());
    var lines = new ArrayList<Line>();
    for (var document : documents) {
      lines.add(
          new Line(
              document.issuedAt().isPresent() ? "policy.talk.issued" : "policy.talk.working",
              List.of(document.title(), document.number()),
              "/policies/" + document.id()));
    }
    if (talk.status().tookPlace()
        && talks.mayRun(me, talk)
        && documents.stream().noneMatch(document -> document.genre() == Genre.MINUTES)) {
      lines.add(
          new Line(
              "policy.talk.minutes", List.of(), "/policies/new?genre=MINUTES&talk=" + talk.id()));
    }
    return lines;
  }
}
