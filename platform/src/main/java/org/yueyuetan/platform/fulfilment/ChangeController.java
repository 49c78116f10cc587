package org.yueyuetan.platform.fulfilment;

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
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.project.Quantities;

/** Proposing a change of a milestone or an amount, or the end of an agreement. */
@Controller
class ChangeController {

  private final Fulfilments fulfilments;
  private final Changes changes;

  ChangeController(Fulfilments fulfilments, Changes changes) {
    this.fulfilments = fulfilments;
    this.changes = changes;
  }

  @GetMapping("/agreements/{id}/fulfilment/milestones/{milestone}/change")
  ModelAndView milestone(@PathVariable long id, @PathVariable long milestone, SignedIn me) {
    var open = party(me, id);
    var about = milestone(open, milestone);
    var form = Form.of(Map.of("title", about.title(), "due", about.due()));
    return page(open, Optional.of(about), Optional.empty(), form, HttpStatus.OK);
  }

  @PostMapping("/agreements/{id}/fulfilment/milestones/{milestone}/change")
  ModelAndView changeMilestone(
      @PathVariable long id,
      @PathVariable long milestone,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    var open = party(me, id);
    var about = milestone(open, milestone);
    var draft = ChangeDraft.milestone(form, about);
    return propose(me, open, Optional.of(about), Optional.empty(), draft, form, redirect);
  }

  @GetMapping("/agreements/{id}/fulfilment/amounts/{amount}/change")
  ModelAndView amount(@PathVariable long id, @PathVariable long amount, SignedIn me) {
    var open = party(me, id);
    var about = amount(open, amount);
    var form = Form.of(Map.of("quantity", Quantities.typed(about.kind(), about.quantity())));
    return page(open, Optional.empty(), Optional.of(about), form, HttpStatus.OK);
  }

  @PostMapping("/agreements/{id}/fulfilment/amounts/{amount}/change")
  ModelAndView changeAmount(
      @PathVariable long id,
      @PathVariable long amount,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    var open = party(me, id);
    var about = amount(open, amount);
    var draft = ChangeDraft.amount(form, about);
    return propose(me, open, Optional.empty(), Optional.of(about), draft, form, redirect);
  }

  @GetMapping("/agreements/{id}/fulfilment/end")
  ModelAndView end(@PathVariable long id, SignedIn me) {
    return page(party(me, id), Optional.empty(), Optional.empty(), Form.empty(), HttpStatus.OK);
  }

  @PostMapping("/agreements/{id}/fulfilment/end")
  ModelAndView end(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var draft = ChangeDraft.termination(form);
    return propose(me, party(me, id), Optional.empty(), Optional.empty(), draft, form, redirect);
  }

  private ModelAndView propose(
      SignedIn me,
      Case open,
      Optional<Milestone> milestone,
      Optional<Amount> amount,
      ChangeDraft draft,
      Form form,
      RedirectAttributes redirect) {
    if (!form.hasFaults()) {
      try {
        changes.propose(me, open.id(), draft);
        redirect.addFlashAttribute("done", "fulfilment.done.proposed");
        return new ModelAndView("redirect:/agreements/" + open.id() + "/fulfilment");
      } catch (Refused refused) {
        form.reject(refused.field(), refused.key(), refused.args().toArray(String[]::new));
      }
    }
    return page(open, milestone, amount, form, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static ModelAndView page(
      Case open,
      Optional<Milestone> milestone,
      Optional<Amount> amount,
      Form form,
      HttpStatus status) {
    var page =
        new ModelAndView(
            "fulfilment/change",
            Map.of("open", open, "milestone", milestone, "amount", amount, "form", form));
    page.setStatus(status);
    return page;
  }

  private Case party(SignedIn me, long id) {
    return Optional.of(fulfilments.open(me, id))
        .filter(open -> open.party().isPresent())
        .orElseThrow(() -> new NotFound("agreement of one's own", id));
  }

  private static Milestone milestone(Case open, long id) {
    return open.fulfilment().milestone(id).orElseThrow(() -> new NotFound("milestone", id));
  }

  private static Amount amount(Case open, long id) {
    return open.fulfilment().amount(id).orElseThrow(() -> new NotFound("amount", id));
  }
}
