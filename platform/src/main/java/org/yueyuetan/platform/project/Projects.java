package org.yueyuetan.platform.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.yueyuetan.platform.need.Direction;
import org.yueyuetan.platform.need.Need;
import org.yueyuetan.platform.need.NeedStatus;
import org.yueyuetan.platform.need.Needs;
import org.yueyuetan.platform.notice.Message;
import org.yueyuetan.platform.notice.Notices;
import org.yueyuetan.platform.talk.Talks;

/** What people do with projects: write down, hand in, establish, decline, end. */
@Service
@Transactional
public class Projects {

  private final ProjectTable table;
  private final ProjectNumbers numbers;
  private final Needs needs;
  private final Talks talks;
  private final Accounts accounts;
  private final Notices notices;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Projects(
      ProjectTable table,
      ProjectNumbers numbers,
      Needs needs,
      Talks talks,
      Accounts accounts,
      Notices notices,
      Audit audit,
      ApplicationEventPublisher events) {
    this.table = table;
    this.numbers = numbers;
    this.needs = needs;
    this.talks = talks;
    this.accounts = accounts;
    this.notices = notices;
    this.audit = audit;
    this.events = events;
  }

  // --- reading ---

  @Transactional(readOnly = true)
  public Optional<Project> find(Scope scope, long id) {
    return table.find(scope, 0, id);
  }

  /** As {@link #find(Scope, long)}, with the drafts that the person wrote for an organization. */
  @Transactional(readOnly = true)
  public Optional<Project> find(SignedIn me, long id) {
    return table.find(me.scope(), me.id(), id);
  }

  /** Newest first; {@code after} is the last id of the page before. */
  @Transactional(readOnly = true)
  public List<ProjectLine> list(SignedIn me, Filter filter, Optional<Long> after, int limit) {
    return table.list(me.scope(), me.id(), filter, after, limit);
  }

  /** Those whose organizations are in use, newest first. */
  @Transactional(readOnly = true)
  public List<Project> running(SignedIn me, int limit) {
    return table.running(me.scope(), me.id(), limit);
  }

  /** Whole projects, newest first: for an export. */
  @Transactional(readOnly = true)
  public List<Project> page(SignedIn me, Filter filter, Optional<Long> after, int limit) {
    return table.page(me.scope(), me.id(), filter, after, limit);
  }

  /** How many projects a list would show, by status. */
  @Transactional(readOnly = true)
  public Map<ProjectStatus, Integer> counts(SignedIn me, Filter filter) {
    return table.counts(me.scope(), me.id(), filter);
  }

  /** Years in which something was established that the person may see, newest first. */
  @Transactional(readOnly = true)
  public List<Integer> years(SignedIn me) {
    return table.years(me.scope(), me.id());
  }

  @Transactional(readOnly = true)
  public List<ProjectLine> ofNeed(SignedIn me, long need) {
    return table.ofNeed(me.scope(), me.id(), need);
  }

  /** Projects that were established at a talk. */
  @Transactional(readOnly = true)
  public List<ProjectLine> ofTalk(SignedIn me, long talk) {
    return table.ofTalk(me.scope(), me.id(), talk);
  }

  /** What a project needs, in the order in which it was written down. */
  @Transactional(readOnly = true)
  public List<Item> items(Project project) {
    return table.items(List.of(project.id())).getOrDefault(project.id(), List.of());
  }

  /** What these projects need, by project; the caller has checked that they may be seen. */
  @Transactional(readOnly = true)
  public Map<Long, List<Item>> items(Collection<Long> projects) {
    return table.items(projects);
  }

  @Transactional(readOnly = true)
  public List<ProjectMove> history(Project project) {
    return table.history(project.id());
  }

  /** The need that a project grew from, as far as the person may see it. */
  @Transactional(readOnly = true)
  public Optional<Need> origin(Project project, SignedIn me) {
    return project.need().flatMap(need -> needs.find(me, need));
  }

  /** What keeps the project from being handed in or established: keys of the bundle. */
  @Transactional(readOnly = true)
  public List<String> lacking(Project project) {
    var lacking = new ArrayList<String>();
    if (project.goal().isEmpty() || project.beneficiaries().isEmpty()) {
      lacking.add("project.lacking.text");
    }
    if (project.from().isEmpty() || project.until().isEmpty()) {
      lacking.add("project.lacking.term");
    }
    if (items(project).isEmpty()) {
      lacking.add("project.lacking.items");
    }
    if (project.needEnded()) {
      lacking.add("project.lacking.need");
    }
    return lacking;
  }

  // --- the organization ---

  /** Writes a project down for an organization that the person speaks for or runs the desk of. */
  public long state(ProjectDraft draft, long organization, SignedIn me) {
    return add(draft, organization, false, me);
  }

  /**
   * Writes a project down with the first thing that it needs.
   *
   * @param submit whether it is handed in at once
   */
  public long begin(
      ProjectDraft draft,
      Optional<ItemDraft> first,
      long organization,
      boolean submit,
      SignedIn me) {
    var id = state(draft, organization, me);
    var version = 0;
    if (first.isPresent()) {
      addItem(id, first.get(), version++, me);
    }
    if (submit) {
      submit(id, version, me);
    }
    return id;
  }

  /** As {@link #state}, marked as a sample. */
  public long stateSample(ProjectDraft draft, long organization, SignedIn me) {
    return add(draft, organization, true, me);
  }

  /**
   * Changes what is said of a project apart from the things that it needs.
   *
   * @param version of the project that the person was looking at
   * @throws EditedElsewhere when somebody else changed it meanwhile
   */
  public void change(long id, ProjectDraft draft, int version, SignedIn me) {
    var before = editable(id, me);
    if (!draft.need().equals(before.need())) {
      requireOpenNeed(draft, me);
    }
    if (!table.change(id, draft, version)) {
      throw new EditedElsewhere("project", id);
    }
    audit.changed("change", "project", id, told(before), draft);
  }

  /** Adds a thing that the project needs. */
  public long addItem(long id, ItemDraft draft, int version, SignedIn me) {
    touch(editable(id, me), version);
    var item = table.addItem(id, draft);
    audit.changed("addItem", "project", id, null, draft);
    return item;
  }

  public void changeItem(long id, long item, ItemDraft draft, int version, SignedIn me) {
    var project = editable(id, me);
    var before = item(project, item);
    touch(project, version);
    table.changeItem(item, draft);
    audit.changed("changeItem", "project", id, before, draft);
  }

  public void removeItem(long id, long item, int version, SignedIn me) {
    var project = editable(id, me);
    var before = item(project, item);
    touch(project, version);
    table.removeItem(item);
    audit.changed("removeItem", "project", id, before, null);
  }

  /**
   * Hands the project in as the person saw it.
   *
   * @throws NotReady when something is lacking
   */
  public void submit(long id, int version, SignedIn me) {
    var project = seen(id, version, me);
    requireReady(project);
    move(project, ProjectEvent.SUBMIT, "", me);
    events.publishEvent(
        new ProjectSubmitted(id, project.title(), project.organization(), project.need()));
  }

  public void withdraw(long id, SignedIn me) {
    var project = hold(id, me);
    move(project, ProjectEvent.WITHDRAW, "", me);
    events.publishEvent(new ProjectWithdrawn(id, project.title(), project.organization()));
  }

  // --- the bureau ---

  /**
   * Establishes (立项) the project as the person saw it, and gives it the next number of the year.
   *
   * @param talk at which it was established
   * @throws NotReady when something is lacking, e.g. its need was withdrawn meanwhile
   */
  public void establish(long id, Optional<Long> talk, int version, SignedIn me) {
    var project = hold(id, me);
    ProjectStatus.LIFE.next(project.status(), ProjectEvent.ESTABLISH);
    requireSeen(project, version);
    requireReady(project);
    if (talk.isPresent() && talks.find(me.scope(), talk.get()).isEmpty()) {
      throw new NotFound("talk", talk.get());
    }
    if (!permitted(ProjectEvent.ESTABLISH, project, me)) {
      throw forbidden();
    }
    var number = numbers.give();
    carryOut(project, ProjectEvent.ESTABLISH, number, me, number, talk);
    tell(
        project,
        new Message(
            "project.notice.established", List.of(project.title(), number), "/projects/" + id));
    events.publishEvent(
        new ProjectEstablished(
            id, project.title(), number, project.organization(), project.need(), talk));
  }

  /** Sends the project back for changes. */
  public void giveBack(long id, String reason, SignedIn me) {
    var project = hold(id, me);
    move(project, ProjectEvent.RETURN, reason, me);
    tell(
        project,
        new Message(
            "project.notice.returned", List.of(project.title(), reason), "/projects/" + id));
    events.publishEvent(new ProjectReturned(id, project.title(), project.organization(), reason));
  }

  public void decline(long id, String reason, SignedIn me) {
    var project = hold(id, me);
    move(project, ProjectEvent.DECLINE, reason, me);
    tell(
        project,
        new Message(
            "project.notice.declined", List.of(project.title(), reason), "/projects/" + id));
    events.publishEvent(new ProjectDeclined(id, project.title(), project.organization(), reason));
  }

  /** The project did what it set out to do (结项). */
  public void complete(long id, String reason, SignedIn me) {
    close(id, ProjectEvent.COMPLETE, reason, me);
  }

  /** The project ends before that (终止). */
  public void end(long id, String reason, SignedIn me) {
    close(id, ProjectEvent.END, reason, me);
  }

  private void close(long id, ProjectEvent event, String reason, SignedIn me) {
    var project = hold(id, me);
    move(project, event, reason, me);
    var completed = event == ProjectEvent.COMPLETE;
    tell(
        project,
        new Message(
            completed ? "project.notice.completed" : "project.notice.ended",
            List.of(project.title(), reason),
            "/projects/" + id));
    events.publishEvent(
        new ProjectClosed(id, project.title(), project.organization(), completed, reason));
  }

  // --- who may do what ---

  /** What the person may do with the project as it stands. */
  public Permitted permitted(Project project, SignedIn me) {
    var possible = ProjectStatus.LIFE.events(project.status());
    possible.removeIf(event -> !permitted(event, project, me));
    return new Permitted(possible, owns(project, me) && project.status().editable());
  }

  /** Whether the person runs the desk that the project belongs to. */
  public boolean manages(Project project, SignedIn me) {
    return me.is(Role.ORGANIZER)
        && me.scope() instanceof Scope.Region(var prefix)
        && project.region().startsWith(prefix);
  }

  /**
   * Whether a project may grow from the need: it is one, and it was neither refused nor withdrawn.
   */
  public boolean mayGrow(Need need, SignedIn me) {
    return (me.is(Role.REPRESENTATIVE) || me.is(Role.ORGANIZER))
        && need.direction() == Direction.NEED
        && need.status() != NeedStatus.DRAFT
        && need.status() != NeedStatus.DECLINED
        && need.status() != NeedStatus.WITHDRAWN;
  }

  private boolean permitted(ProjectEvent event, Project project, SignedIn me) {
    return event.byOrganization() ? owns(project, me) : manages(project, me);
  }

  private static boolean owns(Project project, SignedIn me) {
    return me.is(Role.ORGANIZER)
        ? project.createdBy() == me.id()
        : me.is(Role.REPRESENTATIVE)
            && me.organization().filter(own -> own == project.organization()).isPresent();
  }

  // --- steps ---

  private long add(ProjectDraft draft, long organization, boolean sample, SignedIn me) {
    requireOpenNeed(draft, me);
    var id = table.add(organization, draft, sample, me.id() == 0 ? null : me.id());
    audit.changed("create", "project", id, null, draft);
    return id;
  }

  private void requireOpenNeed(ProjectDraft draft, SignedIn me) {
    draft
        .need()
        .ifPresent(id -> {
          var need = needs.find(me, id).orElseThrow(() -> new NotFound("need", id));
          if (!mayGrow(need, me)) {
            throw new NotReady(List.of("project.lacking.need"));
          }
        });
  }

  private void requireReady(Project project) {
    var lacking = lacking(project);
    if (!lacking.isEmpty()) {
      throw new NotReady(lacking);
    }
  }

  private static void requireSeen(Project project, int version) {
    if (project.version() != version) {
      throw new EditedElsewhere("project", project.id());
    }
  }

  private Project seen(long id, int version, SignedIn me) {
    var project = hold(id, me);
    requireSeen(project, version);
    return project;
  }

  private void touch(Project project, int version) {
    if (!table.touch(project.id(), version)) {
      throw new EditedElsewhere("project", project.id());
    }
  }

  private Item item(Project project, long id) {
    return items(project).stream()
        .filter(item -> item.id() == id)
        .findFirst()
        .orElseThrow(() -> new NotFound("item", id));
  }

  private Project editable(long id, SignedIn me) {
    var project = hold(id, me);
    if (!owns(project, me)) {
      throw forbidden();
    }
    if (!project.status().editable()) {
      ProjectStatus.LIFE.next(project.status(), ProjectEvent.SUBMIT);
    }
    return project;
  }

  private Project hold(long id, SignedIn me) {
    return table
        .find(me.scope(), me.id(), id)
        .flatMap(seen -> table.hold(id))
        .orElseThrow(() -> new NotFound("project", id));
  }

  private void move(Project project, ProjectEvent event, String reason, SignedIn me) {
    if (!permitted(event, project, me)) {
      throw forbidden();
    }
    carryOut(project, event, reason, me, "", Optional.empty());
  }

  private void carryOut(
      Project project,
      ProjectEvent event,
      String reason,
      SignedIn me,
      String number,
      Optional<Long> talk) {
    var next = ProjectStatus.LIFE.next(project.status(), event);
    table.move(project.id(), event, next, reason, me.name(), number, talk);
    audit.changed(
        event.name().toLowerCase(Locale.ROOT),
        "project",
        project.id(),
        Map.of("status", project.status()),
        Map.of("status", next, "reason", reason));
  }

  private void tell(Project project, Message message) {
    notices.toAccounts(
        accounts.representativesOf(project.organization()).stream().map(Account::id).toList(),
        message);
  }

  private static ProjectDraft told(Project project) {
    return new ProjectDraft(
        project.need(),
        project.title(),
        project.goal(),
        project.beneficiaries(),
        project.served(),
        project.field(),
        project.region(),
        project.place(),
        project.from(),
        project.until(),
        project.visibility());
  }

  private static AccessDeniedException forbidden() {
    return new AccessDeniedException("not for this person to do");
  }
}
