package org.yueyuetan.platform.agreement;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.document.Upload;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.project.Item;
import org.yueyuetan.platform.project.Projects;
import org.yueyuetan.platform.project.Provision;
import org.yueyuetan.platform.project.Provisions;

/** An agreement on its way: drafted, approved inside each party, sent out for signature. */
@Service
@Transactional
public class Agreements {

  private static final String KIND = "agreement";

  private final AgreementTable table;
  private final Desk desk;
  private final Revisions revisions;
  private final Numbers numbers;
  private final AgreementPaper paper;
  private final AgreementFiles files;
  private final Tidings tidings;
  private final Projects projects;
  private final Provisions provisions;
  private final Settings settings;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Agreements(
      AgreementTable table,
      Desk desk,
      Revisions revisions,
      Numbers numbers,
      AgreementPaper paper,
      AgreementFiles files,
      Tidings tidings,
      Projects projects,
      Provisions provisions,
      Settings settings,
      Audit audit,
      ApplicationEventPublisher events) {
    this.table = table;
    this.desk = desk;
    this.revisions = revisions;
    this.numbers = numbers;
    this.paper = paper;
    this.files = files;
    this.tidings = tidings;
    this.projects = projects;
    this.provisions = provisions;
    this.settings = settings;
    this.audit = audit;
    this.events = events;
  }

  // --- reading ---

  @Transactional(readOnly = true)
  public Optional<Agreement> find(SignedIn me, long id) {
    return table.find(Desk.reach(me), id);
  }

  /** Newest first; {@code after} is the last id of the page before. */
  @Transactional(readOnly = true)
  public List<AgreementLine> list(SignedIn me, Filter filter, Optional<Long> after, int limit) {
    return table.list(Desk.reach(me), filter, after, limit);
  }

  @Transactional(readOnly = true)
  public int count(SignedIn me, Filter filter) {
    return table.count(Desk.reach(me), filter);
  }

  /** What the person's organization has to approve or to sign now. */
  @Transactional(readOnly = true)
  public List<AgreementLine> asked(SignedIn me, int limit) {
    return me.is(Role.REPRESENTATIVE) ? table.asked(me.scope(), limit) : List.of();
  }

  /**
   * Those of these that are signed and whose words the person reads, with contributions and
   * milestones: what is to be kept.
   */
  @Transactional(readOnly = true)
  public List<Agreement> signed(SignedIn me, Collection<Long> ids) {
    return table.signed(Desk.reach(me), ids).stream()
        .filter(agreement -> desk.readsWords(me, agreement))
        .toList();
  }

  /** A signed agreement for jobs and for rooms above, which answer for who reads what of it. */
  @Transactional(readOnly = true)
  public Optional<Agreement> signed(long id) {
    return table.signed(new Scope.Region(""), List.of(id)).stream().findFirst();
  }

  @Transactional(readOnly = true)
  public List<AgreementMove> history(Agreement agreement) {
    return table.history(agreement.id());
  }

  /** Whether the person takes it through: staff of its region, or the party that drafted it. */
  public boolean runs(SignedIn me, Agreement agreement) {
    return desk.runs(me, agreement);
  }

  /** Whether the person reads what was agreed. */
  public boolean readsWords(SignedIn me, Agreement agreement) {
    return desk.readsWords(me, agreement);
  }

  /** The party that the person speaks for. */
  public Optional<Party> party(SignedIn me, Agreement agreement) {
    return desk.party(me, agreement);
  }

  // --- drafting ---

  /** Drafted by the bureau, or by one of the parties. */
  public long draft(AgreementDraft draft, SignedIn me) {
    return draft(draft, false, me);
  }

  /** As {@link #draft(AgreementDraft, SignedIn)}, marked as a sample. */
  public long draftSample(AgreementDraft draft, SignedIn me) {
    return draft(draft, true, me);
  }

  private long draft(AgreementDraft draft, boolean sample, SignedIn me) {
    var by = me.is(Role.REPRESENTATIVE) ? me.organization() : Optional.<Long>empty();
    if (by.isEmpty() && !me.is(Role.ORGANIZER)) {
      throw new AccessDeniedException("not for this person to do");
    }
    requireSense(draft, by, me);
    var id = table.add(draft, numbers.code(), region(draft, me), by, me.id(), sample);
    note(id, AgreementEvent.DRAFT, AgreementStatus.DRAFT, by, "", me);
    revisions.keep(table.hold(id).orElseThrow(), me.name());
    audit.changed("create", KIND, id, null, draft);
    events.publishEvent(new AgreementDrafted(id, draft.title(), draft.project(), draft.parties()));
    return id;
  }

  /**
   * Writes it anew; whoever approved reads it again.
   *
   * @param version that the person was looking at
   */
  public void change(long id, AgreementDraft draft, int version, SignedIn me) {
    var before = desk.run(me, id);
    var to = AgreementStatus.LIFE.next(before.status(), AgreementEvent.CHANGE);
    requireSense(draft, before.draftedBy(), me);
    if (!table.change(id, draft, to, version)) {
      throw new EditedElsewhere(KIND, id);
    }
    revisions.keep(table.hold(id).orElseThrow(), me.name());
    note(id, AgreementEvent.CHANGE, to, me.organization(), "", me);
    audit.changed("change", KIND, id, null, draft);
  }

  /**
   * The drafter and whose project it is are parties, and there is something to keep: what meets a
   * need of the project, or comes from what somebody gives, is counted there once all have signed.
   */
  private void requireSense(AgreementDraft draft, Optional<Long> drafter, SignedIn me) {
    if (drafter.filter(one -> !draft.parties().contains(one)).isPresent()) {
      throw new Refused("agreement.fault.notAParty");
    }
    if (draft.contributions().isEmpty() && draft.milestones().isEmpty()) {
      throw new Refused("agreement.fault.empty");
    }
    requireItems(draft, me);
    requireProvisions(draft);
  }

  private void requireItems(AgreementDraft draft, SignedIn me) {
    var project =
        draft
            .project()
            .map(id -> projects.find(me, id).orElseThrow(() -> new NotFound("project", id)));
    if (project.filter(one -> !draft.parties().contains(one.organization())).isPresent()) {
      throw new Refused("agreement.fault.projectParty");
    }
    var known =
        project.stream()
            .flatMap(one -> projects.items(one).stream())
            .collect(Collectors.toMap(Item::id, Function.identity()));
    for (var one : draft.contributions()) {
      if (one.item().filter(id -> !known.containsKey(id)).isPresent()) {
        throw new Refused("agreement.fault.item");
      }
      if (one.item()
          .map(known::get)
          .filter(item -> !one.counts(item.kind(), item.unit()))
          .isPresent()) {
        throw new Refused("agreement.fault.measure");
      }
    }
  }

  private void requireProvisions(AgreementDraft draft) {
    var ids = draft.contributions().stream().flatMap(one -> one.provision().stream()).toList();
    var known =
        provisions.lines(Desk.EVERYWHERE, ids).stream()
            .collect(Collectors.toMap(Provision::id, Function.identity()));
    for (var one : draft.contributions()) {
      if (one.provision()
          .filter(id -> !isOf(draft.parties().get(one.party() - 1), one, known.get(id)))
          .isPresent()) {
        throw new Refused("agreement.fault.provision");
      }
    }
  }

  private static boolean isOf(long giver, Contribution one, @Nullable Provision provision) {
    return provision != null
        && provision.organization() == giver
        && one.counts(provision.kind(), provision.unit());
  }

  private String region(AgreementDraft draft, SignedIn me) {
    if (me.is(Role.ORGANIZER) && me.scope() instanceof Scope.Region(var prefix)) {
      return (prefix + "000000000000").substring(0, 12);
    }
    return draft
        .project()
        .flatMap(id -> projects.find(me, id))
        .map(project -> project.region().substring(0, 4) + "00000000")
        .orElseGet(() -> settings.get(Setting.HOME_REGION));
  }

  // --- approval ---

  /** Hands it to all parties; a party that drafted it has thereby approved it. */
  public void submit(long id, SignedIn me) {
    var agreement = desk.run(me, id);
    move(agreement, AgreementEvent.SUBMIT, "", me);
    tidings.toParties(agreement, agreement.parties(), "submitted", "");
    agreement
        .draftedBy()
        .filter(one -> me.organization().filter(one::equals).isPresent())
        .flatMap(agreement::of)
        .ifPresent(party -> table.approved(party, agreement.revision(), me.name()));
  }

  /**
   * A party approves the words.
   *
   * @param revision that the person has read
   * @throws EditedElsewhere when the words are other ones by now
   */
  public void approve(long id, int revision, SignedIn me) {
    var agreement = desk.hold(me, id);
    var party = speaker(me, agreement);
    AgreementStatus.LIFE.next(agreement.status(), AgreementEvent.APPROVE);
    if (agreement.revision() != revision) {
      throw new EditedElsewhere(KIND, id);
    }
    if (agreement.approvedBy(party)) {
      throw new Refused("agreement.fault.approvedAlready");
    }
    table.approved(party, revision, me.name());
    boolean last =
        agreement.parties().stream()
            .allMatch(one -> one.id() == party.id() || agreement.approvedBy(one));
    move(agreement, last ? AgreementEvent.APPROVE_LAST : AgreementEvent.APPROVE, "", me);
    if (last) {
      tidings.toAll(agreement, "approved", "");
    }
  }

  /** Asks for other words, with a reason: by a party, or by whoever runs it. */
  public void giveBack(long id, String reason, SignedIn me) {
    var agreement = desk.hold(me, id);
    if (!desk.runs(me, agreement)) {
      speaker(me, agreement);
    }
    move(agreement, AgreementEvent.RETURN, reason, me);
    tidings.toAll(agreement, "returned", reason);
  }

  // --- signature ---

  /** Gives it its number, fixes its file, and asks the first party to sign. */
  public void start(long id, SignedIn me) {
    var agreement = desk.run(me, id);
    AgreementStatus.LIFE.next(agreement.status(), AgreementEvent.START);
    if (agreement.parties().stream().anyMatch(party -> !party.active())) {
      throw new Refused("agreement.fault.inactive");
    }
    table.numbered(id, numbers.give(), Manner.ELECTRONIC);
    move(agreement, AgreementEvent.START, "", me);
    var numbered = table.hold(id).orElseThrow();
    table.frozen(
        id, files.keepPdf(numbered, AgreementFiles.Form.PDF, paper.agreement(numbered).pdf()));
    numbered.next().ifPresent(next -> tidings.toParties(numbered, List.of(next), "yourTurn", ""));
  }

  /** A party refuses to sign, whether or not it is its turn. */
  public void decline(long id, String reason, SignedIn me) {
    var agreement = desk.hold(me, id);
    var party = speaker(me, agreement);
    if (party.signed()) {
      throw new Refused("agreement.fault.signedAlready");
    }
    move(agreement, AgreementEvent.DECLINE, reason, me);
    tidings.toAll(agreement, "declined", reason);
    events.publishEvent(
        new AgreementDeclined(id, agreement.project(), party.organization(), reason));
  }

  /** Takes it back before all have signed. */
  public void withdraw(long id, String reason, SignedIn me) {
    var agreement = desk.run(me, id);
    move(agreement, AgreementEvent.WITHDRAW, reason, me);
    if (agreement.status() != AgreementStatus.DRAFT) {
      tidings.toAll(agreement, "withdrawn", reason);
    }
    events.publishEvent(new AgreementWithdrawn(id, agreement.project(), reason));
  }

  /** Reminds whoever it waits for, when staff think it is time. */
  public void remind(long id, SignedIn me) {
    remind(desk.run(me, id));
  }

  private void remind(Agreement agreement) {
    if (agreement.status() == AgreementStatus.IN_REVIEW) {
      var waiting =
          agreement.parties().stream().filter(party -> !agreement.approvedBy(party)).toList();
      tidings.toParties(agreement, waiting, "stillToApprove", "");
    }
    agreement
        .next()
        .ifPresent(next -> tidings.toParties(agreement, List.of(next), "stillToSign", ""));
  }

  /** Reminds of all that has waited for some days; how many those were. */
  int remind() {
    var due = table.claimReminders(settings.number(Setting.REMINDER_DAYS));
    due.forEach(id -> remind(table.hold(id).orElseThrow()));
    return due.size();
  }

  /**
   * Records an agreement that was signed on paper, with its scan. It is marked as such: the
   * platform saw nobody sign.
   */
  public void recordPaper(long id, Upload scan, SignedIn me) {
    var agreement = desk.hold(me, id);
    if (!desk.staff(me, agreement)) {
      throw new AccessDeniedException("not for this person to do");
    }
    AgreementStatus.LIFE.next(agreement.status(), AgreementEvent.RECORD);
    table.numbered(id, numbers.give(), Manner.PAPER);
    files.keep(
        id,
        AgreementFiles.Form.SCAN,
        new AgreementFiles.Kept(scan.name(), scan.type(), scan.content()));
    move(agreement, AgreementEvent.RECORD, "", me);
    var recorded = table.hold(id).orElseThrow();
    tidings.toAll(recorded, "recorded", "");
    events.publishEvent(AgreementSigned.of(recorded, desk.project(recorded)));
  }

  /**
   * Lets the public read the words of a signed agreement, or no longer. What the parties did not
   * agree to show, one of them alone does not show.
   */
  public void disclose(long id, boolean disclosed, SignedIn me) {
    var agreement = desk.run(me, id);
    if (disclosed && !desk.staff(me, agreement)) {
      throw new AccessDeniedException("not for this person to do");
    }
    table.disclose(id, disclosed);
    audit.changed(
        "change",
        KIND,
        id,
        Map.of("disclosed", agreement.disclosed()),
        Map.of("disclosed", disclosed));
  }

  private Party speaker(SignedIn me, Agreement agreement) {
    return desk.party(me, agreement)
        .orElseThrow(() -> new AccessDeniedException("not for this person to do"));
  }

  private void move(Agreement agreement, AgreementEvent event, String note, SignedIn me) {
    var to = AgreementStatus.LIFE.next(agreement.status(), event);
    table.status(agreement.id(), to);
    note(agreement.id(), event, to, desk.party(me, agreement).map(Party::organization), note, me);
    audit.changed(
        "moveAgreement",
        KIND,
        agreement.id(),
        Map.of("status", agreement.status()),
        Map.of("status", to, "event", event));
  }

  private void note(
      long id,
      AgreementEvent event,
      AgreementStatus to,
      Optional<Long> organization,
      String note,
      SignedIn me) {
    table.move(id, event, to, organization, note, me.name());
  }
}
