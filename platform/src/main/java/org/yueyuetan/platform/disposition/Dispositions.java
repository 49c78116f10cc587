package org.yueyuetan.platform.disposition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;

/**
 * Sees to it that every opinion is answered (意见办理): by whom, by when, how, and how it was found.
 */
@Component
public class Dispositions {

  /** Days that a department has for its second answer. */
  static final int DAYS_AGAIN = 15;

  /** Days after which staff may close what the author has not rated. */
  public static final int DAYS_TO_RATE = 15;

  private final DispositionTable table;
  private final Clock clock;
  private final Register register;
  private final Departments departments;
  private final Tidings tidings;
  private final ApplicationEventPublisher events;
  private final Audit audit;

  Dispositions(
      DispositionTable table,
      Clock clock,
      Register register,
      Departments departments,
      Tidings tidings,
      ApplicationEventPublisher events,
      Audit audit) {
    this.table = table;
    this.clock = clock;
    this.register = register;
    this.departments = departments;
    this.tidings = tidings;
    this.events = events;
    this.audit = audit;
  }

  // --- staff ---

  /**
   * Gives opinions to a department, which is told once. Opinions that a department returned are
   * given anew.
   *
   * @param name as of {@link Departments#known}
   * @throws EditedElsewhere when a colleague gave one of them to somebody meanwhile
   */
  @Transactional
  public void assign(SignedIn me, Collection<Long> opinions, String name, LocalDate due) {
    var reader = departments.reader(me);
    var department = departments.named(me.scope(), name);
    var given = opinions.stream().distinct().sorted().map(id -> inCharge(reader, id)).toList();
    for (var matter : given) {
      if (!matter.talkStatus().tookPlace()) {
        throw new NotFound("opinion of a talk that was held", matter.id());
      }
      var returned = matter.disposition().filter(d -> d.status() == DispositionStatus.RETURNED);
      if (returned.isPresent()) {
        var next = returned.get().reassigned(department, due, clock.instant());
        table.move(
            returned.get(),
            next,
            returned.get().version(),
            DispositionMove.REASSIGN,
            "",
            "",
            me.name());
      } else {
        insert(matter, department, due, me);
      }
    }
    tidings.assigned(given, department, due);
  }

  private void insert(Matter matter, Department department, LocalDate due, SignedIn me) {
    if (matter.disposition().isPresent() || !table.add(matter.id(), department, due)) {
      throw new EditedElsewhere("disposition", matter.id());
    }
    var fresh = Disposition.assigned(matter.id(), department, due, clock.instant());
    table.note(DispositionMove.ASSIGN, fresh, "", "", me.name());
    audit.changed(
        "assignOpinion",
        "opinion",
        matter.id(),
        null,
        Map.of("department", department.name(), "due", due));
  }

  /** To another department, or to the same with another date; whoever had it before is told. */
  @Transactional
  public void reassign(
      SignedIn me, long opinion, int version, String name, LocalDate due, String reason) {
    var department = departments.named(me.scope(), name);
    var matter = inCharge(departments.reader(me), opinion);
    var before = asRead(matter, version);
    table.move(
        before,
        before.reassigned(department, due, clock.instant()),
        version,
        DispositionMove.REASSIGN,
        "",
        reason,
        me.name());
    if (!before.to().equals(department)) {
      tidings.toDepartment("taken", matter, before.to(), department.name(), reason);
    }
    tidings.assigned(List.of(matter), department, due);
  }

  /** Sets a later date, asked for or not. */
  @Transactional
  public void extend(SignedIn me, long opinion, int version, LocalDate due, String reason) {
    var matter = inCharge(departments.reader(me), opinion);
    var before = asRead(matter, version);
    table.move(
        before, before.extended(due), version, DispositionMove.EXTEND, "", reason, me.name());
    tidings.toDepartment("extended", matter, before.to(), due.toString(), reason);
  }

  /** The date stays: a wish for a later one is refused. */
  @Transactional
  public void refuse(SignedIn me, long opinion, int version, String reason) {
    var matter = inCharge(departments.reader(me), opinion);
    var before = asRead(matter, version);
    if (before.asked().isEmpty()) {
      throw new EditedElsewhere("disposition", opinion);
    }
    table.move(before, before.refused(), version, DispositionMove.REFUSE, "", reason, me.name());
    tidings.toDepartment("refused", matter, before.to(), before.due().toString(), reason);
  }

  /**
   * Ends what nobody will rate: staff have read the answer themselves.
   *
   * @see #mayClose
   */
  @Transactional
  public void close(SignedIn me, long opinion, int version) {
    var reader = departments.reader(me);
    var matter = inCharge(reader, opinion);
    var before = asRead(matter, version);
    var after = before.closed(DispositionMove.CLOSE, clock.instant());
    if (!mayClose(reader, matter)) {
      throw new NotFound("disposition to close", opinion);
    }
    table.move(before, after, version, DispositionMove.CLOSE, "", "", me.name());
  }

  /** Staff close when no author is known, or the author has let the time for rating pass. */
  boolean mayClose(Reader reader, Matter matter) {
    return reader.runs(matter)
        && matter
            .disposition()
            .filter(d ->
                d.status().awaitsRating() && (!matter.hasAuthor() || today().isAfter(ratedBy(d))))
            .isPresent();
  }

  /** Last day on which the author is waited for. */
  LocalDate ratedBy(Disposition disposition) {
    return disposition
        .reply()
        .map(reply -> LocalDate.ofInstant(reply.at(), clock.getZone()).plusDays(DAYS_TO_RATE))
        .orElse(LocalDate.MAX);
  }

  // --- the department ---

  @Transactional
  public void answer(SignedIn me, long opinion, int version, AnswerDraft draft) {
    var matter = ours(me, opinion);
    var before = asRead(matter, version);
    var reply =
        new Disposition.Reply(
            draft.result(),
            draft.text(),
            draft.reason(),
            draft.cited(),
            draft.link(),
            clock.instant());
    table.move(
        before,
        before.answered(reply, draft.cites()),
        version,
        DispositionMove.ANSWER,
        draft.text(),
        draft.reason(),
        me.name());
    events.publishEvent(
        new OpinionAnswered(opinion, matter.talk(), draft.result(), draft.text(), draft.cites()));
    tidings.answered(matter, before.department(), draft);
  }

  /** "Not ours": staff give it to somebody else. */
  @Transactional
  public void giveBack(SignedIn me, long opinion, int version, String reason) {
    var matter = ours(me, opinion);
    var before = asRead(matter, version);
    table.move(before, before.returned(), version, DispositionMove.RETURN, "", reason, me.name());
    tidings.toStaff("returned", matter, before.department(), reason);
  }

  @Transactional
  public void ask(SignedIn me, long opinion, int version, LocalDate due, String reason) {
    var matter = ours(me, opinion);
    var before = asRead(matter, version);
    table.move(
        before,
        before.asking(new Disposition.Extension(due, reason)),
        version,
        DispositionMove.ASK,
        due.toString(),
        reason,
        me.name());
    tidings.toStaff("asked", matter, before.department(), due.toString(), reason);
  }

  // --- the author ---

  /**
   * What the author finds of the answer. Who is not satisfied with the first one says why and gets
   * a second one; after that it is closed, whatever they find.
   */
  @Transactional
  public void rate(Author author, long opinion, int version, Rating rating, String remark) {
    var matter = said(author, opinion);
    var before = asRead(matter, version);
    var verdict = new Disposition.Verdict(rating, remark, clock.instant());
    if (rating == Rating.NOT_SATISFIED && before.status().allows(DispositionMove.REOPEN)) {
      if (remark.isBlank()) {
        throw new IllegalArgumentException("not satisfied without a remark: " + opinion);
      }
      var again = before.reopened(verdict, today().plusDays(DAYS_AGAIN));
      table.move(before, again, version, DispositionMove.REOPEN, remark, "", "");
      tidings.toDepartment("reopened", matter, before.to(), again.due().toString(), remark);
      tidings.toStaff("reopened", matter, again.due().toString(), remark);
    } else {
      table.move(before, before.rated(verdict), version, DispositionMove.RATE, remark, "", "");
    }
  }

  // --- what happens elsewhere ---

  /** A document was issued that takes the opinion up: it is proposed as what the answer cites. */
  void cite(Matter matter, long policy, String document, String actor) {
    var before = disposition(matter);
    table.move(
        before,
        before.citing(new Cited.Ref(CitableDocuments.KIND, policy)),
        before.version(),
        DispositionMove.CITE,
        document,
        "",
        actor);
    tidings.toDepartment("cited", matter, before.to(), document);
  }

  /**
   * Another opinion stands for this one: what is open is closed, and the other one takes over
   * department and date unless it has its own.
   */
  void merged(Matter matter, Matter into, String actor) {
    var before = disposition(matter);
    table.move(
        before,
        before.closed(DispositionMove.MERGE, clock.instant()),
        before.version(),
        DispositionMove.MERGE,
        "",
        into.text(),
        actor);
    if (into.disposition().isEmpty() && table.add(into.id(), before.to(), before.due())) {
      table.note(
          DispositionMove.ASSIGN,
          Disposition.assigned(into.id(), before.to(), before.due(), clock.instant()),
          "",
          "",
          actor);
    }
    tidings.toDepartment("merged", matter, before.to(), into.text());
  }

  /** The opinion is gone; what was done about it stays in the history. */
  void removed(long opinion, String actor) {
    table
        .remove(opinion)
        .ifPresent(before -> {
          var reason = register.declined(opinion);
          table.note(DispositionMove.REMOVE, before, "", reason, actor);
          if (before.status().isOpen()) {
            tidings.removed(opinion, before.to(), reason);
          }
        });
  }

  /** The department need not answer, unless the opinion is accepted again. */
  void declined(Matter matter) {
    tidings.removed(matter.id(), disposition(matter).to(), register.declined(matter.id()));
  }

  void acceptedAgain(Matter matter) {
    var open = disposition(matter);
    tidings.assigned(List.of(matter), open.to(), open.due());
  }

  // --- who may ---

  private Matter inCharge(Reader reader, long opinion) {
    return Optional.of(register.find(reader, opinion))
        .filter(reader::runs)
        .orElseThrow(() -> new NotFound("opinion", opinion));
  }

  /** Only the department that it was given to answers; for others there is nothing to answer. */
  private Matter ours(SignedIn me, long opinion) {
    var reader = departments.reader(me);
    return Optional.of(register.find(reader, opinion))
        .filter(reader::answers)
        .orElseThrow(() -> new NotFound("opinion of this department", opinion));
  }

  private Matter said(Author author, long opinion) {
    return register.saidBy(author, opinion).orElseThrow(() -> new NotFound("own opinion", opinion));
  }

  /** Whoever saw another version hears that first, and not that the move is impossible by now. */
  private static Disposition asRead(Matter matter, int version) {
    var disposition = disposition(matter);
    if (disposition.version() != version) {
      throw new EditedElsewhere("disposition", matter.id());
    }
    return disposition;
  }

  private static Disposition disposition(Matter matter) {
    return matter.disposition().orElseThrow(() -> new NotFound("disposition", matter.id()));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
