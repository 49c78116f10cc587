package org.yueyuetan.platform.selection;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.project.Progress;
import org.yueyuetan.platform.project.Sums;

/** Tells how much of projects and provisions both sides have said yes to. */
@Component
class Intents implements Progress {

  private final Sums sums;

  Intents(Sums sums) {
    this.sums = sums;
  }

  @Override
  public Stage stage() {
    return Stage.INTENDED;
  }

  @Override
  public Map<Long, Long> ofItems(Collection<Long> items) {
    return sums.of(
        """
        select e.item_id as id, sum(p.amount) as amount
        from selection_pair p join selection_entry e on e.id = p.project_entry
        where p.status = 'CONFIRMED' and e.item_id = any (:ids)
        group by e.item_id
        """,
        items);
  }

  @Override
  public Map<Long, Long> ofProvisions(Collection<Long> provisions) {
    return sums.of(
        """
        select e.provision_id as id, sum(p.amount) as amount
        from selection_pair p join selection_entry e on e.id = p.provider_entry
        where p.status = 'CONFIRMED' and e.provision_id = any (:ids)
        group by e.provision_id
        """,
        provisions);
  }
}
