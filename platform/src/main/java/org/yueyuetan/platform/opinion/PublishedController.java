package org.yueyuetan.platform.opinion;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.talk.Agenda;
import org.yueyuetan.platform.talk.Talks;

/** What was said at a talk, for everyone who may read the talk, once it is published. */
@Controller
class PublishedController {

  private static final int PAGE = 50;

  private final Talks talks;
  private final Opinions opinions;
  private final Agenda agenda;

  PublishedController(Talks talks, Opinions opinions, Agenda agenda) {
    this.talks = talks;
    this.opinions = opinions;
    this.agenda = agenda;
  }

  /** Open to staff of the talk's region before it is published. */
  @GetMapping("/talks/{id}/opinions")
  ModelAndView list(@PathVariable long id, Form form, SignedIn me) {
    var talk = talks.find(me.scope(), id).orElseThrow(() -> new NotFound("talk", id));
    var open = talk.status().publishesOpinions() || talks.mayReadAll(me, talk);
    var filter = OpinionFilter.read(form);
    var after = form.id("after").orElse(0L);
    var found = open ? opinions.told(id, filter, after, PAGE + 1) : List.<Opinions.Published>of();
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    return new ModelAndView("opinion/list")
        .addObject("talk", talk)
        .addObject("opinions", shown)
        .addObject("count", open ? opinions.count(id, filter) : 0)
        .addObject("questions", agenda.questions(id))
        .addObject("filter", filter)
        .addObject("form", form)
        .addObject("next", found.size() > PAGE ? String.valueOf(shown.getLast().id()) : "");
  }
}
