package org.yueyuetan.platform.fulfilment;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.agreement.Agreement;
import org.yueyuetan.platform.agreement.Agreements;
import org.yueyuetan.platform.form.NotFound;

/** Hands a signed agreement to whoever may see it, with what they may do there. */
@Component
class Desk {

  private final Agreements agreements;
  private final FulfilmentTable table;

  Desk(Agreements agreements, FulfilmentTable table) {
    this.agreements = agreements;
    this.table = table;
  }

  /** Departments see of agreements what everyone sees. */
  static Scope reach(SignedIn me) {
    return me.scope() instanceof Scope.Region && !me.is(Role.ORGANIZER) && !me.is(Role.AUDITOR)
        ? Scope.PUBLISHED
        : me.scope();
  }

  Case open(SignedIn me, long id) {
    return lay(me, id, table.find(id));
  }

  /** As {@link #open}, held until the transaction ends. */
  Case hold(SignedIn me, long id) {
    return lay(me, id, table.hold(id));
  }

  /** As {@link #open}, for those who read reports and evidence. */
  Case inside(SignedIn me, long id) {
    return Optional.of(open(me, id))
        .filter(Case::inside)
        .orElseThrow(() -> new NotFound("fulfilment", id));
  }

  private Case lay(SignedIn me, long id, Optional<Fulfilment> found) {
    var agreement = agreements.find(me, id).orElseThrow(() -> new NotFound("agreement", id));
    var fulfilment = found.orElseThrow(() -> new NotFound("signed agreement", id));
    var party = agreements.party(me, agreement);
    boolean covers = covers(me, agreement);
    return new Case(
        agreement,
        fulfilment,
        party,
        covers && me.is(Role.ORGANIZER),
        party.isPresent() || (covers && (me.is(Role.ORGANIZER) || me.is(Role.AUDITOR))),
        agreements.readsWords(me, agreement));
  }

  private static boolean covers(SignedIn me, Agreement agreement) {
    return me.scope() instanceof Scope.Region(var prefix) && agreement.region().startsWith(prefix);
  }
}
