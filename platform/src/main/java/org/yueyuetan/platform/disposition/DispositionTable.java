package org.yueyuetan.platform.disposition;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.form.EditedElsewhere;

/** Writes where answers stand, with their history and the audit trail. */
@Repository
class DispositionTable {

  /** After these the department is reminded again, of another date. */
  private static final Set<DispositionMove> NEW_DATE =
      EnumSet.of(DispositionMove.REASSIGN, DispositionMove.EXTEND, DispositionMove.REOPEN);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Audit audit;

  DispositionTable(JdbcClient jdbc, Clock clock, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
  }

  /** Whether it is new and the opinion counts: a colleague may have been faster, or a moderator. */
  boolean add(long opinion, Department department, LocalDate due) {
    return jdbc.sql(
                """
                insert into disposition (opinion_id, department, department_region, due, status, assigned_at)
                select id, :department, :region, :due, 'ASSIGNED', :now
                from opinion where id = :opinion and status = 'ACCEPTED'
                for key share
                on conflict do nothing
                """)
            .param("opinion", opinion)
            .param("department", department.name())
            .param("region", department.region())
            .param("due", Rows.sql(due))
            .param("now", Rows.sql(clock.instant()))
            .update()
        == 1;
  }

  Optional<Disposition> remove(long opinion) {
    return jdbc.sql(
            "delete from disposition where opinion_id = :opinion returning *, '{}'::text[] as cites")
        .param("opinion", opinion)
        .query(Rows::disposition)
        .optional();
  }

  void move(
      Disposition before,
      Disposition after,
      int version,
      DispositionMove move,
      String text,
      String reason,
      String actor) {
    store(after, version, NEW_DATE.contains(move));
    if (!after.cites().equals(before.cites())) {
      cite(after);
    }
    note(move, after, text, reason, actor);
    audit(move, before, after, reason);
  }

  /** {@code anew}: the department is reminded again, of another date. */
  private void store(Disposition after, int version, boolean anew) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    values.put("opinion", after.opinion());
    values.put("version", version);
    values.put("department", after.to().name());
    values.put("region", after.to().region());
    values.put("due", Rows.sql(after.due()));
    values.put("status", after.status().name());
    values.put("askedDue", after.asked().map(a -> Rows.sql(a.due())).orElse(null));
    values.put("askedReason", after.asked().map(Disposition.Extension::reason).orElse(""));
    var reply = after.reply();
    values.put("result", reply.map(r -> r.result().name()).orElse(null));
    values.put("answer", reply.map(Disposition.Reply::text).orElse(""));
    values.put("reason", reply.map(Disposition.Reply::reason).orElse(""));
    values.put("cited", reply.map(Disposition.Reply::cited).orElse(""));
    values.put("link", reply.map(Disposition.Reply::link).orElse(""));
    values.put("answeredAt", reply.map(r -> Rows.sql(r.at())).orElse(null));
    var verdict = after.verdict();
    values.put("rating", verdict.map(v -> v.rating().name()).orElse(null));
    values.put("remark", verdict.map(Disposition.Verdict::remark).orElse(""));
    values.put("ratedAt", verdict.map(v -> Rows.sql(v.at())).orElse(null));
    values.put("assignedAt", Rows.sql(after.assignedAt()));
    values.put("closedAt", after.closedAt().map(Rows::sql).orElse(null));
    values.put("anew", anew);
    var stored =
        jdbc.sql(
                """
                update disposition
                set department = :department, department_region = :region, due = :due, status = :status, asked_due = :askedDue,
                    asked_reason = :askedReason, result = :result, answer = :answer, reason = :reason, cited = :cited, cited_link = :link, answered_at = :answeredAt,
                    rating = :rating, remark = :remark, rated_at = :ratedAt, assigned_at = :assignedAt,
                    closed_at = :closedAt, reminded_on = case when :anew then null else reminded_on end,
                    version = version + 1
                where opinion_id = :opinion and version = :version
                """)
            .params(values)
            .update();
    if (stored == 0) {
      throw new EditedElsewhere("disposition", after.opinion());
    }
  }

  private void cite(Disposition after) {
    jdbc.sql("delete from disposition_citation where opinion_id = :opinion")
        .param("opinion", after.opinion())
        .update();
    jdbc.sql(
            """
            insert into disposition_citation (opinion_id, kind, thing_id)
            select :opinion, kind, id from unnest(array[:kinds]::text[], array[:ids]::bigint[]) as one (kind, id)
            """)
        .param("opinion", after.opinion())
        .param("kinds", after.cites().stream().map(Cited.Ref::kind).toList())
        .param("ids", after.cites().stream().map(Cited.Ref::id).toList())
        .update();
  }

  void note(DispositionMove move, Disposition after, String text, String reason, String actor) {
    var answered = move == DispositionMove.ANSWER;
    var rated = move == DispositionMove.RATE || move == DispositionMove.REOPEN;
    jdbc.sql(
            """
            insert into disposition_move (opinion_id, event, status, department, department_region, due, result, rating, text, reason, actor, at)
            values (:opinion, :event, :status, :department, :region, :due, :result, :rating, :text, :reason, :actor, :now)
            """)
        .param("opinion", after.opinion())
        .param("event", move.name())
        .param("status", after.status().name())
        .param("department", after.department())
        .param("region", after.to().region())
        .param("due", Rows.sql(after.due()))
        .param("result", answered ? after.reply().map(r -> r.result().name()).orElse(null) : null)
        .param("rating", rated ? after.verdict().map(v -> v.rating().name()).orElse(null) : null)
        .param("text", text)
        .param("reason", reason)
        .param("actor", actor)
        .param("now", Rows.sql(now()))
        .update();
  }

  private void audit(DispositionMove move, Disposition before, Disposition after, String reason) {
    audit.changed(
        move.name().toLowerCase(Locale.ROOT) + "Opinion",
        "opinion",
        after.opinion(),
        told(before, ""),
        told(after, reason));
  }

  private static Map<String, Object> told(Disposition disposition, String reason) {
    var told = new LinkedHashMap<String, Object>();
    told.put("status", disposition.status());
    told.put("department", disposition.department());
    told.put("due", disposition.due());
    disposition.reply().ifPresent(reply -> told.put("answer", reply.text()));
    disposition.reply().ifPresent(reply -> told.put("result", reply.result()));
    if (!disposition.cites().isEmpty()) {
      told.put("cites", disposition.cites().stream().map(Cited.Ref::toString).toList());
    }
    disposition.verdict().ifPresent(verdict -> told.put("rating", verdict.rating()));
    if (!reason.isEmpty()) {
      told.put("reason", reason);
    }
    return told;
  }

  private Instant now() {
    return clock.instant();
  }
}
