package org.yueyuetan.platform.matchmaking;

import static org.yueyuetan.platform.matchmaking.MatchmakingTable.instant;
import static org.yueyuetan.platform.matchmaking.MatchmakingTable.maybe;
import static org.yueyuetan.platform.matchmaking.MatchmakingTable.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored plans; who may see them is asked before. */
@Component
class PlanTable {

  private static final String PLAN = "select p.* from matchmaking_plan p ";

  private final JdbcClient jdbc;
  private final MatchmakingTable table;
  private final Clock clock;

  PlanTable(JdbcClient jdbc, MatchmakingTable table, Clock clock) {
    this.jdbc = jdbc;
    this.table = table;
    this.clock = clock;
  }

  /** All of a talk, the latest first. */
  List<PlanLine> lines(long talk) {
    return jdbc.sql(
            """
            select p.number, p.actor, p.computed_at, p.published_at,
                   (select count(*) from matchmaking_meeting m where m.plan_id = p.id) as meetings
            from matchmaking_plan p where p.talk_id = :talk order by p.number desc
            """)
        .param("talk", talk)
        .query((row, n) ->
            new PlanLine(
                row.getInt("number"),
                row.getInt("meetings"),
                row.getString("actor"),
                instant(row, "computed_at"),
                maybe(row, "published_at")))
        .list();
  }

  Optional<Plan> latest(long talk) {
    return find(talk, PLAN + "where p.talk_id = :talk order by p.number desc limit 1");
  }

  /** The one that holds. */
  Optional<Plan> published(long talk) {
    return find(
        talk,
        PLAN
            + "where p.talk_id = :talk and p.published_at is not null order by p.number desc limit 1");
  }

  private Optional<Plan> find(long talk, String sql) {
    return jdbc.sql(sql)
        .param("talk", talk)
        .query(PlanTable::head)
        .optional()
        .map(head -> filled(head, wanted(talk)));
  }

  private Map<Long, Pair> wanted(long talk) {
    return table.pairs(talk).stream()
        .filter(Pair::isWanted)
        .collect(Collectors.toMap(Pair::id, Function.identity()));
  }

  private Plan filled(Plan head, Map<Long, Pair> wanted) {
    return head.with(meetings(head.id(), wanted), unplaced(head.id(), wanted));
  }

  private static Plan head(ResultSet row, int n) throws SQLException {
    return new Plan(
        row.getLong("id"),
        row.getInt("number"),
        row.getInt("basis"),
        row.getInt("used"),
        new Bound(
            row.getInt("least"),
            Bound.Because.valueOf(row.getString("because")),
            row.getString("busiest_unit"),
            row.getInt("busiest"),
            row.getInt("least_unplaced"),
            row.getInt("least_idle")),
        row.getInt("idle"),
        row.getString("actor"),
        instant(row, "computed_at"),
        maybe(row, "published_at"),
        List.of(),
        Map.of());
  }

  private List<Appointment> meetings(long plan, Map<Long, Pair> wanted) {
    var found = new ArrayList<Appointment>();
    jdbc.sql(
            """
            select pair_id, from_at, until_at, seat, kept
            from matchmaking_meeting where plan_id = :plan order by from_at, seat
            """)
        .param("plan", plan)
        .query(row -> {
          var pair = wanted.get(row.getLong("pair_id"));
          if (pair != null) {
            found.add(
                new Appointment(
                    pair,
                    instant(row, "from_at"),
                    instant(row, "until_at"),
                    row.getInt("seat"),
                    row.getBoolean("kept")));
          }
        });
    return found;
  }

  private Map<Pair, Why> unplaced(long plan, Map<Long, Pair> wanted) {
    var found = new LinkedHashMap<Pair, Why>();
    jdbc.sql("select pair_id, why from matchmaking_unplaced where plan_id = :plan order by pair_id")
        .param("plan", plan)
        .query(row -> {
          var pair = wanted.get(row.getLong("pair_id"));
          if (pair != null) {
            found.put(pair, Why.valueOf(row.getString("why")));
          }
        });
    return found;
  }

  // --- writing ---

  /** Keeps a plan under the next number. */
  void add(long talk, int number, int basis, Draft draft, String actor) {
    var id =
        jdbc.sql(
                """
                insert into matchmaking_plan (talk_id, number, basis, used, idle, least, because, busiest_unit, busiest,
                                              least_unplaced, least_idle, actor, computed_at)
                values (:talk, :number, :basis, :used, :idle, :least, :because, :unit, :busiest, :leastUnplaced,
                        :leastIdle, :actor, :now)
                returning id
                """)
            .param("talk", talk)
            .param("number", number)
            .param("basis", basis)
            .param("used", draft.used())
            .param("idle", draft.idle())
            .param("least", draft.bound().slots())
            .param("because", draft.bound().because().name())
            .param("unit", draft.bound().unit())
            .param("busiest", draft.bound().busiest())
            .param("leastUnplaced", draft.bound().unplaced())
            .param("leastIdle", draft.bound().idle())
            .param("actor", actor)
            .param("now", sql(clock.instant()))
            .query(Long.class)
            .single();
    addMeetings(id, draft.meetings());
    addUnplaced(id, draft.unplaced());
  }

  private void addMeetings(long plan, List<Appointment> meetings) {
    jdbc.sql(
            """
            insert into matchmaking_meeting (plan_id, pair_id, from_at, until_at, seat, kept)
            select :plan, m.pair_id, m.from_at, m.until_at, m.seat, m.kept
            from unnest(cast(:pairs as bigint[]), cast(:from as timestamptz[]), cast(:until as timestamptz[]),
                        cast(:seats as int[]), cast(:kept as boolean[])) as m (pair_id, from_at, until_at, seat, kept)
            """)
        .param("plan", plan)
        .param("pairs", meetings.stream().map(one -> one.pair().id()).toArray(Long[]::new))
        .param("from", meetings.stream().map(one -> one.from().toString()).toArray(String[]::new))
        .param("until", meetings.stream().map(one -> one.until().toString()).toArray(String[]::new))
        .param("seats", meetings.stream().map(Appointment::seat).toArray(Integer[]::new))
        .param("kept", meetings.stream().map(Appointment::kept).toArray(Boolean[]::new))
        .update();
  }

  private void addUnplaced(long plan, Map<Pair, Why> unplaced) {
    jdbc.sql(
            """
            insert into matchmaking_unplaced (plan_id, pair_id, why)
            select :plan, u.pair_id, u.why
            from unnest(cast(:pairs as bigint[]), cast(:why as text[])) as u (pair_id, why)
            """)
        .param("plan", plan)
        .param("pairs", unplaced.keySet().stream().map(Pair::id).toArray(Long[]::new))
        .param("why", unplaced.values().stream().map(Why::name).toArray(String[]::new))
        .update();
  }

  void publish(Plan plan) {
    jdbc.sql("update matchmaking_plan set published_at = :now where id = :id")
        .param("id", plan.id())
        .param("now", sql(clock.instant()))
        .update();
  }
}
