package org.yueyuetan.platform.selection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.project.Advances;
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
      with busy as (
        select e.item_id, e.provision_id
        from selection_entry e join selection s on s.id = e.selection_id
        where s.status in ('PREPARING', 'OPEN', 'CLOSED', 'ANNOUNCED') and s.id <> :selection
      )
      select 'PROJECT' as side, i.id, p.title as project_title, p.organization_id, o.name as organization_name, p.need_id,
             i.title, i.kind, i.unit, i.quantity, i.lot, p.region_code
      from project_item i
        join project p on p.id = i.project_id and p.status = 'ESTABLISHED'
        join organization o on o.id = p.organization_id and o.active
      where p.region_code like :scopeRegion and p.visibility <> 'STAFF'
        and not exists (select from busy b where b.item_id = i.id)
      union all
      select 'PROVIDER', v.id, '', v.organization_id, o.name, v.offer_id,
             v.title, v.kind, v.unit, v.quantity, 1, v.region_code
      from provision v
        join organization o on o.id = v.organization_id and o.active
      where v.status = 'OPEN' and v.region_code like :scopeRegion and v.visibility <> 'STAFF'
        and not exists (select from busy b where b.provision_id = v.id)
      order by side, kind, unit, organization_name, id
      """;

  private final JdbcClient jdbc;
  private final Advances advances;

  Market(JdbcClient jdbc, Advances advances) {
    this.jdbc = jdbc;
    this.advances = advances;
  }

  /** What may take part in this round. */
  List<Source> of(Scope scope, long selection) {
    var all =
        jdbc.sql(SOURCES)
            .params(scope.parameters())
            .param("selection", selection)
            .query(Market::source)
            .list();
    var items = advances.ofItems(quantities(all, Side.PROJECT));
    var provisions = advances.ofProvisions(quantities(all, Side.PROVIDER));
    return all.stream()
        .flatMap(source ->
            Optional.ofNullable(
                (source.side() == Side.PROJECT ? items : provisions).get(source.id()))
                .map(source::left)
                .stream())
        .filter(source -> source.quantity() >= source.lot())
        .toList();
  }

  private static Map<Long, Long> quantities(List<Source> all, Side side) {
    return all.stream()
        .filter(source -> source.side() == side)
        .collect(Collectors.toMap(Source::id, Source::quantity));
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
