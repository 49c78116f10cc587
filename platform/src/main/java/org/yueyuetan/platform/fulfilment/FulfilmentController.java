package org.yueyuetan.platform.fulfilment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;

/** The list of signed agreements with how they are kept, and the page of one. */
@Controller
class FulfilmentController {

  private static final int PAGE = 30;
  private static final int WORDS = 500;

  private final Fulfilments fulfilments;
  private final Reports reports;
  private final Changes changes;
  private final Clock clock;

  FulfilmentController(Fulfilments fulfilments, Reports reports, Changes changes, Clock clock) {
    this.fulfilments = fulfilments;
    this.reports = reports;
    this.changes = changes;
    this.clock = clock;
  }

  @GetMapping("/fulfilment")
  ModelAndView list(Form form, SignedIn me) {
    var filter = Filter.read(form);
    var lines = fulfilments.list(me, filter, form.id("after"), PAGE + 1);
    var shown = lines.subList(0, Math.min(PAGE, lines.size()));
    var base = "/fulfilment?" + query(filter);
    return new ModelAndView(
        "fulfilment/list",
        Map.of(
            "lines",
            shown,
            "count",
            fulfilments.count(me, filter),
            "late",
            fulfilments.count(me, new Filter(Optional.of(Filter.Stand.LATE), filter.mine())),
            "filter",
            filter,
            "today",
            LocalDate.now(clock),
            "next",
            lines.size() > PAGE ? base + "after=" + shown.getLast().id() : "",
            "first",
            form.id("after").isPresent() ? base : ""));
  }

  private static String query(Filter filter) {
    return filter.stand().map(stand -> "stand=" + stand + "&").orElse("")
        + (filter.mine() ? "mine=on&" : "");
  }

  @GetMapping("/agreements/{id}/fulfilment")
  ModelAndView show(@PathVariable long id, SignedIn me) {
    return show(me, id, Form.empty(), HttpStatus.OK);
  }

  @PostMapping("/agreements/{id}/fulfilment/changes/{change}/agree")
  ModelAndView agree(
      @PathVariable long id,
      @PathVariable long change,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    var onBehalf = form.text("onBehalf", WORDS);
    return carryOut(
        me, id, form, redirect, "agreed", () -> changes.agree(me, id, change, onBehalf));
  }

  @PostMapping("/agreements/{id}/fulfilment/changes/{change}/refuse")
  ModelAndView refuse(
      @PathVariable long id,
      @PathVariable long change,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    var reason = form.required("refusal", WORDS);
    return carryOut(
        me, id, form, redirect, "refused", () -> changes.refuse(me, id, change, reason));
  }

  @PostMapping("/agreements/{id}/fulfilment/changes/{change}/withdraw")
  ModelAndView withdraw(
      @PathVariable long id,
      @PathVariable long change,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    return carryOut(me, id, form, redirect, "withdrawn", () -> changes.withdraw(me, id, change));
  }

  @PostMapping("/agreements/{id}/fulfilment/ratings")
  ModelAndView rate(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var to = form.chosen("to");
    var stars = form.need("stars", form.whole("stars", 1, 5), 0);
    var word = form.text("word", 200);
    return carryOut(
        me, id, form, redirect, "rated", () -> fulfilments.rate(me, id, to, stars, word));
  }

  @PostMapping("/agreements/{id}/fulfilment/answer")
  ModelAndView answerNeed(
      @PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var need = form.chosen("need");
    var answer = form.required("needAnswer-" + need, 1000);
    return carryOut(
        me, id, form, redirect, "answered", () -> fulfilments.answerNeed(me, id, need, answer));
  }

  /** Does it unless something typed is wrong, or the rules do not allow it; then says so. */
  private ModelAndView carryOut(
      SignedIn me, long id, Form form, RedirectAttributes redirect, String done, Runnable deed) {
    if (form.hasFaults()) {
      return show(me, id, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      deed.run();
    } catch (Refused refused) {
      form.reject(refused.field(), refused.key(), refused.args().toArray(String[]::new));
      return show(me, id, form, HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "fulfilment.done." + done);
    return new ModelAndView("redirect:/agreements/" + id + "/fulfilment");
  }

  private ModelAndView show(SignedIn me, long id, Form form, HttpStatus status) {
    var open = fulfilments.open(me, id);
    var page =
        new ModelAndView("fulfilment/show")
            .addObject("open", open)
            .addObject("reports", reports.of(open))
            .addObject("changes", changes.of(open))
            .addObject("ratings", fulfilments.ratings(open))
            .addObject("history", fulfilments.history(open))
            .addObject("needs", fulfilments.answerable(me, open))
            .addObject("today", LocalDate.now(clock))
            .addObject("form", form);
    page.setStatus(status);
    return page;
  }
}
