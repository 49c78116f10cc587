package org.yueyuetan.platform.selection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yueyuetan.platform.project.Kind;

/** What takes part in rounds, and whom it ranks. Whoever asks has checked who may see the round. */
@Repository
class EntryTable {

  private static final String ENTRY =
      """
      select e.*, o.name as organization_name, i.project_id, coalesce(p.title, '') as project_title,
             coalesce(p.visibility, v.visibility) = 'PUBLIC' as published
      from selection_entry e
        join organization o on o.id = e.organization_id
        left join project_item i on i.id = e.item_id
        left join project p on p.id = i.project_id
        left join provision v on v.id = e.provision_id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  EntryTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  // --- reading ---

  /** Projects first, each side by kind and in the order of entering. */
  Entries of(long selection) {
    return new Entries(
        jdbc.sql(ENTRY + "where e.selection_id = :selection order by e.side, e.kind, e.unit, e.id")
            .param("selection", selection)
            .query(EntryTable::entry)
            .list());
  }

  /** Those of an organization in rounds that were opened, of the newest round first. */
  List<Entry> ofOrganization(long organization, int limit) {
    return jdbc.sql(
            ENTRY
                + """
                  join selection s on s.id = e.selection_id and s.opened_at is not null
                where e.organization_id = :organization
                order by e.selection_id desc, e.side, e.id limit :limit
                """)
        .param("organization", organization)
        .param("limit", limit)
        .query(EntryTable::entry)
        .list();
  }

  Optional<Entry> find(long selection, long id) {
    return jdbc.sql(ENTRY + "where e.id = :id and e.selection_id = :selection")
        .param("id", id)
        .param("selection", selection)
        .query(EntryTable::entry)
        .optional();
  }

  /** By entry, whom it ranks and how. */
  Map<Long, Map<Long, Integer>> ranks(long selection) {
    var ranks = new HashMap<Long, Map<Long, Integer>>();
    jdbc.sql(
            """
            select r.entry_id, r.other_id, r.rank
            from selection_rank r join selection_entry e on e.id = r.entry_id
            where e.selection_id = :selection
            """)
        .param("selection", selection)
        .query(row -> {
          ranks
              .computeIfAbsent(row.getLong("entry_id"), id -> new HashMap<>())
              .put(row.getLong("other_id"), row.getInt("rank"));
        });
    return ranks;
  }

  Map<Long, Integer> ranksOf(long entry) {
    var ranks = new HashMap<Long, Integer>();
    jdbc.sql("select other_id, rank from selection_rank where entry_id = :entry")
        .param("entry", entry)
        .query(row -> {
          ranks.put(row.getLong("other_id"), row.getInt("rank"));
        });
    return ranks;
  }

  // --- writing ---

  void add(long selection, Source source) {
    jdbc.sql(
            """
            insert into selection_entry (selection_id, side, item_id, provision_id, organization_id, need_id, title,
                                         kind, unit, quantity, lot)
            values (:selection, :side, :item, :provision, :organization, :need, :title, :kind, :unit, :quantity, :lot)
            """)
        .params(columns(source))
        .param("selection", selection)
        .update();
  }

  /** Brings words and quantities up to date: before the round opens they may change. */
  void refresh(long id, Source source) {
    jdbc.sql(
            """
            update selection_entry
            set title = :title, kind = :kind, unit = :unit, quantity = :quantity, lot = :lot, need_id = :need
            where id = :id
            """)
        .params(columns(source))
        .param("id", id)
        .update();
  }

  void remove(Collection<Long> ids) {
    if (!ids.isEmpty()) {
      jdbc.sql("delete from selection_entry where id in (:ids)").param("ids", ids).update();
    }
  }

  /** False when somebody saved ranks since. */
  boolean saved(long id, boolean submitted, int version) {
    return jdbc.sql(
                """
                update selection_entry set ranked_at = :now, submitted = :submitted, version = version + 1
                where id = :id and version = :version
                """)
            .param("id", id)
            .param("submitted", submitted)
            .param("version", version)
            .param("now", Rows.sql(clock.instant()))
            .update()
        == 1;
  }

  void rank(long id, Map<Long, Integer> ranks) {
    jdbc.sql("delete from selection_rank where entry_id = :id").param("id", id).update();
    if (!ranks.isEmpty()) {
      var others = ranks.keySet().stream().sorted().toList();
      jdbc.sql(
              """
              insert into selection_rank (entry_id, other_id, rank)
              select :id, r.other_id, r.rank
              from unnest(cast(:others as bigint[]), cast(:ranks as int[])) as r (other_id, rank)
              """)
          .param("id", id)
          .param("others", others.toArray(Long[]::new))
          .param("ranks", others.stream().map(ranks::get).toArray(Integer[]::new))
          .update();
    }
  }

  void gone(Collection<Long> ids, Entry.Gone why) {
    if (!ids.isEmpty()) {
      jdbc.sql("update selection_entry set gone = :why where id in (:ids) and gone = ''")
          .param("why", why.sql())
          .param("ids", ids)
          .update();
    }
  }

  /** Marks those whose organization, project or provision ended, and tells which they are. */
  List<Long> sweep(long selection) {
    return jdbc.sql(
            """
            update selection_entry e
            set gone = case when o.active then 'SOURCE' else 'ORGANIZATION' end
            from organization o
            where e.selection_id = :selection and e.gone = '' and o.id = e.organization_id
              and (not o.active
                   or exists (select from project_item i join project p on p.id = i.project_id
                              where i.id = e.item_id and p.status <> 'ESTABLISHED')
                   or exists (select from provision v where v.id = e.provision_id and v.status <> 'OPEN'))
            returning e.id
            """)
        .param("selection", selection)
        .query(Long.class)
        .list();
  }

  private static Map<String, Object> columns(Source source) {
    var columns = new HashMap<String, Object>();
    columns.put("side", source.side().name());
    columns.put("item", source.side() == Side.PROJECT ? source.id() : null);
    columns.put("provision", source.side() == Side.PROVIDER ? source.id() : null);
    columns.put("organization", source.organization());
    columns.put("need", source.need().orElse(null));
    columns.put("title", source.title());
    columns.put("kind", source.kind().name());
    columns.put("unit", source.unit());
    columns.put("quantity", source.quantity());
    columns.put("lot", source.lot());
    return columns;
  }

  private static Entry entry(ResultSet row, int n) throws SQLException {
    var side = Side.valueOf(row.getString("side"));
    return new Entry(
        row.getLong("id"),
        row.getLong("selection_id"),
        side,
        row.getLong(side == Side.PROJECT ? "item_id" : "provision_id"),
        Rows.maybeId(row, "project_id"),
        row.getString("project_title"),
        row.getLong("organization_id"),
        row.getString("organization_name"),
        Rows.maybeId(row, "need_id"),
        row.getString("title"),
        Kind.valueOf(row.getString("kind")),
        row.getString("unit"),
        row.getLong("quantity"),
        row.getLong("lot"),
        row.getBoolean("published"),
        Rows.maybe(row, "ranked_at"),
        row.getBoolean("submitted"),
        Entry.Gone.of(row.getString("gone")),
        row.getInt("version"));
  }
}
