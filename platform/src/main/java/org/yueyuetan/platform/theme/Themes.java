package org.yueyuetan.platform.theme;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.engine.theme.Rule;
import org.yueyuetan.platform.account.Account;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.need.NeedAnswered;
import org.yueyuetan.platform.need.NeedDeclined;
import org.yueyuetan.platform.need.NeedReleased;
import org.yueyuetan.platform.need.NeedTakenUp;
import org.yueyuetan.platform.need.NeedText;
import org.yueyuetan.platform.need.NeedWithdrawn;
import org.yueyuetan.platform.need.Needs;
import org.yueyuetan.platform.notice.Message;
import org.yueyuetan.platform.notice.Notices;
import org.yueyuetan.platform.organization.Organizations;

/**
 * Designs the month's theme: gathers needs into candidates, puts them to the organizations, chooses
 * one.
 */
@Service
@Transactional
public class Themes {

  /** Rules look back on all months there are. */
  private static final YearMonth BEGINNING = YearMonth.of(2000, 1);

  private final ThemeRows rows;
  private final Choices choices;
  private final Needs needs;
  private final Organizations organizations;
  private final Settings settings;
  private final Accounts accounts;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Themes(
      ThemeRows rows,
      Choices choices,
      Needs needs,
      Organizations organizations,
      Settings settings,
      Accounts accounts,
      Notices notices,
      Audit audit,
      Clock clock,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.choices = choices;
    this.needs = needs;
    this.organizations = organizations;
    this.settings = settings;
    this.accounts = accounts;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  // --- reading ---

  @Transactional(readOnly = true)
  public Optional<Theme> find(long id) {
    return rows.find(id);
  }

  /** The theme of a month, once it is chosen. */
  @Transactional(readOnly = true)
  public Optional<Theme> chosen(YearMonth month) {
    return rows.themes(month, month).stream()
        .filter(t -> t.status() == ThemeStatus.CHOSEN)
        .findFirst();
  }

  /** Chosen themes, latest month first. */
  @Transactional(readOnly = true)
  public List<Theme> chosen(YearMonth first, YearMonth last) {
    return rows.themes(first, last).stream()
        .filter(t -> t.status() == ThemeStatus.CHOSEN)
        .toList()
        .reversed();
  }

  /** What stands, or stood, to choice in a month, in order. */
  @Transactional(readOnly = true)
  public List<Theme> candidates(YearMonth month) {
    return rows.themes(month, month);
  }

  @Transactional(readOnly = true)
  public List<Long> needsOf(long theme) {
    return rows.needsOf(theme);
  }

  @Transactional(readOnly = true)
  public MonthState state(YearMonth month) {
    return state(
        month,
        rows.month(month),
        rows.themes(month, month),
        rows.voters(month, month).getOrDefault(month, 0));
  }

  /** The twelve months of a year. */
  @Transactional(readOnly = true)
  public List<MonthState> year(int year) {
    var first = YearMonth.of(year, 1);
    var last = YearMonth.of(year, 12);
    var known =
        rows.months(first, last).stream()
            .collect(Collectors.toMap(ThemeRows.Month::month, Function.identity()));
    var themes = rows.themes(first, last).stream().collect(Collectors.groupingBy(Theme::month));
    var voters = rows.voters(first, last);
    return IntStream.rangeClosed(1, 12)
        .mapToObj(m -> YearMonth.of(year, m))
        .map(month ->
            state(
                month,
                Optional.ofNullable(known.get(month)),
                themes.getOrDefault(month, List.of()),
                voters.getOrDefault(month, 0)))
        .toList();
  }

  /** Needs that are in candidates of the month already. */
  @Transactional(readOnly = true)
  public Set<Long> gathered(YearMonth month) {
    return rows.gathered(month);
  }

  @Transactional(readOnly = true)
  public Set<Long> approvedBy(YearMonth month, long organization) {
    return rows.approvedBy(month, organization);
  }

  /** What the rule proposes for a month as it stands; empty as long as nobody approved anything. */
  @Transactional(readOnly = true)
  public Optional<Proposal> proposal(YearMonth month) {
    return propose(rule(), ballot(month));
  }

  /** The rule by which the next theme is proposed. */
  public Rule rule() {
    return Rule.named(settings.get(Setting.THEME_RULE));
  }

  /** Whether a choice, counted again from what was kept of it, comes out the same. */
  @Transactional(readOnly = true)
  public boolean sameAgain(Choice choice) {
    return propose(Rule.named(choice.rule()), choice.ballot())
            .map(Proposal::result)
            .equals(choice.proposal().map(Proposal::result))
        && Counting.byRule(choice.ballot()).equals(choice.byRule());
  }

  /** How often it was an organization's turn in a year. */
  @Transactional(readOnly = true)
  public Turns turns(long organization, int year) {
    return Turns.of(rows.turns(organization, YearMonth.of(year, 1), YearMonth.of(year, 12)));
  }

  /** The months of a year that were decided, as rules look back on them. */
  @Transactional(readOnly = true)
  public List<Ballot.Round> rounds(int year) {
    var first = YearMonth.of(year, 1);
    var last = YearMonth.of(year, 12);
    return choices.rounds(first, last, rows.votes(first, last));
  }

  @Transactional(readOnly = true)
  public Optional<Choice> choice(YearMonth month) {
    return choices.find(month);
  }

  /**
   * Whether the person may put candidates to the organizations and choose: staff of the bureau
   * itself. Staff of a county gather what their county needs.
   */
  public boolean decides(SignedIn me) {
    return me.is(Role.ORGANIZER) && reachesAll(me);
  }

  /** Whether the person may know which organization answered what: who answers for all of them. */
  public boolean seesVoters(SignedIn me) {
    return (me.is(Role.ORGANIZER) || me.is(Role.AUDITOR)) && reachesAll(me);
  }

  private boolean reachesAll(SignedIn me) {
    return me.scope() instanceof Scope.Region(var prefix)
        && settings.get(Setting.HOME_REGION).startsWith(prefix);
  }

  void requireDecides(SignedIn me) {
    if (!decides(me)) {
      throw forbidden();
    }
  }

  // --- gathering ---

  /** A new candidate out of accepted needs. */
  public long gather(YearMonth month, ThemeDraft draft, Collection<Long> needIds, SignedIn me) {
    holdGathering(month, me);
    checkFree(month, needIds, me);
    var id = rows.add(month, draft, clock.instant());
    rows.addNeeds(id, needIds);
    rows.touchMonth(month);
    audit.changed("create", "theme", id, null, Map.of("theme", draft, "needs", sorted(needIds)));
    return id;
  }

  /** Adds accepted needs to a candidate. */
  public void add(long id, Collection<Long> needIds, SignedIn me) {
    var theme = holdCandidate(id, me);
    checkFree(theme.month(), needIds, me);
    rows.addNeeds(id, needIds);
    changed(theme);
    audit.changed("add", "theme", id, null, Map.of("needs", sorted(needIds)));
  }

  /** Remembers that needs of the same group were not wanted in a candidate. */
  public void leaveOut(long id, Collection<Long> needIds, SignedIn me) {
    holdCandidate(id, me);
    rows.remember(id, needIds);
  }

  /** Takes needs out of a candidate: they are free again. */
  public void remove(long id, Collection<Long> needIds, int version, SignedIn me) {
    var theme = holdCandidate(id, version, me);
    rows.removeNeeds(id, needIds);
    rows.remember(id, needIds);
    changed(theme);
    audit.changed("remove", "theme", id, Map.of("needs", sorted(needIds)), null);
  }

  public void change(long id, ThemeDraft draft, int version, SignedIn me) {
    var theme = holdCandidate(id, version, me);
    rows.change(id, draft, version);
    rows.touchMonth(theme.month());
    audit.changed(
        "change",
        "theme",
        id,
        new ThemeDraft(theme.title(), theme.question(), theme.field()),
        draft);
  }

  /** Some needs of a candidate become one of their own. */
  public long split(long id, Collection<Long> needIds, ThemeDraft draft, int version, SignedIn me) {
    var theme = holdCandidate(id, version, me);
    var moved = rows.needsOf(id).stream().filter(new HashSet<>(needIds)::contains).toList();
    rows.removeNeeds(id, moved);
    var fresh = rows.add(theme.month(), draft, clock.instant());
    rows.addNeeds(fresh, moved);
    changed(theme);
    audit.changed("split", "theme", id, Map.of("needs", moved), Map.of("theme", fresh));
    audit.changed("create", "theme", fresh, null, Map.of("theme", draft, "needs", moved));
    return fresh;
  }

  /** A candidate goes into another, with its needs and approvals. */
  public void merge(long id, long into, int version, SignedIn me) {
    var theme = holdCandidate(id, version, me);
    var target = holdCandidate(into, me);
    if (id == into || !target.month().equals(theme.month())) {
      throw new NotFound("theme", into);
    }
    rows.addNeeds(into, rows.needsOf(id));
    rows.removeAllNeeds(id);
    rows.moveApprovals(id, into);
    rows.end(id, ThemeStatus.MERGED, Optional.of(into));
    changed(target);
    audit.changed("merge", "theme", id, null, Map.of("into", into));
  }

  /** Gives a candidate up. */
  public void drop(long id, int version, SignedIn me) {
    var theme = holdCandidate(id, version, me);
    var freed = rows.needsOf(id);
    rows.removeAllNeeds(id);
    rows.removeApprovals(id);
    rows.end(id, ThemeStatus.DROPPED, Optional.empty());
    rows.touchMonth(theme.month());
    audit.changed("drop", "theme", id, Map.of("title", theme.title(), "needs", freed), null);
  }

  /** A need that is off the table leaves its candidates, those of other months too. */
  @EventListener
  void on(NeedWithdrawn event) {
    forget(event.need());
  }

  @EventListener
  void on(NeedDeclined event) {
    forget(event.need());
  }

  @EventListener
  void on(NeedAnswered event) {
    forget(event.need());
  }

  @EventListener
  void on(NeedTakenUp event) {
    forget(event.need());
  }

  @EventListener
  void on(NeedReleased event) {
    rows.releaseFromChosen(event.need());
  }

  // --- approval ---

  /**
   * Puts the candidates to the organizations until a day, that day included, and tells their
   * representatives. May be done again before the choice: for longer, or once more.
   */
  public void open(YearMonth month, LocalDate until, int version, SignedIn me) {
    var event =
        status(rows.hold(month)) == MonthStatus.GATHERING ? MonthEvent.OPEN : MonthEvent.REOPEN;
    move(month, event, Optional.of(until), version, me);
    announce(month, until);
  }

  /** Ends approval before its last day. */
  public void close(YearMonth month, int version, SignedIn me) {
    move(month, MonthEvent.CLOSE, rows.hold(month).closesOn(), version, me);
  }

  public void gatherAgain(YearMonth month, int version, SignedIn me) {
    move(month, MonthEvent.GATHER_AGAIN, Optional.empty(), version, me);
  }

  /** What an organization approves, as a whole: it may be changed until the last day. */
  public void approve(YearMonth month, Collection<Long> themes, SignedIn me) {
    var organization = organization(me);
    if (status(rows.hold(month)) != MonthStatus.APPROVAL) {
      throw new ApprovalOver(month);
    }
    var candidates = candidates(month).stream().map(Theme::id).collect(Collectors.toSet());
    for (var theme : themes) {
      if (!candidates.contains(theme)) {
        throw new NotFound("theme", theme);
      }
    }
    var before = sorted(rows.approvedBy(month, organization));
    rows.approve(month, themes, organization, me.id(), clock.instant());
    audit.changed(
        "approve",
        "theme-month",
        month,
        Map.of("organization", organization, "themes", before),
        Map.of("organization", organization, "themes", sorted(themes)));
  }

  // --- choice ---

  /**
   * Decides the month's theme.
   *
   * @param reason why; must be given when another than the proposed theme is chosen
   */
  public Choice choose(YearMonth month, long themeId, String reason, int version, SignedIn me) {
    var before = holdSeen(month, version, me);
    var next = MonthStatus.LIFE.next(status(before), MonthEvent.CHOOSE);
    var candidates = candidates(month);
    var theme =
        candidates.stream()
            .filter(t -> t.id() == themeId)
            .findFirst()
            .orElseThrow(() -> new NotFound("theme", themeId));
    var ballot = ballot(month);
    var rule = rule();
    var proposal = propose(rule, ballot);
    if (!proposal.map(Proposal::theme).equals(Optional.of(themeId)) && reason.isBlank()) {
      throw new IllegalArgumentException("another than the proposed theme needs a reason");
    }
    var covered = rows.needsOf(themeId);
    var passedOver =
        rows.gathered(month).stream().filter(need -> !covered.contains(need)).sorted().toList();
    var uncovered =
        needs.accepted(me.scope(), Set.copyOf(covered)).stream().map(NeedText::id).toList();
    var choice =
        new Choice(
            month,
            themeId,
            rule.key(),
            ballot,
            proposal,
            Counting.byRule(ballot),
            reason,
            uncovered,
            me.name(),
            clock.instant());
    choices.add(choice);
    rows.end(themeId, ThemeStatus.CHOSEN, Optional.empty());
    rows.endOthers(month, themeId);
    rows.moveMonth(month, next, before.closesOn());
    audit.changed(
        "choose",
        "theme-month",
        month,
        null,
        Map.of(
            "theme",
            themeId,
            "rule",
            rule.key(),
            "proposed",
            proposal.map(p -> String.valueOf(p.theme())).orElse(""),
            "reason",
            reason));
    var takenUp = needs.takenUp(covered, themeId, theme.title());
    events.publishEvent(new ThemeChosen(themeId, theme.title(), month, takenUp, passedOver));
    return choice;
  }

  // --- how ---

  private Optional<Proposal> propose(Rule rule, Ballot ballot) {
    var voters = new HashSet<Long>();
    ballot.votes().forEach(vote -> voters.add(vote.organization()));
    var names = organizations.names(voters);
    return Counting.propose(rule, ballot, id -> names.getOrDefault(id, String.valueOf(id)));
  }

  private Ballot ballot(YearMonth month) {
    var votes = rows.votes(BEGINNING, month);
    return new Ballot(
        month,
        month.toString(),
        candidates(month).stream().map(t -> new Ballot.Candidate(t.id(), t.title())).toList(),
        votes.getOrDefault(month, List.of()),
        choices.rounds(BEGINNING, month.minusMonths(1), votes));
  }

  private void announce(YearMonth month, LocalDate until) {
    var representatives =
        accounts.holding(Role.REPRESENTATIVE).stream()
            .filter(a -> a.organizationId().isPresent())
            .map(Account::id)
            .toList();
    notices.toAccounts(
        representatives,
        new Message(
            "theme.notice.open",
            List.of(
                String.valueOf(month.getMonthValue()),
                String.valueOf(until.getMonthValue()),
                String.valueOf(until.getDayOfMonth())),
            "/themes/" + month + "/approve"));
  }

  private void move(
      YearMonth month, MonthEvent event, Optional<LocalDate> closesOn, int version, SignedIn me) {
    var before = holdSeen(month, version, me);
    var next = MonthStatus.LIFE.next(status(before), event);
    rows.moveMonth(month, next, closesOn);
    audit.changed(
        switch (event) {
          case OPEN -> "openApproval";
          case GATHER_AGAIN -> "gatherAgain";
          case REOPEN, CLOSE, CHOOSE -> event.name().toLowerCase(Locale.ROOT);
        },
        "theme-month",
        month,
        Map.of("status", status(before)),
        Map.of("status", next, "closesOn", closesOn.map(LocalDate::toString).orElse("")));
  }

  private void forget(long need) {
    for (var id : rows.candidatesWith(need)) {
      var theme = rows.find(id).orElseThrow(() -> new NotFound("theme", id));
      rows.hold(theme.month());
      rows.removeNeeds(id, List.of(need));
      changed(theme);
      audit.changed("remove", "theme", id, Map.of("needs", List.of(need)), null);
    }
  }

  private void changed(Theme theme) {
    rows.touch(theme.id());
    rows.touchMonth(theme.month());
  }

  /** All of the needs must be accepted, within sight, and in no candidate of the month yet. */
  private void checkFree(YearMonth month, Collection<Long> needIds, SignedIn me) {
    var taken = rows.gathered(month);
    var accepted = needs.holdAccepted(me.scope(), needIds);
    var gone = needIds.stream().filter(n -> taken.contains(n) || !accepted.contains(n)).findFirst();
    if (gone.isPresent()) {
      throw new EditedElsewhere("need", gone.get());
    }
  }

  private ThemeRows.Month holdGathering(YearMonth month, SignedIn me) {
    if (!me.is(Role.ORGANIZER)) {
      throw forbidden();
    }
    var held = rows.hold(month);
    if (status(held) != MonthStatus.GATHERING) {
      throw new EditedElsewhere("theme-month", month.getYear() * 100L + month.getMonthValue());
    }
    return held;
  }

  private ThemeRows.Month holdSeen(YearMonth month, int version, SignedIn me) {
    requireDecides(me);
    var held = rows.hold(month);
    if (held.version() != version) {
      throw new EditedElsewhere("theme-month", month.getYear() * 100L + month.getMonthValue());
    }
    return held;
  }

  /** The candidate as it stands, its month held and still gathering. */
  private Theme holdCandidate(long id, SignedIn me) {
    var seen = rows.find(id).orElseThrow(() -> new NotFound("theme", id));
    holdGathering(seen.month(), me);
    var theme = rows.find(id).orElseThrow(() -> new NotFound("theme", id));
    if (theme.status() != ThemeStatus.CANDIDATE) {
      throw new EditedElsewhere("theme", id);
    }
    return theme;
  }

  private Theme holdCandidate(long id, int version, SignedIn me) {
    var theme = holdCandidate(id, me);
    if (theme.version() != version) {
      throw new EditedElsewhere("theme", id);
    }
    return theme;
  }

  private MonthState state(
      YearMonth month, Optional<ThemeRows.Month> stored, List<Theme> themes, int voters) {
    return new MonthState(
        month,
        stored.map(this::status).orElse(MonthStatus.GATHERING),
        stored.flatMap(ThemeRows.Month::closesOn),
        themes.size(),
        themes.stream().mapToInt(Theme::needs).sum(),
        voters,
        themes.stream().filter(t -> t.status() == ThemeStatus.CHOSEN).findFirst(),
        stored.map(ThemeRows.Month::version).orElse(0));
  }

  /** Approval ends by itself when its last day is over. */
  private MonthStatus status(ThemeRows.Month month) {
    var over = month.closesOn().filter(LocalDate.now(clock)::isAfter).isPresent();
    return month.status() == MonthStatus.APPROVAL && over ? MonthStatus.CLOSED : month.status();
  }

  private static long organization(SignedIn me) {
    @Nullable Long organization = me.organizationId();
    if (!me.is(Role.REPRESENTATIVE) || organization == null) {
      throw forbidden();
    }
    return organization;
  }

  private static List<Long> sorted(Collection<Long> ids) {
    return ids.stream().sorted().distinct().toList();
  }

  private static AccessDeniedException forbidden() {
    return new AccessDeniedException("not for this person to do");
  }
}
