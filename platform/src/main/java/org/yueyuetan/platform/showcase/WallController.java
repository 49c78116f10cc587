package org.yueyuetan.platform.showcase;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.talk.Talks;

/** The wall of cards for the projector (展示大屏): who is on the stage stands large. */
@Controller
class WallController {

  private final Talks talks;
  private final Walls walls;

  WallController(Talks talks, Walls walls) {
    this.talks = talks;
    this.walls = walls;
  }

  @GetMapping("/talks/{id}/showcase/wall")
  ModelAndView wall(@PathVariable long id, SignedIn me) {
    return show("showcase/wall", id, me);
  }

  /**
   * The part that changes while the screen stands. While all is as the screen shows it, htmx is
   * told to leave it alone, so that pictures do not flicker.
   */
  @GetMapping("/talks/{id}/showcase/wall/now")
  ModelAndView now(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String seen,
      SignedIn me,
      HttpServletResponse response) {
    var page = show("showcase/wallNow", id, me);
    if (page.getModel().get("wall") instanceof Wall wall && wall.state().equals(seen)) {
      response.setHeader("HX-Reswap", "none");
    }
    return page;
  }

  private ModelAndView show(String view, long id, SignedIn me) {
    var talk = talks.inCharge(me, id);
    return new ModelAndView(view).addObject("talk", talk).addObject("wall", walls.of(talk));
  }
}
