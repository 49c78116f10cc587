package org.yueyuetan.platform.outcome;

import static org.yueyuetan.platform.outcome.Relation.AGREED;
import static org.yueyuetan.platform.outcome.Relation.ANSWERED;
import static org.yueyuetan.platform.outcome.Relation.BECAME;
import static org.yueyuetan.platform.outcome.Relation.CHOSE;
import static org.yueyuetan.platform.outcome.Relation.CITED;
import static org.yueyuetan.platform.outcome.Relation.DELIVERED;
import static org.yueyuetan.platform.outcome.Relation.DISCUSSED;
import static org.yueyuetan.platform.outcome.Relation.ESTABLISHED;
import static org.yueyuetan.platform.outcome.Relation.GREW;
import static org.yueyuetan.platform.outcome.Relation.OFFERED;
import static org.yueyuetan.platform.outcome.Relation.PAIRED;
import static org.yueyuetan.platform.outcome.Relation.PASSED_OVER;
import static org.yueyuetan.platform.outcome.Relation.PROMISED;
import static org.yueyuetan.platform.outcome.Relation.PROPOSED;
import static org.yueyuetan.platform.outcome.Relation.RAISED;
import static org.yueyuetan.platform.outcome.Relation.REPLIED;
import static org.yueyuetan.platform.outcome.Relation.REPORTED;
import static org.yueyuetan.platform.outcome.Relation.SHAPED;
import static org.yueyuetan.platform.outcome.Relation.STATED;
import static org.yueyuetan.platform.outcome.Relation.TAKEN_UP;
import static org.yueyuetan.platform.outcome.Relation.UNDERTOOK;
import static org.yueyuetan.platform.outcome.Relation.UNMATCHED;
import static org.yueyuetan.platform.outcome.ThingKind.AGREEMENT;
import static org.yueyuetan.platform.outcome.ThingKind.BRIEF;
import static org.yueyuetan.platform.outcome.ThingKind.COMMITMENT;
import static org.yueyuetan.platform.outcome.ThingKind.DELIVERY;
import static org.yueyuetan.platform.outcome.ThingKind.INTENT;
import static org.yueyuetan.platform.outcome.ThingKind.NEED;
import static org.yueyuetan.platform.outcome.ThingKind.OPINION;
import static org.yueyuetan.platform.outcome.ThingKind.ORGANIZATION;
import static org.yueyuetan.platform.outcome.ThingKind.POLICY;
import static org.yueyuetan.platform.outcome.ThingKind.PROJECT;
import static org.yueyuetan.platform.outcome.ThingKind.PROVISION;
import static org.yueyuetan.platform.outcome.ThingKind.REPLY;
import static org.yueyuetan.platform.outcome.ThingKind.SELECTION;
import static org.yueyuetan.platform.outcome.ThingKind.TALK;
import static org.yueyuetan.platform.outcome.ThingKind.THEME;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.agreement.AgreementSigned;
import org.yueyuetan.platform.disposition.OpinionAnswered;
import org.yueyuetan.platform.fulfilment.AmountDelivered;
import org.yueyuetan.platform.fulfilment.MilestoneKept;
import org.yueyuetan.platform.fulfilment.NeedMet;
import org.yueyuetan.platform.matchmaking.IntentFound;
import org.yueyuetan.platform.need.NeedAnswered;
import org.yueyuetan.platform.need.NeedReleased;
import org.yueyuetan.platform.need.NeedSubmitted;
import org.yueyuetan.platform.need.NeedTakenUp;
import org.yueyuetan.platform.opinion.OpinionDeclined;
import org.yueyuetan.platform.opinion.OpinionMerged;
import org.yueyuetan.platform.opinion.OpinionRecorded;
import org.yueyuetan.platform.opinion.OpinionRemoved;
import org.yueyuetan.platform.policy.PolicyIssued;
import org.yueyuetan.platform.policy.PolicyWithdrawn;
import org.yueyuetan.platform.project.ProjectEstablished;
import org.yueyuetan.platform.project.ProjectSubmitted;
import org.yueyuetan.platform.project.ProvisionOffered;
import org.yueyuetan.platform.selection.ConfirmedPairs;
import org.yueyuetan.platform.selection.PairConfirmed;
import org.yueyuetan.platform.selection.PairReleased;
import org.yueyuetan.platform.selection.SelectionAnnounced;
import org.yueyuetan.platform.selection.SelectionFinished;
import org.yueyuetan.platform.talk.CommitmentMade;
import org.yueyuetan.platform.talk.TalkClosed;
import org.yueyuetan.platform.talk.TalkConvened;
import org.yueyuetan.platform.talk.TalkHeld;
import org.yueyuetan.platform.talk.TalkPlanned;
import org.yueyuetan.platform.theme.ThemeChosen;

/**
 * Spins the golden thread: hears what happened in the rooms below, in the transaction that makes it
 * so.
 */
@Component
class Threading {

  private final Links links;
  private final Promises promises;
  private final ConfirmedPairs intents;

  Threading(Links links, Promises promises, ConfirmedPairs intents) {
    this.links = links;
    this.promises = promises;
    this.intents = intents;
  }

  @EventListener
  void on(NeedSubmitted event) {
    links.add(ORGANIZATION, event.organization(), STATED, NEED, event.need());
  }

  @EventListener
  void on(NeedTakenUp event) {
    links.add(NEED, event.need(), TAKEN_UP, THEME, event.theme());
  }

  @EventListener
  void on(NeedReleased event) {
    links.remove(NEED, event.need(), TAKEN_UP);
  }

  @EventListener
  void on(ThemeChosen event) {
    event.uncovered().forEach(need -> links.add(NEED, need, PASSED_OVER, THEME, event.theme()));
  }

  @EventListener
  void on(TalkPlanned event) {
    event.theme().ifPresent(theme -> links.add(THEME, theme, DISCUSSED, TALK, event.talk()));
  }

  /** Until now the talk may have been given another theme. */
  @EventListener
  void on(TalkConvened event) {
    links.removeTo(DISCUSSED, TALK, event.talk());
    event.theme().ifPresent(theme -> links.add(THEME, theme, DISCUSSED, TALK, event.talk()));
  }

  @EventListener
  void on(TalkHeld event) {
    links.add(TALK, event.talk(), REPORTED, BRIEF, event.talk());
  }

  /** Whose opinion it is stays out: the speaker may not want to be known. */
  @EventListener
  void on(OpinionRecorded event) {
    links.add(TALK, event.talk(), RAISED, OPINION, event.opinion());
  }

  @EventListener
  void on(OpinionRemoved event) {
    drop(event.opinion());
  }

  /** Its answer stays tied to it: it may be accepted again. */
  @EventListener
  void on(OpinionDeclined event) {
    links.removeTo(RAISED, OPINION, event.opinion());
  }

  /** The one that stands for it has its own threads. */
  @EventListener
  void on(OpinionMerged event) {
    drop(event.opinion());
  }

  private void drop(long opinion) {
    links.removeTo(RAISED, OPINION, opinion);
    links.remove(OPINION, opinion, REPLIED);
    links.remove(OPINION, opinion, CITED);
  }

  @EventListener
  void on(OpinionAnswered event) {
    links.add(OPINION, event.opinion(), REPLIED, REPLY, event.opinion());
    links.remove(OPINION, event.opinion(), CITED);
    for (var cited : event.cites()) {
      ThingKind.of(cited.kind())
          .ifPresent(kind -> links.add(OPINION, event.opinion(), CITED, kind, cited.id()));
    }
  }

  @EventListener
  void on(CommitmentMade event) {
    links.add(TALK, event.talk(), PROMISED, COMMITMENT, event.commitment());
    promises
        .organization(event.commitment())
        .ifPresent(organization ->
            links.add(ORGANIZATION, organization, UNDERTOOK, COMMITMENT, event.commitment()));
  }

  @EventListener
  void on(MilestoneKept event) {
    links.add(AGREEMENT, event.agreement(), DELIVERED, DELIVERY, event.report());
  }

  @EventListener
  void on(AmountDelivered event) {
    links.add(AGREEMENT, event.agreement(), DELIVERED, DELIVERY, event.report());
  }

  @EventListener
  void on(NeedMet event) {
    links.add(AGREEMENT, event.agreement(), ANSWERED, NEED, event.need());
  }

  @EventListener
  void on(IntentFound event) {
    links.add(TALK, event.talk(), ANSWERED, NEED, event.need());
  }

  @EventListener
  void on(PolicyIssued event) {
    event
        .clauseOfOpinion()
        .keySet()
        .forEach(opinion -> links.add(OPINION, opinion, BECAME, POLICY, event.policy()));
    event.talks().forEach(talk -> links.add(TALK, talk, SHAPED, POLICY, event.policy()));
  }

  @EventListener
  void on(PolicyWithdrawn event) {
    links.removeTo(BECAME, POLICY, event.policy());
    links.removeTo(SHAPED, POLICY, event.policy());
  }

  /** Until it is established, it may let go of its need or take another. */
  @EventListener
  void on(ProjectSubmitted event) {
    links.add(ORGANIZATION, event.organization(), PROPOSED, PROJECT, event.project());
    links.removeTo(GREW, PROJECT, event.project());
    event.need().ifPresent(need -> links.add(NEED, need, GREW, PROJECT, event.project()));
  }

  @EventListener
  void on(ProjectEstablished event) {
    links.removeTo(GREW, PROJECT, event.project());
    event.need().ifPresent(need -> links.add(NEED, need, GREW, PROJECT, event.project()));
    event.talk().ifPresent(talk -> links.add(TALK, talk, ESTABLISHED, PROJECT, event.project()));
  }

  @EventListener
  void on(ProvisionOffered event) {
    links.add(ORGANIZATION, event.organization(), OFFERED, PROVISION, event.provision());
    event.offer().ifPresent(offer -> links.add(NEED, offer, GREW, PROVISION, event.provision()));
  }

  @EventListener
  void on(SelectionAnnounced event) {
    event.talk().ifPresent(talk -> links.add(TALK, talk, CHOSE, SELECTION, event.selection()));
  }

  @EventListener
  void on(PairConfirmed event) {
    var pair = event.pair();
    links.add(SELECTION, pair.selection(), PAIRED, INTENT, pair.id());
    links.add(PROJECT, pair.project(), PAIRED, INTENT, pair.id());
    links.add(PROVISION, pair.provision(), PAIRED, INTENT, pair.id());
  }

  @EventListener
  void on(PairReleased event) {
    links.removeTo(PAIRED, INTENT, event.pair());
  }

  @EventListener
  void on(SelectionFinished event) {
    event
        .withoutPartner()
        .forEach(need -> links.add(NEED, need, UNMATCHED, SELECTION, event.selection()));
  }

  @EventListener
  void on(AgreementSigned event) {
    event
        .organizations()
        .forEach(party -> links.add(ORGANIZATION, party, AGREED, AGREEMENT, event.agreement()));
    event
        .project()
        .ifPresent(project -> links.add(PROJECT, project, AGREED, AGREEMENT, event.agreement()));
    event.need().ifPresent(need -> links.add(NEED, need, AGREED, AGREEMENT, event.agreement()));
    event.talk().ifPresent(talk -> links.add(TALK, talk, AGREED, AGREEMENT, event.agreement()));
    for (var given : event.contributions()) {
      intents
          .between(given.item(), given.provision())
          .forEach(intent -> links.add(INTENT, intent, AGREED, AGREEMENT, event.agreement()));
    }
  }

  @EventListener
  void on(NeedAnswered event) {
    links.answeredByItsTalks(event.need());
  }

  @EventListener
  void on(TalkClosed event) {
    event.answeredNeeds().forEach(need -> links.add(TALK, event.talk(), ANSWERED, NEED, need));
  }
}
