package org.yueyuetan.platform.selection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.project.Kind;

/**
 * Reads the pairs that both sides confirmed, for the rooms above: agreements are drafted from them.
 */
@Component
public class ConfirmedPairs {

  private static final String PAIR =
      """
      select p.id, p.selection_id, s.title as selection_title, s.talk_id, i.project_id, j.title as project_title,
             l.item_id, l.title as item_title, r.provision_id, r.title as provision_title,
             l.organization_id as receiver, a.name as receiver_name, r.organization_id as giver, b.name as giver_name,
             l.need_id, r.need_id as offer_id, l.kind, l.unit, p.amount, p.ended_at
      from selection_pair p
        join selection s on s.id = p.selection_id
        join selection_entry l on l.id = p.project_entry
        join selection_entry r on r.id = p.provider_entry
        join project_item i on i.id = l.item_id
        join project j on j.id = i.project_id
        join organization a on a.id = l.organization_id
        join organization b on b.id = r.organization_id
      where p.status = 'CONFIRMED'
        and (s.region_code like :scopeRegion or :scopeOrganization in (l.organization_id, r.organization_id))
      """;

  private final JdbcClient jdbc;

  ConfirmedPairs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The pair, for staff of the round's region and for both organizations. */
  public Optional<ConfirmedPair> find(Scope scope, long id) {
    return jdbc.sql(PAIR + " and p.id = :id")
        .params(scope.parameters())
        .param("id", id)
        .query(ConfirmedPairs::pair)
        .optional();
  }

  /** Of one round, in the order in which they were found. */
  public List<ConfirmedPair> of(Scope scope, long selection) {
    return jdbc.sql(PAIR + " and p.selection_id = :selection order by p.id")
        .params(scope.parameters())
        .param("selection", selection)
        .query(ConfirmedPairs::pair)
        .list();
  }

  /** Which of them an agreement carries out that gives to this item from this provision. */
  public List<Long> between(Optional<Long> item, Optional<Long> provision) {
    return jdbc.sql(
            """
            select p.id
            from selection_pair p
              join selection_entry l on l.id = p.project_entry and l.item_id = :item
              join selection_entry r on r.id = p.provider_entry and r.provision_id = :provision
            where p.status = 'CONFIRMED'
            order by p.id
            """)
        .param("item", item.orElse(null))
        .param("provision", provision.orElse(null))
        .query(Long.class)
        .list();
  }

  /** Of one project, the newest first. */
  public List<ConfirmedPair> ofProject(Scope scope, long project) {
    return jdbc.sql(PAIR + " and i.project_id = :project order by p.id desc")
        .params(scope.parameters())
        .param("project", project)
        .query(ConfirmedPairs::pair)
        .list();
  }

  /** Newest first; {@code after} is the last id of the page before. */
  public List<ConfirmedPair> list(Scope scope, Optional<Long> after, int limit) {
    return jdbc.sql(PAIR + " and p.id < :after order by p.id desc limit :limit")
        .params(scope.parameters())
        .param("after", after.orElse(Long.MAX_VALUE))
        .param("limit", limit)
        .query(ConfirmedPairs::pair)
        .list();
  }

  private static ConfirmedPair pair(ResultSet row, int n) throws SQLException {
    return new ConfirmedPair(
        row.getLong("id"),
        row.getLong("selection_id"),
        row.getString("selection_title"),
        Rows.maybeId(row, "talk_id"),
        row.getLong("project_id"),
        row.getString("project_title"),
        row.getLong("item_id"),
        row.getString("item_title"),
        row.getLong("provision_id"),
        row.getString("provision_title"),
        row.getLong("receiver"),
        row.getString("receiver_name"),
        row.getLong("giver"),
        row.getString("giver_name"),
        Rows.maybeId(row, "need_id"),
        Rows.maybeId(row, "offer_id"),
        Kind.valueOf(row.getString("kind")),
        row.getString("unit"),
        row.getLong("amount"),
        Rows.instant(row, "ended_at"));
  }
}
