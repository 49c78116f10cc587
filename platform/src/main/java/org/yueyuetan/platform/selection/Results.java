package org.yueyuetan.platform.selection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;

/**
 * From the final ranks to a result that was told, and again for what becomes free. The engine runs
 * outside of transactions; what it computed from is compared before it is kept.
 */
@Service
public class Results {

  private final Selections rounds;
  private final SelectionTable table;
  private final EntryTable entries;
  private final PairTable pairs;
  private final Tidings tidings;
  private final Finishing finishing;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final Clock clock;

  Results(
      Selections rounds,
      SelectionTable table,
      EntryTable entries,
      PairTable pairs,
      Tidings tidings,
      Finishing finishing,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Audit audit,
      Clock clock) {
    this.rounds = rounds;
    this.table = table;
    this.entries = entries;
    this.pairs = pairs;
    this.tidings = tidings;
    this.finishing = finishing;
    this.transaction = transaction;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  // --- reading; whoever asks may see the round ---

  List<Run> runs(Selection selection) {
    return pairs.runs(selection.id());
  }

  List<Pair> pairs(Selection selection) {
    return pairs.of(selection.id());
  }

  List<Overruled> overruled(Selection selection) {
    return pairs.overruled(selection.id());
  }

  /** Reasons for how things stand now. */
  Reasons reasons(Selection selection) {
    var all = pairs.of(selection.id());
    return reasons(
        selection,
        all,
        all.stream().filter(pair -> !pair.is(PairStatus.RELEASED)).map(Pair::match).toList());
  }

  private Reasons reasons(Selection selection, List<Pair> all, List<Match> amounts) {
    return new Reasons(
        entries.of(selection.id()),
        entries.ranks(selection.id()),
        pairs.overruled(selection.id()),
        all,
        amounts);
  }

  /** What would be told now. */
  public Preview preview(Selection selection) {
    var snapshot = snapshot(selection);
    var matching = snapshot.match();
    var outcome = snapshot.outcome(matching);
    var told = outcome.best(selection.favours());
    var reasons = reasons(selection, List.of(), told);
    var unmatched = new LinkedHashMap<Entry, Why>();
    var partly = new LinkedHashMap<Entry, Long>();
    for (var entry : entries.of(selection.id()).all()) {
      var missing = entry.quantity() - reasons.total(entry);
      if (reasons.total(entry) == 0) {
        unmatched.put(entry, entry.here() ? reasons.unmatched(entry) : Why.of(Why.Kind.GONE));
      } else if (missing > 0) {
        partly.put(entry, missing);
      }
    }
    return new Preview(
        snapshot.hash(),
        outcome,
        matching.optimal(selection.favours().engine()).certificate(),
        selection.favours(),
        unmatched,
        partly);
  }

  /** The market as it stands: what is held is not given twice, what came to nothing not again. */
  private Snapshot snapshot(Selection selection) {
    var all = pairs.of(selection.id());
    var excluded =
        all.stream()
            .filter(pair -> pair.is(PairStatus.RELEASED))
            .map(Pair::of)
            .collect(Collectors.toCollection(HashSet::new));
    pairs.overruled(selection.id()).forEach(one -> excluded.add(one.of()));
    return Snapshot.of(
        table.seed(selection.id()),
        selection.favours(),
        entries.of(selection.id()),
        Standing.of(all),
        entries.ranks(selection.id()),
        excluded);
  }

  // --- overruling ---

  /** Staff do not want a pair, for a reason that stays on record. */
  public void overrule(
      long id, long project, long provider, String reason, int version, SignedIn me) {
    transaction.executeWithoutResult(status -> {
      closed(id, version, me);
      requireEntry(id, project, Side.PROJECT);
      requireEntry(id, provider, Side.PROVIDER);
      pairs.overrule(id, project, provider, reason, me.name());
      table.touch(id);
      audit.changed(
          "overrule",
          Selections.KIND,
          id,
          null,
          Map.of("project", project, "provider", provider, "reason", reason));
    });
  }

  /** The pair may be after all. */
  public void takeBack(long id, long project, long provider, int version, SignedIn me) {
    transaction.executeWithoutResult(status -> {
      closed(id, version, me);
      pairs.takeBack(id, project, provider);
      table.touch(id);
      audit.changed(
          "takeBack", Selections.KIND, id, Map.of("project", project, "provider", provider), null);
    });
  }

  private void requireEntry(long selection, long entry, Side side) {
    if (entries.find(selection, entry).filter(found -> found.side() == side).isEmpty()) {
      throw new NotFound("entry", entry);
    }
  }

  private Selection closed(long id, int version, SignedIn me) {
    var selection = rounds.hold(id, version, me);
    SelectionStatus.LIFE.next(selection.status(), SelectionMove.ANNOUNCE);
    return selection;
  }

  // --- telling ---

  /**
   * Tells both sides the result.
   *
   * @param hash of the preview that staff saw
   * @throws EditedElsewhere when the result would be another by now
   */
  public void announce(long id, int version, String hash, SignedIn me) {
    rounds.inCharge(me, id);
    transaction.executeWithoutResult(status -> entries.sweep(id));
    var seen = table.find(me.scope(), id).orElseThrow(() -> new NotFound(Selections.KIND, id));
    var snapshot = snapshot(seen);
    if (!snapshot.hash().equals(hash)) {
      throw new EditedElsewhere(Selections.KIND, id);
    }
    var outcome = snapshot.outcome(snapshot.match());
    transaction.executeWithoutResult(status -> {
      var selection = closed(id, version, me);
      tell(selection, 1, snapshot, outcome, me.name());
    });
  }

  /**
   * Ends the time in which pairs are confirmed: what was not is freed and filled again from those
   * left. When nothing is found the round is over.
   *
   * @return how many new pairs there are
   */
  int settle(long id, String actor) {
    // The round before its entries, as whoever ranks does: two who wait for each other wait long.
    transaction.executeWithoutResult(status ->
        table
            .hold(id)
            .ifPresent(selection -> {
              entries.sweep(id);
              finishing.releaseGone(selection);
              finishing.lapse(selection);
            }));
    var selection = table.running(id).orElseThrow(() -> new NotFound(Selections.KIND, id));
    if (selection.status() != SelectionStatus.ANNOUNCED) {
      return 0;
    }
    var snapshot = snapshot(selection);
    var outcome = snapshot.outcome(snapshot.match());
    transaction.executeWithoutResult(status -> {
      var held = table.hold(id, selection.version());
      if (outcome.best(held.favours()).isEmpty()) {
        finishing.finish(held, actor);
      } else {
        tell(held, pairs.runs(id).size() + 1, snapshot, outcome, actor);
      }
    });
    return outcome.best(selection.favours()).size();
  }

  /** By hand, as soon as nobody is waited for. */
  public int refill(long id, int version, SignedIn me) {
    var selection = rounds.inCharge(me, id);
    if (selection.version() != version
        || selection.status() != SelectionStatus.ANNOUNCED
        || pairs.of(id).stream().anyMatch(pair -> pair.is(PairStatus.AWAITING))) {
      throw new EditedElsewhere(Selections.KIND, id);
    }
    return settle(id, me.name());
  }

  /** What is told is computed from what holds at this moment, or it is not told. */
  private void tell(
      Selection selection, int run, Snapshot snapshot, Outcome outcome, String actor) {
    if (!snapshot(selection).equals(snapshot)) {
      throw new EditedElsewhere(Selections.KIND, selection.id());
    }
    var id = selection.id();
    pairs.add(id, run, snapshot, outcome, actor);
    table.told(id, LocalDate.now(clock).plusDays(selection.confirmDays()));
    if (run == 1) {
      table.move(id, SelectionMove.ANNOUNCE, SelectionStatus.ANNOUNCED, "", actor);
    }
    audit.changed(
        run == 1 ? "announceSelection" : "fillSelection",
        Selections.KIND,
        id,
        null,
        Map.of("run", run, "hash", snapshot.hash(), "pairs", outcome.best(snapshot.favours())));
    var fresh = pairs.of(id).stream().filter(pair -> pair.run() == run).toList();
    tellSides(table.hold(id).orElseThrow(), run, fresh);
    events.publishEvent(
        new SelectionAnnounced(
            id, selection.title(), selection.talk(), run, fresh.stream().map(Pair::id).toList()));
  }

  private void tellSides(Selection selection, int run, List<Pair> fresh) {
    var matched =
        fresh.stream()
            .flatMap(pair -> List.of(pair.project(), pair.provider()).stream())
            .collect(Collectors.toSet());
    var all = entries.of(selection.id());
    tidings.announced(
        selection,
        all.where(entry -> matched.contains(entry.id())),
        run == 1 ? all.where(entry -> !matched.contains(entry.id())) : List.of());
  }

  // --- for doubters ---

  /** Computes a run again from what was stored, and tells whether the same comes out. */
  boolean verify(Run run) {
    return run.snapshot().outcome(run.snapshot().match()).equals(run.outcome());
  }

  /** The run of this number. */
  Optional<Run> run(Selection selection, int number) {
    return pairs.runs(selection.id()).stream().filter(run -> run.number() == number).findFirst();
  }

  /** Pairs with both of their entries, in the order in which they were found. */
  public List<Paired> paired(Selection selection) {
    var all = entries(selection);
    return pairs.of(selection.id()).stream().map(all::with).toList();
  }

  /** By entry whom it ranks: for staff, once the round is closed. */
  Map<Long, Map<Long, Integer>> ranks(Selection selection) {
    return entries.ranks(selection.id());
  }

  Entries entries(Selection selection) {
    return entries.of(selection.id());
  }
}
