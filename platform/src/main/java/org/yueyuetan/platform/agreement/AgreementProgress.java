package org.yueyuetan.platform.agreement;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.project.Progress;

/** How much of a project's needs, and of what organizations give, stands in signed agreements. */
@Component
class AgreementProgress implements Progress {

  private final JdbcClient jdbc;

  AgreementProgress(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Stage stage() {
    return Stage.SIGNED;
  }

  @Override
  public Map<Long, Long> ofItems(Collection<Long> items) {
    return sums(
        """
        select c.item_id as id, sum(c.quantity) as amount
        from agreement_contribution c join agreement a on a.id = c.agreement_id
        where a.status = 'SIGNED' and c.item_id = any(array[:ids]::bigint[]) group by c.item_id
        """,
        items);
  }

  @Override
  public Map<Long, Long> ofProvisions(Collection<Long> provisions) {
    return sums(
        """
        select c.provision_id as id, sum(c.quantity) as amount
        from agreement_contribution c join agreement a on a.id = c.agreement_id
        where a.status = 'SIGNED' and c.provision_id = any(array[:ids]::bigint[]) group by c.provision_id
        """,
        provisions);
  }

  private Map<Long, Long> sums(String sql, Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(sql)
        .param("ids", ids)
        .query((row, n) -> Map.entry(row.getLong("id"), row.getLong("amount")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
