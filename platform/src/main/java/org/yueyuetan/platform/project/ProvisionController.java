package org.yueyuetan.platform.project;

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
import org.springframework.web.util.UriComponentsBuilder;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.need.Need;
import org.yueyuetan.platform.need.Needs;
import org.yueyuetan.platform.need.Tab;
import org.yueyuetan.platform.region.Regions;

/** What organizations have to give: the list, one of them, writing it down. */
@Controller
class ProvisionController {

  private static final int PAGE = 50;
  private static final String OTHERS = "others";
  private static final List<String> TERMS = List.of("q", "kind", "field", "region");

  private final Provisions provisions;
  private final Advances advances;
  private final Partners partners;
  private final Needs needs;
  private final Founders founders;
  private final Regions regions;

  ProvisionController(
      Provisions provisions,
      Advances advances,
      Partners partners,
      Needs needs,
      Founders founders,
      Regions regions) {
    this.provisions = provisions;
    this.advances = advances;
    this.partners = partners;
    this.needs = needs;
    this.founders = founders;
    this.regions = regions;
  }

  @GetMapping("/provisions")
  ModelAndView list(Form form, SignedIn me) {
    var mine = me.is(Role.REPRESENTATIVE) && !form.typed("view").equals(OTHERS);
    var read = ProvisionFilter.read(form);
    var filter = mine ? me.organization().map(read::of).orElse(read) : read;
    var found = provisions.list(me.scope(), filter, form.id("after"), PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    var model = new LinkedHashMap<String, Object>();
    model.put("form", form);
    model.put("lines", shown);
    model.put("mine", mine);
    model.put("views", views(mine, me));
    model.put("total", provisions.count(me.scope(), filter));
    model.put("filtered", TERMS.stream().anyMatch(term -> !form.typed(term).isEmpty()));
    model.put(
        "next", found.size() > PAGE ? address(form, String.valueOf(shown.getLast().id())) : "");
    model.put("first", form.typed("after").isEmpty() ? "" : address(form, ""));
    model.put("regions", regions);
    return new ModelAndView("project/provisions", model);
  }

  @GetMapping("/provisions/{id}")
  ModelAndView show(@PathVariable long id, SignedIn me) {
    var provision = existing(id, me);
    var run = provisions.mayRun(provision, me);
    var model = new LinkedHashMap<String, Object>();
    model.put("provision", provision);
    model.put("advances", advances.ofProvisions(List.of(provision)));
    model.put("mayRun", run);
    model.put("origin", provision.offer().flatMap(offer -> needs.find(me, offer)));
    model.put("history", run ? provisions.history(provision) : List.of());
    model.put("regions", regions);
    return new ModelAndView("project/provision", model);
  }

  @GetMapping("/provisions/{id}/partners")
  ModelAndView partners(@PathVariable long id, SignedIn me) {
    var provision = existing(id, me);
    if (provision.status() != ProvisionStatus.OPEN
        || !(provisions.mayRun(provision, me) || me.is(Role.AUDITOR))) {
      return new ModelAndView("redirect:/provisions/" + id);
    }
    return new ModelAndView("project/partners")
        .addObject("title", provision.title())
        .addObject("back", "/provisions/" + id)
        .addObject("ofProject", false)
        .addObject("suggestions", partners.of(provision, me))
        .addObject("regions", regions);
  }

  @GetMapping("/provisions/new")
  ModelAndView fresh(Form form, SignedIn me) {
    var typed = Prefilled.provision(offer(form, me), founders.own(me));
    return page(Form.of(typed), Optional.empty(), me, HttpStatus.OK);
  }

  @PostMapping("/provisions")
  ModelAndView create(Form form, SignedIn me, RedirectAttributes redirect) {
    var organization = founders.read(form, me);
    var draft = ProvisionDraft.read(form, regions);
    if (form.hasFaults() || organization.isEmpty()) {
      return page(form, Optional.empty(), me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      var id = provisions.offer(draft, organization.get(), me);
      return done(id, "project.done.offered", redirect);
    } catch (NotReady lacking) {
      lacking.lacking().forEach(form::rejectAll);
      return page(form, Optional.empty(), me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @GetMapping("/provisions/{id}/edit")
  ModelAndView edit(@PathVariable long id, SignedIn me) {
    var provision = existing(id, me);
    if (provision.status() != ProvisionStatus.OPEN || !provisions.mayRun(provision, me)) {
      return new ModelAndView("redirect:/provisions/" + id);
    }
    return page(filled(provision), Optional.of(provision), me, HttpStatus.OK);
  }

  @PostMapping("/provisions/{id}")
  ModelAndView change(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var provision = existing(id, me);
    var draft = ProvisionDraft.read(form, regions);
    if (form.hasFaults()) {
      return page(form, Optional.of(provision), me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      provisions.change(id, draft, form.version(), me);
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return page(form, Optional.of(existing(id, me)), me, HttpStatus.CONFLICT);
    } catch (NotReady lacking) {
      lacking.lacking().forEach(form::rejectAll);
      return page(form, Optional.of(provision), me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return done(id, "project.done.saved", redirect);
  }

  @PostMapping("/provisions/{id}/close")
  ModelAndView close(@PathVariable long id, SignedIn me, RedirectAttributes redirect) {
    provisions.close(id, me);
    return done(id, "project.done.closed", redirect);
  }

  @PostMapping("/provisions/{id}/reopen")
  ModelAndView reopen(@PathVariable long id, SignedIn me, RedirectAttributes redirect) {
    provisions.reopen(id, me);
    return done(id, "project.done.reopened", redirect);
  }

  private ModelAndView page(
      Form form, Optional<Provision> provision, SignedIn me, HttpStatus status) {
    var page =
        new ModelAndView(
            "project/provisionForm",
            Map.of(
                "form", form,
                "provision", provision,
                "offer", offer(form, me),
                "regions", regions,
                "staff", me.is(Role.ORGANIZER)));
    page.setStatus(status);
    return page;
  }

  private Optional<Need> offer(Form form, SignedIn me) {
    return form.id("offer").flatMap(id -> needs.find(me, id));
  }

  private static Form filled(Provision provision) {
    var typed = new LinkedHashMap<String, Object>();
    typed.put("offer", provision.offer());
    typed.put("kind", provision.kind());
    typed.put("subject", provision.title());
    typed.put("text", provision.text());
    typed.put("quantity", Quantities.typed(provision.kind(), provision.quantity()));
    typed.put("unit", provision.unit());
    typed.put("field", provision.field());
    typed.put("region", provision.region());
    typed.put("from", provision.from());
    typed.put("until", provision.until());
    typed.put("visibility", provision.visibility());
    return Form.of(typed);
  }

  private static List<Tab> views(boolean mine, SignedIn me) {
    return me.is(Role.REPRESENTATIVE)
        ? List.of(
            new Tab("project.provision.view.own", "/provisions", -1, mine),
            new Tab("project.provision.view.others", "/provisions?view=" + OTHERS, -1, !mine))
        : List.of();
  }

  /** The list's address from the provision {@code after} on. */
  private static String address(Form form, String after) {
    var kept = new LinkedHashMap<String, String>();
    kept.put("view", form.typed("view"));
    TERMS.forEach(term -> kept.put(term, form.typed(term)));
    kept.put("after", after);
    kept.values().removeIf(String::isEmpty);
    var uri = UriComponentsBuilder.fromPath("/provisions");
    kept.keySet().forEach(parameter -> uri.queryParam(parameter, "{" + parameter + "}"));
    return uri.encode().buildAndExpand(kept).toUriString();
  }

  private Provision existing(long id, SignedIn me) {
    return provisions.find(me.scope(), id).orElseThrow(() -> new NotFound("provision", id));
  }

  private static ModelAndView done(long id, String key, RedirectAttributes redirect) {
    redirect.addFlashAttribute("done", key);
    return new ModelAndView("redirect:/provisions/" + id);
  }
}
