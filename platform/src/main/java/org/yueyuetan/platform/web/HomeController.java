package org.yueyuetan.platform.web;

import java.time.Clock;
import java.time.YearMonth;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.talk.Talks;
import org.yueyuetan.platform.theme.Themes;

/**
 * The public home; people who are signed in are led to their work instead, and find it at /public.
 */
@Controller
class HomeController {

  private static final int PAST = 8;

  private final Themes themes;
  private final Talks talks;
  private final Boards boards;
  private final Clock clock;

  HomeController(Themes themes, Talks talks, Boards boards, Clock clock) {
    this.themes = themes;
    this.talks = talks;
    this.boards = boards;
    this.clock = clock;
  }

  @GetMapping("/")
  ModelAndView entrance(SignedIn me) {
    return me.isVisitor() ? home() : new ModelAndView("redirect:" + Entrance.workOf(me));
  }

  @GetMapping("/public")
  ModelAndView home() {
    var month = YearMonth.now(clock);
    return new ModelAndView(
        "web/home",
        "home",
        new Home(
            month, themes.chosen(month), talks.next(), boards.filled(month), talks.held(PAST)));
  }
}
