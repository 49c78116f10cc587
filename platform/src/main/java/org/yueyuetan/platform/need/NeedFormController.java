package org.yueyuetan.platform.need;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.organization.Filter;
import org.yueyuetan.platform.organization.Organization;
import org.yueyuetan.platform.organization.Organizations;
import org.yueyuetan.platform.region.Regions;

/** Writing a need down and changing it. What is not finished is kept as a draft. */
@Controller
class NeedFormController {

  private static final int OFFERED = 20;

  private final Needs needs;
  private final Regions regions;
  private final Organizations organizations;

  NeedFormController(Needs needs, Regions regions, Organizations organizations) {
    this.needs = needs;
    this.regions = regions;
    this.organizations = organizations;
  }

  @GetMapping("/needs/new")
  ModelAndView fresh(Form form, SignedIn me) {
    var typed = new LinkedHashMap<String, Object>();
    typed.put("direction", form.choice("direction", Direction.class).orElse(Direction.NEED));
    typed.put("visibility", Visibility.ORGANIZATIONS);
    me.organization()
        .or(() -> form.id("organization"))
        .flatMap(id -> organizations.find(me.scope(), id))
        .ifPresent(organization -> {
          typed.put("organization", organization.name());
          typed.put("region", organization.regionCode());
          organization.fields().stream().sorted().findFirst().ifPresent(f -> typed.put("field", f));
        });
    return page(Form.of(typed), Optional.empty(), me, HttpStatus.OK);
  }

  @PostMapping("/needs")
  ModelAndView create(Form form, SignedIn me, RedirectAttributes redirect) {
    var organization = organization(form, me);
    var submit = !form.typed("then").equals("draft");
    var draft = read(form, submit);
    if (form.hasFaults() || organization.isEmpty()) {
      return page(form, Optional.empty(), me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var id =
        submit
            ? needs.stateAndSubmit(draft, organization.get(), me)
            : needs.state(draft, organization.get(), me);
    redirect.addFlashAttribute("done", submit ? "need.submitted" : "need.draftKept");
    return new ModelAndView("redirect:/needs/" + id);
  }

  @GetMapping("/needs/{id}/edit")
  ModelAndView edit(@PathVariable long id, SignedIn me) {
    var need = existing(id, me);
    if (!needs.permitted(need, me).edit()) {
      return new ModelAndView("redirect:/needs/" + id);
    }
    return page(filled(need), Optional.of(need), me, HttpStatus.OK);
  }

  @PostMapping("/needs/{id}")
  ModelAndView change(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var need = existing(id, me);
    var draft = read(form, !form.typed("then").equals("draft"));
    if (form.hasFaults()) {
      return page(form, Optional.of(need), me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var submit = form.typed("then").equals("submit");
    try {
      if (submit) {
        needs.changeAndSubmit(id, draft, form.version(), me);
      } else {
        needs.change(id, draft, form.version(), me);
      }
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return page(form, Optional.of(existing(id, me)), me, HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute(
        "done",
        submit
            ? "need.submitted"
            : need.status() == NeedStatus.DRAFT ? "need.draftKept" : "need.saved");
    return new ModelAndView("redirect:/needs/" + id);
  }

  /** Names for the field in which staff name an organization. */
  @GetMapping("/needs/organizations")
  ModelAndView names(Form form, SignedIn me) {
    var typed = form.text("organization", 60);
    var found =
        typed.isEmpty()
            ? List.<Organization>of()
            : organizations.list(me.scope(), named(typed), Optional.empty(), OFFERED);
    return new ModelAndView(
        "need/organizations", Map.of("names", found.stream().map(Organization::name).toList()));
  }

  private NeedDraft read(Form form, boolean ready) {
    return ready ? NeedDraft.read(form, regions) : NeedDraft.unfinished(form, regions);
  }

  /** The organization that the need is of: the representative's own, or the one that staff name. */
  private Optional<Long> organization(Form form, SignedIn me) {
    if (me.is(Role.REPRESENTATIVE)) {
      return me.organization();
    }
    var typed = form.required("organization", 100);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    var found =
        organizations
            .byCreditCode(typed)
            .or(() -> organizations.byName(typed))
            .filter(organization -> organization.liesIn(me.scope()) && organization.active())
            .map(Organization::id);
    if (found.isEmpty()) {
      form.reject("organization", "need.fault.organization", typed);
    }
    return found;
  }

  private ModelAndView page(Form form, Optional<Need> need, SignedIn me, HttpStatus status) {
    var page =
        new ModelAndView(
            "need/form",
            Map.of(
                "form", form,
                "need", need,
                "regions", regions,
                "staff", me.is(Role.ORGANIZER)));
    page.setStatus(status);
    return page;
  }

  private static Form filled(Need need) {
    var typed = new LinkedHashMap<String, Object>();
    typed.put("direction", need.direction());
    typed.put("subject", need.title());
    typed.put("text", need.text());
    typed.put("kind", need.kind());
    typed.put("field", need.field());
    typed.put("region", need.region());
    typed.put("place", need.place());
    typed.put("from", need.from());
    typed.put("until", need.until());
    typed.put("quantity", need.quantity().map(q -> q.stripTrailingZeros().toPlainString()));
    typed.put("unit", need.unit());
    typed.put("visibility", need.visibility());
    return Form.of(typed);
  }

  private static Filter named(String typed) {
    var all = Filter.inUse();
    return new Filter(
        typed,
        all.kind(),
        all.regionCode(),
        all.field(),
        all.level(),
        all.partyType(),
        all.active());
  }

  private Need existing(long id, SignedIn me) {
    return needs.find(me, id).orElseThrow(() -> new NotFound("need", id));
  }
}
