package org.yueyuetan.platform.policy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

/** Says which opinions a clause comes from, and why an opinion was not taken up. */
@Controller
class SourceController {

  private static final int NOTE = 300;

  private final PolicyPage pages;
  private final PolicyController policies;
  private final Clauses clauses;
  private final Sources sources;

  SourceController(PolicyPage pages, PolicyController policies, Clauses clauses, Sources sources) {
    this.pages = pages;
    this.policies = policies;
    this.clauses = clauses;
    this.sources = sources;
  }

  @GetMapping("/policies/{id}/clauses/{clause}/opinions")
  ModelAndView pick(@PathVariable long id, @PathVariable long clause, Form form, SignedIn me) {
    return page(id, clause, form, me, HttpStatus.OK);
  }

  @PostMapping("/policies/{id}/clauses/{clause}/opinions")
  ModelAndView link(
      @PathVariable long id,
      @PathVariable long clause,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    pages.inCharge(id, me);
    var opinions = form.ids("opinion");
    if (opinions.isEmpty() && form.fault("opinion").isEmpty()) {
      form.reject("opinion", "policy.fault.noOpinion");
    }
    var manner = form.need("manner", form.choice("manner", Manner.class), Manner.ADOPTED);
    if (manner == Manner.LEFT) {
      form.reject("manner", "form.choice", manner.name());
    }
    var note = manner == Manner.PARTLY ? form.required("note", NOTE) : form.text("note", NOTE);
    if (!form.hasFaults()) {
      try {
        sources.link(id, clause, opinions, manner, note, me);
        redirect.addFlashAttribute("done", "policy.done.linked");
        redirect.addFlashAttribute("doneArgs", List.of(opinions.size()));
        return new ModelAndView("redirect:/policies/" + id + "/clauses/" + clause + "/opinions");
      } catch (NotFound elsewhere) {
        clauses.find(id, clause);
        form.reject("opinion", "policy.fault.opinion");
      }
    }
    return page(id, clause, form, me, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @PostMapping("/policies/{id}/clauses/{clause}/opinions/{opinion}/delete")
  String unlink(
      @PathVariable long id,
      @PathVariable long clause,
      @PathVariable long opinion,
      SignedIn me,
      RedirectAttributes redirect) {
    sources.unlink(id, clause, opinion, me);
    redirect.addFlashAttribute("done", "policy.done.unlinked");
    return "redirect:/policies/" + id + "/clauses/" + clause + "/opinions";
  }

  @PostMapping("/policies/{id}/opinions/{opinion}")
  ModelAndView leave(
      @PathVariable long id,
      @PathVariable long opinion,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    pages.inCharge(id, me);
    var reason = form.required("reason", NOTE);
    if (form.hasFaults()) {
      return policies.comparison(id, form, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      sources.leave(id, opinion, form.typed("before"), reason, me);
    } catch (EditedElsewhere stale) {
      form.reject("reason", "policy.fault.reasonTaken", reason);
      return policies.comparison(id, form, me, HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "policy.done.left");
    return new ModelAndView("redirect:/policies/" + id + "/comparison#opinion-" + opinion);
  }

  private ModelAndView page(long id, long clause, Form form, SignedIn me, HttpStatus status) {
    var policy = pages.inCharge(id, me);
    var query = form.typed("q");
    var linked =
        sources.of(id).stream()
            .filter(source -> source.clause().filter(one -> one == clause).isPresent())
            .toList();
    var taken = linked.stream().map(Source::opinion).collect(Collectors.toSet());
    var page =
        new ModelAndView(
            "policy/pick",
            Map.of(
                "policy",
                policy,
                "clause",
                clauses.find(id, clause),
                "form",
                form,
                "linked",
                linked,
                "offered",
                sources.compare(id).stream()
                    .filter(one -> !taken.contains(one.opinion()))
                    .filter(one -> one.text().contains(query))
                    .toList()));
    page.setStatus(status);
    return page;
  }
}
