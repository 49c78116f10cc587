package org.yueyuetan.platform.panel;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yueyuetan.engine.panel.Answer;
import org.yueyuetan.engine.panel.Lottery;
import org.yueyuetan.engine.panel.Relaxation;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.talk.Talk;

/** Tells what would come of a plan. Nothing is written. */
@Component
class Previews {

  private final Pool pool;
  private final Wording wording;
  private final Lots lots;

  Previews(Pool pool, Wording wording, Lots lots) {
    this.pool = pool;
    this.wording = wording;
    this.lots = lots;
  }

  /**
   * What would come of the plan with the registry as it is.
   *
   * @return empty while it is being computed: ask again
   * @throws TooIntricate when nothing can be found with the work that is allowed
   */
  Optional<Preview> of(Talk talk, Plan plan, SignedIn me, Duration patience) {
    var members = pool.of(me.scope(), talk, plan);
    var problem = problem(plan, members);
    if (!problem.isEmpty()) {
      return Optional.of(
          new Preview(
              members.size(),
              plan,
              problem,
              List.of(),
              true,
              Optional.empty(),
              available(members)));
    }
    var snapshot = Snapshot.of(plan, members, wording);
    return lots.answer(new Lots.Asker(talk.id(), me.id()), snapshot.convening(), patience)
        .map(answer -> preview(plan, members, snapshot, answer));
  }

  /** Key of the sentence why nothing can be computed; empty when it can. */
  static String problem(Plan plan, List<PoolMember> members) {
    long musts = members.stream().filter(PoolMember::must).count();
    if (members.isEmpty()) {
      return "panel.problem.empty";
    }
    if (members.size() > Pool.MOST) {
      return "panel.problem.tooMany";
    }
    if (musts < plan.musts().size()) {
      return "panel.problem.mustOutside";
    }
    if (musts > plan.seats()) {
      return "panel.problem.musts";
    }
    return plan.seats() > members.size() ? "panel.problem.seats" : "";
  }

  private Preview preview(Plan plan, List<PoolMember> members, Snapshot snapshot, Answer answer) {
    var available = available(members);
    return switch (answer) {
      case Lottery lottery ->
          new Preview(
              members.size(),
              plan,
              "",
              List.of(),
              true,
              Optional.of(Preview.odds(lottery, snapshot.names(), plan.seats())),
              available);
      case Relaxation relaxation ->
          new Preview(
              members.size(),
              plan,
              "",
              adjustments(plan, relaxation),
              relaxation.proved(),
              Optional.empty(),
              available);
    };
  }

  private Map<Allotment, Integer> available(List<PoolMember> members) {
    var available = new HashMap<Allotment, Integer>();
    wording
        .values()
        .forEach((feature, values) ->
            values.forEach(value ->
                available.put(
                    new Allotment(feature, value, 0, 0),
                    (int) members.stream().filter(member -> member.has(feature, value)).count())));
    return available;
  }

  private List<Preview.Adjustment> adjustments(Plan plan, Relaxation relaxation) {
    return relaxation.changes().stream()
        .map(change -> {
          var before =
              plan.allotments().stream()
                  .filter(each ->
                      wording.column(each.feature(), each.value()).equals(change.before().feature())
                          && wording
                              .cell(each.feature(), each.value())
                              .equals(change.before().value()))
                  .findFirst()
                  .orElseThrow();
          return new Preview.Adjustment(
              before,
              new Allotment(
                  before.feature(), before.value(), change.after().min(), change.after().max()));
        })
        .toList();
  }
}
