package org.yueyuetan.platform.talk;

import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Scope;

/**
 * Gathers what the public reads of a talk: from the follow-up on what was promised, the conclusion
 * when the talk is closed.
 */
@Component
public class PublicResults {

  private final Commitments commitments;
  private final TalkFiles files;

  PublicResults(Commitments commitments, TalkFiles files) {
    this.commitments = commitments;
    this.files = files;
  }

  public Results of(Talk talk) {
    return talk.status().publishesOpinions()
        ? new Results(
            talk.status() == TalkStatus.CLOSED ? talk.conclusion() : "",
            commitments.published(talk.id()),
            files.ofTalk(Scope.PUBLISHED, talk.id()))
        : Results.NONE;
  }
}
