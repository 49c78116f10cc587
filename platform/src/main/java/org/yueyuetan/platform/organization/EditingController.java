package org.yueyuetan.platform.organization;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.region.Region;
import org.yueyuetan.platform.region.Regions;

/**
 * Enters organizations and changes them: staff everything, a representative how the own one
 * presents itself.
 */
@Controller
class EditingController {

  private static final int LONGEST_REASON = 200;

  private final Organizations organizations;
  private final Reception reception;
  private final Regions regions;
  private final Audit audit;

  EditingController(
      Organizations organizations, Reception reception, Regions regions, Audit audit) {
    this.organizations = organizations;
    this.reception = reception;
    this.regions = regions;
    this.audit = audit;
  }

  // --- entering ---

  @GetMapping("/organizations/new")
  ModelAndView fresh(SignedIn me) {
    return entering(Form.empty(), me, HttpStatus.OK);
  }

  @PostMapping("/organizations")
  ModelAndView register(Form form, SignedIn me, RedirectAttributes redirect) {
    var draft = reception.read(form, me.scope(), 0);
    if (!form.hasFaults()) {
      try {
        var id = organizations.register(draft);
        redirect.addFlashAttribute("done", "organization.registered");
        return new ModelAndView("redirect:/organizations/" + id);
      } catch (DuplicateKeyException somebodyWasFaster) {
        reception.rejectTwins(form, draft, 0);
      }
    }
    return entering(form, me, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ModelAndView entering(Form form, SignedIn me, HttpStatus status) {
    return page("organization/new", status, Map.of("form", form, "places", places(me.scope())));
  }

  // --- changing ---

  @GetMapping("/organizations/{id}/edit")
  ModelAndView edit(@PathVariable long id, SignedIn me) {
    var organization = inCharge(id, me);
    audit.opened("organization", id);
    return changing(organization, typed(organization), me, HttpStatus.OK);
  }

  @PostMapping("/organizations/{id}")
  ModelAndView change(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var organization = inCharge(id, me);
    try {
      if (me.is(Role.ORGANIZER)) {
        changeAll(id, form, me.scope());
      } else {
        changePresentation(id, form, me.scope());
      }
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return changing(inCharge(id, me), form, me, HttpStatus.CONFLICT);
    }
    if (form.hasFaults()) {
      return changing(organization, form, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    redirect.addFlashAttribute("done", "organization.saved");
    return new ModelAndView("redirect:/organizations/" + id);
  }

  private void changeAll(long id, Form form, Scope scope) {
    var draft = reception.read(form, scope, id);
    if (form.hasFaults()) {
      return;
    }
    try {
      organizations.change(scope, id, draft, form.version());
    } catch (DuplicateKeyException somebodyWasFaster) {
      reception.rejectTwins(form, draft, id);
    }
  }

  private void changePresentation(long id, Form form, Scope scope) {
    var introduction = OrganizationDraft.readIntroduction(form);
    var contacts = Contact.read(form);
    if (!form.hasFaults()) {
      organizations.present(scope, id, introduction, contacts, form.version());
    }
  }

  private ModelAndView changing(
      Organization organization, Form form, SignedIn me, HttpStatus status) {
    return page(
        "organization/edit",
        status,
        Map.of(
            "form",
            form,
            "organization",
            organization,
            "whole",
            me.is(Role.ORGANIZER),
            "places",
            places(me.scope())));
  }

  private Form typed(Organization organization) {
    var typed = new LinkedHashMap<String, Object>();
    typed.put("name", organization.name());
    typed.put("kind", organization.kind());
    typed.put("creditCode", organization.creditCode());
    typed.put("region", organization.regionCode());
    typed.put("level", organization.level());
    typed.put("fields", organization.fields());
    typed.put("competentUnit", organization.competentUnit());
    typed.put("partyType", organization.partyType());
    typed.put("members", organization.members());
    typed.put("introduction", organization.introduction());
    int n = 1;
    for (var contact : organizations.contacts(organization.id())) {
      typed.put("contactName" + n, contact.name());
      typed.put("contactPost" + n, contact.post());
      typed.put("contactPhone" + n, contact.phone());
      typed.put("contactEmail" + n, contact.email());
      n++;
    }
    return Form.of(typed);
  }

  // --- out of use, and back ---

  @GetMapping("/organizations/{id}/state")
  ModelAndView state(@PathVariable long id, SignedIn me) {
    return state(inCharge(id, me), Form.empty(), HttpStatus.OK);
  }

  @PostMapping("/organizations/{id}/deactivate")
  ModelAndView deactivate(
      @PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    return setActive(id, false, form, me, redirect);
  }

  @PostMapping("/organizations/{id}/reactivate")
  ModelAndView reactivate(
      @PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    return setActive(id, true, form, me, redirect);
  }

  private ModelAndView setActive(
      long id, boolean active, Form form, SignedIn me, RedirectAttributes redirect) {
    var organization = inCharge(id, me);
    var reason = form.required("reason", LONGEST_REASON);
    if (form.hasFaults()) {
      return state(organization, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      if (active) {
        organizations.reactivate(me.scope(), id, reason, form.version());
      } else {
        organizations.deactivate(me.scope(), id, reason, form.version());
      }
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return state(inCharge(id, me), form, HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute(
        "done", active ? "organization.reactivated" : "organization.deactivated");
    return new ModelAndView("redirect:/organizations/" + id);
  }

  private static ModelAndView state(Organization organization, Form form, HttpStatus status) {
    return page("organization/state", status, Map.of("organization", organization, "form", form));
  }

  // --- common ---

  private Organization inCharge(long id, SignedIn me) {
    return organizations
        .find(me.scope(), id)
        .filter(organization -> organization.liesIn(me.scope()))
        .orElseThrow(() -> new NotFound("organization", id));
  }

  /** Divisions in which the person may enter an organization. */
  private List<Region> places(Scope scope) {
    var prefix =
        scope instanceof Scope.Region(var within) ? Optional.of(within) : Optional.<String>empty();
    return regions.all().stream()
        .filter(region -> region.level() != Region.Level.PROVINCE)
        .filter(region -> prefix.filter(region.code()::startsWith).isPresent())
        .sorted(java.util.Comparator.comparing(Region::code))
        .toList();
  }

  private static ModelAndView page(String template, HttpStatus status, Map<String, ?> model) {
    var page = new ModelAndView(template, model);
    page.setStatus(status);
    return page;
  }
}
