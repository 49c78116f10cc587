package org.yueyuetan.platform.selection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
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

/** On the phone: what an organization has in a round, whom it ranks, what it got, and its yes. */
@Controller
class OwnController {

  private static final int REASON = 200;

  private final Selections selections;
  private final Rankings rankings;
  private final Results results;
  private final Confirmations confirmations;
  private final Clock clock;

  OwnController(
      Selections selections,
      Rankings rankings,
      Results results,
      Confirmations confirmations,
      Clock clock) {
    this.selections = selections;
    this.rankings = rankings;
    this.results = results;
    this.confirmations = confirmations;
    this.clock = clock;
  }

  @GetMapping("/selections/{id}/mine")
  ModelAndView mine(@PathVariable long id, SignedIn me) {
    return mine(id, me, Form.empty(), HttpStatus.OK);
  }

  private ModelAndView mine(long id, SignedIn me, Form form, HttpStatus status) {
    var selection = existing(id, me);
    var all = results.entries(selection);
    var own =
        all.all().stream()
            .filter(entry -> me.organization().filter(o -> o == entry.organization()).isPresent())
            .toList();
    if (own.isEmpty()) {
      throw new NotFound("entries in selection", id);
    }
    var page =
        new ModelAndView(
            "selection/mine",
            Map.of(
                "selection",
                selection,
                "own",
                selection.status().isTold()
                    ? told(selection, all, own)
                    : own.stream()
                        .map(entry ->
                            new OwnEntry(
                                entry,
                                all.hasChoice(entry),
                                List.of(),
                                Optional.empty(),
                                Optional.empty()))
                        .toList(),
                "today",
                LocalDate.now(clock),
                "form",
                form));
    page.setStatus(status);
    return page;
  }

  private List<OwnEntry> told(Selection selection, Entries all, List<Entry> own) {
    var reasons = results.reasons(selection);
    var pairs = results.paired(selection);
    return own.stream()
        .map(entry ->
            new OwnEntry(
                entry,
                all.hasChoice(entry),
                pairs.stream().filter(each -> each.entry(entry.side()).id() == entry.id()).toList(),
                reasons.first(entry),
                reasons.total(entry) == 0
                    ? Optional.of(reasons.unmatched(entry))
                    : Optional.empty()))
        .toList();
  }

  // --- ranking ---

  @GetMapping("/selections/{id}/mine/{entry}")
  ModelAndView rank(@PathVariable long id, @PathVariable long entry, SignedIn me) {
    var selection = existing(id, me);
    var own = rankings.own(me, id, entry);
    var typed = new HashMap<String, Object>();
    rankings.ranksOf(own).forEach((other, rank) -> typed.put("rank-" + other, rank));
    return page(selection, own, Form.of(typed), HttpStatus.OK);
  }

  @PostMapping("/selections/{id}/mine/{entry}")
  ModelAndView save(
      @PathVariable long id,
      @PathVariable long entry,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    var selection = existing(id, me);
    var own = rankings.own(me, id, entry);
    var ranking = Ranking.read(form, rankings.known(own), selection.ties());
    if (form.hasFaults()) {
      return page(selection, own, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      rankings.rank(me, id, entry, ranking, form.version());
    } catch (RankingOver over) {
      form.rejectAll("selection.fault.over");
      return page(selection, own, form, HttpStatus.CONFLICT);
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return page(selection, rankings.own(me, id, entry), form, HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute(
        "done", ranking.submitted() ? "selection.done.submitted" : "selection.done.draft");
    return new ModelAndView("redirect:/selections/" + id + "/mine");
  }

  private ModelAndView page(Selection selection, Entry own, Form form, HttpStatus status) {
    var page =
        new ModelAndView(
            "selection/rank",
            Map.of(
                "selection", selection,
                "entry", own,
                "candidates", rankings.candidates(selection, own),
                "open", selection.ranks(LocalDate.now(clock)) && own.here(),
                "form", form));
    page.setStatus(status);
    return page;
  }

  // --- confirming ---

  @PostMapping("/selections/{id}/mine/pairs/{pair}/confirm")
  ModelAndView confirm(
      @PathVariable long id, @PathVariable long pair, SignedIn me, RedirectAttributes redirect) {
    existing(id, me);
    return step(
        id,
        me,
        Form.empty(),
        () -> {
          confirmations.confirm(me, id, pair);
          redirect.addFlashAttribute("done", "selection.done.confirmed");
        });
  }

  @PostMapping("/selections/{id}/mine/pairs/{pair}/back")
  ModelAndView stepBack(
      @PathVariable long id,
      @PathVariable long pair,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    existing(id, me);
    var reason = form.required("reason-" + pair, REASON);
    if (form.hasFaults()) {
      return mine(id, me, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return step(
        id,
        me,
        form,
        () -> {
          confirmations.stepBack(me, id, pair, reason);
          redirect.addFlashAttribute("done", "selection.done.back");
        });
  }

  private ModelAndView step(long id, SignedIn me, Form form, Runnable step) {
    try {
      step.run();
    } catch (ConfirmingOver over) {
      form.rejectAll("selection.fault.confirmingOver");
      return mine(id, me, form, HttpStatus.CONFLICT);
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return mine(id, me, form, HttpStatus.CONFLICT);
    }
    return new ModelAndView("redirect:/selections/" + id + "/mine");
  }

  private Selection existing(long id, SignedIn me) {
    return selections.find(me.scope(), id).orElseThrow(() -> new NotFound("selection", id));
  }
}
