package org.yueyuetan.platform.theme;

import java.time.YearMonth;
import java.util.LinkedHashMap;
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

  private static final int EXAMPLES = 5;

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
    var examples = new LinkedHashMap<Long, java.util.List<NeedLine>>();
    for (var theme : candidates) {
      examples.put(theme.id(), needs.lines(me.scope(), themes.needsOf(theme.id())));
    }
    var own = me.organization().orElse(0L);
    var page =
        new ModelAndView(
            "theme/approve",
            Map.of(
                "month",
                month,
                "state",
                themes.state(month),
                "candidates",
                candidates,
                "examples",
                examples.entrySet().stream()
                    .collect(
                        Collectors.toMap(
                            Map.Entry::getKey,
                            entry -> entry.getValue().stream().limit(EXAMPLES).toList())),
                "ours",
                examples.entrySet().stream()
                    .filter(
                        entry -> entry.getValue().stream().anyMatch(n -> n.organization() == own))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet()),
                "form",
                form));
    page.setStatus(status);
    return page;
  }
}
