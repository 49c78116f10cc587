package org.yueyuetan.platform.selection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.form.EditedElsewhere;

/** Rounds and their history in the database. */
@Repository
class SelectionTable {

  /** A round that was opened is everyone's to read; before, it is its staff's. */
  private static final String VISIBLE =
      "(s.region_code like :scopeRegion or s.opened_at is not null and :scopePublished)";

  private final JdbcClient jdbc;
  private final Clock clock;

  SelectionTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  // --- reading ---

  Optional<Selection> find(Scope scope, long id) {
    return jdbc.sql("select s.* from selection s where s.id = :id and " + VISIBLE)
        .params(scope.parameters())
        .param("id", id)
        .query(SelectionTable::selection)
        .optional();
  }

  /** Newest first; {@code after} is the last id of the page before. */
  List<Selection> list(Scope scope, Optional<Long> after, int limit) {
    return jdbc.sql(
            "select s.* from selection s where s.id < :after and "
                + VISIBLE
                + " order by s.id desc limit :limit")
        .params(scope.parameters())
        .param("after", after.orElse(Long.MAX_VALUE))
        .param("limit", limit)
        .query(SelectionTable::selection)
        .list();
  }

  List<Selection> ofTalk(Scope scope, long talk) {
    return jdbc.sql(
            "select s.* from selection s where s.talk_id = :talk and "
                + VISIBLE
                + " order by s.id desc")
        .params(scope.parameters())
        .param("talk", talk)
        .query(SelectionTable::selection)
        .list();
  }

  /** Rounds in which things of the project take part, the newest first. */
  List<Selection> ofProject(Scope scope, long project, int limit) {
    return jdbc.sql(
            """
            select s.* from selection s
            where s.id in (select e.selection_id from selection_entry e join project_item i on i.id = e.item_id
                           where i.project_id = :project) and
            """
                + VISIBLE
                + " order by s.id desc limit :limit")
        .params(scope.parameters())
        .param("project", project)
        .param("limit", limit)
        .query(SelectionTable::selection)
        .list();
  }

  /** What rounds ask of an organization on a day, the most pressing first. */
  List<Asked> asked(long organization, LocalDate today, int limit) {
    return jdbc.sql(
            """
            select s.id, s.title, s.status, count(*) as things,
                   case s.status when 'OPEN' then s.closes_on else s.confirm_by end as by
            from selection_entry e join selection s on s.id = e.selection_id
            where e.organization_id = :organization and e.gone = ''
              and (s.status = 'OPEN' and s.closes_on >= :today and not e.submitted
                      and exists (select from selection_entry o
                                  where o.selection_id = s.id and o.side <> e.side and o.kind = e.kind and o.unit = e.unit
                                    and o.organization_id <> e.organization_id and o.gone = '')
                   or s.status = 'ANNOUNCED' and s.confirm_by >= :today
                      and exists (select from selection_pair p
                                  where p.status = 'AWAITING'
                                    and (p.project_entry = e.id and p.project_confirmed is null
                                         or p.provider_entry = e.id and p.provider_confirmed is null)))
            group by s.id
            order by by, s.id limit :limit
            """)
        .param("organization", organization)
        .param("today", today)
        .param("limit", limit)
        .query((row, n) ->
            new Asked(
                row.getLong("id"),
                row.getString("title"),
                SelectionStatus.valueOf(row.getString("status")),
                row.getInt("things"),
                row.getObject("by", LocalDate.class)))
        .list();
  }

  /** The round that took over the unmatched of this one. */
  Optional<Long> successor(long id) {
    return jdbc.sql("select id from selection where carried_from = :id")
        .param("id", id)
        .query(Long.class)
        .optional();
  }

  List<Moved> history(long id) {
    return jdbc.sql("select * from selection_move where selection_id = :id order by id")
        .param("id", id)
        .query((row, n) ->
            new Moved(
                SelectionMove.valueOf(row.getString("event")),
                row.getString("reason"),
                row.getString("actor"),
                Rows.instant(row, "at")))
        .list();
  }

  /** Where a need or offer stands, whoever may see it. */
  Optional<String> needStatus(long need) {
    return jdbc.sql("select status from need where id = :need")
        .param("need", need)
        .query(String.class)
        .optional();
  }

  /** Rounds that the clock may have to move, oldest first. */
  List<Long> running() {
    return jdbc.sql(
            "select id from selection where status in ('PREPARING', 'OPEN', 'CLOSED', 'ANNOUNCED') order by id")
        .query(Long.class)
        .list();
  }

  /** Whatever the scope: for the clock's work, and for what follows from others' decisions. */
  Optional<Selection> running(long id) {
    return jdbc.sql("select * from selection where id = :id")
        .param("id", id)
        .query(SelectionTable::selection)
        .optional();
  }

  /** The round, kept for this transaction. */
  Optional<Selection> hold(long id) {
    return jdbc.sql("select * from selection where id = :id for update")
        .param("id", id)
        .query(SelectionTable::selection)
        .optional();
  }

  /** The round, which nobody closes during this transaction; many may rank at once. */
  Optional<Selection> share(long id) {
    return jdbc.sql("select * from selection where id = :id for share")
        .param("id", id)
        .query(SelectionTable::selection)
        .optional();
  }

  // --- writing ---

  long insert(SelectionDraft draft, String region, Optional<Long> carriedFrom, boolean sample) {
    return jdbc.sql(
            """
            insert into selection (title, talk_id, region_code, status, ties, favours, opens_on, closes_on,
                                   confirm_days, carried_from, sample, created_at)
            values (:title, :talk, :region, 'PREPARING', :ties, :favours, :opensOn, :closesOn, :confirmDays,
                    :carriedFrom, :sample, :now)
            returning id
            """)
        .params(columns(draft))
        .param("region", region)
        .param("carriedFrom", carriedFrom.orElse(null))
        .param("sample", sample)
        .param("now", Rows.sql(clock.instant()))
        .query(Long.class)
        .single();
  }

  void update(long id, SelectionDraft draft) {
    jdbc.sql(
            """
            update selection
            set title = :title, talk_id = :talk, ties = :ties, favours = :favours, opens_on = :opensOn,
                closes_on = :closesOn, confirm_days = :confirmDays, version = version + 1
            where id = :id
            """)
        .params(columns(draft))
        .param("id", id)
        .update();
  }

  void touch(long id) {
    jdbc.sql("update selection set version = version + 1 where id = :id").param("id", id).update();
  }

  void opened(long id, String seed, String commitment, LocalDate on) {
    jdbc.sql(
            """
            update selection
            set status = 'OPEN', seed = :seed, commitment = :commitment, opens_on = :on, opened_at = :now,
                version = version + 1
            where id = :id
            """)
        .param("id", id)
        .param("seed", seed)
        .param("commitment", commitment)
        .param("on", on)
        .param("now", Rows.sql(clock.instant()))
        .update();
  }

  void closed(long id, LocalDate on) {
    jdbc.sql(
            "update selection set status = 'CLOSED', closes_on = :on, version = version + 1 where id = :id")
        .param("id", id)
        .param("on", on)
        .update();
  }

  void told(long id, LocalDate confirmBy) {
    jdbc.sql(
            """
            update selection
            set status = 'ANNOUNCED', confirm_by = :confirmBy, reminded_on = null, version = version + 1
            where id = :id
            """)
        .param("id", id)
        .param("confirmBy", confirmBy)
        .update();
  }

  void ended(long id, SelectionStatus status, String reason) {
    jdbc.sql(
            "update selection set status = :status, reason = :reason, version = version + 1 where id = :id")
        .param("id", id)
        .param("status", status.name())
        .param("reason", reason)
        .update();
  }

  /** Whether nobody reminded since the day; the first who asks does. */
  boolean claimReminder(long id, LocalDate today) {
    return jdbc.sql(
                "update selection set reminded_on = :today where id = :id and reminded_on is null")
            .param("id", id)
            .param("today", today)
            .update()
        == 1;
  }

  void move(long id, SelectionMove event, SelectionStatus status, String reason, String actor) {
    jdbc.sql(
            """
            insert into selection_move (selection_id, event, status, reason, actor, at)
            values (:id, :event, :status, :reason, :actor, :now)
            """)
        .param("id", id)
        .param("event", event.name())
        .param("status", status.name())
        .param("reason", reason)
        .param("actor", actor)
        .param("now", Rows.sql(clock.instant()))
        .update();
  }

  /** The secret, for the run alone. */
  String seed(long id) {
    return jdbc.sql("select seed from selection where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  /**
   * The round as the person saw it, kept for this transaction.
   *
   * @throws EditedElsewhere when it is another by now
   */
  Selection hold(long id, int version) {
    return hold(id)
        .filter(found -> found.version() == version)
        .orElseThrow(() -> new EditedElsewhere("selection", id));
  }

  private static Map<String, Object> columns(SelectionDraft draft) {
    var columns = new HashMap<String, Object>();
    columns.put("title", draft.title());
    columns.put("talk", draft.talk().orElse(null));
    columns.put("ties", draft.ties());
    columns.put("favours", draft.favours().name());
    columns.put("opensOn", draft.opensOn());
    columns.put("closesOn", draft.closesOn());
    columns.put("confirmDays", draft.confirmDays());
    return columns;
  }

  private static Selection selection(ResultSet row, int n) throws SQLException {
    var status = SelectionStatus.valueOf(row.getString("status"));
    return new Selection(
        row.getLong("id"),
        row.getString("title"),
        Rows.maybeId(row, "talk_id"),
        row.getString("region_code"),
        status,
        row.getBoolean("ties"),
        Side.valueOf(row.getString("favours")),
        row.getObject("opens_on", LocalDate.class),
        row.getObject("closes_on", LocalDate.class),
        row.getInt("confirm_days"),
        Rows.maybeDate(row, "confirm_by"),
        row.getString("commitment"),
        status.isTold() ? row.getString("seed") : "",
        row.getString("reason"),
        Rows.maybeId(row, "carried_from"),
        row.getBoolean("sample"),
        Rows.maybe(row, "opened_at"),
        row.getInt("version"));
  }
}
