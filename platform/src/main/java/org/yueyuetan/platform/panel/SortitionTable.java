package org.yueyuetan.platform.panel;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.organization.Kind;
import org.yueyuetan.platform.organization.Level;
import org.yueyuetan.platform.talk.Party;

/** The stored lotteries. Whoever asks has checked who may see the talk. */
@Component
class SortitionTable {

  private final JdbcClient jdbc;
  private final Clock clock;

  SortitionTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The talk's lottery that was not given up. */
  Optional<Sortition> ofTalk(long talk) {
    return jdbc.sql("select * from sortition where talk_id = :talk and status <> 'ABANDONED'")
        .param("talk", talk)
        .query(this::sortition)
        .optional();
  }

  /** Those that were given up after their commitment was made, oldest first. */
  List<Sortition> abandoned(long talk) {
    return jdbc.sql(
            "select * from sortition where talk_id = :talk and status = 'ABANDONED' order by id")
        .param("talk", talk)
        .query(this::sortition)
        .list();
  }

  /**
   * The lottery as the person saw it, kept for this transaction. So is the talk, first, as whoever
   * changes its list does: nobody slips onto the list while the seed is being committed.
   *
   * @throws EditedElsewhere when it is another by now
   */
  Sortition lock(long talk, int version) {
    jdbc.sql("select id from talk where id = :talk for update")
        .param("talk", talk)
        .query(Long.class)
        .single();
    return jdbc.sql(
            """
            select * from sortition where talk_id = :talk and status <> 'ABANDONED' and version = :version
            for update
            """)
        .param("talk", talk)
        .param("version", version)
        .query(this::sortition)
        .optional()
        .orElseThrow(() -> new EditedElsewhere("sortition of talk", talk));
  }

  void insert(long talk, Plan plan) {
    var id =
        jdbc.sql(
                """
                insert into sortition (talk_id, status, seats, region_code, kind, level, field, relevance, memory,
                                       created_at)
                values (:talk, 'PREPARING', :seats, :region, :kind, :level, :field, :relevance, :memory, :now)
                on conflict do nothing
                returning id
                """)
            .params(parameters(plan))
            .param("talk", talk)
            .param("now", now())
            .query(Long.class)
            .optional()
            .orElseThrow(() -> new EditedElsewhere("sortition of talk", talk));
    insertLists(id, plan);
  }

  void update(long id, Plan plan) {
    jdbc.sql(
            """
            update sortition
            set seats = :seats, region_code = :region, kind = :kind, level = :level, field = :field,
                relevance = :relevance, memory = :memory, version = version + 1
            where id = :id
            """)
        .params(parameters(plan))
        .param("id", id)
        .update();
    jdbc.sql("delete from sortition_quota where sortition_id = :id").param("id", id).update();
    jdbc.sql("delete from sortition_must where sortition_id = :id").param("id", id).update();
    insertLists(id, plan);
  }

  private void insertLists(long id, Plan plan) {
    for (var each : plan.allotments()) {
      jdbc.sql(
              """
              insert into sortition_quota (sortition_id, feature, value, least, most)
              values (:id, :feature, :value, :least, :most)
              """)
          .param("id", id)
          .param("feature", each.feature().name())
          .param("value", each.value())
          .param("least", each.least())
          .param("most", each.most())
          .update();
    }
    for (var must : plan.musts()) {
      jdbc.sql("insert into sortition_must (sortition_id, organization_id) values (:id, :must)")
          .param("id", id)
          .param("must", must)
          .update();
    }
  }

  void committed(long id, String seed, String commitment) {
    jdbc.sql(
            """
            update sortition
            set status = 'COMMITTED', seed = :seed, commitment = :commitment, committed_at = :now,
                version = version + 1
            where id = :id
            """)
        .param("id", id)
        .param("seed", seed)
        .param("commitment", commitment)
        .param("now", now())
        .update();
  }

  void frozen(long id, Sortition.Fixed fixed, String announced) {
    jdbc.sql(
            """
            update sortition
            set status = 'FROZEN', pool = :pool, quotas = :quotas, panels = :panels, chances = :chances,
                minimum = :minimum, gap = :gap, announced = :announced, frozen_at = :now, version = version + 1
            where id = :id
            """)
        .param("id", id)
        .param("pool", fixed.snapshot().pool())
        .param("quotas", fixed.snapshot().quotas())
        .param("panels", fixed.panels())
        .param("chances", fixed.chances())
        .param("minimum", fixed.minimum())
        .param("gap", fixed.gap())
        .param("announced", announced)
        .param("now", now())
        .update();
  }

  void drawn(long id, String publicText) {
    jdbc.sql(
            """
            update sortition
            set status = 'DRAWN', public_text = :publicText, drawn_at = :now, version = version + 1
            where id = :id
            """)
        .param("id", id)
        .param("publicText", publicText)
        .param("now", now())
        .update();
  }

  void abandoned(long id, String reason) {
    jdbc.sql(
            """
            update sortition
            set status = 'ABANDONED', reason = :reason, abandoned_at = :now, version = version + 1
            where id = :id
            """)
        .param("id", id)
        .param("reason", reason)
        .param("now", now())
        .update();
  }

  void round(long id, int number, String hash, long ticket, List<Long> seated, List<Long> gone) {
    jdbc.sql(
            """
            insert into sortition_round (sortition_id, round, hash, ticket, seated, gone, at)
            values (:id, :round, :hash, :ticket, :seated, :gone, :now)
            """)
        .param("id", id)
        .param("round", number)
        .param("hash", hash)
        .param("ticket", ticket)
        .param("seated", seated.toArray(Long[]::new))
        .param("gone", gone.toArray(Long[]::new))
        .param("now", now())
        .update();
  }

  void touch(long id) {
    jdbc.sql("update sortition set version = version + 1 where id = :id").param("id", id).update();
  }

  void change(
      long id,
      Sortition.Change.Kind kind,
      Optional<Long> organization,
      Optional<Party> guest,
      String reason,
      String office) {
    jdbc.sql(
            """
            insert into sortition_change (sortition_id, kind, organization_id, guest, reason, office, at)
            values (:id, :kind, :organization, :guest, :reason, :office, :now)
            """)
        .param("id", id)
        .param("kind", kind.name())
        .param("organization", organization.orElse(null))
        .param("guest", guest.map(Party::name).orElse(""))
        .param("reason", reason)
        .param("office", office)
        .param("now", now())
        .update();
  }

  List<Sortition.Change> changes(long id) {
    return jdbc.sql("select * from sortition_change where sortition_id = :id order by id")
        .param("id", id)
        .query((row, n) ->
            new Sortition.Change(
                Sortition.Change.Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("organization_id", Long.class)),
                constant(row, "guest", Party.class),
                row.getString("reason"),
                row.getString("office"),
                instant(row, "at")))
        .list();
  }

  /** Organizations that were struck by hand: off the list, they come back by hand only. */
  Set<Long> struck(long id) {
    return jdbc.sql(
            "select organization_id from sortition_change where sortition_id = :id and kind = 'STRIKE' and guest = ''")
        .param("id", id)
        .query(Long.class)
        .set();
  }

  /** The secret, for the draw alone. */
  String seed(long id) {
    return jdbc.sql("select seed from sortition where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  private Sortition sortition(ResultSet row, int n) throws SQLException {
    var id = row.getLong("id");
    var status = SortitionStatus.valueOf(row.getString("status"));
    var plan = plan(row, id);
    return new Sortition(
        id,
        row.getLong("talk_id"),
        status,
        plan,
        row.getString("commitment"),
        row.getString("announced"),
        fixed(row, plan.seats()),
        status == SortitionStatus.DRAWN
            ? Optional.of(
                new Sortition.Opened(
                    row.getString("seed"), row.getString("public_text"), rounds(id)))
            : Optional.empty(),
        row.getString("reason"),
        maybe(row, "committed_at"),
        maybe(row, "frozen_at"),
        maybe(row, "drawn_at"),
        maybe(row, "abandoned_at"),
        row.getInt("version"));
  }

  private Plan plan(ResultSet row, long id) throws SQLException {
    return new Plan(
        row.getInt("seats"),
        row.getString("region_code"),
        constant(row, "kind", Kind.class),
        constant(row, "level", Level.class),
        constant(row, "field", Field.class),
        Relevance.valueOf(row.getString("relevance")),
        row.getBoolean("memory"),
        jdbc.sql("select * from sortition_quota where sortition_id = :id order by feature, value")
            .param("id", id)
            .query((quota, n) ->
                new Allotment(
                    Feature.valueOf(quota.getString("feature")),
                    quota.getString("value"),
                    quota.getInt("least"),
                    quota.getInt("most")))
            .list(),
        jdbc.sql("select organization_id from sortition_must where sortition_id = :id order by 1")
            .param("id", id)
            .query(Long.class)
            .list());
  }

  private static Optional<Sortition.Fixed> fixed(ResultSet row, int seats) throws SQLException {
    var pool = row.getString("pool");
    return pool == null
        ? Optional.empty()
        : Optional.of(
            new Sortition.Fixed(
                new Snapshot(pool, row.getString("quotas"), seats),
                row.getString("panels"),
                row.getString("chances"),
                row.getDouble("minimum"),
                row.getDouble("gap")));
  }

  private List<Sortition.Round> rounds(long id) {
    return jdbc.sql("select * from sortition_round where sortition_id = :id order by round")
        .param("id", id)
        .query((row, n) ->
            new Sortition.Round(
                row.getInt("round"),
                row.getString("hash"),
                row.getLong("ticket"),
                ids(row.getArray("seated")),
                ids(row.getArray("gone")),
                instant(row, "at")))
        .list();
  }

  private static List<Long> ids(Array array) throws SQLException {
    return List.of((Long[]) array.getArray());
  }

  private static <T extends Enum<T>> Optional<T> constant(
      ResultSet row, String column, Class<T> type) throws SQLException {
    var name = row.getString(column);
    return name.isEmpty() ? Optional.empty() : Optional.of(Enum.valueOf(type, name));
  }

  private static Map<String, Object> parameters(Plan plan) {
    return Map.of(
        "seats", plan.seats(),
        "region", plan.region(),
        "kind", plan.kind().map(Kind::name).orElse(""),
        "level", plan.level().map(Level::name).orElse(""),
        "field", plan.field().map(Field::name).orElse(""),
        "relevance", plan.relevance().name(),
        "memory", plan.memory());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Optional<Instant> maybe(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
