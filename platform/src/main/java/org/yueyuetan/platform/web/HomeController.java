package org.yueyuetan.platform.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.outcome.Figures;
import org.yueyuetan.platform.outcome.Period;
import org.yueyuetan.platform.talk.Talks;
import org.yueyuetan.platform.theme.Themes;

/**
 * The public home; people who are signed in are led to their work instead, and find it at /public.
 */
@Controller
class HomeController {

  private static final List<String> SHOWN =
      List.of("organizations", "talks", "attendances", "needs", "answeredNeeds", "keptCommitments");
  private static final int PAST = 8;

  private final Themes themes;
  private final Talks talks;
  private final Figures figures;
  private final Boards boards;
  private final Clock clock;

  HomeController(Themes themes, Talks talks, Figures figures, Boards boards, Clock clock) {
    this.themes = themes;
    this.talks = talks;
    this.figures = figures;
    this.boards = boards;
    this.clock = clock;
  }

  @GetMapping("/")
  ModelAndView entrance(SignedIn me) {
    return me.isVisitor() ? home(me) : new ModelAndView("redirect:" + Entrance.workOf(me));
  }

  @GetMapping("/public")
  ModelAndView home(SignedIn me) {
    var month = YearMonth.now(clock);
    return new ModelAndView(
        "web/home",
        "home",
        new Home(
            month,
            themes.chosen(month),
            talks
                .next()
                .or(() -> talks.ofMonth(month).filter(talk -> talk.convenedAt().isPresent())),
            boards.filled(month),
            figures.of(SHOWN, me.scope(), Period.ALL),
            talks.held(PAST)));
  }
}
