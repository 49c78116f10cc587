package org.yueyuetan.platform.matchmaking;

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

/** What came of a meeting: told by staff, or by either of the two on the phone. */
@Controller
class OutcomeController {

  private final Outcomes outcomes;
  private final OwnMeetings own;

  OutcomeController(Outcomes outcomes, OwnMeetings own) {
    this.outcomes = outcomes;
    this.own = own;
  }

  // --- staff ---

  @GetMapping("/talks/{id}/matchmaking/meetings/{pair}")
  ModelAndView show(@PathVariable long id, @PathVariable long pair, SignedIn me) {
    return page(outcomes.open(me, id, pair), "/talks/" + id + "/matchmaking", "meetings/");
  }

  @PostMapping("/talks/{id}/matchmaking/meetings/{pair}")
  ModelAndView tell(
      @PathVariable long id,
      @PathVariable long pair,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    return tell(
        outcomes.open(me, id, pair),
        form,
        redirect,
        me.name(),
        "/talks/" + id + "/matchmaking",
        "meetings/");
  }

  // --- an organization by its account ---

  @GetMapping("/talks/{id}/matchmaking/mine/{pair}")
  ModelAndView showMine(@PathVariable long id, @PathVariable long pair, SignedIn me) {
    var visitor = own.visitor(me, id);
    return page(
        outcomes.open(me, visitor, own.talk(visitor), pair),
        "/talks/" + id + "/matchmaking/mine",
        "");
  }

  @PostMapping("/talks/{id}/matchmaking/mine/{pair}")
  ModelAndView tellMine(
      @PathVariable long id,
      @PathVariable long pair,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    var visitor = own.visitor(me, id);
    return tell(
        outcomes.open(me, visitor, own.talk(visitor), pair),
        form,
        redirect,
        visitor.unit(),
        "/talks/" + id + "/matchmaking/mine",
        "");
  }

  // --- a guest by link ---

  @GetMapping("/room/{token}/meetings/{pair}")
  ModelAndView showByLink(@PathVariable String token, @PathVariable long pair, SignedIn me) {
    var visitor = own.visitor(token);
    return page(
        outcomes.open(me, visitor, own.talk(visitor), pair), "/room/" + token + "/meetings", "");
  }

  @PostMapping("/room/{token}/meetings/{pair}")
  ModelAndView tellByLink(
      @PathVariable String token,
      @PathVariable long pair,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    var visitor = own.visitor(token);
    return tell(
        outcomes.open(me, visitor, own.talk(visitor), pair),
        form,
        redirect,
        visitor.unit(),
        "/room/" + token + "/meetings",
        "");
  }

  private ModelAndView tell(
      Outcome outcome,
      Form form,
      RedirectAttributes redirect,
      String actor,
      String back,
      String step) {
    var draft = OutcomeDraft.read(form);
    if (form.hasFaults()) {
      return page(outcome, form, HttpStatus.UNPROCESSABLE_CONTENT, back, step);
    }
    try {
      outcomes.tell(outcome, form.version(), draft, actor);
    } catch (Refused refused) {
      form.reject(refused.field(), refused.key());
      return page(outcome, form, HttpStatus.UNPROCESSABLE_CONTENT, back, step);
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return page(outcome, form, HttpStatus.CONFLICT, back, step);
    }
    redirect.addFlashAttribute("done", "matchmaking.done.told");
    return new ModelAndView("redirect:" + back);
  }

  private static ModelAndView page(Outcome outcome, String back, String step) {
    return page(outcome, outcome.form(), HttpStatus.OK, back, step);
  }

  private static ModelAndView page(
      Outcome outcome, Form form, HttpStatus status, String back, String step) {
    var page =
        new ModelAndView("matchmaking/outcome")
            .addObject("outcome", outcome)
            .addObject("back", back)
            .addObject("action", back + "/" + step + outcome.pair().id())
            .addObject("form", form);
    page.setStatus(status);
    return page;
  }
}
