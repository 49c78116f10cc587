package org.yueyuetan.platform.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.need.Visibility;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.words.Words;

/** What organizations have to give, and its history, in the database. */
@Repository
class ProvisionTable {

  /** Asks for a word that no text has. */
  private static final String NO_WORD = "' '";

  private static final String WHOLE =
      """
      select p.*, o.name as organization_name
      from provision p join organization o on o.id = p.organization_id
      """;

  private static final String VISIBLE =
      "provision_visible(p, :scopeRegion, :scopeOrganization, :scopeShared, :scopePublished)";

  private static final String MATCHING =
      """
      where %s
        and (:status = '' or p.status = :status)
        and (:status <> 'OPEN' or exists (select from organization u where u.id = p.organization_id and u.active))
        and (:kind = '' or p.kind = :kind)
        and (:field = '' or p.field = :field)
        and p.region_code like :region
        and (:organization = 0 or p.organization_id = :organization)
        and (:query = '' or p.id in (select w.id from provision w where w.words @@ cast(nullif(:query, '') as tsquery)))
      """
          .formatted(VISIBLE);

  private final JdbcClient jdbc;
  private final Clock clock;

  ProvisionTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  // --- reading ---

  Optional<Provision> find(Scope scope, long id) {
    return jdbc.sql(WHOLE + " where p.id = :id and " + VISIBLE)
        .params(scope.parameters())
        .param("id", id)
        .query((row, n) -> provision(row))
        .optional();
  }

  /** Locked until the transaction ends. Whoever asks must check what the person may do. */
  Optional<Provision> hold(long id) {
    return jdbc.sql(WHOLE + " where p.id = :id for update of p")
        .param("id", id)
        .query((row, n) -> provision(row))
        .optional();
  }

  List<Provision> list(Scope scope, ProvisionFilter filter, Optional<Long> after, int limit) {
    return jdbc.sql(WHOLE + MATCHING + " and p.id < :after order by p.id desc limit :limit")
        .params(scope.parameters())
        .params(terms(filter))
        .param("after", after.orElse(Long.MAX_VALUE))
        .param("limit", limit)
        .query((row, n) -> provision(row))
        .list();
  }

  List<Provision> lines(Scope scope, Collection<Long> ids) {
    return jdbc.sql(WHOLE + " where p.id = any (:ids) and " + VISIBLE + " order by p.id")
        .params(scope.parameters())
        .param("ids", ids.toArray(Long[]::new))
        .query((row, n) -> provision(row))
        .list();
  }

  int count(Scope scope, ProvisionFilter filter) {
    return jdbc.sql("select count(*) from provision p " + MATCHING)
        .params(scope.parameters())
        .params(terms(filter))
        .query(Integer.class)
        .single();
  }

  List<Provision> ofOffer(Scope scope, long offer) {
    return jdbc.sql(WHOLE + " where p.offer_id = :offer and " + VISIBLE + " order by p.id")
        .params(scope.parameters())
        .param("offer", offer)
        .query((row, n) -> provision(row))
        .list();
  }

  List<ProvisionMove> history(long id) {
    return jdbc.sql(
            "select event, status, reason, actor, at from provision_move where provision_id = :id order by id")
        .param("id", id)
        .query((row, n) ->
            new ProvisionMove(
                ProvisionEvent.valueOf(row.getString("event")),
                ProvisionStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getString("actor"),
                row.getTimestamp("at").toInstant()))
        .list();
  }

  private static Map<String, Object> terms(ProvisionFilter filter) {
    return Map.of(
        "query", filter.query().isBlank() ? "" : Words.query(filter.query()).orElse(NO_WORD),
        "status", filter.status().map(Enum::name).orElse(""),
        "kind", filter.kind().map(Enum::name).orElse(""),
        "field", filter.field().map(Enum::name).orElse(""),
        "region", filter.regionPrefix() + "%",
        "organization", filter.organization().orElse(0L));
  }

  // --- writing ---

  long add(long organization, ProvisionDraft draft, boolean sample, @Nullable Long author) {
    return jdbc.sql(
            """
            insert into provision (organization_id, offer_id, kind, title, text, quantity, unit, field, region_code,
                                   from_date, until_date, visibility, status, sample, words, created_by, created_at)
            values (:organization, :offer, :kind, :title, :text, :quantity, :unit, :field, :region,
                    :from, :until, :visibility, 'OPEN', :sample, cast(:words as tsvector), :author, :now)
            returning id
            """)
        .param("organization", organization)
        .params(values(draft))
        .param("sample", sample)
        .param("author", author)
        .param("now", now())
        .query(Long.class)
        .single();
  }

  boolean change(long id, ProvisionDraft draft, int version) {
    return jdbc.sql(
                """
                update provision
                set offer_id = :offer, kind = :kind, title = :title, text = :text, quantity = :quantity, unit = :unit,
                    field = :field, region_code = :region, from_date = :from, until_date = :until,
                    visibility = :visibility, words = cast(:words as tsvector), version = version + 1
                where id = :id and version = :version
                """)
            .params(values(draft))
            .param("id", id)
            .param("version", version)
            .update()
        == 1;
  }

  void move(long id, ProvisionEvent event, ProvisionStatus next, String reason, String actor) {
    jdbc.sql("update provision set status = :status, version = version + 1 where id = :id")
        .param("id", id)
        .param("status", next.name())
        .update();
    record(id, event, next, reason, actor);
  }

  void record(long id, ProvisionEvent event, ProvisionStatus status, String reason, String actor) {
    jdbc.sql(
            """
            insert into provision_move (provision_id, event, status, reason, actor, at)
            values (:id, :event, :status, :reason, :actor, :now)
            """)
        .param("id", id)
        .param("event", event.name())
        .param("status", status.name())
        .param("reason", reason)
        .param("actor", actor)
        .param("now", now())
        .update();
  }

  private static Map<String, Object> values(ProvisionDraft draft) {
    var values = new HashMap<String, @Nullable Object>();
    values.put("offer", draft.offer().orElse(null));
    values.put("kind", draft.kind().name());
    values.put("title", draft.title());
    values.put("text", draft.text());
    values.put("quantity", draft.quantity());
    values.put("unit", draft.unit());
    values.put("field", draft.field().name());
    values.put("region", draft.region());
    values.put("from", draft.from().orElse(null));
    values.put("until", draft.until().orElse(null));
    values.put("visibility", draft.visibility().name());
    values.put("words", Words.index(draft.title(), draft.text()));
    return values;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Provision provision(ResultSet row) throws SQLException {
    return new Provision(
        row.getLong("id"),
        row.getLong("organization_id"),
        row.getString("organization_name"),
        Optional.ofNullable(row.getObject("offer_id", Long.class)),
        Kind.valueOf(row.getString("kind")),
        row.getString("title"),
        row.getString("text"),
        row.getLong("quantity"),
        row.getString("unit"),
        Field.valueOf(row.getString("field")),
        row.getString("region_code"),
        Optional.ofNullable(row.getObject("from_date", LocalDate.class)),
        Optional.ofNullable(row.getObject("until_date", LocalDate.class)),
        Visibility.valueOf(row.getString("visibility")),
        ProvisionStatus.valueOf(row.getString("status")),
        row.getBoolean("sample"),
        row.getTimestamp("created_at").toInstant(),
        row.getInt("version"));
  }
}
