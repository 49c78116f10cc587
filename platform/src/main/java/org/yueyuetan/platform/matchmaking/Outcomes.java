package org.yueyuetan.platform.matchmaking;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.need.Filter;
import org.yueyuetan.platform.need.NeedEvent;
import org.yueyuetan.platform.need.NeedLine;
import org.yueyuetan.platform.need.NeedStatus;
import org.yueyuetan.platform.need.Needs;
import org.yueyuetan.platform.showcase.Visitor;
import org.yueyuetan.platform.talk.Talk;

/**
 * What came of the meetings: told by staff for both sides, or by each side for itself. Needs and
 * offers are answered once both intend to cooperate on them.
 */
@Service
@Transactional
public class Outcomes {

  private static final int NEEDS = 50;
  private static final Set<NeedStatus> KNOWN =
      Set.of(NeedStatus.ACCEPTED, NeedStatus.TAKEN_UP, NeedStatus.ANSWERED);

  private final Matchmaking matchmaking;
  private final Plans plans;
  private final MatchmakingTable table;
  private final OutcomeTable outcomes;
  private final Needs needs;
  private final Audit audit;
  private final MessageSource words;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Outcomes(
      Matchmaking matchmaking,
      Plans plans,
      MatchmakingTable table,
      OutcomeTable outcomes,
      Needs needs,
      Audit audit,
      MessageSource words,
      ApplicationEventPublisher events,
      Clock clock) {
    this.matchmaking = matchmaking;
    this.plans = plans;
    this.table = table;
    this.outcomes = outcomes;
    this.needs = needs;
    this.audit = audit;
    this.words = words;
    this.events = events;
    this.clock = clock;
  }

  // --- reading ---

  /** To whoever runs or audits the talk. */
  @Transactional(readOnly = true)
  public Outcome open(SignedIn me, long id, long pair) {
    var talk = matchmaking.open(me, id);
    var meeting = meeting(talk, pair);
    return outcome(
        me,
        talk,
        meeting,
        List.of(meeting.pair().first(), meeting.pair().second()),
        matchmaking.mayRun(me, talk));
  }

  /** To one of the two. */
  @Transactional(readOnly = true)
  public Outcome open(SignedIn me, Visitor visitor, Talk talk, long pair) {
    var meeting = meeting(talk, pair);
    if (!meeting.pair().has(visitor.invitation())) {
      throw new NotFound("own meeting", pair);
    }
    return outcome(me, talk, meeting, List.of(visitor.invitation()), !talk.status().isOver());
  }

  private Appointment meeting(Talk talk, long pair) {
    return plans.published(talk).stream()
        .flatMap(plan -> plan.meetings().stream())
        .filter(meeting -> meeting.pair().id() == pair)
        .findFirst()
        .orElseThrow(() -> new NotFound("meeting", pair));
  }

  private Outcome outcome(
      SignedIn me, Talk talk, Appointment meeting, List<Long> sides, boolean mayTell) {
    var choosable = me.isVisitor() ? List.<NeedLine>of() : choosable(me, sides);
    var ids = choosable.stream().map(NeedLine::id).collect(Collectors.toSet());
    return new Outcome(
        talk,
        meeting,
        sides,
        mayTell && meeting.hasBegun(clock.instant()),
        choosable,
        outcomes.about(meeting.pair().id()).stream()
            .filter(ids::contains)
            .collect(Collectors.toSet()),
        outcomes.history(meeting.pair().id()));
  }

  private List<NeedLine> choosable(SignedIn me, Collection<Long> sides) {
    return outcomes.organizations(sides).stream()
        .flatMap(organization ->
            needs.list(me.scope(), Filter.ALL.of(organization), Optional.empty(), NEEDS).stream())
        .filter(need -> KNOWN.contains(need.status()))
        .toList();
  }

  // --- telling ---

  /**
   * Tells what came of a meeting, for the sides that the person speaks for.
   *
   * @param version of the pair, as seen
   * @throws EditedElsewhere when somebody else told it meanwhile
   * @throws Refused when the meeting has not begun, or the talk is over
   */
  public void tell(Outcome seen, int version, OutcomeDraft draft, String actor) {
    var talk = seen.talk().id();
    table.hold(talk);
    var pair = matchmaking.pair(talk, seen.pair().id());
    if (pair.version() != version) {
      throw new EditedElsewhere(Matchmaking.KIND, talk);
    }
    if (!seen.open()) {
      throw new Refused("", "matchmaking.fault.notBegun");
    }
    move(talk, pair, draft.met(), actor);
    table.outcome(
        pair,
        draft.met() && wants(seen, draft, pair, pair.first()),
        draft.met() && wants(seen, draft, pair, pair.second()),
        draft.note());
    outcomes.setAbout(pair.id(), seen.needs().stream().map(NeedLine::id).toList(), draft.needs());
    var after = matchmaking.pair(talk, pair.id());
    audit.changed("tellOutcome", Matchmaking.KIND, talk, pair, after);
    if (after.isMutual()) {
      answer(seen.talk(), after);
    }
  }

  private void move(long talk, Pair pair, boolean met, String actor) {
    if (met || pair.status() != PairStatus.MISSED) {
      table.move(pair, met ? PairStatus.Event.MEET : PairStatus.Event.MISS, actor);
    }
    // Only whether they have to be given another time concerns the plan.
    if (met == (pair.status() == PairStatus.MISSED)) {
      table.touch(talk);
    }
  }

  private static boolean wants(Outcome seen, OutcomeDraft draft, Pair pair, long side) {
    return seen.sides().contains(side) ? draft.wants().contains(side) : pair.wants(side);
  }

  /**
   * The answer is read by whoever may read the need: it names nobody and repeats no note. A need
   * that has its answer keeps it.
   */
  private void answer(Talk talk, Pair pair) {
    for (var need : outcomes.untold(pair.id())) {
      if (need.getValue() != NeedStatus.ANSWERED
          && NeedStatus.LIFE.allows(need.getValue(), NeedEvent.ANSWER)) {
        needs.answer(need.getKey(), said("matchmaking.answer", talk.title()));
        events.publishEvent(new IntentFound(talk.id(), need.getKey()));
        outcomes.told(pair.id(), need.getKey());
      }
    }
  }

  /** In Chinese: answers are kept as text. */
  private String said(String key, Object... args) {
    return Optional.ofNullable(words.getMessage(key, args, null, Locale.SIMPLIFIED_CHINESE))
        .orElse(key);
  }
}
