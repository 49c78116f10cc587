package org.yueyuetan.platform.fulfilment;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.agreement.Agreement;
import org.yueyuetan.platform.agreement.AgreementSigned;
import org.yueyuetan.platform.agreement.Party;

/** Begins with the last signature and ends when all is done, or when the parties say so. */
@Component
class Endings {

  private final FulfilmentTable table;
  private final Tidings tidings;
  private final ApplicationEventPublisher events;

  Endings(FulfilmentTable table, Tidings tidings, ApplicationEventPublisher events) {
    this.table = table;
    this.tidings = tidings;
    this.events = events;
  }

  @EventListener
  void on(AgreementSigned signed) {
    table.start(signed.agreement());
  }

  /** Called after whatever may have been the last thing to do. */
  void fulfilIfDone(Agreement agreement, SignedIn me) {
    var now = table.find(agreement.id()).orElseThrow();
    if (now.status().isOver() || !now.isDone()) {
      return;
    }
    table.end(now, FulfilmentEvent.FULFIL, "");
    table.note(agreement.id(), "FULFIL", "", "", me);
    tidings.toAll(agreement, "fulfilled", "");
    events.publishEvent(
        new AgreementFulfilled(
            agreement.id(), agreement.title(), agreement.project(), organizations(agreement)));
  }

  void terminate(Agreement agreement, String reason, String settlement, SignedIn me) {
    table.end(table.find(agreement.id()).orElseThrow(), FulfilmentEvent.TERMINATE, settlement);
    table.note(agreement.id(), "TERMINATE", "", reason, me);
    tidings.toAll(agreement, "terminated", reason);
    events.publishEvent(
        new AgreementTerminated(
            agreement.id(),
            agreement.title(),
            agreement.project(),
            organizations(agreement),
            reason));
  }

  private static List<Long> organizations(Agreement agreement) {
    return agreement.parties().stream().map(Party::organization).toList();
  }
}
