package org.yueyuetan.platform.talk;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;

/**
 * The promises made at talks (承诺事项). They outlive the talk: one that is not kept stays in sight as
 * overdue.
 */
@Component
public class Commitments {

  /** A promise together with its talk. */
  public record Promised(Commitment commitment, String talkTitle) {}

  /** One line of a promise's history. */
  public record Step(CommitmentMove move, LocalDate due, String reason, String actor, Instant at) {}

  private record Maker(Optional<Long> organization, String name) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Talks talks;
  private final ApplicationEventPublisher events;
  private final Audit audit;

  Commitments(
      JdbcClient jdbc, Clock clock, Talks talks, ApplicationEventPublisher events, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.talks = talks;
    this.events = events;
    this.audit = audit;
  }

  // --- reading ---

  /** Of one talk, by date; staff of its region see all, an organization its own. */
  public List<Commitment> ofTalk(Scope scope, long talk) {
    return jdbc.sql(
            """
            select c.* from commitment c join talk t on t.id = c.talk_id
            where c.talk_id = :talk and (t.region_code like :scopeRegion or c.organization_id = :scopeOrganization)
            order by c.due, c.id
            """)
        .param("talk", talk)
        .params(scope.parameters())
        .query(Rows::commitment)
        .list();
  }

  /** What the public may read, once the follow-up began: units, no addresses. */
  public List<Commitment> published(long talk) {
    return jdbc.sql(
            """
            select c.id, c.talk_id, c.organization_id, c.who, '' as email, c.what, c.due, c.status, c.report,
                   c.ended_at, c.created_at, c.version
            from commitment c join talk t on t.id = c.talk_id
            where c.talk_id = :talk and t.status in ('FOLLOWING_UP', 'CLOSED')
            order by c.due, c.id
            """)
        .param("talk", talk)
        .query(Rows::commitment)
        .list();
  }

  /** Open promises whose date has passed, the oldest first. */
  public List<Promised> overdue(Scope scope, int limit) {
    return open(scope, true, Optional.empty(), limit);
  }

  /**
   * A page of open promises by date.
   *
   * @param late only those whose date has passed
   * @param after the last promise of the page before
   */
  List<Promised> open(Scope scope, boolean late, Optional<Long> after, int limit) {
    return jdbc.sql(
            """
            select c.*, t.title as talk_title from commitment c join talk t on t.id = c.talk_id
            where c.status = 'OPEN' and (not :late or c.due < :today)
              and (:after = 0 or (c.due, c.id) > (select l.due, l.id from commitment l where l.id = :after))
              and (t.region_code like :scopeRegion or c.organization_id = :scopeOrganization)
            order by c.due, c.id
            limit :limit
            """)
        .params(scope.parameters())
        .param("late", late)
        .param("today", Date.valueOf(LocalDate.now(clock)))
        .param("after", after.orElse(0L))
        .param("limit", limit)
        .query(Commitments::promised)
        .list();
  }

  /** Open promises of an organization, the most pressing first. */
  public List<Promised> ofOrganization(Scope scope, long organization, int limit) {
    return jdbc.sql(
            """
            select c.*, t.title as talk_title from commitment c join talk t on t.id = c.talk_id
            where c.organization_id = :organization and c.status = 'OPEN'
              and (t.region_code like :scopeRegion or c.organization_id = :scopeOrganization)
            order by c.due, c.id
            limit :limit
            """)
        .params(scope.parameters())
        .param("organization", organization)
        .param("limit", limit)
        .query(Commitments::promised)
        .list();
  }

  public Promised find(Scope scope, long id) {
    return jdbc.sql(
            """
            select c.*, t.title as talk_title from commitment c join talk t on t.id = c.talk_id
            where c.id = :id and (t.region_code like :scopeRegion or c.organization_id = :scopeOrganization)
            """)
        .params(scope.parameters())
        .param("id", id)
        .query(Commitments::promised)
        .optional()
        .orElseThrow(() -> new NotFound("commitment", id));
  }

  public List<Step> history(long commitment) {
    return jdbc.sql("select * from commitment_move where commitment_id = :id order by id")
        .param("id", commitment)
        .query((row, n) ->
            new Step(
                CommitmentMove.valueOf(row.getString("event")),
                row.getDate("due").toLocalDate(),
                row.getString("reason"),
                row.getString("actor"),
                Rows.instant(row, "at")))
        .list();
  }

  /**
   * Whether the person may tell what became of it: the organization that promised, and staff who
   * run the talk.
   */
  public boolean mayReport(SignedIn me, Commitment commitment) {
    var promisedIt =
        me.is(Role.REPRESENTATIVE)
            && commitment.organization().isPresent()
            && commitment.organization().equals(me.organization());
    return promisedIt
        || talks
            .find(me.scope(), commitment.talk())
            .filter(talk -> talks.mayRun(me, talk))
            .isPresent();
  }

  boolean mayReword(SignedIn me, Commitment commitment) {
    return talks
        .find(me.scope(), commitment.talk())
        .filter(talk -> talks.mayRun(me, talk) && DayWork.RECORD.allowedIn(talk.status()))
        .isPresent();
  }

  // --- changing ---

  @Transactional
  public long make(SignedIn me, long talk, CommitmentDraft draft) {
    DayWork.RECORD.require(talks.inCharge(me, talk));
    var maker = maker(talk, draft);
    var id =
        jdbc.sql(
                """
                insert into commitment (talk_id, organization_id, who, email, what, due, status, created_at)
                values (:talk, :organization, :who, :email, :what, :due, 'OPEN', :now)
                returning id
                """)
            .param("talk", talk)
            .param("organization", maker.organization().orElse(null))
            .param("who", maker.name())
            .param("email", draft.email())
            .param("what", draft.what())
            .param("due", Date.valueOf(draft.due()))
            .param("now", Rows.sql(clock.instant()))
            .query(Long.class)
            .single();
    note(id, CommitmentMove.MAKE, draft.due(), "", me);
    audit.changed(
        "make",
        "commitment",
        id,
        null,
        Map.of("talk", talk, "who", maker.name(), "what", draft.what(), "due", draft.due()));
    events.publishEvent(new CommitmentMade(id, talk, maker.name(), draft.what()));
    return id;
  }

  /**
   * Mends the wording. The date is changed by {@link #postpone} only, so that the reason is on
   * record.
   */
  @Transactional
  public void reword(SignedIn me, long id, int version, String what, String email) {
    var before = find(me.scope(), id).commitment();
    DayWork.RECORD.require(talks.inCharge(me, before.talk()));
    var written =
        jdbc.sql(
                """
                update commitment set what = :what, email = :email, version = version + 1
                where id = :id and version = :version
                """)
            .param("id", id)
            .param("version", version)
            .param("what", what)
            .param("email", email)
            .update();
    written(written, id);
    audit.changed("change", "commitment", id, Map.of("what", before.what()), Map.of("what", what));
  }

  /**
   * Reports a promise as kept.
   *
   * @param report what was done, in a sentence
   */
  @Transactional
  public void keep(SignedIn me, long id, int version, String report) {
    end(me, id, version, CommitmentMove.KEEP, report);
    events.publishEvent(new CommitmentKept(id));
  }

  @Transactional
  public void cancel(SignedIn me, long id, int version, String reason) {
    end(me, id, version, CommitmentMove.CANCEL, reason);
  }

  @Transactional
  public void postpone(SignedIn me, long id, int version, LocalDate due, String reason) {
    var before = reportable(me, id);
    CommitmentStatus.LIFE.next(before.status(), CommitmentMove.POSTPONE);
    var written =
        jdbc.sql(
                """
                update commitment set due = :due, reminded_on = null, version = version + 1
                where id = :id and version = :version and status = 'OPEN'
                """)
            .param("id", id)
            .param("version", version)
            .param("due", Date.valueOf(due))
            .update();
    written(written, id);
    note(id, CommitmentMove.POSTPONE, due, reason, me);
    audit.changed(
        "postpone",
        "commitment",
        id,
        Map.of("due", before.due()),
        Map.of("due", due, "reason", reason));
  }

  private void end(SignedIn me, long id, int version, CommitmentMove move, String report) {
    var before = reportable(me, id);
    var next = CommitmentStatus.LIFE.next(before.status(), move);
    var written =
        jdbc.sql(
                """
                update commitment set status = :status, report = :report, ended_at = :now, version = version + 1
                where id = :id and version = :version and status = 'OPEN'
                """)
            .param("id", id)
            .param("version", version)
            .param("status", next.name())
            .param("report", report)
            .param("now", Rows.sql(clock.instant()))
            .update();
    written(written, id);
    note(id, move, before.due(), report, me);
    audit.changed(
        move == CommitmentMove.KEEP ? "keep" : "cancel",
        "commitment",
        id,
        Map.of("status", before.status()),
        Map.of("status", next, "report", report));
  }

  private Commitment reportable(SignedIn me, long id) {
    var commitment = find(me.scope(), id).commitment();
    if (!mayReport(me, commitment)) {
      throw new NotFound("commitment", id);
    }
    return commitment;
  }

  private Maker maker(long talk, CommitmentDraft draft) {
    return draft
        .guest()
        .map(guest -> guest(talk, guest))
        .orElseGet(() -> new Maker(Optional.empty(), draft.who()));
  }

  private Maker guest(long talk, long guest) {
    return jdbc.sql(
            """
            select organization_id, unit from invitation
            where talk_id = :talk and id = :guest and status = 'ACCEPTED'
            """)
        .param("talk", talk)
        .param("guest", guest)
        .query((row, n) -> new Maker(Rows.maybeId(row, "organization_id"), row.getString("unit")))
        .optional()
        .orElseThrow(() -> new NotFound("invitation", guest));
  }

  private void note(long id, CommitmentMove move, LocalDate due, String reason, SignedIn me) {
    jdbc.sql(
            """
            insert into commitment_move (commitment_id, event, due, reason, actor, at)
            values (:id, :event, :due, :reason, :actor, :now)
            """)
        .param("id", id)
        .param("event", move.name())
        .param("due", Date.valueOf(due))
        .param("reason", reason)
        .param("actor", me.name())
        .param("now", Rows.sql(clock.instant()))
        .update();
  }

  private static void written(int rows, long id) {
    if (rows == 0) {
      throw new EditedElsewhere("commitment", id);
    }
  }

  private static Promised promised(ResultSet row, int n) throws SQLException {
    return new Promised(Rows.commitment(row, n), row.getString("talk_title"));
  }
}
