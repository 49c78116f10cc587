package org.yueyuetan.platform.disposition;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.policy.Policies;
import org.yueyuetan.platform.policy.PolicyLine;
import org.yueyuetan.platform.policy.PolicyStatus;

/** Documents that were issued, as long as they hold. */
@Component
@Order(10)
class CitableDocuments implements Citable {

  /** The kind of what {@link Dispositions#cite} proposes. */
  static final String KIND = "policy";

  private final Policies policies;

  CitableDocuments(Policies policies) {
    this.policies = policies;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<Cited> search(SignedIn me, Matter matter, String words, int limit) {
    return policies.citable(Policies.reach(me), words, limit).stream().map(this::cited).toList();
  }

  @Override
  public List<Cited> find(SignedIn me, Collection<Long> ids) {
    return policies.lines(Policies.reach(me), ids).stream().map(this::cited).toList();
  }

  @Override
  public boolean mayCite(SignedIn me, Matter matter, long id) {
    return policies.lines(Policies.reach(me), Set.of(id)).stream()
        .anyMatch(document -> document.status() == PolicyStatus.ISSUED);
  }

  private Cited cited(PolicyLine document) {
    return new Cited(
        new Cited.Ref(KIND, document.id()),
        "disposition.citable.policy",
        ("《" + document.title() + "》 " + document.number()).strip(),
        document.status() == PolicyStatus.ISSUED ? "" : "policy.status." + document.status(),
        "/policies/" + document.id());
  }
}
