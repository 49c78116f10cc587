package org.yueyuetan.platform.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.need.Visibility;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.words.Words;

/** Projects, what they need, and their history in the database. */
@Repository
class ProjectTable {

  /** Asks for a word that no text has. */
  private static final String NO_WORD = "' '";

  private static final String WHOLE =
      """
      select p.*, o.name as organization_name,
             exists (select from need n where n.id = p.need_id and n.status in ('DECLINED', 'WITHDRAWN')) as need_ended
      from project p join organization o on o.id = p.organization_id
      """;

  private static final String LINE =
      """
      select p.id, p.number, p.organization_id, o.name as organization_name, p.title, p.field, p.region_code,
             p.from_date, p.until_date, p.status, p.sample,
             coalesce(p.established_at, p.submitted_at, p.created_at) as since
      from project p join organization o on o.id = p.organization_id
      """;

  private static final String VISIBLE =
      "project_visible(p, :scopeRegion, :scopeOrganization, :scopeShared, :scopePublished, :reader)";

  /** What a person may see and a filter lets through, see {@link #reach} and {@link #terms}. */
  private static final String MATCHING =
      """
      where %s
        and (:status = '' or p.status = :status)
        and (:kind = '' or exists (select from project_item i where i.project_id = p.id and i.kind = :kind))
        and (:field = '' or p.field = :field)
        and p.region_code like :region
        and (:year = 0 or extract(year from p.established_at at time zone :zone) = :year)
        and (:organization = 0 or p.organization_id = :organization)
        and (:query = '' or p.number like :pattern
             or p.id in (select w.id from project w where w.words @@ cast(nullif(:query, '') as tsquery)))
      """
          .formatted(VISIBLE);

  private final JdbcClient jdbc;
  private final Clock clock;

  ProjectTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  // --- reading ---

  Optional<Project> find(Scope scope, long reader, long id) {
    return jdbc.sql(WHOLE + " where p.id = :id and " + VISIBLE)
        .params(scope.parameters())
        .param("reader", reader)
        .param("id", id)
        .query((row, n) -> project(row))
        .optional();
  }

  /** Locked until the transaction ends. Whoever asks must check what the person may do. */
  Optional<Project> hold(long id) {
    return jdbc.sql(WHOLE + " where p.id = :id for update of p")
        .param("id", id)
        .query((row, n) -> project(row))
        .optional();
  }

  List<ProjectLine> list(Scope scope, long reader, Filter filter, Optional<Long> after, int limit) {
    return jdbc.sql(LINE + MATCHING + " and p.id < :after order by p.id desc limit :limit")
        .params(reach(scope, reader))
        .params(terms(filter))
        .param("after", after.orElse(Long.MAX_VALUE))
        .param("limit", limit)
        .query((row, n) -> line(row))
        .list();
  }

  List<Project> page(Scope scope, long reader, Filter filter, Optional<Long> after, int limit) {
    return jdbc.sql(WHOLE + MATCHING + " and p.id < :after order by p.id desc limit :limit")
        .params(reach(scope, reader))
        .params(terms(filter))
        .param("after", after.orElse(Long.MAX_VALUE))
        .param("limit", limit)
        .query((row, n) -> project(row))
        .list();
  }

  /** Those established by organizations that are in use, newest first. */
  List<Project> running(Scope scope, long reader, int limit) {
    return jdbc.sql(WHOLE + MATCHING + " and o.active order by p.id desc limit :limit")
        .params(reach(scope, reader))
        .params(terms(Filter.ALL.in(ProjectStatus.ESTABLISHED)))
        .param("limit", limit)
        .query((row, n) -> project(row))
        .list();
  }

  List<ProjectLine> ofNeed(Scope scope, long reader, long need) {
    return linked(scope, reader, "p.need_id = :of and p.status <> 'WITHDRAWN'", need);
  }

  List<ProjectLine> ofTalk(Scope scope, long reader, long talk) {
    return linked(scope, reader, "p.talk_id = :of", talk);
  }

  private List<ProjectLine> linked(Scope scope, long reader, String condition, long id) {
    return jdbc.sql(LINE + " where " + condition + " and " + VISIBLE + " order by p.id")
        .params(scope.parameters())
        .param("reader", reader)
        .param("of", id)
        .query((row, n) -> line(row))
        .list();
  }

  Map<ProjectStatus, Integer> counts(Scope scope, long reader, Filter filter) {
    var counts = new EnumMap<ProjectStatus, Integer>(ProjectStatus.class);
    jdbc.sql("select p.status, count(*) as many from project p " + MATCHING + " group by p.status")
        .params(reach(scope, reader))
        .params(terms(filter))
        .query((row, n) ->
            counts.put(ProjectStatus.valueOf(row.getString("status")), row.getInt("many")))
        .list();
    return counts;
  }

  /** Years in which something was established that the person may see, newest first. */
  List<Integer> years(Scope scope, long reader) {
    return jdbc.sql(
            """
            select distinct cast(extract(year from p.established_at at time zone :zone) as int) as year
            from project p where p.established_at is not null and %s order by year desc
            """
                .formatted(VISIBLE))
        .params(reach(scope, reader))
        .param("zone", clock.getZone().getId())
        .query(Integer.class)
        .list();
  }

  List<ProjectMove> history(long id) {
    return jdbc.sql(
            "select event, status, reason, actor, at from project_move where project_id = :id order by id")
        .param("id", id)
        .query((row, n) ->
            new ProjectMove(
                ProjectEvent.valueOf(row.getString("event")),
                ProjectStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getString("actor"),
                row.getTimestamp("at").toInstant()))
        .list();
  }

  /** What these projects need, by project, in the order in which it was written down. */
  Map<Long, List<Item>> items(Collection<Long> projects) {
    return jdbc
        .sql(
            "select * from project_item where project_id = any (:projects) order by project_id, id")
        .param("projects", projects.toArray(Long[]::new))
        .query((row, n) -> item(row))
        .list()
        .stream()
        .collect(Collectors.groupingBy(Item::project, LinkedHashMap::new, Collectors.toList()));
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

  private Map<String, Object> terms(Filter filter) {
    var terms = new HashMap<String, Object>();
    terms.put("query", filter.query().isBlank() ? "" : Words.query(filter.query()).orElse(NO_WORD));
    terms.put("pattern", "%" + filter.query().replaceAll("[%_\\\\]", "") + "%");
    terms.put("status", filter.status().map(Enum::name).orElse(""));
    terms.put("kind", filter.kind().map(Enum::name).orElse(""));
    terms.put("field", filter.field().map(Enum::name).orElse(""));
    terms.put("region", filter.regionPrefix() + "%");
    terms.put("year", filter.year().orElse(0));
    terms.put("zone", clock.getZone().getId());
    terms.put("organization", filter.organization().orElse(0L));
    return terms;
  }

  // --- writing ---

  long add(long organization, ProjectDraft draft, boolean sample, @Nullable Long author) {
    return jdbc.sql(
            """
            insert into project (organization_id, need_id, title, goal, beneficiaries, served, field, region_code, place,
                                 from_date, until_date, visibility, status, sample, words, created_by, created_at)
            values (:organization, :need, :title, :goal, :beneficiaries, :served, :field, :region, :place,
                    :from, :until, :visibility, 'DRAFT', :sample, cast(:words as tsvector), :author, :now)
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

  boolean change(long id, ProjectDraft draft, int version) {
    return jdbc.sql(
                """
                update project
                set need_id = :need, title = :title, goal = :goal, beneficiaries = :beneficiaries, served = :served,
                    field = :field, region_code = :region, place = :place, from_date = :from, until_date = :until,
                    visibility = :visibility, words = cast(:words as tsvector), version = version + 1
                where id = :id and version = :version
                """)
            .params(values(draft))
            .param("id", id)
            .param("version", version)
            .update()
        == 1;
  }

  /** What a project needs is part of it: whoever looked at it before is told that it changed. */
  boolean touch(long id, int version) {
    return jdbc.sql(
                "update project set version = version + 1 where id = :id and version = :version")
            .param("id", id)
            .param("version", version)
            .update()
        == 1;
  }

  long addItem(long project, ItemDraft draft) {
    return jdbc.sql(
            """
            insert into project_item (project_id, kind, title, quantity, unit, lot)
            values (:project, :kind, :title, :quantity, :unit, :lot)
            returning id
            """)
        .param("project", project)
        .params(values(draft))
        .query(Long.class)
        .single();
  }

  void changeItem(long item, ItemDraft draft) {
    jdbc.sql(
            """
            update project_item set kind = :kind, title = :title, quantity = :quantity, unit = :unit, lot = :lot
            where id = :item
            """)
        .param("item", item)
        .params(values(draft))
        .update();
  }

  void removeItem(long item) {
    jdbc.sql("delete from project_item where id = :item").param("item", item).update();
  }

  /** A number and the talk are given with the establishment, and stay. */
  void move(
      long id,
      ProjectEvent event,
      ProjectStatus next,
      String reason,
      String actor,
      String number,
      Optional<Long> talk) {
    jdbc.sql(
            """
            update project
            set status = :status, version = version + 1,
                submitted_at = case when :event = 'SUBMIT' then :now else submitted_at end,
                established_at = case when :event = 'ESTABLISH' then :now else established_at end,
                number = case when :event = 'ESTABLISH' then :number else number end,
                talk_id = case when :event = 'ESTABLISH' then cast(:talk as bigint) else talk_id end
            where id = :id
            """)
        .param("id", id)
        .param("status", next.name())
        .param("event", event.name())
        .param("now", now())
        .param("number", number)
        .param("talk", talk.orElse(null))
        .update();
    jdbc.sql(
            """
            insert into project_move (project_id, event, status, reason, actor, at)
            values (:id, :event, :status, :reason, :actor, :now)
            """)
        .param("id", id)
        .param("event", event.name())
        .param("status", next.name())
        .param("reason", reason)
        .param("actor", actor)
        .param("now", now())
        .update();
  }

  private static Map<String, Object> values(ProjectDraft draft) {
    var values = new HashMap<String, @Nullable Object>();
    values.put("need", draft.need().orElse(null));
    values.put("title", draft.title());
    values.put("goal", draft.goal());
    values.put("beneficiaries", draft.beneficiaries());
    values.put("served", draft.served().orElse(null));
    values.put("field", draft.field().name());
    values.put("region", draft.region());
    values.put("place", draft.place());
    values.put("from", draft.from().orElse(null));
    values.put("until", draft.until().orElse(null));
    values.put("visibility", draft.visibility().name());
    values.put(
        "words", Words.index(draft.title(), draft.goal(), draft.beneficiaries(), draft.place()));
    return values;
  }

  private static Map<String, Object> values(ItemDraft draft) {
    return Map.of(
        "kind", draft.kind().name(),
        "title", draft.title(),
        "quantity", draft.quantity(),
        "unit", draft.unit(),
        "lot", draft.lot());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  // --- rows ---

  private static ProjectLine line(ResultSet row) throws SQLException {
    return new ProjectLine(
        row.getLong("id"),
        row.getString("number"),
        row.getLong("organization_id"),
        row.getString("organization_name"),
        row.getString("title"),
        Field.valueOf(row.getString("field")),
        row.getString("region_code"),
        Optional.ofNullable(row.getObject("from_date", LocalDate.class)),
        Optional.ofNullable(row.getObject("until_date", LocalDate.class)),
        ProjectStatus.valueOf(row.getString("status")),
        row.getBoolean("sample"),
        row.getTimestamp("since").toInstant());
  }

  private static Project project(ResultSet row) throws SQLException {
    return new Project(
        row.getLong("id"),
        row.getString("number"),
        row.getLong("organization_id"),
        row.getString("organization_name"),
        Optional.ofNullable(row.getObject("need_id", Long.class)),
        row.getBoolean("need_ended"),
        Optional.ofNullable(row.getObject("talk_id", Long.class)),
        row.getString("title"),
        row.getString("goal"),
        row.getString("beneficiaries"),
        Optional.ofNullable(row.getObject("served", Integer.class)),
        Field.valueOf(row.getString("field")),
        row.getString("region_code"),
        row.getString("place"),
        Optional.ofNullable(row.getObject("from_date", LocalDate.class)),
        Optional.ofNullable(row.getObject("until_date", LocalDate.class)),
        Visibility.valueOf(row.getString("visibility")),
        ProjectStatus.valueOf(row.getString("status")),
        row.getBoolean("sample"),
        row.getLong("created_by"),
        row.getTimestamp("created_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("submitted_at")).map(Timestamp::toInstant),
        Optional.ofNullable(row.getTimestamp("established_at")).map(Timestamp::toInstant),
        row.getInt("version"));
  }

  private static Item item(ResultSet row) throws SQLException {
    return new Item(
        row.getLong("id"),
        row.getLong("project_id"),
        Kind.valueOf(row.getString("kind")),
        row.getString("title"),
        row.getLong("quantity"),
        row.getString("unit"),
        row.getLong("lot"));
  }
}
