package org.yueyuetan.platform.selection;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.engine.panel.Draw;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.region.Regions;
import org.yueyuetan.platform.talk.Talks;

/** What staff do with a round before its result: prepare, choose who takes part, open, close. */
@Service
@Transactional
public class Selections {

  static final String KIND = "selection";

  private static final int SEED_BYTES = 32;
  private static final String NO_CODE = "000000000000";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SelectionTable table;
  private final EntryTable entries;
  private final PairTable pairs;
  private final Market market;
  private final Tidings tidings;
  private final Talks talks;
  private final Audit audit;
  private final Clock clock;

  Selections(
      SelectionTable table,
      EntryTable entries,
      PairTable pairs,
      Market market,
      Tidings tidings,
      Talks talks,
      Audit audit,
      Clock clock) {
    this.table = table;
    this.entries = entries;
    this.pairs = pairs;
    this.market = market;
    this.tidings = tidings;
    this.talks = talks;
    this.audit = audit;
    this.clock = clock;
  }

  // --- reading ---

  @Transactional(readOnly = true)
  public Optional<Selection> find(Scope scope, long id) {
    return table.find(scope, id);
  }

  /** Newest first; {@code after} is the last id of the page before. */
  @Transactional(readOnly = true)
  public List<Selection> list(Scope scope, Optional<Long> after, int limit) {
    return table.list(scope, after, limit);
  }

  @Transactional(readOnly = true)
  public List<Selection> ofTalk(Scope scope, long talk) {
    return table.ofTalk(scope, talk);
  }

  /** Rounds in which things of the project take part, the newest first. */
  @Transactional(readOnly = true)
  public List<Selection> ofProject(Scope scope, long project, int limit) {
    return table.ofProject(scope, project, limit);
  }

  /** What takes part; whoever asks may see the round. */
  @Transactional(readOnly = true)
  public List<Entry> entries(Selection selection) {
    return entries.of(selection.id()).all();
  }

  @Transactional(readOnly = true)
  List<Moved> history(Selection selection) {
    return table.history(selection.id());
  }

  @Transactional(readOnly = true)
  Optional<Long> successor(Selection selection) {
    return table.successor(selection.id());
  }

  /** What an organization has in rounds that were opened, of the newest round first. */
  @Transactional(readOnly = true)
  public List<Entry> ofOrganization(long organization, int limit) {
    return entries.ofOrganization(organization, limit);
  }

  /** What rounds ask of an organization now, the most pressing first. */
  @Transactional(readOnly = true)
  public List<Asked> asked(long organization, int limit) {
    return table.asked(organization, LocalDate.now(clock), limit);
  }

  /**
   * The round, if the person runs it; one that they may merely read counts as not found.
   *
   * @throws NotFound when it is not theirs
   */
  Selection inCharge(SignedIn me, long id) {
    return table
        .find(me.scope(), id)
        .filter(selection -> mayRun(me, selection))
        .orElseThrow(() -> new NotFound(KIND, id));
  }

  /** Bureau staff of its region. */
  boolean mayRun(SignedIn me, Selection selection) {
    return me.is(Role.ORGANIZER) && covers(me, selection);
  }

  /** Staff and auditors of its region read everything, ranks as soon as they are final. */
  boolean mayReadAll(SignedIn me, Selection selection) {
    return (me.is(Role.ORGANIZER) || me.is(Role.AUDITOR)) && covers(me, selection);
  }

  private static boolean covers(SignedIn me, Selection selection) {
    return me.scope() instanceof Scope.Region(var prefix) && selection.region().startsWith(prefix);
  }

  /** What could take part in the round: things that are in no other one now. */
  @Transactional(readOnly = true)
  public List<Source> choice(Selection selection) {
    return market.of(scope(selection), selection.id());
  }

  // --- preparing ---

  public long plan(SelectionDraft draft, SignedIn me) {
    return plan(draft, false, me);
  }

  /** As {@link #plan(SelectionDraft, SignedIn)}, marked as a sample when asked. */
  public long plan(SelectionDraft draft, boolean sample, SignedIn me) {
    requireTalk(draft, me);
    if (!(me.scope() instanceof Scope.Region(var prefix))) {
      throw new AccessDeniedException("rounds are run by staff of a region");
    }
    var id =
        table.insert(
            draft, (prefix + NO_CODE).substring(0, NO_CODE.length()), Optional.empty(), sample);
    audit.changed("create", KIND, id, null, draft);
    return id;
  }

  /**
   * Changes what is said of a round. Once it is open, its rules stand: whoever has ranked relied on
   * them.
   */
  public void change(long id, SelectionDraft draft, int version, SignedIn me) {
    var before = hold(id, version, me);
    if (before.status() != SelectionStatus.PREPARING && before.status() != SelectionStatus.OPEN) {
      throw new EditedElsewhere(KIND, id);
    }
    if (!draft.talk().equals(before.talk())) {
      requireTalk(draft, me);
    }
    var after = before.status() == SelectionStatus.OPEN ? draft.withRulesOf(before) : draft;
    table.update(id, after);
    audit.changed("change", KIND, id, SelectionDraft.of(before), after);
  }

  /**
   * Says what takes part: keys as of {@link Source#key}. Those that are gone meanwhile are left.
   */
  public void choose(long id, Collection<String> keys, int version, SignedIn me) {
    var selection = hold(id, version, me);
    if (selection.status() != SelectionStatus.PREPARING) {
      throw new EditedElsewhere(KIND, id);
    }
    var before = byKey(entries.of(id).all());
    var offered = offered(selection);
    var wanted = new HashSet<>(keys);
    wanted.retainAll(offered.keySet());
    entries.remove(
        before.entrySet().stream()
            .filter(each -> !wanted.contains(each.getKey()))
            .map(each -> each.getValue().id())
            .toList());
    offered.forEach((key, source) -> {
      if (wanted.contains(key) && !before.containsKey(key)) {
        entries.add(id, source);
      }
    });
    table.touch(id);
    audit.changed("chooseEntries", KIND, id, sorted(before.keySet()), sorted(wanted));
  }

  private Map<String, Source> offered(Selection selection) {
    var offered = new LinkedHashMap<String, Source>();
    market
        .of(scope(selection), selection.id())
        .forEach(source -> offered.put(source.key(), source));
    return offered;
  }

  private static Map<String, Entry> byKey(List<Entry> all) {
    return all.stream().collect(Collectors.toMap(Entry::key, Function.identity()));
  }

  private static List<String> sorted(Set<String> keys) {
    return keys.stream().sorted().toList();
  }

  // --- opening and closing ---

  /**
   * Both sides may rank from now on.
   *
   * @throws NotReady when there is nothing to rank or no time for it
   */
  public void open(long id, int version, SignedIn me) {
    open(hold(id, version, me), me.name());
  }

  /** What keeps the round from being opened: a key of the bundle. */
  @Transactional(readOnly = true)
  Optional<String> lacking(Selection selection) {
    if (selection.closesOn().isBefore(LocalDate.now(clock))) {
      return Optional.of("selection.lacking.past");
    }
    var offered = offered(selection);
    var taking =
        entries.of(selection.id()).all().stream()
            .filter(entry -> offered.containsKey(entry.key()))
            .toList();
    return taking.stream().anyMatch(one -> taking.stream().anyMatch(one::fits))
        ? Optional.empty()
        : Optional.of("selection.lacking.nobody");
  }

  void open(Selection selection, String actor) {
    var next = SelectionStatus.LIFE.next(selection.status(), SelectionMove.OPEN);
    var today = LocalDate.now(clock);
    lacking(selection)
        .ifPresent(key -> {
          throw new NotReady(key);
        });
    refresh(selection);
    var taking = entries.of(selection.id()).all();
    var bytes = new byte[SEED_BYTES];
    RANDOM.nextBytes(bytes);
    var seed = HexFormat.of().formatHex(bytes);
    table.opened(selection.id(), seed, Draw.commitment(seed), today);
    note(selection, SelectionMove.OPEN, next, "", actor);
    tidings.opened(selection, taking);
  }

  /** Words and quantities as they are today; what is no longer there drops out. */
  private void refresh(Selection selection) {
    var offered = offered(selection);
    byKey(entries.of(selection.id()).all())
        .forEach((key, entry) ->
            Optional.ofNullable(offered.get(key))
                .ifPresentOrElse(
                    source -> entries.refresh(entry.id(), source),
                    () -> entries.remove(List.of(entry.id()))));
  }

  /** Ranks are final from now on. */
  public void close(long id, int version, SignedIn me) {
    close(hold(id, version, me), me.name());
  }

  void close(Selection selection, String actor) {
    var next = SelectionStatus.LIFE.next(selection.status(), SelectionMove.CLOSE);
    var today = LocalDate.now(clock);
    table.closed(
        selection.id(), today.isBefore(selection.closesOn()) ? today : selection.closesOn());
    note(selection, SelectionMove.CLOSE, next, "", actor);
    tidings.closed(selection);
  }

  public void cancel(long id, String reason, int version, SignedIn me) {
    var selection = hold(id, version, me);
    var next = SelectionStatus.LIFE.next(selection.status(), SelectionMove.CANCEL);
    table.ended(id, next, reason);
    note(selection, SelectionMove.CANCEL, next, reason, me.name());
    if (selection.isPublic()) {
      tidings.cancelled(selection, entries.of(id).all(), reason);
    }
  }

  // --- afterwards ---

  /** A new round of those who have nothing, or not all, of this one. */
  public long carryOver(long id, SignedIn me) {
    var over = hold(id, me);
    if (over.status() != SelectionStatus.FINISHED || table.successor(id).isPresent()) {
      throw new EditedElsewhere(KIND, id);
    }
    var today = LocalDate.now(clock);
    var usual = SelectionDraft.usual(today);
    var next = table.insert(usual.following(over), over.region(), Optional.of(id), over.sample());
    var confirmed = Standing.of(pairs.of(id)).confirmed();
    var left =
        byKey(
            entries
                .of(id)
                .where(entry -> confirmed.getOrDefault(entry.id(), 0L) < entry.quantity()));
    market.of(scope(over), next).stream()
        .filter(source -> left.containsKey(source.key()))
        .forEach(source -> entries.add(next, source));
    audit.changed("carryOver", KIND, next, Map.of("from", id), null);
    return next;
  }

  // --- steps ---

  Selection hold(long id, int version, SignedIn me) {
    inCharge(me, id);
    return table.hold(id, version);
  }

  private Selection hold(long id, SignedIn me) {
    inCharge(me, id);
    return table.hold(id).orElseThrow(() -> new NotFound(KIND, id));
  }

  private void note(
      Selection before, SelectionMove event, SelectionStatus next, String reason, String actor) {
    table.move(before.id(), event, next, reason, actor);
    audit.changed(
        event.action(),
        KIND,
        before.id(),
        Map.of("status", before.status()),
        Map.of("status", next, "reason", reason));
  }

  private void requireTalk(SelectionDraft draft, SignedIn me) {
    draft.talk().ifPresent(talk -> talks.inCharge(me, talk));
  }

  private static Scope scope(Selection selection) {
    return new Scope.Region(Regions.prefix(selection.region()));
  }
}
