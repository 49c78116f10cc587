package org.yueyuetan.platform.matchmaking;

import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;

/** The matchmaking of a talk on one page: what it is made of, and the plan. */
@Controller
class MatchmakingController {

  private final Matchmaking matchmaking;
  private final Plans plans;
  private final Clock clock;

  MatchmakingController(Matchmaking matchmaking, Plans plans, Clock clock) {
    this.matchmaking = matchmaking;
    this.plans = plans;
    this.clock = clock;
  }

  @GetMapping("/talks/{id}/matchmaking")
  ModelAndView show(@PathVariable long id, SignedIn me) {
    return page(me, id, Form.empty(), HttpStatus.OK);
  }

  // --- times and tables ---

  @GetMapping("/talks/{id}/matchmaking/afternoon")
  ModelAndView afternoon(@PathVariable long id, SignedIn me) {
    var talk = matchmaking.inCharge(me, id);
    var form =
        matchmaking
            .afternoon(talk)
            .map(found -> AfternoonDraft.form(found, clock))
            .orElseGet(() -> AfternoonDraft.usual(talk, clock));
    return afternoonPage(me, id, form, HttpStatus.OK);
  }

  @PostMapping("/talks/{id}/matchmaking/afternoon")
  ModelAndView layOut(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var draft = AfternoonDraft.read(form, matchmaking.inCharge(me, id), clock);
    if (form.hasFaults()) {
      return afternoonPage(me, id, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      matchmaking.layOut(me, id, form.version(), draft);
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return afternoonPage(me, id, form, HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "matchmaking.done.laidOut");
    return back(id);
  }

  private ModelAndView afternoonPage(SignedIn me, long id, Form form, HttpStatus status) {
    var talk = matchmaking.inCharge(me, id);
    var page =
        new ModelAndView("matchmaking/afternoon")
            .addObject("talk", talk)
            .addObject("version", matchmaking.afternoon(talk).map(Afternoon::version).orElse(0))
            .addObject("form", form);
    page.setStatus(status);
    return page;
  }

  // --- who is not there ---

  @PostMapping("/talks/{id}/matchmaking/absences")
  ModelAndView away(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var draft = AwayDraft.read(form, matchmaking.inCharge(me, id), clock);
    return carryOut(me, id, form, redirect, "away", () -> matchmaking.away(me, id, draft));
  }

  @PostMapping("/talks/{id}/matchmaking/absences/{absence}/remove")
  ModelAndView back(
      @PathVariable long id,
      @PathVariable long absence,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    return carryOut(me, id, form, redirect, "back", () -> matchmaking.back(me, id, absence));
  }

  // --- the plan ---

  @PostMapping("/talks/{id}/matchmaking/plan")
  ModelAndView plan(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    return carryOut(me, id, form, redirect, "planned", () -> plans.plan(me, id, seen(form)));
  }

  @PostMapping("/talks/{id}/matchmaking/publish")
  ModelAndView publish(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    return carryOut(me, id, form, redirect, "published", () -> plans.publish(me, id, seen(form)));
  }

  /** The draft of the plan that the person was looking at; 0 before the first. */
  private static int seen(Form form) {
    return form.whole("number", 0, Integer.MAX_VALUE).orElse(0);
  }

  /** Does it unless something typed is wrong, or the rules do not allow it; then says so. */
  private ModelAndView carryOut(
      SignedIn me, long id, Form form, RedirectAttributes redirect, String done, Runnable deed) {
    if (form.hasFaults()) {
      return page(me, id, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      deed.run();
    } catch (Refused refused) {
      form.reject(refused.field(), refused.key());
      return page(me, id, form, HttpStatus.UNPROCESSABLE_CONTENT);
    } catch (EditedElsewhere stale) {
      form.rejectAll("matchmaking.fault.elsewhere");
      return page(me, id, form, HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "matchmaking.done." + done);
    return back(id);
  }

  private ModelAndView page(SignedIn me, long id, Form form, HttpStatus status) {
    var talk = matchmaking.open(me, id);
    var page =
        new ModelAndView("matchmaking/show")
            .addObject("talk", talk)
            .addObject("afternoon", matchmaking.afternoon(talk))
            .addObject("pairs", matchmaking.pairs(talk))
            .addObject("units", matchmaking.units(talk))
            .addObject("absences", matchmaking.absences(talk))
            .addObject("plan", plans.latest(talk))
            .addObject("lines", plans.lines(talk))
            .addObject("mayRun", matchmaking.mayRun(me, talk))
            .addObject("form", form);
    page.setStatus(status);
    return page;
  }

  private static ModelAndView back(long id) {
    return new ModelAndView("redirect:/talks/" + id + "/matchmaking");
  }
}
