package org.yueyuetan.platform.matchmaking;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.SignedIn;

/** The call-up screen for the projector (叫号大屏): who sits at which table now, and who next. */
@Controller
class ScreenController {

  private final Matchmaking matchmaking;
  private final Plans plans;
  private final Clock clock;

  ScreenController(Matchmaking matchmaking, Plans plans, Clock clock) {
    this.matchmaking = matchmaking;
    this.plans = plans;
    this.clock = clock;
  }

  @GetMapping("/talks/{id}/matchmaking/screen")
  ModelAndView screen(@PathVariable long id, SignedIn me) {
    return show("matchmaking/screen", id, me);
  }

  /** The part that changes; while all is as the screen shows it, htmx is told to leave it alone. */
  @GetMapping("/talks/{id}/matchmaking/screen/now")
  ModelAndView now(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String seen,
      SignedIn me,
      HttpServletResponse response) {
    var page = show("matchmaking/screenNow", id, me);
    if (page.getModel().get("call") instanceof CallUp call && call.state().equals(seen)) {
      response.setHeader("HX-Reswap", "none");
    }
    return page;
  }

  private ModelAndView show(String view, long id, SignedIn me) {
    var talk = matchmaking.open(me, id);
    var meetings =
        plans.published(talk).map(Plan::meetings).orElse(List.of()).stream()
            .filter(meeting -> meeting.pair().status() != PairStatus.MISSED)
            .toList();
    return new ModelAndView(view)
        .addObject("talk", talk)
        .addObject("call", CallUp.of(meetings, clock.instant()));
  }
}
