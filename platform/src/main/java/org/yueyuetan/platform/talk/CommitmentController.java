package org.yueyuetan.platform.talk;

import java.time.Clock;
import java.time.LocalDate;
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
import org.yueyuetan.platform.form.NotFound;

/** Promises: written down at the talk, reported on by whoever made them. */
@Controller
class CommitmentController {

  private static final int REPORT = 500;
  private static final int PAGE = 50;

  private final Desk desk;
  private final Guests guests;
  private final Commitments commitments;
  private final Clock clock;

  CommitmentController(Desk desk, Guests guests, Commitments commitments, Clock clock) {
    this.desk = desk;
    this.guests = guests;
    this.commitments = commitments;
    this.clock = clock;
  }

  // --- at the talk ---

  @GetMapping("/talks/{id}/day/commitments")
  ModelAndView ofTalk(@PathVariable long id, SignedIn me) {
    return talkPage(me, id, Form.empty(), HttpStatus.OK);
  }

  @PostMapping("/talks/{id}/day/commitments")
  ModelAndView make(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var draft =
        CommitmentDraft.read(
            form, LocalDate.ofInstant(desk.open(me, id).startsAt(), clock.getZone()));
    if (!form.hasFaults()) {
      try {
        commitments.make(me, id, draft);
        redirect.addFlashAttribute("done", "talkday.commitment.done");
        return new ModelAndView("redirect:/talks/" + id + "/day/commitments");
      } catch (NotFound nobodyLikeThat) {
        form.reject("guest", "talkday.fault.guest");
      }
    }
    return talkPage(me, id, form, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  // --- afterwards ---

  @GetMapping("/commitments")
  ModelAndView open(Form form, SignedIn me) {
    var found = commitments.open(me.scope(), form.ticked("late"), form.id("after"), PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    return new ModelAndView("talkday/commitmentList")
        .addObject("commitments", shown)
        .addObject(
            "next", found.size() > PAGE ? String.valueOf(shown.getLast().commitment().id()) : "")
        .addObject("form", form);
  }

  @GetMapping("/commitments/{id}")
  ModelAndView show(@PathVariable long id, SignedIn me) {
    return page(me, id, Form.empty(), HttpStatus.OK);
  }

  @PostMapping("/commitments/{id}/keep")
  ModelAndView keep(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var report = form.required("report", REPORT);
    return change(
        me, id, form, redirect, "keep", () -> commitments.keep(me, id, form.version(), report));
  }

  @PostMapping("/commitments/{id}/cancel")
  ModelAndView cancel(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var reason = form.required("cancelReason", REPORT);
    return change(
        me, id, form, redirect, "cancel", () -> commitments.cancel(me, id, form.version(), reason));
  }

  @PostMapping("/commitments/{id}/date")
  ModelAndView postpone(
      @PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var today = LocalDate.now(clock);
    var due = form.need("due", form.date("due"), today);
    var reason = form.required("dateReason", REPORT);
    if (form.fault("due").isEmpty() && due.isBefore(today)) {
      form.reject("due", "talkday.fault.dueInPast");
    }
    return change(
        me,
        id,
        form,
        redirect,
        "date",
        () -> commitments.postpone(me, id, form.version(), due, reason));
  }

  @PostMapping("/commitments/{id}/wording")
  ModelAndView reword(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var what = form.required("what", CommitmentDraft.WHAT);
    var email = form.email("email");
    return change(
        me,
        id,
        form,
        redirect,
        "wording",
        () -> commitments.reword(me, id, form.version(), what, email));
  }

  private ModelAndView change(
      SignedIn me, long id, Form form, RedirectAttributes redirect, String what, Runnable change) {
    if (form.hasFaults()) {
      return page(me, id, form, HttpStatus.UNPROCESSABLE_CONTENT).addObject("open", what);
    }
    try {
      change.run();
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return page(me, id, form, HttpStatus.CONFLICT).addObject("open", what);
    }
    redirect.addFlashAttribute("done", "talkday.commitment." + what + ".done");
    return new ModelAndView("redirect:/commitments/" + id);
  }

  private ModelAndView page(SignedIn me, long id, Form form, HttpStatus status) {
    var promised = commitments.find(me.scope(), id);
    var page =
        new ModelAndView("talkday/commitment")
            .addObject("promised", promised)
            .addObject("history", commitments.history(id))
            .addObject("mayReport", commitments.mayReport(me, promised.commitment()))
            .addObject("mayReword", commitments.mayReword(me, promised.commitment()))
            .addObject("open", "")
            .addObject("form", form);
    page.setStatus(status);
    return page;
  }

  private ModelAndView talkPage(SignedIn me, long id, Form form, HttpStatus status) {
    return desk.page("talkday/commitments", me, id, DayWork.RECORD, status)
        .addObject("commitments", commitments.ofTalk(me.scope(), id))
        .addObject("guests", guests.whoMaySpeak(me, id))
        .addObject("form", form);
  }
}
