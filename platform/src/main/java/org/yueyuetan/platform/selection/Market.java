package org.yueyuetan.platform.selection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.project.Kind;

/**
 * What may take part in a round. Of everything counts what is left: less than a project's smallest
 * useful lot is nothing.
 */
@Repository
class Market {

  /**
   * Nothing takes part in two rounds at once: it could be given away twice. What its organization
   * shows to the bureau alone takes part in none: the other side could not choose it.
   */
  private static final String SOURCES =
      """
      with taken as (
        select e.item_id, e.provision_id, sum(p.amount) as amount
        from selection_pair p join selection_entry e on e.id in (p.project_entry, p.provider_entry)
        where p.status = 'CONFIRMED'
        group by e.item_id, e.provision_id
      ), busy as (
        select e.item_id, e.provision_id
        from selection_entry e join selection s on s.id = e.selection_id
        where s.status in ('PREPARING', 'OPEN', 'CLOSED', 'ANNOUNCED') and s.id <> :selection
      )
      select 'PROJECT' as side, i.id, p.title as project_title, p.organization_id, o.name as organization_name, p.need_id,
             i.title, i.kind, i.unit, i.quantity - coalesce(t.amount, 0) as quantity, i.lot, p.region_code
      from project_item i
        join project p on p.id = i.project_id and p.status = 'ESTABLISHED'
        join organization o on o.id = p.organization_id and o.active
        left join taken t on t.item_id = i.id
      where p.region_code like :scopeRegion and p.visibility <> 'STAFF' and i.quantity - coalesce(t.amount, 0) >= i.lot
        and not exists (select from busy b where b.item_id = i.id)
      union all
      select 'PROVIDER', v.id, '', v.organization_id, o.name, v.offer_id,
             v.title, v.kind, v.unit, v.quantity - coalesce(t.amount, 0), 1, v.region_code
      from provision v
        join organization o on o.id = v.organization_id and o.active
        left join taken t on t.provision_id = v.id
      where v.status = 'OPEN' and v.region_code like :scopeRegion and v.visibility <> 'STAFF' and v.quantity > coalesce(t.amount, 0)
        and not exists (select from busy b where b.provision_id = v.id)
      order by side, kind, unit, organization_name, id
      """;

  private final JdbcClient jdbc;

  Market(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What may take part in this round. */
  List<Source> of(Scope scope, long selection) {
    return jdbc.sql(SOURCES)
        .params(scope.parameters())
        .param("selection", selection)
        .query(Market::source)
        .list();
  }

  private static Source source(ResultSet row, int n) throws SQLException {
    return new Source(
        Side.valueOf(row.getString("side")),
        row.getLong("id"),
        row.getString("project_title"),
        row.getLong("organization_id"),
        row.getString("organization_name"),
        Rows.maybeId(row, "need_id"),
        row.getString("title"),
        Kind.valueOf(row.getString("kind")),
        row.getString("unit"),
        row.getLong("quantity"),
        row.getLong("lot"));
  }
}
