package org.yueyuetan.platform.talk;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.NotFound;

/** The talk as it lies before those who run it and those who look over their shoulder (工作台). */
@Component
public class Desk {

  private final Talks talks;

  Desk(Talks talks) {
    this.talks = talks;
  }

  /** The talk with everything in it; for others it is not found. */
  public Talk open(SignedIn me, long id) {
    return talks
        .find(me.scope(), id)
        .filter(talk -> talks.mayReadAll(me, talk))
        .orElseThrow(() -> new NotFound("talk", id));
  }

  /** A page about the talk; {@code mayWork} says whether the person may do this work there now. */
  public ModelAndView page(String view, SignedIn me, long id, DayWork work) {
    return page(view, me, id, work, HttpStatus.OK);
  }

  public ModelAndView page(String view, SignedIn me, long id, DayWork work, HttpStatus status) {
    var talk = open(me, id);
    var page =
        new ModelAndView(view)
            .addObject("talk", talk)
            .addObject("mayWork", talks.mayRun(me, talk) && work.allowedIn(talk.status()));
    page.setStatus(status);
    return page;
  }
}
