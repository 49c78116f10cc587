package org.yueyuetan.platform.selection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.Talks;

/** Rounds: their list, and what staff write down of one before it opens. */
@Controller
class PlanController {

  private static final int PAGE = 30;
  private static final int OWN = 200;
  private static final int TALKS = 50;

  private final Selections selections;
  private final Talks talks;
  private final Clock clock;

  PlanController(Selections selections, Talks talks, Clock clock) {
    this.selections = selections;
    this.talks = talks;
    this.clock = clock;
  }

  @GetMapping("/selections")
  ModelAndView list(Form form, SignedIn me) {
    var found = selections.list(me.scope(), form.id("after"), PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    Set<Long> own =
        me
            .organization()
            .map(organization -> selections.ofOrganization(organization, OWN))
            .orElse(List.of())
            .stream()
            .map(Entry::selection)
            .collect(Collectors.toSet());
    return new ModelAndView(
        "selection/list",
        Map.of(
            "selections",
            shown,
            "own",
            own,
            "desks",
            shown.stream()
                .filter(selection -> selections.mayReadAll(me, selection))
                .map(Selection::id)
                .collect(Collectors.toSet()),
            "next",
            found.size() > PAGE ? "/selections?after=" + shown.getLast().id() : "",
            "first",
            form.typed("after").isEmpty() ? "" : "/selections"));
  }

  // --- what it is about ---

  @GetMapping("/selections/new")
  ModelAndView fresh(Form form, SignedIn me) {
    var typed = new HashMap<>(SelectionDraft.usual(LocalDate.now(clock)).typed());
    form.id("talk").ifPresent(talk -> typed.put("talk", talk));
    return form(Optional.empty(), Form.of(typed), me, HttpStatus.OK);
  }

  @PostMapping("/selections")
  ModelAndView plan(Form form, SignedIn me) {
    var draft = SelectionDraft.read(form, LocalDate.now(clock));
    rejectUnknownTalk(form, draft, me);
    if (form.hasFaults()) {
      return form(Optional.empty(), form, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return new ModelAndView("redirect:/selections/" + selections.plan(draft, me) + "/entries");
  }

  @GetMapping("/selections/{id}/edit")
  ModelAndView edit(@PathVariable long id, SignedIn me) {
    var selection = selections.inCharge(me, id);
    return form(
        Optional.of(selection), Form.of(SelectionDraft.of(selection).typed()), me, HttpStatus.OK);
  }

  @PostMapping("/selections/{id}/edit")
  ModelAndView change(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var selection = selections.inCharge(me, id);
    var draft = SelectionDraft.read(form, LocalDate.now(clock));
    rejectUnknownTalk(form, draft, me);
    if (form.hasFaults()) {
      return form(Optional.of(selection), form, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      selections.change(id, draft, form.version(), me);
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return form(Optional.of(selections.inCharge(me, id)), form, me, HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "selection.done.changed");
    return new ModelAndView("redirect:/selections/" + id + "/desk");
  }

  private void rejectUnknownTalk(Form form, SelectionDraft draft, SignedIn me) {
    if (form.fault("talk").isEmpty()
        && draft.talk().filter(talk -> !mayRun(me, talk)).isPresent()) {
      form.reject("talk", "form.choice", form.typed("talk"));
    }
  }

  private boolean mayRun(SignedIn me, long talk) {
    return talks.find(me.scope(), talk).filter(found -> talks.mayRun(me, found)).isPresent();
  }

  private ModelAndView form(
      Optional<Selection> selection, Form form, SignedIn me, HttpStatus status) {
    List<Talk> own =
        talks.list(me.scope(), Optional.empty(), TALKS).stream()
            .filter(talk -> talks.mayRun(me, talk))
            .toList();
    var page =
        new ModelAndView(
            "selection/form", Map.of("selection", selection, "form", form, "talks", own));
    page.setStatus(status);
    return page;
  }

  // --- who takes part ---

  @GetMapping("/selections/{id}/entries")
  ModelAndView entries(@PathVariable long id, SignedIn me) {
    var selection = selections.inCharge(me, id);
    var keys = selections.entries(selection).stream().map(Entry::key).toList();
    return entries(selection, Form.of(Map.of("source", keys)), HttpStatus.OK);
  }

  @PostMapping("/selections/{id}/entries")
  ModelAndView choose(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var selection = selections.inCharge(me, id);
    try {
      selections.choose(id, form.all("source"), form.version(), me);
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return entries(selections.inCharge(me, selection.id()), form, HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "selection.done.chosen");
    return new ModelAndView("redirect:/selections/" + id + "/desk");
  }

  private ModelAndView entries(Selection selection, Form form, HttpStatus status) {
    var page =
        new ModelAndView(
            "selection/entries",
            Map.of("selection", selection, "sources", selections.choice(selection), "form", form));
    page.setStatus(status);
    return page;
  }
}
