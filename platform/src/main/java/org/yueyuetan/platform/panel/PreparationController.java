package org.yueyuetan.platform.panel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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

/**
 * The page on which staff say from whom and how a panel is to be drawn, up to the fixed list. All
 * of it is one form: whichever button is pressed, what was typed is kept or comes back.
 */
@Controller
class PreparationController {

  private static final int MOST_ANNOUNCED = 120;
  private static final int MOST_REASON = 200;

  /** So long a page waits for what is being computed; after that it is asked for again. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Sortitions sortitions;
  private final Previews previews;
  private final TalkList list;
  private final Wording wording;
  private final Organizations organizations;

  PreparationController(
      Sortitions sortitions,
      Previews previews,
      TalkList list,
      Wording wording,
      Organizations organizations) {
    this.sortitions = sortitions;
    this.previews = previews;
    this.list = list;
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
    return page(talk, typed(plan), Optional.of(plan), me, HttpStatus.OK);
  }

  /** Without scripts the whole page again, with them the part that changes. */
  @PostMapping("/talks/{id}/lottery/preview")
  ModelAndView preview(
      @PathVariable long id,
      Form form,
      SignedIn me,
      @RequestHeader(name = "HX-Request", defaultValue = "") String part) {
    var talk = sortitions.ahead(me, id);
    var plan = read(form);
    if (!part.isEmpty()) {
      return new ModelAndView("panel/preview", preview(talk, form, plan, me));
    }
    if (plan.isEmpty()) {
      return page(talk, form, plan, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    if (form.ticked("adjust")) {
      var adjusted = adjusted(talk, plan.get(), me);
      var again = new HashMap<>(adjusted.typed(organizations.names(adjusted.musts())));
      for (var kept : new String[] {"version", "listReason", "announced"}) {
        again.put(kept, form.typed(kept));
      }
      return page(talk, Form.of(again), Optional.of(adjusted), me, HttpStatus.OK);
    }
    return page(talk, form, plan, me, HttpStatus.OK);
  }

  @PostMapping("/talks/{id}/lottery/prepare")
  ModelAndView save(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var talk = sortitions.ahead(me, id);
    var plan = read(form);
    return step(
        talk,
        me,
        form,
        plan,
        () -> {
          sortitions.save(id, plan.orElseThrow(), form.version(), me);
          redirect.addFlashAttribute("done", "panel.done.saved");
          return prepare(id);
        });
  }

  @PostMapping("/talks/{id}/lottery/commit")
  ModelAndView commit(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var talk = sortitions.ahead(me, id);
    var plan = read(form);
    var reason =
        list.of(id).isEmpty()
            ? form.text("listReason", MOST_REASON)
            : form.required("listReason", MOST_REASON);
    return step(
        talk,
        me,
        form,
        plan,
        () -> {
          sortitions.commit(id, kept(talk, plan.orElseThrow(), form, me), reason, me);
          redirect.addFlashAttribute("done", "panel.done.committed");
          return prepare(id);
        });
  }

  @PostMapping("/talks/{id}/lottery/freeze")
  ModelAndView freeze(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var talk = sortitions.ahead(me, id);
    var plan = read(form);
    var announced = form.text("announced", MOST_ANNOUNCED);
    return step(
        talk,
        me,
        form,
        plan,
        () -> {
          var preview = previews.of(talk, plan.orElseThrow(), me, PATIENCE);
          if (preview.isEmpty() || preview.get().odds().isEmpty()) {
            form.rejectAll(preview.isEmpty() ? "panel.fault.computing" : "panel.fault.notFeasible");
            return page(talk, form, plan, me, HttpStatus.UNPROCESSABLE_CONTENT);
          }
          int version = kept(talk, plan.get(), form, me);
          if (sortitions.freeze(id, version, announced, me).isPresent()) {
            throw new EditedElsewhere(Sortitions.KIND, id);
          }
          redirect.addFlashAttribute("done", "panel.done.frozen");
          return protocol(id);
        });
  }

  /** Takes a step; what stands in its way is told above what was typed. */
  private ModelAndView step(
      Talk talk, SignedIn me, Form form, Optional<Plan> plan, Supplier<ModelAndView> taken) {
    if (form.hasFaults()) {
      return page(talk, form, plan, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      return taken.get();
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return page(talk, form, plan, me, HttpStatus.CONFLICT);
    } catch (ReasonMissing listedMeanwhile) {
      form.reject("listReason", "form.required");
    } catch (TooIntricate tooLong) {
      form.rejectAll("panel.fault.tooIntricate");
    }
    return page(talk, form, plan, me, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /** Version of the lottery with the plan as it stands on the page. */
  private int kept(Talk talk, Plan plan, Form form, SignedIn me) {
    return sortitions.of(talk).filter(stored -> stored.plan().equals(plan)).isPresent()
        ? form.version()
        : sortitions.save(talk.id(), plan, form.version(), me);
  }

  private Plan adjusted(Talk talk, Plan plan, SignedIn me) {
    var changed = new ArrayList<>(plan.allotments());
    try {
      previews
          .of(talk, plan, me, PATIENCE)
          .ifPresent(preview ->
              preview
                  .adjustments()
                  .forEach(adjustment ->
                      changed.replaceAll(
                          each -> each.equals(adjustment.before()) ? adjustment.after() : each)));
    } catch (TooIntricate tooLong) {
      return plan;
    }
    return plan.with(changed);
  }

  /** Empty when what was typed is no plan. */
  private Optional<Plan> read(Form form) {
    var plan =
        Plan.read(form, wording.values(), name -> organizations.byName(name).map(Organization::id));
    return form.hasFaults() ? Optional.empty() : Optional.of(plan);
  }

  private Form typed(Plan plan) {
    return Form.of(plan.typed(organizations.names(plan.musts())));
  }

  private ModelAndView page(
      Talk talk, Form form, Optional<Plan> plan, SignedIn me, HttpStatus status) {
    var model = preview(talk, form, plan, me);
    model.put("sortition", sortitions.of(talk));
    model.put("listed", list.of(talk.id()).size());
    var view = new ModelAndView("panel/prepare", model);
    view.setStatus(status);
    return view;
  }

  private Map<String, Object> preview(Talk talk, Form form, Optional<Plan> plan, SignedIn me) {
    var model = new HashMap<String, Object>();
    var preview = Optional.<Preview>empty();
    var tooIntricate = false;
    try {
      preview = plan.flatMap(each -> previews.of(talk, each, me, PATIENCE));
    } catch (TooIntricate tooLong) {
      tooIntricate = true;
    }
    model.put("talk", talk);
    model.put("values", wording.values());
    model.put("form", form);
    model.put("preview", preview);
    model.put("tooIntricate", tooIntricate);
    model.put("computing", plan.isPresent() && preview.isEmpty() && !tooIntricate);
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
