package org.yueyuetan.platform.matchmaking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.talk.Desk;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.TalkForm;
import org.yueyuetan.platform.talk.TalkMoved;
import org.yueyuetan.platform.talk.Talks;

/**
 * What a plan is made of: times and tables, who is to meet, who is not there when. Every change
 * counts the afternoon's version on, so that a plan tells whether it is of today.
 */
@Service
@Transactional
public class Matchmaking {

  static final String KIND = "matchmaking";

  private final Talks talks;
  private final Desk desk;
  private final MatchmakingTable table;
  private final OutcomeTable outcomes;
  private final Proposals proposals;
  private final Audit audit;

  Matchmaking(
      Talks talks,
      Desk desk,
      MatchmakingTable table,
      OutcomeTable outcomes,
      Proposals proposals,
      Audit audit) {
    this.talks = talks;
    this.desk = desk;
    this.table = table;
    this.outcomes = outcomes;
    this.proposals = proposals;
    this.audit = audit;
  }

  // --- reading ---

  /** A talk with matchmaking, to whoever runs or audits it. */
  @Transactional(readOnly = true)
  public Talk open(SignedIn me, long talk) {
    return Optional.of(desk.open(me, talk))
        .filter(found -> found.has(TalkForm.MATCHMAKING))
        .orElseThrow(() -> new NotFound("talk with matchmaking", talk));
  }

  /** Whether the person may lay it out now. */
  @Transactional(readOnly = true)
  public boolean mayRun(SignedIn me, Talk talk) {
    return talks.mayRun(me, talk) && !talk.status().isOver();
  }

  @Transactional(readOnly = true)
  public Optional<Afternoon> afternoon(Talk talk) {
    return table.find(talk.id());
  }

  @Transactional(readOnly = true)
  public List<Unit> units(Talk talk) {
    return table.units(talk.id());
  }

  @Transactional(readOnly = true)
  public List<Pair> pairs(Talk talk) {
    return table.pairs(talk.id());
  }

  @Transactional(readOnly = true)
  public List<Away> absences(Talk talk) {
    return table.absences(talk.id());
  }

  /** Who would like to meet and is not among the pairs yet, by reason. */
  @Transactional(readOnly = true)
  public Map<Source, List<Proposal>> proposals(SignedIn me, Talk talk) {
    return proposals.of(me.scope(), talk.id());
  }

  // --- times and tables ---

  /**
   * Lays out the afternoon anew.
   *
   * @param version as seen; 0 when there was none
   */
  public void layOut(SignedIn me, long id, int version, AfternoonDraft draft) {
    inCharge(me, id);
    table.lockTalk(id);
    var before = table.find(id);
    if (before.map(Afternoon::version).orElse(0) != version) {
      throw new EditedElsewhere(KIND, id);
    }
    table.layOut(id, draft);
    audit.changed("layOut", KIND, id, before.orElse(null), draft);
  }

  /** Everything moves along with its talk, plans too. */
  @EventListener
  void on(TalkMoved event) {
    table.shift(event.talk(), event.by());
  }

  // --- who meets ---

  /**
   * Two guests are to meet; who need not meet after all may be picked again.
   *
   * @throws Refused when it is one and the same, they are to meet already, or one is not coming
   */
  public void pair(SignedIn me, long id, long one, long other, String subject) {
    inCharge(me, id);
    table.hold(id);
    if (one == other) {
      throw new Refused("other", "matchmaking.fault.same");
    }
    requireComing(id, one, "one");
    requireComing(id, other, "other");
    if (table.add(id, one, other, Source.HAND, subject, me.name()).isEmpty()) {
      var there =
          table.pairs(id).stream()
              .filter(pair -> pair.has(one) && pair.has(other))
              .findFirst()
              .orElseThrow();
      if (there.isWanted()) {
        throw new Refused("other", "matchmaking.fault.doubled");
      }
      table.move(there, PairStatus.Event.ADD, me.name());
      table.about(there.id(), subject);
    }
    table.touch(id);
    audit.changed("pair", KIND, id, null, Map.of("one", one, "other", other, "subject", subject));
  }

  private void requireComing(long talk, long invitation, String field) {
    if (table.units(talk).stream()
        .noneMatch(unit -> unit.invitation() == invitation && unit.coming())) {
      throw new Refused(field, "matchmaking.fault.notComing");
    }
  }

  /** Takes over all that are proposed for a reason; tells how many. */
  public int take(SignedIn me, long id, Source source) {
    inCharge(me, id);
    table.hold(id);
    var taken = proposals.of(me.scope(), id).getOrDefault(source, List.of());
    for (var pair : taken) {
      table
          .add(id, pair.first(), pair.second(), source, pair.subject(), me.name())
          .ifPresent(added -> outcomes.addAbout(added, pair.needs()));
    }
    if (!taken.isEmpty()) {
      table.touch(id);
      audit.changed("takePairs", KIND, id, null, Map.of("source", source, "pairs", taken.size()));
    }
    return taken.size();
  }

  /** They did not meet, did after all, or need not. */
  public void move(SignedIn me, long id, long pair, PairStatus.Event event) {
    inCharge(me, id);
    table.hold(id);
    var found = pair(id, pair);
    table.move(found, event, me.name());
    table.touch(id);
    audit.changed("movePair", KIND, id, found.status(), Map.of("pair", pair, "event", event));
  }

  Pair pair(long talk, long pair) {
    return table.pairs(talk).stream()
        .filter(one -> one.id() == pair)
        .findFirst()
        .orElseThrow(() -> new NotFound("pair", pair));
  }

  // --- who is not there ---

  public void away(SignedIn me, long id, AwayDraft draft) {
    inCharge(me, id);
    var afternoon = table.hold(id);
    if (table.units(id).stream().noneMatch(unit -> unit.invitation() == draft.invitation())) {
      throw new NotFound("invitation", draft.invitation());
    }
    var time = draft.time(afternoon);
    requireThereOnce(afternoon, draft.invitation(), time);
    table.away(id, draft.invitation(), time, draft.reason());
    table.touch(id);
    audit.changed("away", KIND, id, null, draft);
  }

  /** Who is not there at all says no to the invitation instead. */
  private void requireThereOnce(Afternoon afternoon, long invitation, Slot away) {
    var absences =
        table.absences(afternoon.talk()).stream()
            .filter(one -> one.invitation() == invitation)
            .toList();
    if (afternoon.slots().stream()
        .allMatch(slot ->
            slot.overlaps(away.from(), away.until())
                || absences.stream().anyMatch(one -> one.covers(slot)))) {
      throw new Refused("awayUntil", "matchmaking.fault.allAway");
    }
  }

  public void back(SignedIn me, long id, long absence) {
    inCharge(me, id);
    table.hold(id);
    if (table.back(id, absence) > 0) {
      table.touch(id);
      audit.changed("back", KIND, id, Map.of("absence", absence), null);
    }
  }

  /** The talk, to whoever may lay out its matchmaking now; others do not find it. */
  Talk inCharge(SignedIn me, long id) {
    return Optional.of(open(me, id))
        .filter(talk -> mayRun(me, talk))
        .orElseThrow(() -> new NotFound("talk in charge", id));
  }
}
