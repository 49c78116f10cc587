package org.yueyuetan.platform.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.organization.Organization;
import org.yueyuetan.platform.organization.Organizations;
import org.yueyuetan.platform.project.Kind;
import org.yueyuetan.platform.project.Quantities;

/**
 * Reads and fills the form of an agreement. Rows are numbered from 1: {@code party-2}, {@code
 * give-3-title}, {@code by-1-due}; a row that holds nothing is passed over.
 */
@Component
class AgreementForm {

  private static final int NAME = 80;
  private static final int UNIT = 10;

  private final Organizations organizations;

  AgreementForm(Organizations organizations) {
    this.organizations = organizations;
  }

  /** What was written; to be used only if the form has no faults. */
  Optional<AgreementDraft> read(Form form, SignedIn me) {
    var template = form.need("template", form.choice("template", Template.class), Template.OTHER);
    var title = form.required("subject", AgreementDraft.TITLE);
    var purpose = form.required("purpose", AgreementDraft.PURPOSE);
    var from = form.need("from", form.date("from"), LocalDate.EPOCH);
    var until = form.need("until", form.date("until"), LocalDate.MAX);
    if (until.isBefore(from)) {
      form.reject("until", "agreement.fault.until");
    }
    var parties = parties(form, me);
    var contributions = contributions(form, parties.size());
    var milestones = milestones(form, parties.size(), from);
    var clauses = form.required("clauses", AgreementDraft.CLAUSES);
    if (form.hasFaults()) {
      return Optional.empty();
    }
    return Optional.of(
        new AgreementDraft(
            template,
            title,
            purpose,
            form.id("project"),
            from,
            until,
            parties,
            contributions,
            milestones,
            clauses,
            form.ticked("disclosed")));
  }

  /** By name or credit code; one after the other signs in this order. */
  private List<Long> parties(Form form, SignedIn me) {
    var parties = new ArrayList<Long>();
    for (int i = 1; i <= Party.MOST; i++) {
      var field = "party-" + i;
      var typed = i <= 2 ? form.required(field, NAME) : form.text(field, NAME);
      if (typed.isEmpty()) {
        continue;
      }
      var found =
          organizations
              .byName(typed)
              .or(() -> organizations.byCreditCode(typed))
              .filter(Organization::active);
      if (found.isEmpty()) {
        form.reject(field, "agreement.fault.party", typed);
      } else if (parties.contains(found.get().id())) {
        form.reject(field, "agreement.fault.partyTwice", typed);
      } else {
        parties.add(found.get().id());
      }
    }
    var mine = me.organization();
    if (!form.hasFaults() && mine.isPresent() && !parties.contains(mine.get())) {
      form.reject("party-1", "agreement.fault.notAParty");
    }
    return parties;
  }

  private List<Contribution> contributions(Form form, int parties) {
    var read = new ArrayList<Contribution>();
    for (int i = 1; i <= AgreementDraft.CONTRIBUTIONS; i++) {
      var row = "give-" + i + "-";
      if (form.typed(row + "title").isEmpty() && form.typed(row + "quantity").isEmpty()) {
        continue;
      }
      var kind = form.need(row + "kind", form.choice(row + "kind", Kind.class), Kind.SERVICE);
      read.add(
          new Contribution(
              0,
              party(form, row + "party", parties),
              kind,
              form.required(row + "title", NAME),
              form.need(row + "quantity", Quantities.read(form, row + "quantity", kind), 1L),
              kind == Kind.MONEY ? "" : form.required(row + "unit", UNIT),
              form.id(row + "item"),
              form.id(row + "provision")));
    }
    return read;
  }

  private List<Milestone> milestones(Form form, int parties, LocalDate from) {
    var read = new ArrayList<Milestone>();
    for (int i = 1; i <= AgreementDraft.MILESTONES; i++) {
      var row = "by-" + i + "-";
      if (form.typed(row + "title").isEmpty() && form.typed(row + "due").isEmpty()) {
        continue;
      }
      var due = form.need(row + "due", form.date(row + "due"), LocalDate.MAX);
      if (due.isBefore(from)) {
        form.reject(row + "due", "agreement.fault.due");
      }
      read.add(
          new Milestone(
              0, party(form, row + "party", parties), form.required(row + "title", NAME), due));
    }
    return read;
  }

  private static int party(Form form, String field, int parties) {
    return form.need(field, form.whole(field, 1, Math.max(parties, 1)), 1);
  }

  // --- filling ---

  Form filled(Agreement agreement) {
    var typed = new LinkedHashMap<String, Object>();
    typed.put("template", agreement.template());
    typed.put("subject", agreement.title());
    typed.put("purpose", agreement.purpose());
    typed.put("project", agreement.project());
    typed.put("from", agreement.from());
    typed.put("until", agreement.until());
    typed.put("clauses", agreement.clauses());
    typed.put("disclosed", agreement.disclosed() ? "on" : "");
    agreement.parties().forEach(party -> typed.put("party-" + party.position(), party.name()));
    for (int i = 0; i < agreement.contributions().size(); i++) {
      give(typed, i + 1, agreement.contributions().get(i));
    }
    for (int i = 0; i < agreement.milestones().size(); i++) {
      var one = agreement.milestones().get(i);
      var row = "by-" + (i + 1) + "-";
      typed.put(row + "party", one.party());
      typed.put(row + "title", one.title());
      typed.put(row + "due", one.due());
    }
    return Form.of(typed);
  }

  static void give(Map<String, Object> typed, int number, Contribution one) {
    var row = "give-" + number + "-";
    typed.put(row + "party", one.party());
    typed.put(row + "kind", one.kind());
    typed.put(row + "title", one.title());
    typed.put(row + "quantity", Quantities.typed(one.kind(), one.quantity()));
    typed.put(row + "unit", one.unit());
    typed.put(row + "item", one.item());
    typed.put(row + "provision", one.provision());
  }
}
