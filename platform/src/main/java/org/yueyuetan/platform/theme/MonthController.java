package org.yueyuetan.platform.theme;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
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
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.need.NeedLine;
import org.yueyuetan.platform.need.Needs;

/**
 * The year of themes, and a month: what stands to choice, what organizations approve, what is
 * chosen and why.
 */
@Controller
class MonthController {

  private static final int REASON = 1000;
  private static final int DAYS_TO_APPROVE = 5;
  private static final Period LONGEST_APPROVAL = Period.ofMonths(2);

  /** Of the needs that a choice left out, the page lists so many and tells how many there are. */
  private static final int SHOWN = 200;

  private final Themes themes;
  private final Needs needs;
  private final Clock clock;

  MonthController(Themes themes, Needs needs, Clock clock) {
    this.themes = themes;
    this.needs = needs;
    this.clock = clock;
  }

  @GetMapping("/themes")
  ModelAndView year(Form form) {
    var now = YearMonth.now(clock);
    var year = form.whole("year", 2000, 2099).orElse(now.getYear());
    return new ModelAndView(
        "theme/year", Map.of("year", year, "months", themes.year(year), "now", now));
  }

  @GetMapping("/themes/{month}")
  ModelAndView month(@PathVariable String month, SignedIn me) {
    return page(Month.of(month), Form.empty(), me, HttpStatus.OK);
  }

  @PostMapping("/themes/{month}/open")
  ModelAndView open(
      @PathVariable String month, Form form, SignedIn me, RedirectAttributes redirect) {
    var of = Month.of(month);
    var until = form.need("until", form.date("until"), LocalDate.now(clock));
    var latest = LocalDate.now(clock).plus(LONGEST_APPROVAL);
    if (until.isBefore(LocalDate.now(clock))) {
      form.reject("until", "theme.fault.past");
    } else if (until.isAfter(latest)) {
      form.reject("until", "theme.fault.far", latest.toString());
    }
    if (themes.candidates(of).isEmpty()) {
      form.rejectAll("theme.fault.noCandidates");
    }
    if (form.hasFaults()) {
      return page(of, form, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return carryOut(
        of, form, me, "theme.opened", redirect, () -> themes.open(of, until, form.version(), me));
  }

  @PostMapping("/themes/{month}/close")
  ModelAndView close(
      @PathVariable String month, Form form, SignedIn me, RedirectAttributes redirect) {
    var of = Month.of(month);
    return carryOut(
        of, form, me, "theme.closed", redirect, () -> themes.close(of, form.version(), me));
  }

  @PostMapping("/themes/{month}/gather-again")
  ModelAndView gatherAgain(
      @PathVariable String month, Form form, SignedIn me, RedirectAttributes redirect) {
    var of = Month.of(month);
    return carryOut(
        of,
        form,
        me,
        "theme.gatheringAgain",
        redirect,
        () -> themes.gatherAgain(of, form.version(), me));
  }

  @PostMapping("/themes/{month}/choose")
  ModelAndView choose(
      @PathVariable String month, Form form, SignedIn me, RedirectAttributes redirect) {
    var of = Month.of(month);
    var theme = form.chosen("theme");
    var reason = form.text("reason", REASON);
    var proposed = themes.proposal(of).map(Proposal::theme);
    if (!form.hasFaults() && themes.candidates(of).stream().noneMatch(t -> t.id() == theme)) {
      form.reject("theme", "form.choice", String.valueOf(theme));
    }
    if (!form.hasFaults() && reason.isEmpty() && !proposed.equals(Optional.of(theme))) {
      form.reject("reason", "theme.fault.reason");
    }
    if (form.hasFaults()) {
      return page(of, form, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return carryOut(
        of,
        form,
        me,
        "theme.isChosen",
        redirect,
        () -> themes.choose(of, theme, reason, form.version(), me));
  }

  /**
   * Somebody else may have been faster: then the page is shown again, with what was typed and how
   * things stand.
   */
  private ModelAndView carryOut(
      YearMonth month,
      Form form,
      SignedIn me,
      String done,
      RedirectAttributes redirect,
      Runnable step) {
    try {
      step.run();
    } catch (EditedElsewhere stale) {
      form.rejectAll("theme.fault.editedElsewhere");
      return page(month, form, me, HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", done);
    return new ModelAndView("redirect:/themes/" + month);
  }

  private ModelAndView page(YearMonth month, Form form, SignedIn me, HttpStatus status) {
    var state = themes.state(month);
    var page =
        me.is(Role.ORGANIZER) || me.is(Role.AUDITOR)
            ? staff(month, state, form, me)
            : open(month, me);
    page.addObject("month", month).addObject("state", state);
    page.setStatus(status);
    return page;
  }

  private ModelAndView staff(YearMonth month, MonthState state, Form form, SignedIn me) {
    var candidates = themes.candidates(month);
    var choice = themes.choice(month);
    if (!themes.seesVoters(me)) {
      choice = choice.map(Choice::withoutNames);
    }
    var model = new LinkedHashMap<String, Object>();
    model.put("form", form.version() == 0 && !form.hasFaults() ? untilSoon() : form);
    model.put("candidates", candidates);
    model.put("decides", themes.decides(me));
    model.put("proposal", state.is(MonthStatus.CLOSED) ? themes.proposal(month) : Optional.empty());
    model.put("rule", themes.rule().key());
    model.put("choice", choice);
    model.put("free", needs.countAccepted(me.scope(), themes.gathered(month)));
    model.put("uncovered", uncovered(choice, me.scope()));
    model.put("needs", chosenNeeds(month, me.scope()));
    return new ModelAndView("theme/month", model);
  }

  private ModelAndView open(YearMonth month, SignedIn me) {
    var scope = me.isVisitor() ? Scope.PUBLISHED : me.scope();
    var choice = themes.choice(month).map(Choice::withoutNames);
    return new ModelAndView(
        "theme/public",
        Map.of(
            "candidates",
            themes.candidates(month),
            "choice",
            choice,
            "uncovered",
            uncovered(choice, scope),
            "needs",
            chosenNeeds(month, scope)));
  }

  /** Needs of the chosen theme that the person may read. */
  private List<NeedLine> chosenNeeds(YearMonth month, Scope scope) {
    return themes
        .chosen(month)
        .map(theme -> needs.lines(scope, themes.needsOf(theme.id())))
        .orElse(List.of());
  }

  private List<NeedLine> uncovered(Optional<Choice> choice, Scope scope) {
    return choice
        .map(made -> needs.lines(scope, made.uncovered().stream().limit(SHOWN).toList()))
        .orElse(List.of());
  }

  private Form untilSoon() {
    return Form.of(Map.of("until", LocalDate.now(clock).plusDays(DAYS_TO_APPROVE)));
  }
}
