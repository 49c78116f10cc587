package org.yueyuetan.platform.disposition;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.opinion.InUse;
import org.yueyuetan.platform.opinion.OpinionDeclined;
import org.yueyuetan.platform.opinion.OpinionMerged;
import org.yueyuetan.platform.opinion.OpinionRecorded;
import org.yueyuetan.platform.opinion.OpinionRemoved;
import org.yueyuetan.platform.opinion.OpinionReworded;
import org.yueyuetan.platform.policy.PolicyIssued;

/** Hears what happens to opinions elsewhere, so that nobody answers what needs no answer. */
@Component
class Following {

  private final Register register;
  private final Dispositions dispositions;

  Following(Register register, Dispositions dispositions) {
    this.register = register;
    this.dispositions = dispositions;
  }

  @EventListener
  void on(OpinionMerged event) {
    register
        .whatever(event.opinion())
        .filter(Following::isOpen)
        .ifPresent(matter ->
            register
                .whatever(event.into())
                .ifPresent(into -> dispositions.merged(matter, into, actor())));
  }

  /** What was answered is not deleted. */
  @EventListener
  void on(OpinionRemoved event) {
    refuseIfAnswered(event.opinion());
    dispositions.removed(event.opinion(), actor());
  }

  @EventListener
  void on(OpinionReworded event) {
    refuseIfAnswered(event.opinion());
  }

  /** It may be accepted again: what was done about it is kept, out of sight. */
  @EventListener
  void on(OpinionDeclined event) {
    register.whatever(event.opinion()).filter(Following::isOpen).ifPresent(dispositions::declined);
  }

  /** Accepted again: the department, which had been told otherwise, has to answer after all. */
  @EventListener
  void on(OpinionRecorded event) {
    register
        .whatever(event.opinion())
        .filter(matter ->
            matter.disposition().filter(d -> d.status().allows(DispositionMove.ANSWER)).isPresent())
        .ifPresent(dispositions::acceptedAgain);
  }

  private void refuseIfAnswered(long opinion) {
    if (register
        .whatever(opinion)
        .flatMap(Matter::disposition)
        .flatMap(Disposition::reply)
        .isPresent()) {
      throw new InUse(opinion);
    }
  }

  /** Its author gets a receipt from the document; here only the department hears of it. */
  @EventListener
  void on(PolicyIssued event) {
    var document = event.number().isEmpty() ? event.title() : event.title() + " " + event.number();
    event
        .clauseOfOpinion()
        .keySet()
        .forEach(opinion ->
            register
                .whatever(opinion)
                .filter(Following::isOpen)
                .ifPresent(matter -> dispositions.cite(matter, event.policy(), document, actor())));
  }

  private static boolean isOpen(Matter matter) {
    return matter.disposition().filter(d -> d.status().isOpen()).isPresent();
  }

  private static String actor() {
    return SignedIn.current().map(SignedIn::name).orElse("");
  }
}
