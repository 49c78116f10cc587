package org.yueyuetan.platform.need;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.organization.Organizations;
import org.yueyuetan.platform.region.Regions;

/** One need: what it says, what is next, what became of it. */
@Controller
class NeedController {

  private static final int REASON = 500;

  private final Needs needs;
  private final Regions regions;
  private final Organizations organizations;
  private final ObjectProvider<NeedPart> rooms;

  NeedController(
      Needs needs, Regions regions, Organizations organizations, ObjectProvider<NeedPart> rooms) {
    this.needs = needs;
    this.regions = regions;
    this.organizations = organizations;
    this.rooms = rooms;
  }

  @GetMapping("/needs/{id}")
  ModelAndView show(@PathVariable long id, SignedIn me) {
    return page(existing(id, me), Form.empty(), me, HttpStatus.OK);
  }

  @GetMapping("/needs/public/{id}")
  ModelAndView published(@PathVariable long id) {
    var need = needs.find(Scope.PUBLISHED, id).orElseThrow(() -> new NotFound("need", id));
    return new ModelAndView("need/published", Map.of("need", need, "regions", regions));
  }

  @PostMapping("/needs/{id}/submit")
  String submit(@PathVariable long id, SignedIn me, RedirectAttributes redirect) {
    if (existing(id, me).text().isEmpty()) {
      return "redirect:/needs/" + id + "/edit";
    }
    needs.submit(id, me);
    return done(id, "need.submitted", redirect);
  }

  @PostMapping("/needs/{id}/withdraw")
  String withdraw(@PathVariable long id, SignedIn me, RedirectAttributes redirect) {
    needs.withdraw(id, me);
    return done(id, "need.withdrawn", redirect);
  }

  @PostMapping("/needs/{id}/restate")
  String restate(@PathVariable long id, SignedIn me, RedirectAttributes redirect) {
    var anew = needs.restate(id, me);
    redirect.addFlashAttribute("done", "need.restated");
    return "redirect:/needs/" + anew + "/edit";
  }

  @PostMapping("/needs/{id}/accept")
  ModelAndView accept(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    try {
      needs.accept(id, form.version(), me);
    } catch (EditedElsewhere changedMeanwhile) {
      form.rejectAll("need.fault.changedBeforeAccept");
      return page(existing(id, me), form, me, HttpStatus.CONFLICT);
    }
    return new ModelAndView(done(id, "need.accepted", redirect));
  }

  @PostMapping("/needs/{id}/decline")
  ModelAndView decline(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var reason = form.required("reason", REASON);
    if (form.hasFaults()) {
      return page(existing(id, me), form, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    needs.decline(id, reason, me);
    return new ModelAndView(done(id, "need.declined", redirect));
  }

  @PostMapping("/needs/{id}/answer")
  ModelAndView answer(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var answer = form.required("answer", 1000);
    if (form.hasFaults()) {
      return page(existing(id, me), form, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    needs.answer(id, answer, me);
    return new ModelAndView(done(id, "need.answered", redirect));
  }

  @PostMapping("/needs/{id}/release")
  ModelAndView release(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var reason = form.required("why", REASON);
    if (form.hasFaults()) {
      return page(existing(id, me), form, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    needs.release(id, reason, me);
    return new ModelAndView(done(id, "need.released", redirect));
  }

  @PostMapping("/needs/{id}/support")
  String support(@PathVariable long id, SignedIn me, RedirectAttributes redirect) {
    needs.support(id, me);
    return done(id, "need.supported", redirect);
  }

  @PostMapping("/needs/{id}/unsupport")
  String unsupport(@PathVariable long id, SignedIn me, RedirectAttributes redirect) {
    needs.takeBackSupport(id, me);
    return done(id, "need.unsupported", redirect);
  }

  private ModelAndView page(Need need, Form form, SignedIn me, HttpStatus status) {
    var supporters = needs.supporters(need);
    var own = me.organization().filter(o -> o == need.organization()).isPresent();
    var model = new LinkedHashMap<String, Object>();
    model.put("need", need);
    model.put("form", form);
    model.put("may", needs.permitted(need, me));
    model.put("own", own);
    model.put("parts", rooms.orderedStream().flatMap(room -> room.of(me, need).stream()).toList());
    model.put("history", own || !me.is(Role.REPRESENTATIVE) ? needs.history(need) : List.of());
    model.put("supporters", organizations.names(supporters).values().stream().sorted().toList());
    model.put("supporting", me.organization().filter(supporters::contains).isPresent());
    model.put("regions", regions);
    var page = new ModelAndView("need/need", model);
    page.setStatus(status);
    return page;
  }

  private Need existing(long id, SignedIn me) {
    return needs.find(me, id).orElseThrow(() -> new NotFound("need", id));
  }

  private static String done(long id, String key, RedirectAttributes redirect) {
    redirect.addFlashAttribute("done", key);
    return "redirect:/needs/" + id;
  }
}
