package org.yueyuetan.platform.panel;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yueyuetan.engine.panel.Draw;
import org.yueyuetan.engine.panel.Lottery;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.talk.Convening;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.Talks;

/** Draws whom a talk invites, step by step: plan, commitment, list, draw. */
@Component
public class Sortitions {

  static final String KIND = "sortition";
  private static final int SEED_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SortitionTable table;
  private final Pool pool;
  private final TalkList list;
  private final Previews previews;
  private final Wording wording;
  private final Lots lots;
  private final Talks talks;
  private final Convening convening;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Audit audit;

  Sortitions(
      SortitionTable table,
      Pool pool,
      TalkList list,
      Previews previews,
      Wording wording,
      Lots lots,
      Talks talks,
      Convening convening,
      TransactionTemplate transaction,
      Clock clock,
      Audit audit) {
    this.table = table;
    this.pool = pool;
    this.list = list;
    this.previews = previews;
    this.wording = wording;
    this.lots = lots;
    this.talks = talks;
    this.convening = convening;
    this.transaction = transaction;
    this.clock = clock;
    this.audit = audit;
  }

  /** The talk's lottery; whoever asks may see the talk. */
  Optional<Sortition> of(Talk talk) {
    return table.ofTalk(talk.id());
  }

  /** Whether a commitment was ever published: from then on everybody reads what becomes of it. */
  boolean isPublished(Talk talk) {
    return of(talk).filter(each -> each.status() != SortitionStatus.PREPARING).isPresent()
        || !abandoned(talk).isEmpty();
  }

  /** Those that were given up, oldest first. */
  List<Sortition> abandoned(Talk talk) {
    return table.abandoned(talk.id());
  }

  /** The talk, if the person may convene it and it is still ahead. */
  Talk ahead(SignedIn me, long id) {
    return Optional.of(talks.inCharge(me, id))
        .filter(talk -> talk.status().isAhead())
        .orElseThrow(() -> new NotFound("talk ahead", id));
  }

  /** Whether the list may still change: the talk is ahead and has not begun. */
  boolean mayChangeList(Talk talk) {
    return talk.status().isAhead() && clock.instant().isBefore(talk.startsAt());
  }

  /**
   * Lets only those go on who may still change the talk's list.
   *
   * @throws Begun when it is too late
   */
  void notBegun(SignedIn me, long id) {
    if (!mayChangeList(ahead(me, id))) {
      throw new Begun(id);
    }
  }

  /**
   * Keeps the plan; the first time begins a lottery, with version 0.
   *
   * @return the version that it has now
   */
  @Transactional
  public int save(long talk, Plan plan, int version, SignedIn me) {
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
    var after = table.ofTalk(talk).orElseThrow();
    audit.changed("plan", KIND, after.id(), before.map(Sortition::plan).orElse(null), plan);
    return after.version();
  }

  /**
   * Makes the seed, and publishes its hash before the list is fixed.
   *
   * @param reason why those were called who are on the talk's list already: they stand outside
   * @throws ReasonMissing when there are some, and no reason
   */
  @Transactional
  public void commit(long talk, int version, String reason, SignedIn me) {
    var seed = new byte[SEED_BYTES];
    RANDOM.nextBytes(seed);
    commit(talk, version, HexFormat.of().formatHex(seed), reason, me);
  }

  /**
   * As {@link #commit(long, int, String, SignedIn)}, with a given seed: for sample data that must
   * repeat.
   */
  @Transactional
  public void commit(long talk, int version, String seed, String reason, SignedIn me) {
    ahead(me, talk);
    var locked = table.lock(talk, version);
    SortitionStatus.LIFE.next(locked.status(), SortitionMove.COMMIT);
    var listed = list.of(talk);
    if (!listed.isEmpty() && reason.isEmpty()) {
      throw new ReasonMissing(talk, 0);
    }
    for (var each : listed) {
      table.change(
          locked.id(),
          Sortition.Change.Kind.ADD,
          each.organization(),
          each.organization().isEmpty() ? Optional.of(each.party()) : Optional.empty(),
          reason,
          Wording.office(me));
    }
    var commitment = Draw.commitment(seed);
    table.committed(locked.id(), seed, commitment);
    audit.changed(
        "commit",
        KIND,
        locked.id(),
        null,
        Map.of("commitment", commitment, "listed", listed.size(), "reason", reason));
  }

  /**
   * Fixes list, quotas and chances as they are now. They are computed first, and stored if nothing
   * has changed meanwhile: nobody waits for a lock while the engine computes.
   *
   * @param announced public text that will be added to the seed, in words; empty for none
   * @return what stands in the way; empty when it is done
   * @throws EditedElsewhere when plan or list changed meanwhile
   */
  public Optional<Preview> freeze(long talk, int version, String announced, SignedIn me) {
    var ahead = ahead(me, talk);
    var seen =
        table
            .ofTalk(talk)
            .filter(each -> each.version() == version)
            .orElseThrow(() -> new EditedElsewhere(KIND, talk));
    SortitionStatus.LIFE.next(seen.status(), SortitionMove.FREEZE);
    var members = pool.of(me.scope(), ahead, seen.plan());
    if (Previews.problem(seen.plan(), members).isEmpty()) {
      var snapshot = Snapshot.of(seen.plan(), members, wording);
      if (lots.answer(snapshot.convening()) instanceof Lottery lottery) {
        transaction.executeWithoutResult(
            status -> store(talk, version, fixed(snapshot, lottery), announced, me));
        return Optional.empty();
      }
    }
    return previews.of(ahead, seen.plan(), me, Lots.LONG);
  }

  private static Sortition.Fixed fixed(Snapshot snapshot, Lottery lottery) {
    return new Sortition.Fixed(
        snapshot,
        Snapshot.panels(lottery),
        snapshot.chances(lottery),
        lottery.minimum(),
        lottery.gap());
  }

  private void store(long talk, int version, Sortition.Fixed fixed, String announced, SignedIn me) {
    ahead(me, talk);
    var locked = table.lock(talk, version);
    SortitionStatus.LIFE.next(locked.status(), SortitionMove.FREEZE);
    table.frozen(locked.id(), fixed, announced);
    audit.changed(
        "freeze",
        KIND,
        locked.id(),
        null,
        Map.of(
            "members",
            fixed.snapshot().size(),
            "hash",
            fixed.snapshot().hash(),
            "announced",
            announced));
  }

  /**
   * Opens the seed, draws one of the fixed panels, and lists whom to invite. Those drawn who left
   * the registry or were struck since the list was fixed are missing, so that substitutes are drawn
   * for them.
   *
   * @param publicText that was announced
   */
  @Transactional
  public void draw(long talk, int version, String publicText, SignedIn me) {
    notBegun(me, talk);
    var locked = table.lock(talk, version);
    SortitionStatus.LIFE.next(locked.status(), SortitionMove.DRAW);
    var seed = Sortition.Opened.seed(table.seed(locked.id()), publicText);
    var draw = Draw.of(Snapshot.panels(locked.fixed().orElseThrow().panels()), seed, 1);
    var seated = Snapshot.ids(draw.members().stream());
    table.drawn(locked.id(), publicText);
    table.round(locked.id(), 1, draw.hash(), draw.ticket(), seated, List.of());
    var struck = table.struck(locked.id());
    var coming = list.listable(me.scope(), seated).stream().filter(id -> !struck.contains(id));
    convening.list(talk, coming.toList(), me);
    audit.changed(
        "draw",
        KIND,
        locked.id(),
        null,
        Map.of("seed", seed, "ticket", draw.ticket(), "drawn", seated));
  }

  /** Gives it up. What was committed and fixed stays for everyone to read, with the reason. */
  @Transactional
  public void abandon(long talk, int version, String reason, SignedIn me) {
    ahead(me, talk);
    var locked = table.lock(talk, version);
    SortitionStatus.LIFE.next(locked.status(), SortitionMove.ABANDON);
    table.abandoned(locked.id(), reason);
    audit.changed("abandon", KIND, locked.id(), locked.status(), Map.of("reason", reason));
  }
}
