package org.yueyuetan.platform.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.organization.Organization;
import org.yueyuetan.platform.organization.Organizations;
import org.yueyuetan.platform.talk.Talk;

/** The page on which staff say from whom and how a panel is to be drawn, up to the fixed list. */
@Controller
class PreparationController {

  private static final int MOST_ANNOUNCED = 120;

  private final Sortitions sortitions;
  private final Wording wording;
  private final Organizations organizations;

  PreparationController(Sortitions sortitions, Wording wording, Organizations organizations) {
    this.sortitions = sortitions;
    this.wording = wording;
    this.organizations = organizations;
  }

  @GetMapping("/talks/{id}/lottery/prepare")
  ModelAndView prepare(@PathVariable long id, SignedIn me) {
    var talk = sortitions.ahead(me, id);
    var stored = sortitions.of(talk);
    if (stored.filter(each -> !each.status().isOpen()).isPresent()) {
      return protocol(id);
    }
    var plan = stored.map(Sortition::plan).orElseGet(() -> Plan.of(talk.capacity()));
    return page(talk, stored, typed(plan), Optional.of(plan), Form.empty(), me, HttpStatus.OK);
  }

  /** Without scripts the whole page again, with them the part that changes. */
  @PostMapping("/talks/{id}/lottery/preview")
  ModelAndView preview(
      @PathVariable long id,
      Form form,
      SignedIn me,
      @RequestHeader(name = "HX-Request", defaultValue = "") String part) {
    var talk = sortitions.ahead(me, id);
    var stored = sortitions.of(talk);
    var plan = read(form);
    if (form.hasFaults()) {
      return part.isEmpty()
          ? page(
              talk,
              stored,
              form,
              Optional.empty(),
              Form.empty(),
              me,
              HttpStatus.UNPROCESSABLE_CONTENT)
          : new ModelAndView("panel/preview", preview(talk, form, Optional.empty(), me));
    }
    if (form.ticked("adjust")) {
      var adjusted = adjusted(talk, plan, me);
      var again = new HashMap<>(adjusted.typed(organizations.names(adjusted.musts())));
      again.put("version", form.typed("version"));
      return page(
          talk, stored, Form.of(again), Optional.of(adjusted), Form.empty(), me, HttpStatus.OK);
    }
    return part.isEmpty()
        ? page(talk, stored, form, Optional.of(plan), Form.empty(), me, HttpStatus.OK)
        : new ModelAndView("panel/preview", preview(talk, form, Optional.of(plan), me));
  }

  @PostMapping("/talks/{id}/lottery/prepare")
  ModelAndView save(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var talk = sortitions.ahead(me, id);
    var plan = read(form);
    if (form.hasFaults()) {
      return page(
          talk,
          sortitions.of(talk),
          form,
          Optional.empty(),
          Form.empty(),
          me,
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      sortitions.save(id, plan, form.version(), me);
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return page(
          talk,
          sortitions.of(talk),
          form,
          Optional.of(plan),
          Form.empty(),
          me,
          HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "panel.done.saved");
    return prepare(id);
  }

  @PostMapping("/talks/{id}/lottery/commit")
  ModelAndView commit(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    sortitions.commit(id, form.version(), me);
    redirect.addFlashAttribute("done", "panel.done.committed");
    return prepare(id);
  }

  @PostMapping("/talks/{id}/lottery/freeze")
  ModelAndView freeze(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var talk = sortitions.ahead(me, id);
    var announced = form.text("announced", MOST_ANNOUNCED);
    if (!form.hasFaults()) {
      try {
        if (sortitions.freeze(id, form.version(), announced, me).isEmpty()) {
          redirect.addFlashAttribute("done", "panel.done.frozen");
          return protocol(id);
        }
        form.rejectAll("panel.fault.notFeasible");
      } catch (TooIntricate tooLong) {
        form.rejectAll("panel.fault.tooIntricate");
      }
    }
    var stored = sortitions.of(talk);
    var plan = stored.map(Sortition::plan).orElseGet(() -> Plan.of(talk.capacity()));
    return page(
        talk, stored, typed(plan), Optional.of(plan), form, me, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private Plan adjusted(Talk talk, Plan plan, SignedIn me) {
    var changed = new ArrayList<>(plan.allotments());
    try {
      for (var adjustment : sortitions.preview(talk, plan, me).adjustments()) {
        changed.replaceAll(each -> each.equals(adjustment.before()) ? adjustment.after() : each);
      }
    } catch (TooIntricate tooLong) {
      return plan;
    }
    return plan.with(changed);
  }

  private Plan read(Form form) {
    return Plan.read(
        form, wording.values(), name -> organizations.byName(name).map(Organization::id));
  }

  private Form typed(Plan plan) {
    return Form.of(plan.typed(organizations.names(plan.musts())));
  }

  private ModelAndView page(
      Talk talk,
      Optional<Sortition> stored,
      Form form,
      Optional<Plan> plan,
      Form freezing,
      SignedIn me,
      HttpStatus status) {
    var model = preview(talk, form, plan, me);
    model.put("sortition", stored);
    model.put("values", wording.values());
    model.put("form", form);
    model.put("freezing", freezing);
    var view = new ModelAndView("panel/prepare", model);
    view.setStatus(status);
    return view;
  }

  /** Empty plan: what was typed cannot be computed. */
  private Map<String, Object> preview(Talk talk, Form form, Optional<Plan> plan, SignedIn me) {
    var model = new HashMap<String, Object>();
    var preview = Optional.<Preview>empty();
    var tooIntricate = false;
    try {
      preview = plan.map(each -> sortitions.preview(talk, each, me));
    } catch (TooIntricate tooLong) {
      tooIntricate = true;
    }
    model.put("talk", talk);
    model.put("preview", preview);
    model.put("tooIntricate", tooIntricate);
    model.put("faults", form.hasFaults());
    model.put("districts", wording.districtNames());
    return model;
  }

  private static ModelAndView prepare(long id) {
    return new ModelAndView("redirect:/talks/" + id + "/lottery/prepare");
  }

  private static ModelAndView protocol(long id) {
    return new ModelAndView("redirect:/talks/" + id + "/lottery");
  }
}
