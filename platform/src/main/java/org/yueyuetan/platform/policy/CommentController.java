package org.yueyuetan.platform.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.organization.Kind;
import org.yueyuetan.platform.region.Region;
import org.yueyuetan.platform.region.Regions;

/** Comments on a draft: asking for them, giving them, answering them. */
@Controller
class CommentController {

  private static final int ANSWER = 500;
  private static final int LONGEST_ROUND_DAYS = 180;

  private final Policies policies;
  private final PolicyPage pages;
  private final Clauses clauses;
  private final Comments comments;
  private final Regions regions;
  private final Clock clock;

  CommentController(
      Policies policies,
      PolicyPage pages,
      Clauses clauses,
      Comments comments,
      Regions regions,
      Clock clock) {
    this.policies = policies;
    this.pages = pages;
    this.clauses = clauses;
    this.comments = comments;
    this.regions = regions;
    this.clock = clock;
  }

  // --- asking ---

  @GetMapping("/policies/{id}/round")
  ModelAndView asking(@PathVariable long id, SignedIn me) {
    return roundPage(
        id,
        Form.of(Map.of("until", LocalDate.now(clock).plusDays(15), "open", "on")),
        me,
        HttpStatus.OK);
  }

  @PostMapping("/policies/{id}/round")
  ModelAndView ask(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var policy = pages.inCharge(id, me);
    var today = LocalDate.now(clock);
    var until = form.need("until", form.date("until"), today);
    if (until.isBefore(today) || until.isAfter(today.plusDays(LONGEST_ROUND_DAYS))) {
      form.reject("until", "policy.fault.until", String.valueOf(LONGEST_ROUND_DAYS));
    }
    var region = form.text("region", 12);
    if (!region.isEmpty()
        && regions
            .find(region)
            .filter(found -> found.code().startsWith(Regions.prefix(policy.region())))
            .isEmpty()) {
      form.reject("region", "form.choice", region);
    }
    var round =
        new Policy.CommentRound(
            until,
            form.ticked("open"),
            form.choice("kind", Kind.class).map(Enum::name).orElse(""),
            form.choice("field", Field.class).map(Enum::name).orElse(""),
            region);
    if (clauses.of(id).isEmpty()) {
      form.rejectAll("policy.lacking.text");
    }
    if (form.hasFaults()) {
      return roundPage(id, form, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    policies.openComments(id, round, me);
    redirect.addFlashAttribute("done", "policy.done.asked");
    return new ModelAndView("redirect:/policies/" + id);
  }

  @PostMapping("/policies/{id}/round/close")
  String close(@PathVariable long id, SignedIn me, RedirectAttributes redirect) {
    policies.closeComments(id, me);
    redirect.addFlashAttribute("done", "policy.done.roundClosed");
    return "redirect:/policies/" + id;
  }

  // --- giving ---

  @PostMapping("/policies/{id}/comments")
  ModelAndView add(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var policy = pages.existing(id, me);
    var on = PolicyController.on(form).orElse(0L);
    var text = form.required("comment", Comments.TEXT);
    if (policy.comments().isPresent() && !policy.takesComments(LocalDate.now(clock))) {
      form.rejectAll("policy.fault.tooLate");
      return pages.show(id, form, Optional.empty(), me, HttpStatus.CONFLICT);
    }
    if (form.hasFaults()) {
      return pages.show(id, form, Optional.of(on), me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var written = comments.add(id, Optional.of(on).filter(clause -> clause > 0), text, me);
    redirect.addFlashAttribute("done", "policy.done.commented");
    return new ModelAndView("redirect:/policies/" + id + "#comment-" + written);
  }

  @PostMapping("/policies/{id}/comments/{comment}/delete")
  String remove(
      @PathVariable long id, @PathVariable long comment, SignedIn me, RedirectAttributes redirect) {
    comments.remove(id, comment, me);
    redirect.addFlashAttribute("done", "policy.done.commentRemoved");
    return "redirect:/policies/" + id;
  }

  // --- answering ---

  @GetMapping("/policies/{id}/comments")
  ModelAndView list(@PathVariable long id, Form form, SignedIn me) {
    return listPage(id, Form.empty(), form.id("answer"), me, HttpStatus.OK);
  }

  @PostMapping("/policies/{id}/comments/{comment}/answer")
  ModelAndView answer(
      @PathVariable long id,
      @PathVariable long comment,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    var policy = pages.inCharge(id, me);
    var verdict = form.need("verdict", form.choice("verdict", Verdict.class), Verdict.TAKEN);
    var answer = form.text("answer", ANSWER);
    if (verdict != Verdict.TAKEN && answer.isEmpty() && form.fault("answer").isEmpty()) {
      form.reject("answer", "policy.fault.answer");
    }
    if (form.hasFaults()) {
      return listPage(id, form, Optional.of(comment), me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      comments.answer(id, comment, verdict, answer, form.version(), me);
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return listPage(id, form, Optional.of(comment), me, HttpStatus.CONFLICT);
    } catch (AccessDeniedException signed) {
      form.rejectAll("policy.fault.answersClosed", policy.title());
      return listPage(id, form, Optional.empty(), me, HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "policy.done.answered");
    return new ModelAndView("redirect:/policies/" + id + "/comments#comment-" + comment);
  }

  private ModelAndView listPage(
      long id, Form form, Optional<Long> open, SignedIn me, HttpStatus status) {
    var policy = pages.readable(id, me);
    var texts = new LinkedHashMap<Long, Clause>();
    clauses.of(id).forEach(clause -> texts.put(clause.id(), clause));
    var page =
        new ModelAndView(
            "policy/comments",
            Map.of(
                "policy",
                policy,
                "comments",
                comments.of(policy, me),
                "clauses",
                texts,
                "form",
                form,
                "open",
                open,
                "mayAnswer",
                policies.mayRun(policy, me)
                    && List.of(PolicyStatus.COMMENTING, PolicyStatus.REVISING)
                        .contains(policy.status())));
    page.setStatus(status);
    return page;
  }

  private ModelAndView roundPage(long id, Form form, SignedIn me, HttpStatus status) {
    var policy = pages.inCharge(id, me);
    var below =
        regions.all().stream()
            .filter(region -> region.level() == Region.Level.COUNTY)
            .filter(region -> region.code().startsWith(Regions.prefix(policy.region())))
            .toList();
    var page =
        new ModelAndView("policy/round", Map.of("policy", policy, "form", form, "counties", below));
    page.setStatus(status);
    return page;
  }
}
