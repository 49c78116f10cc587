package org.yueyuetan.platform.opinion;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.talk.Talks;

/** What was said at a talk, for everyone who may read the talk, once it is published. */
@Controller
class PublishedController {

  private final Talks talks;
  private final Opinions opinions;

  PublishedController(Talks talks, Opinions opinions) {
    this.talks = talks;
    this.opinions = opinions;
  }

  @GetMapping("/talks/{id}/opinions")
  ModelAndView list(@PathVariable long id, SignedIn me) {
    var talk = talks.find(me.scope(), id).orElseThrow(() -> new NotFound("talk", id));
    return new ModelAndView(
        "opinion/list", Map.of("talk", talk, "opinions", opinions.published(id)));
  }
}
