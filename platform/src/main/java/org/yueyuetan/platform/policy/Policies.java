package org.yueyuetan.platform.policy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
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
import org.yueyuetan.platform.notice.Message;
import org.yueyuetan.platform.notice.Notices;
import org.yueyuetan.platform.region.Region;
import org.yueyuetan.platform.region.Regions;
import org.yueyuetan.platform.talk.Talks;

/**
 * Documents on their way: read, drafted, put to organizations for comments. {@link Issuance} goes
 * on.
 */
@Service
@Transactional
public class Policies {

  /** What the code of minutes ends with. */
  static final String MINUTES = "纪";

  private final PolicyTable table;
  private final Desk desk;
  private final Clauses clauses;
  private final Sources sources;
  private final Comments comments;
  private final DocumentNumbers numbers;
  private final Receipts receipts;
  private final MinutesOfTalk minutes;
  private final Talks talks;
  private final Accounts accounts;
  private final Notices notices;
  private final Settings settings;
  private final Regions regions;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Policies(
      PolicyTable table,
      Desk desk,
      Clauses clauses,
      Sources sources,
      Comments comments,
      DocumentNumbers numbers,
      Receipts receipts,
      MinutesOfTalk minutes,
      Talks talks,
      Accounts accounts,
      Notices notices,
      Settings settings,
      Regions regions,
      Audit audit,
      ApplicationEventPublisher events) {
    this.table = table;
    this.desk = desk;
    this.clauses = clauses;
    this.sources = sources;
    this.comments = comments;
    this.numbers = numbers;
    this.receipts = receipts;
    this.minutes = minutes;
    this.talks = talks;
    this.accounts = accounts;
    this.notices = notices;
    this.settings = settings;
    this.regions = regions;
    this.audit = audit;
    this.events = events;
  }

  // --- reading ---

  /**
   * How far a person sees among documents: drafts and what is not disclosed are for bureau staff
   * and auditors of the region; a department reads what everyone reads.
   */
  public static Scope reach(SignedIn me) {
    return me.scope() instanceof Scope.Region && !me.is(Role.ORGANIZER) && !me.is(Role.AUDITOR)
        ? Scope.PUBLISHED
        : me.scope();
  }

  @Transactional(readOnly = true)
  public Optional<Policy> find(Scope scope, long id) {
    return table.find(scope, id);
  }

  /** Newest first; {@code after} is the last id of the page before. */
  @Transactional(readOnly = true)
  public List<PolicyLine> list(Scope scope, Filter filter, Optional<Long> after, int limit) {
    return table.list(scope, filter, after, limit);
  }

  /** Drafts that the organization is asked to comment on, the latest first. */
  @Transactional(readOnly = true)
  public List<PolicyLine> asked(SignedIn me, int limit) {
    return table.list(
        me.scope(), Filter.ISSUED.in(Filter.State.COMMENTING), Optional.empty(), limit);
  }

  /** How many documents each part of the list holds. */
  @Transactional(readOnly = true)
  public Map<Filter.State, Integer> counts(Scope scope, Filter filter) {
    return table.counts(scope, filter);
  }

  @Transactional(readOnly = true)
  public List<Integer> years(Scope scope) {
    return table.years(scope);
  }

  /**
   * The latest issued documents in which the words stand, or that bear the number; none that was
   * withdrawn.
   */
  @Transactional(readOnly = true)
  public List<PolicyLine> matching(Scope scope, String query, int limit) {
    return table.matching(scope, Filter.ISSUED.asking(query), limit);
  }

  /** Documents that an answer to an opinion may cite: those that hold, the latest first. */
  @Transactional(readOnly = true)
  public List<PolicyLine> citable(Scope scope, String query, int limit) {
    return table.citable(scope, Filter.ISSUED.asking(query), limit);
  }

  /** Those of these documents that the person may see. */
  @Transactional(readOnly = true)
  public List<PolicyLine> lines(Scope scope, Collection<Long> ids) {
    return table.lines(scope, ids);
  }

  /** Where these opinions were taken up, as far as the person may see the documents. */
  @Transactional(readOnly = true)
  public List<Citation> citing(Scope scope, Collection<Long> opinions) {
    return sources.citing(scope, opinions);
  }

  /** Documents that came out of a talk. */
  @Transactional(readOnly = true)
  public List<PolicyLine> ofTalk(Scope scope, long talk) {
    return table.ofTalk(scope, talk);
  }

  @Transactional(readOnly = true)
  public List<PolicyMove> history(Policy policy) {
    return table.history(policy.id());
  }

  /** Who issues the documents of a region. */
  public String publisher(String region) {
    return region.equals(settings.get(Setting.HOME_REGION))
        ? settings.get(Setting.BUREAU_NAME)
        : regions.find(region).map(Region::name).orElse("") + "民政局";
  }

  /** The code that numbers of a region usually begin with; empty when there is none yet. */
  @Transactional(readOnly = true)
  public String usualCode(Policy policy) {
    var standard =
        policy.region().equals(settings.get(Setting.HOME_REGION))
            ? settings.get(Setting.DOCUMENT_CODE)
            : numbers.codes(new Scope.Region(Regions.prefix(policy.region()))).stream()
                .findFirst()
                .orElse("");
    return policy.genre() == Genre.MINUTES && !standard.isEmpty() ? standard + MINUTES : standard;
  }

  /** What the person may do with the document as it stands. */
  public Set<PolicyEvent> permitted(Policy policy, SignedIn me) {
    return desk.mayRun(me, policy) ? PolicyStatus.LIFE.events(policy.status()) : Set.of();
  }

  public boolean mayRun(Policy policy, SignedIn me) {
    return desk.mayRun(me, policy);
  }

  /** Whether the person may read how it came about: drafts, all comments, history. */
  public boolean mayReadAll(Policy policy, SignedIn me) {
    return desk.mayReadAll(me, policy);
  }

  // --- drafting ---

  /** Begins a document of the person's region; minutes begin with what the talk has on record. */
  public long create(PolicyDraft draft, SignedIn me) {
    return create(draft, false, me);
  }

  /** As {@link #create(PolicyDraft, SignedIn)}, marked as a sample. */
  public long createSample(PolicyDraft draft, SignedIn me) {
    return create(draft, true, me);
  }

  private long create(PolicyDraft draft, boolean sample, SignedIn me) {
    var region = region(me);
    requireTalks(draft, region, me);
    var id = add(draft, region, Optional.empty(), sample, me);
    if (draft.genre() == Genre.MINUTES) {
      clauses.paste(id, minutes.clauses(draft.talks().getFirst(), me), me);
    }
    return id;
  }

  /**
   * Changes what is said of the document apart from its clauses.
   *
   * @param version of the document that the person was looking at
   */
  public void change(long id, PolicyDraft draft, int version, SignedIn me) {
    var before = desk.editable(id, me);
    requireTalks(draft, before.region(), me);
    if (!table.change(id, draft, version)) {
      throw new EditedElsewhere("policy", id);
    }
    audit.changed("change", "policy", id, told(before), draft);
  }

  /**
   * A new version of a document that was issued: a draft that begins with its text.
   *
   * @throws NotReady when there is one under way
   */
  public long revise(long id, SignedIn me) {
    var policy = desk.hold(id, me);
    if (!policy.issued() || policy.status() == PolicyStatus.WITHDRAWN) {
      PolicyStatus.LIFE.next(policy.status(), PolicyEvent.REPEAL);
    }
    if (table.revising(id)) {
      throw new NotReady(List.of("policy.fault.revising"));
    }
    var anew = add(told(policy), policy.region(), Optional.of(id), policy.sample(), me);
    clauses.copy(id, anew, me);
    sources.copy(id, anew);
    return anew;
  }

  private long add(
      PolicyDraft draft, String region, Optional<Long> predecessor, boolean sample, SignedIn me) {
    var id = table.add(draft, region, predecessor, me.name(), me.id(), sample);
    table.move(id, PolicyEvent.CREATE, PolicyStatus.DRAFT, "", me.name());
    audit.changed("create", "policy", id, null, draft);
    return id;
  }

  // --- comments ---

  /** Asks organizations for their comments up to a last day, and tells those who speak for them. */
  public void openComments(long id, Policy.CommentRound round, SignedIn me) {
    var policy = desk.hold(id, me);
    if (clauses.of(id).isEmpty()) {
      throw new IllegalArgumentException("policy " + id + " has no text yet");
    }
    table.asked(id, round);
    desk.move(policy, PolicyEvent.OPEN_COMMENTS, "", me.name());
    notices.toAccounts(
        speakers(comments.reached(id)),
        new Message(
            "policy.notice.comments",
            List.of(policy.title(), round.until().toString()),
            "/policies/" + id));
  }

  public void closeComments(long id, SignedIn me) {
    desk.move(desk.hold(id, me), PolicyEvent.CLOSE_COMMENTS, "", me.name());
  }

  /** Rounds of comments whose last day has passed end by themselves; the bureau is told. */
  int endRounds() {
    var ended = 0;
    for (var id : table.overdueRounds()) {
      var policy = table.hold(id).orElseThrow();
      if (policy.status() != PolicyStatus.COMMENTING) {
        continue;
      }
      ended++;
      desk.move(policy, PolicyEvent.CLOSE_COMMENTS, "", "system");
      notices.toAccounts(
          receipts.staff(policy.region()),
          new Message(
              "policy.notice.roundEnded",
              List.of(policy.title(), String.valueOf(comments.unanswered(id))),
              "/policies/" + id + "/comments"));
    }
    return ended;
  }

  // --- jobs ---

  /** Ends rounds of comments whose last day has passed, and tells of trials that end soon. */
  public void remind() {
    endRounds();
    tellOfReviews();
  }

  /** Tells the bureau of documents whose trial ends soon, each once. */
  int tellOfReviews() {
    var due = table.claimReviews();
    for (var policy : due) {
      var last = policy.expiresOn().orElseThrow();
      notices.toAccounts(
          receipts.staff(policy.region()),
          new Message(
              "policy.notice.review",
              List.of(policy.title(), policy.number(), last.toString()),
              "/policies/" + policy.id()));
      events.publishEvent(new PolicyReviewDue(policy.id(), policy.title(), last));
    }
    return due.size();
  }

  // --- rules ---

  /** A document takes up opinions of talks of its own region, or below it. */
  private void requireTalks(PolicyDraft draft, String region, SignedIn me) {
    for (var talk : draft.talks()) {
      var ours =
          talks
              .find(me.scope(), talk)
              .filter(found -> found.regionCode().startsWith(Regions.prefix(region)));
      if (ours.isEmpty()) {
        throw new NotFound("talk", talk);
      }
    }
    if (draft.genre() == Genre.MINUTES && draft.talks().size() != 1) {
      throw new NotFound("talk of the minutes", draft.talks());
    }
  }

  private List<Long> speakers(Collection<Long> organizations) {
    return organizations.isEmpty()
        ? List.of()
        : accounts.representativesOf(organizations).stream().map(Account::id).toList();
  }

  private static String region(SignedIn me) {
    if (me.scope() instanceof Scope.Region(var prefix)) {
      return (prefix + "000000000000").substring(0, 12);
    }
    throw new AccessDeniedException("not for this person to do");
  }

  private static PolicyDraft told(Policy policy) {
    return new PolicyDraft(
        policy.genre(),
        policy.title(),
        policy.addressee(),
        policy.copies(),
        policy.cover(),
        policy.attendance(),
        policy.disclosure(),
        policy.expiresOn(),
        policy.talks());
  }
}
