package org.yueyuetan.platform.panel;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.engine.panel.Answer;
import org.yueyuetan.engine.panel.Convener;
import org.yueyuetan.engine.panel.Draw;
import org.yueyuetan.engine.panel.Lottery;
import org.yueyuetan.engine.panel.Relaxation;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.talk.Convening;
import org.yueyuetan.platform.talk.InvitationStatus;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.Talks;
import org.yueyuetan.platform.talk.UnitUnlisted;
import org.yueyuetan.platform.talk.UnitsListed;

/**
 * Draws whom a talk invites: plan, commitment, list, draw, substitutes, and what is done by hand.
 */
@Component
public class Sortitions {

  private static final String KIND = "sortition";
  private static final int SEED_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Who was called to a talk from the registry. */
  record Called(long invitation, long organization, InvitationStatus status) {}

  private final SortitionTable table;
  private final Pool pool;
  private final Wording wording;
  private final Lots lots;
  private final Talks talks;
  private final Convening convening;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Audit audit;
  private final Checks checks = new Checks();

  Sortitions(
      SortitionTable table,
      Pool pool,
      Wording wording,
      Lots lots,
      Talks talks,
      Convening convening,
      JdbcClient jdbc,
      Clock clock,
      Audit audit) {
    this.table = table;
    this.pool = pool;
    this.wording = wording;
    this.lots = lots;
    this.talks = talks;
    this.convening = convening;
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
  }

  // --- reading ---

  /** The talk's lottery; whoever asks may see the talk. */
  Optional<Sortition> of(Talk talk) {
    return table.ofTalk(talk.id());
  }

  List<Sortition> abandoned(Talk talk) {
    return table.abandoned(talk.id());
  }

  List<Sortition.Change> changes(Sortition sortition) {
    return table.changes(sortition.id());
  }

  /** The talk, if the person may convene it and it is still ahead. */
  Talk ahead(SignedIn me, long id) {
    return Optional.of(talks.inCharge(me, id))
        .filter(talk -> talk.status().isAhead())
        .orElseThrow(() -> new NotFound("talk ahead", id));
  }

  List<Called> called(long talk) {
    return jdbc.sql(
            """
            select id, organization_id, status from invitation
            where talk_id = :talk and organization_id is not null
            """)
        .param("talk", talk)
        .query((row, n) ->
            new Called(
                row.getLong("id"),
                row.getLong("organization_id"),
                InvitationStatus.valueOf(row.getString("status"))))
        .list();
  }

  /** Guests who are not in the registry: they stand outside the lottery. */
  int guests(long talk) {
    return jdbc.sql(
            "select count(*) from invitation where talk_id = :talk and organization_id is null")
        .param("talk", talk)
        .query(Integer.class)
        .single();
  }

  // --- before the draw ---

  /**
   * What would come of the plan.
   *
   * @throws TooIntricate when it takes too long to compute
   */
  Preview preview(Talk talk, Plan plan, SignedIn me) {
    var members = pool.of(me.scope(), talk, plan);
    var problem = problem(plan, members);
    if (!problem.isEmpty()) {
      return preview(plan, members, problem, List.of(), true, Optional.empty());
    }
    var snapshot = Snapshot.of(plan, members, wording);
    return switch (lots.answer(snapshot.convening())) {
      case Lottery lottery ->
          preview(
              plan,
              members,
              "",
              List.of(),
              true,
              Optional.of(Preview.odds(lottery, snapshot.names(), plan.seats())));
      case Relaxation relaxation ->
          preview(
              plan,
              members,
              "",
              adjustments(plan, relaxation),
              relaxation.proved(),
              Optional.empty());
    };
  }

  private static String problem(Plan plan, List<PoolMember> members) {
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

  private Preview preview(
      Plan plan,
      List<PoolMember> members,
      String problem,
      List<Preview.Adjustment> adjustments,
      boolean proved,
      Optional<Preview.Odds> odds) {
    return new Preview(
        members.size(), plan, problem, adjustments, proved, odds, available(members));
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

  /** Keeps the plan; the first time begins a lottery, with version 0. */
  @Transactional
  public void save(long talk, Plan plan, int version, SignedIn me) {
    ahead(me, talk);
    var before = table.ofTalk(talk);
    if (before.isEmpty() && version == 0) {
      table.insert(talk, plan);
    } else {
      var locked = table.lock(talk, version);
      if (!locked.status().isOpen()) {
        throw new EditedElsewhere(KIND, locked.id());
      }
      table.update(locked.id(), plan);
    }
    audit.changed(
        "plan",
        KIND,
        table.ofTalk(talk).orElseThrow().id(),
        before.map(Sortition::plan).orElse(null),
        plan);
  }

  /** Makes the seed, and publishes its hash before the list is fixed. */
  @Transactional
  public void commit(long talk, int version, SignedIn me) {
    var seed = new byte[SEED_BYTES];
    RANDOM.nextBytes(seed);
    commit(talk, version, HexFormat.of().formatHex(seed), me);
  }

  /**
   * As {@link #commit(long, int, SignedIn)}, with a given seed: for sample data that must repeat.
   */
  @Transactional
  public void commit(long talk, int version, String seed, SignedIn me) {
    ahead(me, talk);
    var locked = table.lock(talk, version);
    SortitionStatus.LIFE.next(locked.status(), SortitionMove.COMMIT);
    var commitment = Draw.commitment(seed);
    table.committed(locked.id(), seed, commitment);
    audit.changed("commit", KIND, locked.id(), null, Map.of("commitment", commitment));
  }

  /**
   * Fixes list, quotas and chances as they are now.
   *
   * @param announced public text that will be added to the seed, in words; empty for none
   * @return what stands in the way; empty when it is done
   */
  @Transactional
  public Optional<Preview> freeze(long talk, int version, String announced, SignedIn me) {
    var ahead = ahead(me, talk);
    var locked = table.lock(talk, version);
    SortitionStatus.LIFE.next(locked.status(), SortitionMove.FREEZE);
    var members = pool.of(me.scope(), ahead, locked.plan());
    if (!problem(locked.plan(), members).isEmpty()) {
      return Optional.of(preview(ahead, locked.plan(), me));
    }
    var snapshot = Snapshot.of(locked.plan(), members, wording);
    if (!(lots.answer(snapshot.convening()) instanceof Lottery lottery)) {
      return Optional.of(preview(ahead, locked.plan(), me));
    }
    table.frozen(
        locked.id(),
        new Sortition.Fixed(
            snapshot,
            Snapshot.panels(lottery),
            snapshot.chances(lottery),
            lottery.minimum(),
            lottery.gap()),
        announced);
    audit.changed(
        "freeze",
        KIND,
        locked.id(),
        null,
        Map.of("members", members.size(), "hash", snapshot.hash(), "announced", announced));
    return Optional.empty();
  }

  /**
   * Opens the seed, draws, and lists whom to invite. Those drawn who left the registry since the
   * list was fixed are missing, so that substitutes are drawn for them.
   *
   * @param publicText that was announced
   */
  @Transactional
  public void draw(long talk, int version, String publicText, SignedIn me) {
    notBegun(me, talk);
    var locked = table.lock(talk, version);
    SortitionStatus.LIFE.next(locked.status(), SortitionMove.DRAW);
    var fixed = locked.fixed().orElseThrow();
    var seed = Sortition.Opened.seed(table.seed(locked.id()), publicText);
    var draw = lottery(fixed.snapshot().convening(), lots::answer).draw(seed, 1);
    var seated = Snapshot.ids(draw.members().stream());
    table.drawn(locked.id(), publicText);
    table.round(locked.id(), 1, draw.hash(), draw.ticket(), seated, List.of());
    convening.list(talk, listable(seated, me), me);
    audit.changed(
        "draw",
        KIND,
        locked.id(),
        null,
        Map.of("seed", seed, "ticket", draw.ticket(), "drawn", seated));
  }

  @Transactional
  public void abandon(long talk, int version, String reason, SignedIn me) {
    ahead(me, talk);
    var locked = table.lock(talk, version);
    SortitionStatus.LIFE.next(locked.status(), SortitionMove.ABANDON);
    table.abandoned(locked.id(), reason);
    audit.changed("abandon", KIND, locked.id(), locked.status(), Map.of("reason", reason));
  }

  // --- after the draw ---

  /** Those of the panel who will not come, so that a substitute may be drawn. */
  Set<Long> missing(Sortition sortition) {
    var seated = sortition.opened().orElseThrow().last().seated();
    var called =
        called(sortition.talk()).stream()
            .collect(Collectors.toMap(Called::organization, Called::status));
    return seated.stream()
        .filter(
            id -> Optional.ofNullable(called.get(id)).map(InvitationStatus::saidNo).orElse(true))
        .collect(Collectors.toSet());
  }

  /**
   * Draws substitutes for those who declined or were struck.
   *
   * @return how many
   * @throws NoSubstitutes when quotas cannot be kept with those who are left
   */
  @Transactional
  public int substitute(long talk, int version, SignedIn me) {
    notBegun(me, talk);
    var locked = table.lock(talk, version);
    var opened = locked.opened().orElseThrow(() -> new EditedElsewhere(KIND, locked.id()));
    var missing = missing(locked);
    if (missing.isEmpty()) {
      return 0;
    }
    var gone = gone(locked, opened, missing, me);
    var rounds = new ArrayList<>(opened.gone());
    rounds.add(gone);
    var first = lottery(locked.fixed().orElseThrow().snapshot().convening(), lots::answer);
    var draw = replay(locked, first, rounds, lots::answer).getLast();
    var seated = Snapshot.ids(draw.members().stream());
    var fresh = new ArrayList<>(seated);
    fresh.removeAll(opened.last().seated());
    table.round(locked.id(), draw.round(), draw.hash(), draw.ticket(), seated, gone);
    table.touch(locked.id());
    convening.list(talk, fresh, me);
    audit.changed("substitute", KIND, locked.id(), Map.of("gone", gone), Map.of("drawn", fresh));
    return fresh.size();
  }

  /**
   * Those who decline, and those of the pool whom somebody called by hand or who left the registry.
   */
  private List<Long> gone(
      Sortition sortition, Sortition.Opened opened, Set<Long> missing, SignedIn me) {
    var struckBefore = opened.gone().stream().flatMap(List::stream).collect(Collectors.toSet());
    var seated = Set.copyOf(opened.last().seated());
    var gone = new HashSet<>(missing);
    var waiting = new HashSet<>(sortition.fixed().orElseThrow().snapshot().names().keySet());
    waiting.removeAll(seated);
    waiting.removeAll(struckBefore);
    called(sortition.talk()).stream()
        .map(Called::organization)
        .filter(waiting::contains)
        .forEach(gone::add);
    listable(waiting, me).forEach(waiting::remove);
    gone.addAll(waiting);
    return gone.stream().sorted().toList();
  }

  /** Those whom the person can put on a list: the registry may have changed since. */
  private List<Long> listable(Collection<Long> ids, SignedIn me) {
    return jdbc.sql(
            "select id from organization where id = any(:ids) and active and region_code like :scopeRegion")
        .param("ids", ids.toArray(Long[]::new))
        .params(me.scope().parameters())
        .query(Long.class)
        .list();
  }

  /**
   * Draws all rounds again from the stored list and seed.
   *
   * @param first the lottery of the stored list
   * @param gone a list for each round of substitutes
   */
  private static List<Draw> replay(
      Sortition sortition,
      Lottery first,
      List<List<Long>> gone,
      Function<org.yueyuetan.engine.panel.Convening, Answer> answers) {
    var opened = sortition.opened().orElseThrow();
    var convened = sortition.fixed().orElseThrow().snapshot().convening();
    var draws = new ArrayList<Draw>();
    draws.add(first.draw(opened.seed(), 1));
    for (var ids : gone) {
      try {
        convened =
            Convener.substitutes(
                convened,
                draws.getLast(),
                ids.stream().map(String::valueOf).collect(Collectors.toSet()));
      } catch (IllegalArgumentException tooFew) {
        throw new NoSubstitutes(List.of());
      }
      draws.add(lottery(convened, answers).draw(opened.seed(), draws.size() + 1));
    }
    return draws;
  }

  private static Lottery lottery(
      org.yueyuetan.engine.panel.Convening convened,
      Function<org.yueyuetan.engine.panel.Convening, Answer> answers) {
    return switch (answers.apply(convened)) {
      case Lottery lottery -> lottery;
      case Relaxation relaxation -> throw new NoSubstitutes(relaxation.changes());
    };
  }

  /** Calls somebody who was not drawn. */
  @Transactional
  public void add(long talk, int version, long organization, String reason, SignedIn me) {
    notBegun(me, talk);
    var locked = lockDrawn(talk, version);
    table.change(locked.id(), Sortition.Change.Kind.ADD, organization, reason);
    table.touch(locked.id());
    convening.list(talk, List.of(organization), me);
    audit.changed(
        "addByHand",
        KIND,
        locked.id(),
        null,
        Map.of("organization", organization, "reason", reason));
  }

  /** Takes somebody off the list. */
  @Transactional
  public void strike(long talk, int version, long organization, String reason, SignedIn me) {
    notBegun(me, talk);
    var locked = lockDrawn(talk, version);
    var invitation =
        called(talk).stream()
            .filter(each -> each.organization() == organization)
            .findFirst()
            .orElseThrow(() -> new NotFound("invitation", organization));
    table.change(locked.id(), Sortition.Change.Kind.STRIKE, organization, reason);
    table.touch(locked.id());
    convening.remove(talk, invitation.invitation(), me);
    audit.changed(
        "strikeByHand",
        KIND,
        locked.id(),
        null,
        Map.of("organization", organization, "reason", reason));
  }

  private Sortition lockDrawn(long talk, int version) {
    var locked = table.lock(talk, version);
    if (locked.status() != SortitionStatus.DRAWN) {
      throw new EditedElsewhere(KIND, locked.id());
    }
    return locked;
  }

  /** Once a panel is drawn, nobody joins its list without a draw or a reason. */
  @EventListener
  void listed(UnitsListed listed) {
    drawn(listed.talk())
        .ifPresent(sortition -> {
          var reasoned = new HashSet<>(sortition.opened().orElseThrow().last().seated());
          reasoned.removeAll(lastChanged(sortition, Sortition.Change.Kind.STRIKE));
          reasoned.addAll(lastChanged(sortition, Sortition.Change.Kind.ADD));
          if (!reasoned.containsAll(listed.organizations())) {
            throw new ReasonMissing(listed.talk());
          }
        });
  }

  @EventListener
  void unlisted(UnitUnlisted unlisted) {
    drawn(unlisted.talk())
        .filter(sortition ->
            !lastChanged(sortition, Sortition.Change.Kind.STRIKE).contains(unlisted.organization()))
        .ifPresent(sortition -> {
          throw new ReasonMissing(unlisted.talk());
        });
  }

  private Optional<Sortition> drawn(long talk) {
    return table.ofTalk(talk).filter(each -> each.status() == SortitionStatus.DRAWN);
  }

  /** Organizations whose latest change by hand was of this kind. */
  private Set<Long> lastChanged(Sortition sortition, Sortition.Change.Kind kind) {
    var last = new LinkedHashMap<Long, Sortition.Change.Kind>();
    table.changes(sortition.id()).forEach(each -> last.put(each.organization(), each.kind()));
    return last.entrySet().stream()
        .filter(each -> each.getValue() == kind)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  // --- for doubters ---

  /**
   * Computes everything again from the stored files and the opened seed, or tells what came of it
   * when it was computed before.
   *
   * @throws TooIntricate when it takes too long
   * @throws BeingChecked while another lottery is being computed again
   */
  List<Check> verify(Sortition sortition) {
    return checks.of(sortition, () -> compute(sortition));
  }

  private List<Check> compute(Sortition sortition) {
    var fixed = sortition.fixed().orElseThrow();
    var opened = sortition.opened().orElseThrow();
    var lottery = lottery(fixed.snapshot().convening(), lots::again);
    var draws = replay(sortition, lottery, opened.gone(), lots::again);
    var checks = new ArrayList<Check>();
    checks.add(
        new Check(
            "panel.check.commitment",
            Draw.commitment(opened.secret()).equals(sortition.commitment())));
    checks.add(
        new Check(
            "panel.check.order",
            sortition.committedAt().orElseThrow().compareTo(sortition.frozenAt().orElseThrow()) <= 0
                && sortition.frozenAt().orElseThrow().compareTo(sortition.drawnAt().orElseThrow())
                    <= 0));
    checks.add(
        new Check(
            "panel.check.chances",
            fixed.snapshot().chances(lottery).equals(fixed.chances())
                && Snapshot.panels(lottery).equals(fixed.panels())));
    checks.add(new Check("panel.check.draw", same(draws.getFirst(), opened.rounds().getFirst())));
    if (opened.rounds().size() > 1) {
      boolean all = true;
      for (int round = 1; round < opened.rounds().size(); round++) {
        all &= same(draws.get(round), opened.rounds().get(round));
      }
      checks.add(new Check("panel.check.substitutes", all));
    }
    return checks;
  }

  private static boolean same(Draw draw, Sortition.Round round) {
    return draw.hash().equals(round.hash())
        && draw.ticket() == round.ticket()
        && Snapshot.ids(draw.members().stream()).equals(round.seated());
  }

  /**
   * Lets only those go on who may still change the talk's list.
   *
   * @throws Begun when it is too late
   */
  private void notBegun(SignedIn me, long id) {
    if (!maySubstitute(ahead(me, id))) {
      throw new Begun(id);
    }
  }

  /** Whether the list may still change: the talk is ahead and has not begun. */
  boolean maySubstitute(Talk talk) {
    return talk.status().isAhead() && clock.instant().isBefore(talk.startsAt());
  }
}
