package org.yueyuetan.platform.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.agreement.Agreement;
import org.yueyuetan.platform.agreement.AgreementDraft;
import org.yueyuetan.platform.agreement.Agreements;
import org.yueyuetan.platform.agreement.Contribution;
import org.yueyuetan.platform.agreement.Milestone;
import org.yueyuetan.platform.agreement.Signatures;

/** Agreements from the first draft to the last signature; what follows is {@link PromiseYear}. */
final class AgreementYear {

  private static final int HOURS_TO_APPROVE = 18;
  private static final int HOURS_TO_SIGN = 15;

  /** The rooms that this part is told through. */
  record Services(Agreements agreements, Signatures signatures, PromiseYear.Services promises) {}

  private final Services on;
  private final Cast cast;
  private final Timetable timetable;
  private final ProjectYear market;
  private final Map<String, Long> ids = new HashMap<>();

  AgreementYear(Services on, Cast cast, Timetable timetable, ProjectYear market) {
    this.on = on;
    this.cast = cast;
    this.timetable = timetable;
    this.market = market;
  }

  void schedule(List<Cooperation.Deal> deals, SignedIn staff) {
    for (var deal : deals) {
      timetable.at(deal.drafted(), () -> Cast.as(staff, me -> draft(deal, me)));
      deal.returned().ifPresent(returned -> giveBack(deal, returned, staff));
      timetable.at(deal.signed().minusHours(HOURS_TO_APPROVE), () -> approve(deal));
      timetable.at(
          deal.signed().minusHours(HOURS_TO_SIGN),
          () -> Cast.as(staff, me -> on.agreements().start(id(deal), me)));
      timetable.at(deal.signed(), () -> sign(deal));
    }
    new PromiseYear(on.promises(), cast, timetable, this::id).schedule(deals, staff);
  }

  private void draft(Cooperation.Deal deal, SignedIn staff) {
    var id = on.agreements().draftSample(words(deal, Optional.empty()), staff);
    ids.put(deal.title(), id);
    on.agreements().submit(id, staff);
  }

  /** A party asks for another clause, and gets it. */
  private void giveBack(Cooperation.Deal deal, Cooperation.Returned returned, SignedIn staff) {
    timetable.at(
        returned.at(),
        () ->
            cast.as(
                deal.parties().get(returned.by() - 1),
                me -> on.agreements().giveBack(id(deal), returned.why(), me)));
    timetable.at(
        returned.at().plusHours(1),
        () ->
            Cast.as(
                staff,
                me -> {
                  on.agreements()
                      .change(
                          id(deal),
                          words(deal, Optional.of(returned.clause())),
                          now(deal, me).version(),
                          me);
                  on.agreements().submit(id(deal), me);
                }));
  }

  private void approve(Cooperation.Deal deal) {
    for (var party : deal.parties()) {
      cast.as(party, me -> on.agreements().approve(id(deal), now(deal, me).revision(), me));
    }
  }

  private void sign(Cooperation.Deal deal) {
    for (var party : deal.parties().subList(0, deal.signers().orElse(deal.parties().size()))) {
      cast.as(
          party,
          me -> on.signatures().sign(id(deal), now(deal, me).fileSha256(), Optional.empty(), me));
    }
  }

  private AgreementDraft words(Cooperation.Deal deal, Optional<String> clause) {
    return new AgreementDraft(
        deal.template(),
        deal.title(),
        deal.purpose(),
        Optional.of(market.project(deal.project())),
        deal.from(),
        deal.until(),
        deal.parties().stream().map(cast::organization).toList(),
        deal.gives().stream().map(this::contribution).toList(),
        deal.milestones().stream().map(AgreementYear::milestone).toList(),
        clause.map(more -> more + "\n").orElse("") + deal.template().clauses(),
        deal.disclosed());
  }

  private Contribution contribution(Cooperation.Share share) {
    var item = market.item(share.item());
    return new Contribution(
        0,
        share.by(),
        item.kind(),
        item.title(),
        share.quantity(),
        item.unit(),
        Optional.of(item.id()),
        Optional.of(market.provision(share.from())));
  }

  private static Milestone milestone(List<String> written) {
    return new Milestone(
        0, Integer.parseInt(written.get(0)), written.get(1), LocalDate.parse(written.get(2)));
  }

  private Agreement now(Cooperation.Deal deal, SignedIn me) {
    return on.agreements().find(me, id(deal)).orElseThrow();
  }

  private long id(Cooperation.Deal deal) {
    return Objects.requireNonNull(ids.get(deal.title()), deal.title());
  }
}
