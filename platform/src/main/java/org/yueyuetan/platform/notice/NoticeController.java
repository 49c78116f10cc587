package org.yueyuetan.platform.notice;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;

/** What a person was told. */
@Controller
class NoticeController {

  private static final int PAGE = 50;

  private final Notices notices;

  NoticeController(Notices notices) {
    this.notices = notices;
  }

  @GetMapping("/notices")
  ModelAndView list(SignedIn me, Form form) {
    var after = form.id("after").flatMap(id -> notices.find(me.id(), id));
    var found = notices.list(me.id(), after, PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    return new ModelAndView(
        "notice/list",
        Map.of(
            "notices",
            shown,
            "unread",
            notices.unread(me.id()),
            "later",
            after.isPresent(),
            "next",
            found.size() > PAGE ? Optional.of(shown.getLast().id()) : Optional.empty()));
  }

  /** Opening a notice marks it as read and leads to what it is about. */
  @GetMapping("/notices/{id}")
  String open(SignedIn me, @PathVariable long id) {
    var notice = notices.open(me.id(), id).orElseThrow(() -> new NotFound("notice", id));
    return "redirect:" + notice.message().link();
  }

  @PostMapping("/notices/read")
  String openAll(SignedIn me, RedirectAttributes redirect) {
    notices.openAll(me.id());
    redirect.addFlashAttribute("done", "notice.allRead");
    return "redirect:/notices";
  }
}
