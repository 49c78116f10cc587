package org.yueyuetan.platform.talk;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.SignedIn;

/** The screen in the room (会场大屏): what it is about, the code to check in by, and who is here. */
@Controller
class RoomScreenController {

  private final Talks talks;
  private final Guests guests;
  private final RoomCode code;

  RoomScreenController(Talks talks, Guests guests, RoomCode code) {
    this.talks = talks;
    this.guests = guests;
    this.code = code;
  }

  @GetMapping("/talks/{id}/screen")
  ModelAndView screen(@PathVariable long id, SignedIn me) {
    return show("talkday/screen", id, me);
  }

  /** The part that changes while the screen stands. */
  @GetMapping("/talks/{id}/screen/now")
  ModelAndView now(@PathVariable long id, SignedIn me) {
    return show("talkday/screenNow", id, me);
  }

  private ModelAndView show(String view, long id, SignedIn me) {
    var talk = talks.inCharge(me, id);
    return new ModelAndView(view)
        .addObject("talk", talk)
        .addObject("presence", guests.presence(id))
        .addObject("code", code.svg(talk));
  }
}
