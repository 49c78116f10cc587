package org.yueyuetan.platform.selection;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.project.Progress;

/** Tells how much of projects and provisions both sides have said yes to. */
@Component
class Intents implements Progress {

  private final JdbcClient jdbc;

  Intents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Stage stage() {
    return Stage.INTENDED;
  }

  @Override
  public Map<Long, Long> ofItems(Collection<Long> items) {
    return amounts(
        """
        select e.item_id as id, sum(p.amount) as amount
        from selection_pair p join selection_entry e on e.id = p.project_entry
        where p.status = 'CONFIRMED' and e.item_id in (:ids)
        group by e.item_id
        """,
        items);
  }

  @Override
  public Map<Long, Long> ofProvisions(Collection<Long> provisions) {
    return amounts(
        """
        select e.provision_id as id, sum(p.amount) as amount
        from selection_pair p join selection_entry e on e.id = p.provider_entry
        where p.status = 'CONFIRMED' and e.provision_id in (:ids)
        group by e.provision_id
        """,
        provisions);
  }

  private Map<Long, Long> amounts(String sql, Collection<Long> ids) {
    var amounts = new HashMap<Long, Long>();
    if (!ids.isEmpty()) {
      jdbc.sql(sql)
          .param("ids", ids)
          .query(row -> {
            amounts.put(row.getLong("id"), row.getLong("amount"));
          });
    }
    return amounts;
  }
}
