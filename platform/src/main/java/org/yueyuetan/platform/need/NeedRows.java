package org.yueyuetan.platform.need;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.words.Words;

/** Needs, their history and their supports in the database. */
@Repository
class NeedRows {

  private static final String LINE =
      """
      select n.id, n.organization_id, o.name as organization_name, n.direction, n.title, n.kind, n.field,
             n.region_code, n.status, n.visibility, n.supports, n.sample,
             coalesce(n.submitted_at, n.created_at) as since
      from need n join organization o on o.id = n.organization_id
      """;

  private static final String WHOLE =
      """
      select n.*, o.name as organization_name
      from need n join organization o on o.id = n.organization_id
      """;

  /** What a person may see and a filter lets through, see {@link #reach} and {@link #terms}. */
  private static final String MATCHING =
      """
      where need_visible(n, :scopeRegion, :scopeOrganization, :scopeShared, :scopePublished, :reader)
        and (:status = '' or n.status = :status)
        and (:direction = '' or n.direction = :direction)
        and (:kind = '' or n.kind = :kind)
        and (:field = '' or n.field = :field)
        and n.region_code like :region
        and (:organization = 0 or n.organization_id = :organization)
        and (:query = '' or n.id in (select w.id from need w where w.words @@ cast(nullif(:query, '') as tsquery)))
      """;

  private static final String ACCEPTED =
      """
      where n.status = 'ACCEPTED' and n.region_code like :scopeRegion
        and not exists (select from unnest(:except) as left_out (id) where left_out.id = n.id)
      """;

  /** Asks for a word that no text has. */
  private static final String NO_WORD = "' '";

  private final JdbcClient jdbc;

  NeedRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  // --- reading ---

  Optional<Need> find(Scope scope, long reader, long id) {
    return jdbc.sql(
            WHOLE
                + """
                where n.id = :id
                  and need_visible(n, :scopeRegion, :scopeOrganization, :scopeShared, :scopePublished, :reader)
                """)
        .params(scope.parameters())
        .param("reader", reader)
        .param("id", id)
        .query((row, n) -> need(row))
        .optional();
  }

  /** The row, held until the transaction ends. Whoever asks must check what the person may do. */
  Optional<Need> hold(long id) {
    return jdbc.sql(
            WHOLE
                + """
                where n.id = :id
                for update of n
                """)
        .param("id", id)
        .query((row, n) -> need(row))
        .optional();
  }

  List<NeedLine> list(
      Scope scope, long reader, Filter filter, Set<Long> except, Optional<Long> after, int limit) {
    return jdbc.sql(
            LINE
                + MATCHING
                + """
                  and n.id < :after
                  and not exists (select from unnest(:except) as left_out (id) where left_out.id = n.id)
                order by n.id desc
                limit :limit
                """)
        .params(reach(scope, reader))
        .params(terms(filter))
        .param("except", except.toArray(Long[]::new))
        .param("after", after.orElse(Long.MAX_VALUE))
        .param("limit", limit)
        .query((row, n) -> line(row))
        .list();
  }

  Map<NeedStatus, Integer> counts(Scope scope, long reader, Filter filter) {
    var counts = new EnumMap<NeedStatus, Integer>(NeedStatus.class);
    jdbc.sql(
            "select n.status, count(*) as many from need n\n"
                + MATCHING
                + """
                group by n.status
                """)
        .params(reach(scope, reader))
        .params(terms(filter))
        .query(
            (row, n) -> counts.put(NeedStatus.valueOf(row.getString("status")), row.getInt("many")))
        .list();
    return counts;
  }

  List<Need> page(Scope scope, long reader, Filter filter, Optional<Long> after, int limit) {
    return jdbc.sql(
            WHOLE
                + MATCHING
                + """
                  and n.id < :after
                order by n.id desc
                limit :limit
                """)
        .params(reach(scope, reader))
        .params(terms(filter))
        .param("after", after.orElse(Long.MAX_VALUE))
        .param("limit", limit)
        .query((row, n) -> need(row))
        .list();
  }

  List<NeedLine> lines(Scope scope, long reader, Collection<Long> ids) {
    return jdbc.sql(
            LINE
                + """
                where n.id = any (:ids)
                  and need_visible(n, :scopeRegion, :scopeOrganization, :scopeShared, :scopePublished, :reader)
                order by n.id
                """)
        .params(scope.parameters())
        .param("reader", reader)
        .param("ids", ids.toArray(Long[]::new))
        .query((row, n) -> line(row))
        .list();
  }

  /** A title that stands for a need that is not ended. */
  record Titled(long id, long organization, String title) {}

  List<Titled> titles(Collection<Long> organizations) {
    return jdbc.sql(
            """
            select id, organization_id, title from need
            where organization_id = any (:organizations) and status not in ('DECLINED', 'WITHDRAWN')
            """)
        .param("organizations", organizations.toArray(Long[]::new))
        .query((row, n) ->
            new Titled(row.getLong("id"), row.getLong("organization_id"), row.getString("title")))
        .list();
  }

  /** How many {@link #accepted} would tell. */
  int countAccepted(Scope scope, Set<Long> except) {
    return jdbc.sql("select count(*) from need n\n" + ACCEPTED)
        .params(scope.parameters())
        .param("except", except.toArray(Long[]::new))
        .query(Integer.class)
        .single();
  }

  List<NeedText> accepted(Scope scope, Set<Long> except) {
    return jdbc.sql(
            """
            select n.id, n.organization_id, n.title, n.text, n.kind, n.field, n.region_code,
                   coalesce(n.submitted_at, n.created_at) as since
            from need n
            """
                + ACCEPTED
                + "order by n.id")
        .params(scope.parameters())
        .param("except", except.toArray(Long[]::new))
        .query((row, n) ->
            new NeedText(
                row.getLong("id"),
                row.getLong("organization_id"),
                row.getString("title"),
                row.getString("text"),
                Kind.valueOf(row.getString("kind")),
                Field.valueOf(row.getString("field")),
                row.getString("region_code"),
                row.getTimestamp("since").toInstant()))
        .list();
  }

  List<NeedMove> history(long id) {
    return jdbc.sql(
            "select event, status, reason, actor, at from need_move where need_id = :id order by id")
        .param("id", id)
        .query((row, n) ->
            new NeedMove(
                NeedEvent.valueOf(row.getString("event")),
                NeedStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getString("actor"),
                row.getTimestamp("at").toInstant()))
        .list();
  }

  List<Long> supporters(long id) {
    return jdbc.sql(
            "select organization_id from need_support where need_id = :id order by at, organization_id")
        .param("id", id)
        .query(Long.class)
        .list();
  }

  /**
   * A list of staff holds their region and no more, although they may open what is shared or public
   * elsewhere.
   */
  private static Map<String, Object> reach(Scope scope, long reader) {
    var reach = new HashMap<>(scope.parameters());
    if (scope instanceof Scope.Region) {
      reach.put("scopeShared", false);
      reach.put("scopePublished", false);
    }
    reach.put("reader", reader);
    return reach;
  }

  private static Map<String, Object> terms(Filter filter) {
    return Map.of(
        "query", filter.query().isBlank() ? "" : Words.query(filter.query()).orElse(NO_WORD),
        "status", filter.status().map(Enum::name).orElse(""),
        "direction", filter.direction().map(Enum::name).orElse(""),
        "kind", filter.kind().map(Enum::name).orElse(""),
        "field", filter.field().map(Enum::name).orElse(""),
        "region", filter.regionPrefix() + "%",
        "organization", filter.organization().orElse(0L));
  }

  // --- writing ---

  long add(long organization, NeedDraft draft, boolean sample, @Nullable Long author, Instant at) {
    return jdbc.sql(
            """
            insert into need (organization_id, direction, title, text, kind, field, region_code, place,
                              from_date, until_date, quantity, unit, visibility, status, sample, words,
                              created_by, created_at)
            values (:organization, :direction, :title, :text, :kind, :field, :region, :place,
                    :from, :until, :quantity, :unit, :visibility, 'DRAFT', :sample,
                    cast(:words as tsvector), :author, :at)
            returning id
            """)
        .param("organization", organization)
        .params(values(draft))
        .param("sample", sample)
        .param("author", author)
        .param("at", utc(at))
        .query(Long.class)
        .single();
  }

  boolean change(long id, NeedDraft draft, int version) {
    return jdbc.sql(
                """
                update need
                set direction = :direction, title = :title, text = :text, kind = :kind, field = :field,
                    region_code = :region, place = :place, from_date = :from, until_date = :until,
                    quantity = :quantity, unit = :unit, visibility = :visibility,
                    words = cast(:words as tsvector), version = version + 1
                where id = :id and version = :version
                """)
            .params(values(draft))
            .param("id", id)
            .param("version", version)
            .update()
        == 1;
  }

  void move(Need need, NeedEvent event, NeedStatus next, String reason, String actor, Instant at) {
    jdbc.sql(
            """
            update need
            set status = :status, version = version + 1,
                submitted_at = case when :event = 'SUBMIT' then :at else submitted_at end,
                answered_at = case when :event = 'ANSWER' then :at else answered_at end,
                answer = case when :event = 'ANSWER' then :reason else answer end
            where id = :id
            """)
        .param("id", need.id())
        .param("status", next.name())
        .param("event", event.name())
        .param("reason", reason)
        .param("at", utc(at))
        .update();
    jdbc.sql(
            """
            insert into need_move (need_id, event, status, reason, actor, at)
            values (:id, :event, :status, :reason, :actor, :at)
            """)
        .param("id", need.id())
        .param("event", event.name())
        .param("status", next.name())
        .param("reason", reason)
        .param("actor", actor)
        .param("at", utc(at))
        .update();
  }

  boolean support(long id, long organization, long account, Instant at) {
    return jdbc.sql(
                """
                insert into need_support (need_id, organization_id, account_id, at)
                values (:id, :organization, :account, :at)
                on conflict do nothing
                """)
            .param("id", id)
            .param("organization", organization)
            .param("account", account)
            .param("at", utc(at))
            .update()
        == 1;
  }

  boolean takeBackSupport(long id, long organization) {
    return jdbc.sql(
                "delete from need_support where need_id = :id and organization_id = :organization")
            .param("id", id)
            .param("organization", organization)
            .update()
        == 1;
  }

  void countSupports(long id) {
    jdbc.sql(
            """
            update need set supports = (select count(*) from need_support where need_id = :id) where id = :id
            """)
        .param("id", id)
        .update();
  }

  private static Map<String, Object> values(NeedDraft draft) {
    var values = new HashMap<String, @Nullable Object>();
    values.put("direction", draft.direction().name());
    values.put("title", draft.title());
    values.put("text", draft.text());
    values.put("kind", draft.kind().name());
    values.put("field", draft.field().name());
    values.put("region", draft.region());
    values.put("place", draft.place());
    values.put("from", draft.from().orElse(null));
    values.put("until", draft.until().orElse(null));
    values.put("quantity", draft.quantity().orElse(null));
    values.put("unit", draft.unit());
    values.put("visibility", draft.visibility().name());
    values.put("words", Words.index(draft.title(), draft.text(), draft.place()));
    return values;
  }

  private static Object utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  // --- rows ---

  private static NeedLine line(ResultSet row) throws SQLException {
    return new NeedLine(
        row.getLong("id"),
        row.getLong("organization_id"),
        row.getString("organization_name"),
        Direction.valueOf(row.getString("direction")),
        row.getString("title"),
        Kind.valueOf(row.getString("kind")),
        Field.valueOf(row.getString("field")),
        row.getString("region_code"),
        NeedStatus.valueOf(row.getString("status")),
        Visibility.valueOf(row.getString("visibility")),
        row.getInt("supports"),
        row.getBoolean("sample"),
        row.getTimestamp("since").toInstant());
  }

  private static Need need(ResultSet row) throws SQLException {
    return new Need(
        row.getLong("id"),
        row.getLong("organization_id"),
        row.getString("organization_name"),
        Direction.valueOf(row.getString("direction")),
        row.getString("title"),
        row.getString("text"),
        Kind.valueOf(row.getString("kind")),
        Field.valueOf(row.getString("field")),
        row.getString("region_code"),
        row.getString("place"),
        Optional.ofNullable(row.getObject("from_date", LocalDate.class)),
        Optional.ofNullable(row.getObject("until_date", LocalDate.class)),
        Optional.ofNullable(row.getBigDecimal("quantity")),
        row.getString("unit"),
        Visibility.valueOf(row.getString("visibility")),
        NeedStatus.valueOf(row.getString("status")),
        row.getString("answer"),
        Optional.ofNullable(row.getTimestamp("answered_at")).map(Timestamp::toInstant),
        row.getInt("supports"),
        row.getBoolean("sample"),
        row.getLong("created_by"),
        row.getTimestamp("created_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("submitted_at")).map(Timestamp::toInstant),
        row.getInt("version"));
  }
}
