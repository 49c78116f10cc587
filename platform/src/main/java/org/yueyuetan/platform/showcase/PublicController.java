package org.yueyuetan.platform.showcase;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.talk.Talks;

/** The cards after the talk, for everyone: words and pictures that may be public, nothing else. */
@Controller
class PublicController {

  /** Two years of monthly talks. */
  private static final int SHOWN = 24;

  private final Talks talks;
  private final Cards cards;
  private final Pictures pictures;

  PublicController(Talks talks, Cards cards, Pictures pictures) {
    this.talks = talks;
    this.cards = cards;
    this.pictures = pictures;
  }

  @GetMapping("/showcase")
  ModelAndView list() {
    return new ModelAndView("showcase/list", Map.of("shows", cards.shows(SHOWN)));
  }

  @GetMapping("/showcase/{id}")
  ModelAndView ofTalk(@PathVariable long id) {
    var shown = cards.published(id);
    var talk =
        talks
            .find(Scope.PUBLISHED, id)
            .filter(found -> !shown.isEmpty())
            .orElseThrow(() -> new NotFound("showcase of talk", id));
    return new ModelAndView(
        "showcase/cards",
        Map.of("talk", talk, "cards", shown, "pictures", pictures.published(shown)));
  }
}
