package org.yueyuetan.platform.policy;

import java.util.LinkedHashMap;
import java.util.List;
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
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;

/**
 * The editor: one clause is open at a time, in its place in the text. After adding one, the next is
 * open already.
 */
@Controller
class ClauseController {

  private final PolicyPage pages;
  private final Clauses clauses;
  private final Sources sources;

  ClauseController(PolicyPage pages, Clauses clauses, Sources sources) {
    this.pages = pages;
    this.clauses = clauses;
    this.sources = sources;
  }

  @GetMapping("/policies/{id}/clauses")
  ModelAndView list(@PathVariable long id, Form form, SignedIn me) {
    var policy = pages.inCharge(id, me);
    if (!policy.status().editable()) {
      return new ModelAndView("redirect:/policies/" + id);
    }
    var open = form.id("edit").flatMap(clause -> stored(id, clause));
    var typed = new LinkedHashMap<String, Object>();
    open.ifPresent(clause -> {
      typed.put("kind", clause.kind());
      typed.put("text", clause.text());
    });
    form.choice("kind", ClauseKind.class).ifPresent(kind -> typed.putIfAbsent("kind", kind));
    return page(policy, Form.of(typed), open, form.id("after"), HttpStatus.OK);
  }

  @PostMapping("/policies/{id}/clauses")
  ModelAndView add(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var policy = pages.inCharge(id, me);
    var draft = ClauseDraft.read(form, policy.genre());
    var after = form.id("after").flatMap(clause -> stored(id, clause)).map(Clause::id);
    if (clauses.of(id).size() >= Clauses.MOST) {
      form.rejectAll("policy.fault.tooMany", String.valueOf(Clauses.MOST));
    }
    if (form.hasFaults()) {
      return page(policy, form, Optional.empty(), after, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var added = clauses.add(id, after, draft, me);
    redirect.addFlashAttribute("done", "policy.done.clauseAdded");
    return new ModelAndView(
        "redirect:/policies/%d/clauses?after=%d&kind=%s#text"
            .formatted(id, added, next(draft.kind(), policy.genre())));
  }

  @PostMapping("/policies/{id}/clauses/{clause}")
  ModelAndView change(
      @PathVariable long id,
      @PathVariable long clause,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    var policy = pages.inCharge(id, me);
    var draft = ClauseDraft.read(form, policy.genre());
    var open = stored(id, clause);
    if (open.isEmpty()) {
      form.rejectAll("policy.fault.clauseGone");
      return page(policy, form, Optional.empty(), Optional.empty(), HttpStatus.CONFLICT);
    }
    if (form.hasFaults()) {
      return page(policy, form, open, Optional.empty(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      clauses.change(id, clause, draft, form.version(), me);
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return page(policy, form, stored(id, clause), Optional.empty(), HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "policy.done.clauseSaved");
    return back(id, clause);
  }

  @PostMapping("/policies/{id}/clauses/{clause}/up")
  ModelAndView up(@PathVariable long id, @PathVariable long clause, Form form, SignedIn me) {
    return move(id, clause, form, true, me);
  }

  @PostMapping("/policies/{id}/clauses/{clause}/down")
  ModelAndView down(@PathVariable long id, @PathVariable long clause, Form form, SignedIn me) {
    return move(id, clause, form, false, me);
  }

  private ModelAndView move(long id, long clause, Form form, boolean up, SignedIn me) {
    var policy = pages.inCharge(id, me);
    try {
      clauses.move(id, clause, form.whole("from", 1, Clauses.MOST).orElse(0), up, me);
    } catch (EditedElsewhere stale) {
      form.rejectAll("policy.fault.clauseMoved");
      return page(policy, form, Optional.empty(), Optional.empty(), HttpStatus.CONFLICT);
    }
    return back(id, clause);
  }

  @PostMapping("/policies/{id}/clauses/{clause}/delete")
  ModelAndView remove(
      @PathVariable long id,
      @PathVariable long clause,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    var policy = pages.inCharge(id, me);
    try {
      clauses.remove(id, clause, form.version(), me);
    } catch (EditedElsewhere stale) {
      form.rejectAll("policy.fault.clauseChanged");
      return page(policy, form, Optional.empty(), Optional.empty(), HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "policy.done.clauseRemoved");
    return new ModelAndView("redirect:/policies/" + id + "/clauses");
  }

  @GetMapping("/policies/{id}/clauses/paste")
  ModelAndView pasting(@PathVariable long id, SignedIn me) {
    return pastePage(pages.inCharge(id, me), Form.empty(), List.of(), HttpStatus.OK);
  }

  /** First shows what the text was split into, then adds it. */
  @PostMapping("/policies/{id}/clauses/paste")
  ModelAndView paste(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var policy = pages.inCharge(id, me);
    var text = form.required("whole", Pasted.MOST);
    Emoji.refuse(form, "whole");
    var drafts = Pasted.split(text, policy.genre());
    drafts.stream()
        .filter(draft -> draft.text().codePointCount(0, draft.text().length()) > ClauseDraft.TEXT)
        .findFirst()
        .ifPresent(draft ->
            form.reject(
                "whole",
                "policy.fault.longClause",
                draft.text().substring(0, 20),
                String.valueOf(ClauseDraft.TEXT)));
    if (drafts.stream().anyMatch(draft -> draft.text().isBlank())) {
      form.reject("whole", "policy.fault.emptyClause");
    }
    if (clauses.of(id).size() + drafts.size() > Clauses.MOST) {
      form.reject(
          "whole",
          "policy.fault.tooManyPasted",
          String.valueOf(drafts.size()),
          String.valueOf(Clauses.MOST));
    }
    if (form.hasFaults()) {
      return pastePage(policy, form, List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    if (!form.typed("then").equals("add")) {
      return pastePage(policy, form, drafts, HttpStatus.OK);
    }
    redirect.addFlashAttribute("done", "policy.done.pasted");
    redirect.addFlashAttribute("doneArgs", List.of(clauses.paste(id, drafts, me)));
    return new ModelAndView("redirect:/policies/" + id + "/clauses");
  }

  @GetMapping("/policies/{id}/clauses/{clause}/wordings")
  ModelAndView wordings(@PathVariable long id, @PathVariable long clause, SignedIn me) {
    var policy = pages.readable(id, me);
    var found = clauses.wordings(id, clause);
    if (found.isEmpty()) {
      throw new NotFound("clause", clause);
    }
    return new ModelAndView(
        "policy/wordings", Map.of("policy", policy, "wordings", found.reversed()));
  }

  private ModelAndView page(
      Policy policy, Form form, Optional<Clause> open, Optional<Long> after, HttpStatus status) {
    var page =
        new ModelAndView(
            "policy/clauses",
            Map.of(
                "policy",
                policy,
                "form",
                form,
                "clauses",
                clauses.of(policy.id()),
                "sources",
                Sources.byClause(sources.of(policy.id())),
                "open",
                open,
                "after",
                after));
    page.setStatus(status);
    return page;
  }

  private static ModelAndView pastePage(
      Policy policy, Form form, List<ClauseDraft> drafts, HttpStatus status) {
    var numbered =
        Numbering.number(
            drafts.stream().map(draft -> new Clause(0, 0, draft.kind(), draft.text(), 0)).toList());
    var page =
        new ModelAndView(
            "policy/paste", Map.of("policy", policy, "form", form, "clauses", numbered));
    page.setStatus(status);
    return page;
  }

  private Optional<Clause> stored(long policy, long clause) {
    return clauses.of(policy).stream().filter(one -> one.id() == clause).findFirst();
  }

  /** What usually follows: text after a heading, else another of the same. */
  private static ClauseKind next(ClauseKind kind, Genre genre) {
    return kind.heading() ? genre.kinds().getFirst() : kind;
  }

  private static ModelAndView back(long id, long clause) {
    return new ModelAndView("redirect:/policies/" + id + "/clauses#clause-" + clause);
  }
}
