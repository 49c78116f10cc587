package org.yueyuetan.platform.consensus;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.talk.RoomCode;
import org.yueyuetan.platform.talk.Talks;

/** The live screen of the vote (表态大屏), and the stream of events that keeps it up to date. */
@Controller
class WallController {

  private final Talks talks;
  private final RoomCode code;
  private final Walls walls;
  private final WallStream stream;

  WallController(Talks talks, RoomCode code, Walls walls, WallStream stream) {
    this.talks = talks;
    this.code = code;
    this.walls = walls;
    this.stream = stream;
  }

  @GetMapping("/talks/{id}/wall")
  ModelAndView wall(@PathVariable long id, SignedIn me) {
    return show("consensus/wall", id, me);
  }

  /** The part that changes while the screen stands. */
  @GetMapping("/talks/{id}/wall/now")
  ModelAndView now(@PathVariable long id, SignedIn me) {
    return show("consensus/wallNow", id, me);
  }

  /** The browser comes back by itself when a connection ends, and says what it was told last. */
  @GetMapping(path = "/talks/{id}/wall/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String seen,
      @RequestHeader(name = "Last-Event-ID", defaultValue = "") String last,
      SignedIn me) {
    talks.inCharge(me, id);
    return stream.open(id, last.isEmpty() ? seen : last);
  }

  private ModelAndView show(String view, long id, SignedIn me) {
    var talk = talks.inCharge(me, id);
    return new ModelAndView(view)
        .addObject("talk", talk)
        .addObject("code", code.svg(talk))
        .addObject("wall", walls.of(id));
  }
}
