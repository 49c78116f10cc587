package org.yueyuetan.platform.need;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Account;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.notice.Message;
import org.yueyuetan.platform.notice.Notices;

/** What people do with needs: state, hand in, accept, decline, support, answer. */
@Service
@Transactional
public class Needs {

  private final NeedRows rows;
  private final Accounts accounts;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Needs(
      NeedRows rows,
      Accounts accounts,
      Notices notices,
      Audit audit,
      Clock clock,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.accounts = accounts;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  // --- reading ---

  @Transactional(readOnly = true)
  public Optional<Need> find(Scope scope, long id) {
    return rows.find(scope, 0, id);
  }

  /** As {@link #find(Scope, long)}, with the drafts that the person wrote for an organization. */
  @Transactional(readOnly = true)
  public Optional<Need> find(SignedIn me, long id) {
    return rows.find(me.scope(), me.id(), id);
  }

  /** Newest first; {@code after} is the last id of the page before. */
  @Transactional(readOnly = true)
  public List<NeedLine> list(Scope scope, Filter filter, Optional<Long> after, int limit) {
    return rows.list(scope, 0, filter, Set.of(), after, limit);
  }

  @Transactional(readOnly = true)
  public List<NeedLine> list(SignedIn me, Filter filter, Optional<Long> after, int limit) {
    return rows.list(me.scope(), me.id(), filter, Set.of(), after, limit);
  }

  /** As {@link #list(Scope, Filter, Optional, int)}, without some. */
  @Transactional(readOnly = true)
  public List<NeedLine> listExcept(
      Scope scope, Filter filter, Set<Long> except, Optional<Long> after, int limit) {
    return rows.list(scope, 0, filter, except, after, limit);
  }

  /** The needs of these ids that may be seen, oldest first. */
  @Transactional(readOnly = true)
  public List<NeedLine> lines(Scope scope, Collection<Long> ids) {
    return rows.lines(scope, 0, ids);
  }

  /** How many needs a list would show, by status. */
  @Transactional(readOnly = true)
  public Map<NeedStatus, Integer> counts(Scope scope, Filter filter) {
    return rows.counts(scope, 0, filter);
  }

  @Transactional(readOnly = true)
  public Map<NeedStatus, Integer> counts(SignedIn me, Filter filter) {
    return rows.counts(me.scope(), me.id(), filter);
  }

  /** Whole needs, newest first: for an export. */
  @Transactional(readOnly = true)
  public List<Need> page(SignedIn me, Filter filter, Optional<Long> after, int limit) {
    return rows.page(me.scope(), me.id(), filter, after, limit);
  }

  /** What the accepted needs of a region say, oldest first, without some. */
  @Transactional(readOnly = true)
  public List<NeedText> accepted(Scope scope, Set<Long> except) {
    return rows.accepted(scope, except);
  }

  /** How many accepted needs of a region there are, without some. */
  @Transactional(readOnly = true)
  public int countAccepted(Scope scope, Set<Long> except) {
    return rows.countAccepted(scope, except);
  }

  @Transactional(readOnly = true)
  public List<NeedMove> history(Need need) {
    return rows.history(need.id());
  }

  /** Organizations that need it too, in the order in which they said so. */
  @Transactional(readOnly = true)
  public List<Long> supporters(Need need) {
    return rows.supporters(need.id());
  }

  // --- the organization ---

  /**
   * A representative writes down a need of the own organization; it is a draft until it is
   * submitted.
   */
  public long state(NeedDraft draft, SignedIn me) {
    return state(draft, me.organization().orElseThrow(Needs::forbidden), me);
  }

  /** Staff write down a need for an organization that they may see: the caller has checked that. */
  public long state(NeedDraft draft, long organization, SignedIn me) {
    return add(draft, organization, false, me);
  }

  /** As {@link #state(NeedDraft, long, SignedIn)}, marked as a sample. */
  public long stateSample(NeedDraft draft, long organization, SignedIn me) {
    return add(draft, organization, true, me);
  }

  /**
   * Changes the words of a need.
   *
   * @param version of the need that the person was looking at
   * @throws EditedElsewhere when somebody else changed it meanwhile
   */
  public void change(long id, NeedDraft draft, int version, SignedIn me) {
    var need = hold(id, me);
    if (!editable(need, me)) {
      throw forbidden();
    }
    if (!rows.change(id, draft, version)) {
      throw new EditedElsewhere("need", id);
    }
    audit.changed("change", "need", id, draftOf(need), draft);
  }

  /** Writes a need down and hands it in at once. */
  public long stateAndSubmit(NeedDraft draft, long organization, SignedIn me) {
    var id = state(draft, organization, me);
    submit(id, me);
    return id;
  }

  public void changeAndSubmit(long id, NeedDraft draft, int version, SignedIn me) {
    change(id, draft, version, me);
    submit(id, me);
  }

  public void submit(long id, SignedIn me) {
    var need = hold(id, me);
    if (need.text().isEmpty()) {
      throw new IllegalArgumentException("need " + id + " has no text yet");
    }
    move(need, NeedEvent.SUBMIT, "", me);
    events.publishEvent(new NeedSubmitted(id, need.title(), published(need), need.organization()));
  }

  public void withdraw(long id, SignedIn me) {
    var need = hold(id, me);
    move(need, NeedEvent.WITHDRAW, "", me);
    events.publishEvent(new NeedWithdrawn(id, need.title(), need.organization()));
  }

  /** A declined or withdrawn need as a new draft, to be put better. */
  public long restate(long id, SignedIn me) {
    var need = hold(id, me);
    if (!need.status().restatable() || !owns(need, me)) {
      throw forbidden();
    }
    return add(draftOf(need), need.organization(), need.sample(), me);
  }

  /** "We need this too": once per organization, not for one's own. */
  public void support(long id, SignedIn me) {
    var organization = me.organization().orElseThrow(Needs::forbidden);
    var need = hold(id, me);
    if (!supportable(need, me)) {
      throw forbidden();
    }
    if (rows.support(id, organization, me.id(), clock.instant())) {
      rows.countSupports(id);
      audit.changed("support", "need", id, null, Map.of("organization", organization));
    }
  }

  public void takeBackSupport(long id, SignedIn me) {
    var organization = me.organization().orElseThrow(Needs::forbidden);
    hold(id, me);
    if (rows.takeBackSupport(id, organization)) {
      rows.countSupports(id);
      audit.changed("unsupport", "need", id, Map.of("organization", organization), null);
    }
  }

  // --- the bureau ---

  public void accept(long id, SignedIn me) {
    accept(hold(id, me), me);
  }

  /**
   * Accepts the need as the person saw it.
   *
   * @throws EditedElsewhere when its words were changed meanwhile
   */
  public void accept(long id, int version, SignedIn me) {
    var need = hold(id, me);
    if (need.version() != version) {
      throw new EditedElsewhere("need", id);
    }
    accept(need, me);
  }

  /** Accepts those of the needs that wait for it; how many those were. */
  public int acceptAll(Collection<Long> ids, SignedIn me) {
    var accepted = 0;
    for (var id : ids.stream().sorted().distinct().toList()) {
      var need = rows.find(me.scope(), me.id(), id).flatMap(seen -> rows.hold(id));
      if (need.isPresent() && need.get().status() == NeedStatus.SUBMITTED) {
        accept(need.get(), me);
        accepted++;
      }
    }
    return accepted;
  }

  public void decline(long id, String reason, SignedIn me) {
    var need = hold(id, me);
    move(need, NeedEvent.DECLINE, reason, me);
    events.publishEvent(new NeedDeclined(id, need.title(), need.organization(), reason));
  }

  /** Answers one need by hand, with or without a theme. */
  public void answer(long id, String answer, SignedIn me) {
    var need = hold(id, me);
    move(need, NeedEvent.ANSWER, answer, me);
    events.publishEvent(new NeedAnswered(id, need.title(), need.organization(), answer));
  }

  /** A need that its talk did not touch goes back among the accepted ones. */
  public void release(long id, String reason, SignedIn me) {
    var need = hold(id, me);
    move(need, NeedEvent.RELEASE, reason, me);
    events.publishEvent(new NeedReleased(id, need.title(), need.organization(), reason));
  }

  // --- consequences of what other rooms decide ---

  /**
   * Those of the needs that are accepted and may be seen; they stay so until the transaction ends.
   */
  public Set<Long> holdAccepted(Scope scope, Collection<Long> ids) {
    return rows.lines(scope, 0, ids).stream()
        .map(line -> rows.hold(line.id()).orElseThrow())
        .filter(need -> need.status() == NeedStatus.ACCEPTED)
        .map(Need::id)
        .collect(Collectors.toSet());
  }

  /**
   * The theme of these needs was chosen. Those withdrawn meanwhile are passed over.
   *
   * @return those that were taken up
   */
  public List<Long> takenUp(Collection<Long> needs, long theme, String themeTitle) {
    var moved = new ArrayList<Long>();
    for (var id : needs.stream().sorted().distinct().toList()) {
      var need = rows.hold(id).orElseThrow(() -> new NotFound("need", id));
      if (NeedStatus.LIFE.allows(need.status(), NeedEvent.TAKE_UP)) {
        carryOut(need, NeedEvent.TAKE_UP, themeTitle, actor());
        events.publishEvent(
            new NeedTakenUp(id, need.title(), need.organization(), theme, themeTitle));
        moved.add(id);
      }
    }
    return moved;
  }

  /** The talk on the need's theme, or what followed from it, answers the need. */
  public void answer(long id, String answer) {
    var need = rows.hold(id).orElseThrow(() -> new NotFound("need", id));
    carryOut(need, NeedEvent.ANSWER, answer, actor());
    events.publishEvent(new NeedAnswered(id, need.title(), need.organization(), answer));
  }

  // --- who may do what ---

  /** What the person may do with the need as it stands. */
  public Permitted permitted(Need need, SignedIn me) {
    var events = NeedStatus.LIFE.events(need.status());
    events.removeIf(event -> !permitted(event, need, me));
    return new Permitted(
        events,
        editable(need, me),
        need.status().restatable() && owns(need, me),
        supportable(need, me));
  }

  private static boolean editable(Need need, SignedIn me) {
    return (owns(need, me) && need.status().openToOrganization())
        || (manages(need, me) && need.status().openToBureau());
  }

  private static boolean supportable(Need need, SignedIn me) {
    return me.is(Role.REPRESENTATIVE)
        && me.organization().filter(own -> own != need.organization()).isPresent()
        && need.status().open();
  }

  private static boolean permitted(NeedEvent event, Need need, SignedIn me) {
    return event.byOrganization() ? owns(need, me) : manages(need, me);
  }

  private static boolean owns(Need need, SignedIn me) {
    return me.is(Role.ORGANIZER)
        ? need.createdBy() == me.id()
        : me.is(Role.REPRESENTATIVE)
            && me.organization().filter(own -> own == need.organization()).isPresent();
  }

  private static boolean manages(Need need, SignedIn me) {
    return me.is(Role.ORGANIZER)
        && me.scope() instanceof Scope.Region(var prefix)
        && need.region().startsWith(prefix);
  }

  private long add(NeedDraft draft, long organization, boolean sample, SignedIn me) {
    var id = rows.add(organization, draft, sample, me.id() == 0 ? null : me.id(), clock.instant());
    audit.changed("create", "need", id, null, draft);
    return id;
  }

  private void accept(Need need, SignedIn me) {
    move(need, NeedEvent.ACCEPT, "", me);
    notices.toAccounts(
        accounts.representativesOf(need.organization()).stream().map(Account::id).toList(),
        new Message("need.notice.accepted", List.of(need.title()), "/needs/" + need.id()));
    events.publishEvent(
        new NeedAccepted(need.id(), need.title(), published(need), need.organization()));
  }

  private void move(Need need, NeedEvent event, String reason, SignedIn me) {
    if (!permitted(event, need, me)) {
      throw forbidden();
    }
    carryOut(need, event, reason, me.name());
  }

  private void carryOut(Need need, NeedEvent event, String reason, String actor) {
    var next = NeedStatus.LIFE.next(need.status(), event);
    rows.move(need, event, next, reason, actor, clock.instant());
    audit.changed(
        event == NeedEvent.TAKE_UP ? "takeUp" : event.name().toLowerCase(Locale.ROOT),
        "need",
        need.id(),
        Map.of("status", need.status()),
        Map.of("status", next, "reason", reason));
  }

  private Need hold(long id, SignedIn me) {
    return rows.find(me.scope(), me.id(), id)
        .flatMap(seen -> rows.hold(id))
        .orElseThrow(() -> new NotFound("need", id));
  }

  /** Who a consequence is put down to: whoever caused it, or the platform itself. */
  private static String actor() {
    return SignedIn.current().map(SignedIn::name).orElse("system");
  }

  private static boolean published(Need need) {
    return need.visibility() == Visibility.PUBLIC;
  }

  private static NeedDraft draftOf(Need need) {
    return new NeedDraft(
        need.direction(),
        need.title(),
        need.text(),
        need.kind(),
        need.field(),
        need.region(),
        need.place(),
        need.from(),
        need.until(),
        need.quantity(),
        need.unit(),
        need.visibility());
  }

  private static AccessDeniedException forbidden() {
    return new AccessDeniedException("not for this person to do");
  }
}
