package org.yueyuetan.platform.account;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.form.Form;

/** The audit trail, for the auditor. */
@Controller
class AuditController {

  private static final int PAGE = 50;

  private final AuditTrail trail;

  AuditController(AuditTrail trail) {
    this.trail = trail;
  }

  @GetMapping("/audit")
  ModelAndView list(Form form) {
    var filter =
        new AuditTrail.Filter(
            form.text("actor", 60),
            form.text("action", 40),
            form.text("kind", 40),
            form.text("object", 40),
            form.date("from"),
            form.date("until"));
    var found = trail.search(filter, form.id("after"), PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    return new ModelAndView(
        "account/audit",
        Map.of(
            "entries",
            shown,
            "form",
            form,
            "actions",
            trail.actions(),
            "kinds",
            trail.kinds(),
            "next",
            found.size() > PAGE ? Optional.of(shown.getLast().id()) : Optional.empty()));
  }
}
