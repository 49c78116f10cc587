package org.yueyuetan.platform.matchmaking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.form.NotFound;

/** The stored afternoons with their pairs and absences; who may see them is asked before. */
@Component
class MatchmakingTable {

  private static final String PAIR =
      """
      select p.id, p.first_id as first, a.unit as first_unit, p.second_id as second, b.unit as second_unit,
             p.source, p.subject, p.status, p.first_wants, p.second_wants, p.note, p.version
      from matchmaking_pair p
      join invitation a on a.id = p.first_id
      join invitation b on b.id = p.second_id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  MatchmakingTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  // --- times and tables ---

  Optional<Afternoon> find(long talk) {
    return jdbc.sql("select * from matchmaking where talk_id = :talk")
        .param("talk", talk)
        .query(MatchmakingTable::afternoon)
        .optional();
  }

  /** As {@link #find}, held until the transaction ends. */
  Afternoon hold(long talk) {
    return jdbc.sql("select * from matchmaking where talk_id = :talk for update")
        .param("talk", talk)
        .query(MatchmakingTable::afternoon)
        .optional()
        .orElseThrow(() -> new NotFound("matchmaking of talk", talk));
  }

  /** Nobody else is laying out this talk's afternoon at the same time. */
  void lockTalk(long talk) {
    jdbc.sql("select id from talk where id = :talk for update")
        .param("talk", talk)
        .query(Long.class)
        .single();
  }

  void layOut(long talk, AfternoonDraft draft) {
    jdbc.sql(
            """
            insert into matchmaking (talk_id, starts_at, ends_at, minutes, gap, rest_from, rest_until, tables, version)
            values (:talk, :from, :until, :minutes, :gap, :restFrom, :restUntil, :tables, 1)
            on conflict (talk_id) do update
            set starts_at = excluded.starts_at, ends_at = excluded.ends_at, minutes = excluded.minutes,
                gap = excluded.gap, rest_from = excluded.rest_from, rest_until = excluded.rest_until,
                tables = excluded.tables, version = matchmaking.version + 1
            """)
        .param("talk", talk)
        .param("from", sql(draft.from()))
        .param("until", sql(draft.until()))
        .param("minutes", draft.minutes())
        .param("gap", draft.gap())
        .param("restFrom", draft.rest().map(Slot::from).map(MatchmakingTable::sql).orElse(null))
        .param("restUntil", draft.rest().map(Slot::until).map(MatchmakingTable::sql).orElse(null))
        .param("tables", draft.tables())
        .update();
  }

  /** What plans are made of has changed. */
  void touch(long talk) {
    jdbc.sql("update matchmaking set version = version + 1 where talk_id = :talk")
        .param("talk", talk)
        .update();
  }

  void shift(long talk, Duration by) {
    for (var sql :
        List.of(
            """
            update matchmaking
            set starts_at = starts_at + make_interval(secs => :seconds), ends_at = ends_at + make_interval(secs => :seconds), rest_from = rest_from + make_interval(secs => :seconds),
                rest_until = rest_until + make_interval(secs => :seconds), version = version + 1
            where talk_id = :talk
            """,
            """
            update matchmaking_absence set from_at = from_at + make_interval(secs => :seconds), until_at = until_at + make_interval(secs => :seconds) where talk_id = :talk
            """,
            """
            update matchmaking_meeting set from_at = from_at + make_interval(secs => :seconds), until_at = until_at + make_interval(secs => :seconds)
            where plan_id in (select id from matchmaking_plan where talk_id = :talk)
            """)) {
      jdbc.sql(sql).param("talk", talk).param("seconds", by.toSeconds()).update();
    }
  }

  // --- guests ---

  /** Those who were called, by name; those who said no are marked. */
  List<Unit> units(long talk) {
    return jdbc.sql(
            """
            select id as invitation, unit as name, status in ('INVITED', 'ACCEPTED', 'WAITING') as coming
            from invitation where talk_id = :talk and status <> 'LISTED' order by unit, id
            """)
        .param("talk", talk)
        .query(Unit.class)
        .list();
  }

  /** Invitations by organization. */
  Map<Long, Long> invitations(long talk) {
    return jdbc
        .sql(
            """
            select organization_id, id from invitation
            where talk_id = :talk and organization_id is not null and status <> 'LISTED'
            """)
        .param("talk", talk)
        .query((row, n) -> Map.entry(row.getLong("organization_id"), row.getLong("id")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  // --- pairs ---

  List<Pair> pairs(long talk) {
    return jdbc.sql(PAIR + "where p.talk_id = :talk order by a.unit, b.unit, p.id")
        .param("talk", talk)
        .query(Pair.class)
        .list();
  }

  /** Adds the pair unless it is known already, dropped or not. */
  Optional<Long> add(long talk, long one, long other, Source source, String subject, String actor) {
    var id =
        jdbc.sql(
                """
                insert into matchmaking_pair (talk_id, first_id, second_id, source, subject, status)
                values (:talk, least(:one, :other), greatest(:one, :other), :source, :subject, 'OPEN')
                on conflict do nothing
                returning id
                """)
            .param("talk", talk)
            .param("one", one)
            .param("other", other)
            .param("source", source.name())
            .param("subject", subject)
            .query(Long.class)
            .optional();
    id.ifPresent(pair -> note(pair, PairStatus.Event.ADD, PairStatus.OPEN, actor));
    return id;
  }

  void move(Pair pair, PairStatus.Event event, String actor) {
    var next = PairStatus.LIFE.next(pair.status(), event);
    jdbc.sql("update matchmaking_pair set status = :status, version = version + 1 where id = :id")
        .param("id", pair.id())
        .param("status", next.name())
        .update();
    note(pair.id(), event, next, actor);
  }

  void about(long pair, String subject) {
    jdbc.sql("update matchmaking_pair set subject = :subject where id = :id")
        .param("id", pair)
        .param("subject", subject)
        .update();
  }

  /** What came of it. */
  void outcome(Pair pair, boolean firstWants, boolean secondWants, String note) {
    jdbc.sql(
            """
            update matchmaking_pair
            set first_wants = :first, second_wants = :second, note = :note, version = version + 1
            where id = :id
            """)
        .param("id", pair.id())
        .param("first", firstWants)
        .param("second", secondWants)
        .param("note", note)
        .update();
  }

  private void note(long pair, PairStatus.Event event, PairStatus status, String actor) {
    jdbc.sql(
            """
            insert into matchmaking_move (pair_id, event, status, actor, at)
            values (:pair, :event, :status, :actor, :now)
            """)
        .param("pair", pair)
        .param("event", event.name())
        .param("status", status.name())
        .param("actor", actor)
        .param("now", sql(clock.instant()))
        .update();
  }

  // --- absences ---

  List<Away> absences(long talk) {
    return jdbc.sql(
            """
            select a.id, a.invitation_id, i.unit, a.from_at, a.until_at, a.reason
            from matchmaking_absence a join invitation i on i.id = a.invitation_id
            where a.talk_id = :talk order by a.from_at, i.unit, a.id
            """)
        .param("talk", talk)
        .query((row, n) ->
            new Away(
                row.getLong("id"),
                row.getLong("invitation_id"),
                row.getString("unit"),
                instant(row, "from_at"),
                instant(row, "until_at"),
                row.getString("reason")))
        .list();
  }

  void away(long talk, long invitation, Slot time, String reason) {
    jdbc.sql(
            """
            insert into matchmaking_absence (talk_id, invitation_id, from_at, until_at, reason)
            values (:talk, :invitation, :from, :until, :reason)
            """)
        .param("talk", talk)
        .param("invitation", invitation)
        .param("from", sql(time.from()))
        .param("until", sql(time.until()))
        .param("reason", reason)
        .update();
  }

  int back(long talk, long absence) {
    return jdbc.sql("delete from matchmaking_absence where id = :id and talk_id = :talk")
        .param("id", absence)
        .param("talk", talk)
        .update();
  }

  private static Afternoon afternoon(ResultSet row, int n) throws SQLException {
    return new Afternoon(
        row.getLong("talk_id"),
        instant(row, "starts_at"),
        instant(row, "ends_at"),
        row.getInt("minutes"),
        row.getInt("gap"),
        row.getObject("rest_from") == null
            ? Optional.empty()
            : Optional.of(new Slot(instant(row, "rest_from"), instant(row, "rest_until"))),
        row.getInt("tables"),
        row.getInt("version"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Optional<Instant> maybe(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static OffsetDateTime sql(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
