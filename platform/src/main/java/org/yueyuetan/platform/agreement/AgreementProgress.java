package org.yueyuetan.platform.agreement;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.project.Progress;
import org.yueyuetan.platform.project.Sums;

/** How much of a project's needs, and of what organizations give, stands in signed agreements. */
@Component
class AgreementProgress implements Progress {

  private final Sums sums;

  AgreementProgress(Sums sums) {
    this.sums = sums;
  }

  @Override
  public Stage stage() {
    return Stage.SIGNED;
  }

  @Override
  public Map<Long, Long> ofItems(Collection<Long> items) {
    return sums.of(
        """
        select c.item_id as id, sum(c.quantity) as amount
        from agreement_contribution c join agreement a on a.id = c.agreement_id
        where a.status = 'SIGNED' and c.item_id = any (:ids) group by c.item_id
        """,
        items);
  }

  @Override
  public Map<Long, Long> ofProvisions(Collection<Long> provisions) {
    return sums.of(
        """
        select c.provision_id as id, sum(c.quantity) as amount
        from agreement_contribution c join agreement a on a.id = c.agreement_id
        where a.status = 'SIGNED' and c.provision_id = any (:ids) group by c.provision_id
        """,
        provisions);
  }
}
