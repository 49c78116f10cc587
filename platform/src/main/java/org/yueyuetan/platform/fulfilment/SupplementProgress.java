package org.yueyuetan.platform.fulfilment;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.project.Progress;
import org.yueyuetan.platform.project.Sums;

/**
 * How supplements changed what was signed: the difference, which may be less than nothing. Of an
 * agreement that was terminated only what was delivered stays signed.
 */
@Component
class SupplementProgress implements Progress {

  private static final String DIFFERENCE =
      """
      sum(case when f.status = 'TERMINATED' then least(d.delivered, c.quantity) else c.quantity end - c.agreed) as amount
      from fulfilment_amount c
      join fulfilment_delivered d on d.id = c.id
      join fulfilment f on f.agreement_id = c.agreement_id
      """;

  private final Sums sums;

  SupplementProgress(Sums sums) {
    this.sums = sums;
  }

  @Override
  public Stage stage() {
    return Stage.SIGNED;
  }

  @Override
  public Map<Long, Long> ofItems(Collection<Long> items) {
    return sums.of(
        "select c.item_id as id, " + DIFFERENCE + "where c.item_id = any (:ids) group by c.item_id",
        items);
  }

  @Override
  public Map<Long, Long> ofProvisions(Collection<Long> provisions) {
    return sums.of(
        "select c.provision_id as id, "
            + DIFFERENCE
            + "where c.provision_id = any (:ids) group by c.provision_id",
        provisions);
  }
}
