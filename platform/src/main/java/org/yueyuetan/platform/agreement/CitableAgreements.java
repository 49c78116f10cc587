package org.yueyuetan.platform.agreement;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.disposition.Citable;
import org.yueyuetan.platform.disposition.Cited;
import org.yueyuetan.platform.disposition.Matter;

/** Signed agreements: title and parties are public, so any answer may refer to one. */
@Component
@Order(40)
class CitableAgreements implements Citable {

  private final AgreementTable table;

  CitableAgreements(AgreementTable table) {
    this.table = table;
  }

  @Override
  public String kind() {
    return "agreement";
  }

  @Override
  public List<Cited> search(SignedIn me, Matter matter, String words, int limit) {
    return table.signed(Scope.PUBLISHED, words, limit).stream()
        .map(CitableAgreements::cited)
        .toList();
  }

  @Override
  public List<Cited> find(SignedIn me, Collection<Long> ids) {
    return table.lines(Scope.PUBLISHED, ids).stream().map(CitableAgreements::cited).toList();
  }

  @Override
  public boolean mayCite(SignedIn me, Matter matter, long id) {
    return !find(me, Set.of(id)).isEmpty();
  }

  private static Cited cited(AgreementLine line) {
    return new Cited(
        new Cited.Ref("agreement", line.id()),
        "agreement.citable",
        "《" + line.title() + "》 " + line.number(),
        "",
        "/agreements/" + line.id());
  }
}
