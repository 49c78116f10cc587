package org.yueyuetan.platform.fulfilment;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.project.Kind;

/** What is to be kept, and how far it is, in the database. */
@Component
class FulfilmentTable {

  /** What is due later is nobody's worry today. */
  private static final int DAYS_AHEAD = 30;

  private static final String LINE =
      """
      select a.id, a.number, a.title, a.sample, f.status,
             (select string_agg(o.name, '、' order by p.position)
              from agreement_party p join organization o on o.id = p.organization_id
              where p.agreement_id = a.id) as parties,
             (select count(*) from fulfilment_milestone m where m.agreement_id = a.id) as milestones,
             (select count(*) from fulfilment_milestone m where m.agreement_id = a.id and m.status = 'KEPT') as kept,
             late.many as late, late.since,
             (select count(*) from fulfilment_report r where r.agreement_id = a.id and r.status = 'WAITING') as waiting
      """;

  private static final String LISTED =
      """
      from fulfilment f join agreement a on a.id = f.agreement_id
      left join (select d.agreement_id, count(*) as many, min(d.due) as since
                 from fulfilment_due d where d.due < :today group by d.agreement_id) as late on late.agreement_id = a.id
      where agreement_visible(a, :scopeRegion, :scopeOrganization, :scopePublished)
        and (:stand = '' or f.status = :stand or :stand = 'LATE' and late.many > 0)
        and (not :mine or exists (select from agreement_party p
                                  where p.agreement_id = a.id and p.organization_id = :scopeOrganization))
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  FulfilmentTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  // --- reading ---

  List<Line> list(Scope scope, Filter filter, Optional<Long> after, int limit) {
    return jdbc.sql(LINE + LISTED + "and a.id < :after order by a.id desc limit :limit")
        .params(scope.parameters())
        .params(terms(filter))
        .param("after", after.orElse(Long.MAX_VALUE))
        .param("limit", limit)
        .query((row, n) ->
            new Line(
                row.getLong("id"),
                row.getString("number"),
                row.getString("title"),
                row.getString("parties"),
                FulfilmentStatus.valueOf(row.getString("status")),
                row.getInt("milestones"),
                row.getInt("kept"),
                row.getInt("late"),
                Optional.ofNullable(row.getDate("since")).map(Date::toLocalDate),
                row.getInt("waiting"),
                row.getBoolean("sample")))
        .list();
  }

  int count(Scope scope, Filter filter) {
    return jdbc.sql("select count(*) " + LISTED)
        .params(scope.parameters())
        .params(terms(filter))
        .query(Integer.class)
        .single();
  }

  private Map<String, Object> terms(Filter filter) {
    return Map.of(
        "stand", filter.stand().map(Enum::name).orElse(""),
        "mine", filter.mine(),
        "today", Date.valueOf(today()));
  }

  /** What has passed its date, the oldest first; words that are not disclosed stay with staff. */
  List<Due> overdue(Scope scope, int limit) {
    return jdbc.sql(
            """
            select a.id, a.title as agreement, d.position, d.due, o.name as unit,
                   case when a.disclosed or a.region_code like :scopeRegion then d.title else '' end as title
            from fulfilment_due d
            join agreement a on a.id = d.agreement_id
            join organization o on o.id = d.organization_id
            where d.due < :today and agreement_visible(a, :scopeRegion, :scopeOrganization, :scopePublished)
              and (a.region_code like :scopeRegion or :scopeRegion = '')
            order by d.due, a.id, d.what, d.position
            limit :limit
            """)
        .params(scope.parameters())
        .param("today", Date.valueOf(today()))
        .param("limit", limit)
        .query((row, n) ->
            new Due(
                row.getLong("id"),
                row.getString("agreement"),
                row.getInt("position"),
                row.getString("title"),
                row.getString("unit"),
                row.getDate("due").toLocalDate()))
        .list();
  }

  /** What is asked of one's own organization, the most pressing first. */
  List<Asked> asked(Scope scope, int limit) {
    return jdbc.sql(
            """
            select 'DO' as what, a.title, d.title as subject, d.due as day,
                   a.id || '/fulfilment/' || case d.what when 'AMOUNT' then 'amounts/' else 'milestones/' end || d.id as path
            from fulfilment_due d join agreement a on a.id = d.agreement_id
            where d.organization_id = :scopeOrganization and d.due <= cast(:today as date) + :ahead
            union all
            select 'CONFIRM', a.title, coalesce(m.title, c.title), cast(r.reported_at at time zone :zone as date),
                   a.id || '/fulfilment/reports/' || r.id
            from fulfilment_report r
            join agreement a on a.id = r.agreement_id
            join agreement_party p on p.agreement_id = a.id and p.organization_id = :scopeOrganization
            left join fulfilment_milestone m on m.id = r.milestone_id
            left join fulfilment_amount c on c.id = r.amount_id
            where r.status = 'WAITING' and r.organization_id <> :scopeOrganization
            union all
            select 'CONSENT', a.title, c.reason, cast(c.proposed_at at time zone :zone as date),
                   a.id || '/fulfilment#changes'
            from fulfilment_change c
            join agreement a on a.id = c.agreement_id
            join agreement_party p on p.agreement_id = a.id and p.organization_id = :scopeOrganization
            where c.status = 'PROPOSED' and not exists (
              select from fulfilment_consent n where n.change_id = c.id and n.organization_id = :scopeOrganization)
            order by day, path
            limit :limit
            """)
        .params(scope.parameters())
        .param("today", Date.valueOf(today()))
        .param("ahead", DAYS_AHEAD)
        .param("zone", clock.getZone().getId())
        .param("limit", limit)
        .query((row, n) ->
            new Asked(
                Asked.What.valueOf(row.getString("what")),
                row.getString("title"),
                row.getString("subject"),
                "/agreements/" + row.getString("path"),
                row.getDate("day").toLocalDate()))
        .list();
  }

  /** The caller has checked who sees the agreement. */
  Optional<Fulfilment> find(long agreement) {
    return jdbc.sql("select * from fulfilment where agreement_id = :id")
        .param("id", agreement)
        .query((row, n) ->
            new Fulfilment(
                agreement,
                FulfilmentStatus.valueOf(row.getString("status")),
                maybeInstant(row, "ended_at"),
                row.getString("settlement"),
                milestones(agreement),
                amounts(agreement)))
        .optional();
  }

  /** As {@link #find}, with its row held: whatever changes comes through here, one by one. */
  Optional<Fulfilment> hold(long agreement) {
    jdbc.sql("select agreement_id from fulfilment where agreement_id = :id for update")
        .param("id", agreement)
        .query(Long.class)
        .optional();
    return find(agreement);
  }

  private List<Milestone> milestones(long agreement) {
    return jdbc.sql(
            """
            select m.*, o.name as unit
            from fulfilment_milestone m join organization o on o.id = m.organization_id
            where m.agreement_id = :agreement order by m.due, m.position
            """)
        .param("agreement", agreement)
        .query((row, n) ->
            new Milestone(
                row.getLong("id"),
                agreement,
                row.getLong("organization_id"),
                row.getString("unit"),
                row.getInt("position"),
                row.getString("title"),
                row.getDate("due").toLocalDate(),
                MilestoneStatus.valueOf(row.getString("status")),
                Optional.ofNullable(row.getDate("kept_on")).map(Date::toLocalDate)))
        .list();
  }

  private List<Amount> amounts(long agreement) {
    return jdbc.sql(
            """
            select c.*, d.delivered, d.waiting, o.name as giver
            from fulfilment_amount c
            join fulfilment_delivered d on d.id = c.id
            join organization o on o.id = c.organization_id
            where c.agreement_id = :agreement order by c.position
            """)
        .param("agreement", agreement)
        .query((row, n) ->
            new Amount(
                row.getLong("id"),
                agreement,
                row.getLong("organization_id"),
                row.getString("giver"),
                row.getInt("position"),
                Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("unit"),
                row.getLong("agreed"),
                row.getLong("quantity"),
                row.getLong("delivered"),
                row.getLong("waiting")))
        .list();
  }

  List<Move> history(long agreement) {
    return jdbc.sql(
            """
            select m.event, m.subject, m.note, m.at, coalesce(o.name, m.actor) as unit
            from fulfilment_move m left join organization o on o.id = m.organization_id
            where m.agreement_id = :agreement order by m.id
            """)
        .param("agreement", agreement)
        .query((row, n) ->
            new Move(
                row.getString("event"),
                row.getString("subject"),
                row.getString("note"),
                row.getString("unit"),
                instant(row, "at")))
        .list();
  }

  // --- writing ---

  /** Copies what is to be kept out of an agreement that all have signed. */
  void start(long agreement) {
    jdbc.sql(
            """
            insert into fulfilment (agreement_id, status, started_at) values (:id, 'RUNNING', :now)
            """)
        .param("id", agreement)
        .param("now", sql(clock.instant()))
        .update();
    jdbc.sql(
            """
            insert into fulfilment_milestone (id, agreement_id, organization_id, position, title, due)
            select m.id, m.agreement_id, p.organization_id, m.position, m.title, m.due
            from agreement_milestone m join agreement_party p on p.id = m.party_id
            where m.agreement_id = :id
            """)
        .param("id", agreement)
        .update();
    jdbc.sql(
            """
            insert into fulfilment_amount (id, agreement_id, organization_id, position, kind, title, unit, agreed, quantity,
                                           item_id, provision_id)
            select c.id, c.agreement_id, p.organization_id, c.position, c.kind, c.title, c.unit, c.quantity, c.quantity,
                   c.item_id, c.provision_id
            from agreement_contribution c join agreement_party p on p.id = c.party_id
            where c.agreement_id = :id
            """)
        .param("id", agreement)
        .update();
  }

  /** Moves a milestone; {@code keptOn} with the move that keeps it. */
  void move(Milestone milestone, MilestoneStatus.Event event, Optional<LocalDate> keptOn) {
    jdbc.sql("update fulfilment_milestone set status = :status, kept_on = :kept where id = :id")
        .param("id", milestone.id())
        .param("status", MilestoneStatus.LIFE.next(milestone.status(), event).name())
        .param("kept", keptOn.map(Date::valueOf).orElse(null))
        .update();
  }

  /** New words and a new date: whoever was reminded of the old one is reminded again. */
  void change(long milestone, String title, LocalDate due) {
    jdbc.sql(
            "update fulfilment_milestone set title = :title, due = :due, reminded_on = null where id = :id")
        .param("id", milestone)
        .param("title", title)
        .param("due", Date.valueOf(due))
        .update();
  }

  void change(long amount, long quantity) {
    jdbc.sql("update fulfilment_amount set quantity = :quantity where id = :id")
        .param("id", amount)
        .param("quantity", quantity)
        .update();
  }

  void end(Fulfilment fulfilment, FulfilmentEvent event, String settlement) {
    jdbc.sql(
            """
            update fulfilment set status = :status, ended_at = :now, settlement = :settlement
            where agreement_id = :id
            """)
        .param("id", fulfilment.agreement())
        .param("status", FulfilmentStatus.LIFE.next(fulfilment.status(), event).name())
        .param("now", sql(clock.instant()))
        .param("settlement", settlement)
        .update();
  }

  /** A line of the history; {@code by} speaks for an organization, or for the bureau. */
  void note(long agreement, String event, String subject, String note, SignedIn by) {
    jdbc.sql(
            """
            insert into fulfilment_move (agreement_id, event, subject, note, organization_id, actor, at)
            values (:agreement, :event, :subject, :note, :organization, :actor, :now)
            """)
        .param("agreement", agreement)
        .param("event", event)
        .param("subject", subject)
        .param("note", note)
        .param("organization", by.organization().orElse(null))
        .param("actor", by.name())
        .param("now", sql(clock.instant()))
        .update();
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  static OffsetDateTime sql(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Optional<Instant> maybeInstant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static Optional<Long> maybeId(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, Long.class));
  }
}
