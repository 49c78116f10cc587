package org.yueyuetan.platform.theme;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.need.NeedLine;
import org.yueyuetan.platform.need.Needs;

/** On the phone: which themes an organization would come for. */
@Controller
class ApprovalController {

  private static final int EXAMPLES = 3;

  private final Themes themes;
  private final Needs needs;

  ApprovalController(Themes themes, Needs needs) {
    this.themes = themes;
    this.needs = needs;
  }

  @GetMapping("/themes/{month}/approve")
  ModelAndView show(@PathVariable String month, SignedIn me) {
    var of = Month.of(month);
    var approved = me.organization().map(own -> themes.approvedBy(of, own)).orElse(Set.of());
    return page(of, Form.of(Map.of("theme", approved)), me, HttpStatus.OK);
  }

  @PostMapping("/themes/{month}/approve")
  ModelAndView approve(
      @PathVariable String month, Form form, SignedIn me, RedirectAttributes redirect) {
    var of = Month.of(month);
    var chosen = form.ids("theme");
    var offered = themes.candidates(of).stream().map(Theme::id).collect(Collectors.toSet());
    if (!offered.containsAll(chosen)) {
      form.rejectAll("theme.fault.gone");
    }
    if (!form.hasFaults()) {
      try {
        themes.approve(of, chosen, me);
        redirect.addFlashAttribute(
            "done", chosen.isEmpty() ? "theme.approvedNone" : "theme.approved");
        return new ModelAndView("redirect:/themes/" + of + "/approve");
      } catch (ApprovalOver over) {
        form.rejectAll("theme.fault.over");
      }
    }
    return page(of, form, me, HttpStatus.CONFLICT);
  }

  private ModelAndView page(YearMonth month, Form form, SignedIn me, HttpStatus status) {
    var candidates = themes.candidates(month);
    var own = me.organization().orElse(0L);
    var examples = new LinkedHashMap<Long, List<String>>();
    var ours = new HashSet<Long>();
    for (var theme : candidates) {
      var gathered = needs.lines(me.scope(), themes.needsOf(theme.id()));
      examples.put(
          theme.id(), gathered.stream().map(NeedLine::title).distinct().limit(EXAMPLES).toList());
      if (gathered.stream().anyMatch(need -> need.organization() == own)) {
        ours.add(theme.id());
      }
    }
    var page =
        new ModelAndView(
            "theme/approve",
            Map.of(
                "month", month,
                "state", themes.state(month),
                "candidates", candidates,
                "examples", examples,
                "ours", ours,
                "turns", themes.turns(own, month.getYear()),
                "form", form));
    page.setStatus(status);
    return page;
  }
}
