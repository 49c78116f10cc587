package org.yueyuetan.platform.fulfilment;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.project.Progress;
import org.yueyuetan.platform.project.Sums;

/** How much of a project's needs, and of what organizations give, was delivered and confirmed. */
@Component
class DeliveryProgress implements Progress {

  private final Sums sums;

  DeliveryProgress(Sums sums) {
    this.sums = sums;
  }

  @Override
  public Stage stage() {
    return Stage.DELIVERED;
  }

  @Override
  public Map<Long, Long> ofItems(Collection<Long> items) {
    return sums.of(
        """
        select c.item_id as id, sum(d.delivered) as amount
        from fulfilment_amount c join fulfilment_delivered d on d.id = c.id
        where c.item_id = any (:ids) group by c.item_id
        """,
        items);
  }

  @Override
  public Map<Long, Long> ofProvisions(Collection<Long> provisions) {
    return sums.of(
        """
        select c.provision_id as id, sum(d.delivered) as amount
        from fulfilment_amount c join fulfilment_delivered d on d.id = c.id
        where c.provision_id = any (:ids) group by c.provision_id
        """,
        provisions);
  }
}
