package org.yueyuetan.platform.outcome;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.NotFound;

/** Shows where a thing came from and what became of it. */
@Controller
class TraceController {

  private final Threads threads;
  private final Clock clock;

  TraceController(Threads threads, Clock clock) {
    this.threads = threads;
    this.clock = clock;
  }

  @GetMapping("/trace/{kind}/{id}")
  ModelAndView trace(SignedIn me, @PathVariable String kind, @PathVariable long id) {
    var thread =
        ThingKind.of(kind)
            .filter(known -> known != ThingKind.ANSWER && known != ThingKind.REPLY)
            .flatMap(known -> threads.through(me.scope(), known, id))
            .orElseThrow(() -> new NotFound(kind, id));
    return new ModelAndView(
        "outcome/trace",
        Map.of(
            "thread",
            thread,
            "drawing",
            new Drawing(thread),
            "zone",
            clock.getZone(),
            "staff",
            me.scope() instanceof Scope.Region));
  }
}
