package org.yueyuetan.platform.notice;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.form.Form;

/** The outbox as the system administrator sees it: how it stands, never what the mails say. */
@Controller
class OutboxController {

  private static final int PAGE = 50;

  private final Outbox outbox;
  private final SmtpServer server;

  OutboxController(Outbox outbox, SmtpServer server) {
    this.outbox = outbox;
    this.server = server;
  }

  @GetMapping("/mail")
  ModelAndView show(Form form) {
    var found = outbox.refused(form.id("after"), PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    return new ModelAndView(
        "notice/mail",
        Map.of(
            "state", outbox.state(),
            "configured", server.configured(),
            "refused", shown,
            "later", form.id("after").isPresent(),
            "next", found.size() > PAGE ? Optional.of(shown.getLast().id()) : Optional.empty()));
  }

  /** Those named, or all that were given up. */
  @PostMapping("/mail/retry")
  String retry(Form form, RedirectAttributes redirect) {
    var ids = form.ids("mail");
    var again = ids.isEmpty() ? outbox.retryAll() : outbox.retry(ids);
    redirect.addFlashAttribute(
        "done", again == 0 ? "notice.mail.retriedNone" : "notice.mail.retried");
    return "redirect:/mail";
  }
}
