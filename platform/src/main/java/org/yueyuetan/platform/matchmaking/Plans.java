package org.yueyuetan.platform.matchmaking;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.talk.Talk;

/**
 * Plans: computed, looked at, published. The engine runs outside of transactions; what it computed
 * from is compared before the plan is kept.
 */
@Service
public class Plans {

  private final Matchmaking matchmaking;
  private final MatchmakingTable table;
  private final PlanTable plans;
  private final OutcomeTable outcomes;
  private final Planner planner;
  private final Tidings tidings;
  private final TransactionTemplate transaction;
  private final Audit audit;
  private final Clock clock;

  Plans(
      Matchmaking matchmaking,
      MatchmakingTable table,
      PlanTable plans,
      OutcomeTable outcomes,
      Planner planner,
      Tidings tidings,
      TransactionTemplate transaction,
      Audit audit,
      Clock clock) {
    this.matchmaking = matchmaking;
    this.table = table;
    this.plans = plans;
    this.outcomes = outcomes;
    this.planner = planner;
    this.tidings = tidings;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
  }

  // --- reading; whoever asks may see the talk ---

  @Transactional(readOnly = true)
  public Optional<Plan> latest(Talk talk) {
    return plans.latest(talk.id());
  }

  /** The one that holds. */
  @Transactional(readOnly = true)
  public Optional<Plan> published(Talk talk) {
    return plans.published(talk.id());
  }

  @Transactional(readOnly = true)
  public List<PlanLine> lines(Talk talk) {
    return plans.lines(talk.id());
  }

  /** What talks ask of an organization now. */
  @Transactional(readOnly = true)
  public List<Asked> asked(long organization) {
    return outcomes.asked(organization, clock.instant());
  }

  // --- planning ---

  /**
   * Plans what is to be planned now: meetings that have begun stay.
   *
   * @param seen number of the latest plan that the person saw; 0 for none
   * @throws EditedElsewhere when somebody else planned or changed something meanwhile
   * @throws Refused when there is nothing to plan
   */
  public void plan(SignedIn me, long id, int seen) {
    var talk = matchmaking.inCharge(me, id);
    var task = task(talk);
    if (task.number() != seen) {
      throw new EditedElsewhere(Matchmaking.KIND, id);
    }
    if (task.wanted().isEmpty()) {
      throw new Refused("", "matchmaking.fault.nothing");
    }
    var draft = planner.plan(task);
    transaction.executeWithoutResult(status -> {
      table.hold(id);
      if (!task.isOf(task(talk))) {
        throw new EditedElsewhere(Matchmaking.KIND, id);
      }
      plans.add(id, seen + 1, task.basis(), draft, me.name());
      audit.changed(
          "planMeetings",
          Matchmaking.KIND,
          id,
          null,
          Map.of(
              "number",
              seen + 1,
              "meetings",
              draft.meetings(),
              "unplaced",
              draft.unplaced().size()));
    });
  }

  private Task task(Talk talk) {
    var afternoon =
        matchmaking
            .afternoon(talk)
            .orElseThrow(() -> new NotFound("matchmaking of talk", talk.id()));
    return Task.of(
        afternoon,
        latest(talk).map(Plan::number).orElse(0),
        matchmaking.pairs(talk),
        matchmaking.units(talk),
        matchmaking.absences(talk),
        published(talk),
        clock.instant());
  }

  /**
   * From now on this plan holds; those whose meetings changed are told.
   *
   * @param number of the plan that the person saw
   * @throws EditedElsewhere when it is not the latest, or is published already
   * @throws Refused when it is not of now any more
   */
  @Transactional
  public void publish(SignedIn me, long id, int number) {
    var talk = matchmaking.inCharge(me, id);
    var afternoon = table.hold(id);
    var plan =
        latest(talk)
            .filter(latest -> latest.number() == number && !latest.isPublished())
            .orElseThrow(() -> new EditedElsewhere(Matchmaking.KIND, id));
    if (!plan.isFresh(afternoon, matchmaking.units(talk)) || plan.hasBegun(clock.instant())) {
      throw new Refused("", "matchmaking.fault.stale");
    }
    var before = published(talk);
    plans.publish(plan);
    plan.meetings().stream()
        .map(Appointment::pair)
        .filter(pair -> pair.status() == PairStatus.MISSED)
        .forEach(pair -> table.move(pair, PairStatus.Event.RESET, me.name()));
    audit.changed("publishMeetings", Matchmaking.KIND, id, null, Map.of("number", number));
    tidings.published(talk, before, plan);
  }
}
