package org.yueyuetan.platform.showcase;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.talk.DayWork;
import org.yueyuetan.platform.talk.Desk;
import org.yueyuetan.platform.talk.Talks;

/** The programme of the stage as staff put it together and run it on the day. */
@Controller
class ProgrammeController {

  private static final int LONGEST = 120;

  private final Desk desk;
  private final Talks talks;
  private final Cards cards;
  private final Programme programme;
  private final Interests interests;

  ProgrammeController(
      Desk desk, Talks talks, Cards cards, Programme programme, Interests interests) {
    this.desk = desk;
    this.talks = talks;
    this.cards = cards;
    this.programme = programme;
    this.interests = interests;
  }

  @GetMapping("/talks/{id}/showcase")
  ModelAndView list(@PathVariable long id, SignedIn me) {
    return page(me, id, Form.empty(), HttpStatus.OK);
  }

  @PostMapping("/talks/{id}/showcase")
  ModelAndView add(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var organization = form.chosen("organization");
    var minutes = form.whole("minutes", 0, LONGEST).orElse(0);
    if (!form.hasFaults()) {
      try {
        programme.add(me, id, organization, minutes);
        redirect.addFlashAttribute("done", "showcase.done.added");
        return back(id);
      } catch (TooLong tooLong) {
        form.reject("minutes", "showcase.fault.tooLong", String.valueOf(tooLong.left()));
      }
    }
    return page(me, id, form, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @PostMapping("/talks/{id}/showcase/{card}/minutes")
  ModelAndView minutes(
      @PathVariable long id,
      @PathVariable long card,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    var field = "minutes-" + card;
    var minutes = form.need(field, form.whole(field, 0, LONGEST), 0);
    if (!form.hasFaults()) {
      try {
        programme.give(me, id, card, form.version(), minutes);
        redirect.addFlashAttribute("done", "showcase.done.minutes");
        return back(id);
      } catch (TooLong tooLong) {
        form.reject(field, "showcase.fault.tooLong", String.valueOf(tooLong.left()));
      } catch (EditedElsewhere stale) {
        form.reject(field, "form.editedElsewhere");
        return page(me, id, form, HttpStatus.CONFLICT);
      }
    }
    return page(me, id, form, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @PostMapping("/talks/{id}/showcase/{card}/up")
  ModelAndView up(@PathVariable long id, @PathVariable long card, SignedIn me) {
    programme.shift(me, id, card, true);
    return back(id);
  }

  @PostMapping("/talks/{id}/showcase/{card}/down")
  ModelAndView down(@PathVariable long id, @PathVariable long card, SignedIn me) {
    programme.shift(me, id, card, false);
    return back(id);
  }

  @PostMapping("/talks/{id}/showcase/{card}/remove")
  ModelAndView remove(
      @PathVariable long id, @PathVariable long card, SignedIn me, RedirectAttributes redirect) {
    programme.remove(me, id, card);
    redirect.addFlashAttribute("done", "showcase.done.removed");
    return back(id);
  }

  /** With a card it is called to the stage, without one the stage is cleared. */
  @PostMapping("/talks/{id}/showcase/stage")
  ModelAndView call(@PathVariable long id, Form form, SignedIn me) {
    try {
      programme.call(me, id, form.id("card"), form.version());
      return back(id);
    } catch (EditedElsewhere stale) {
      form.rejectAll("showcase.fault.stage");
      return page(me, id, form, HttpStatus.CONFLICT);
    }
  }

  private ModelAndView page(SignedIn me, long id, Form form, HttpStatus status) {
    var talk = desk.open(me, id);
    var mayRun = talks.mayRun(me, talk) && !talk.status().isOver();
    var page =
        new ModelAndView("showcase/programme")
            .addObject("talk", talk)
            .addObject("cards", cards.of(me.scope(), id))
            .addObject("counts", interests.counts(id))
            .addObject("stage", programme.stage(id))
            .addObject("mayRun", mayRun)
            .addObject("mayCall", mayRun && DayWork.RECORD.allowedIn(talk.status()))
            .addObject("candidates", mayRun ? programme.candidates(me, id) : List.of())
            .addObject("form", form);
    page.setStatus(status);
    return page;
  }

  private static ModelAndView back(long id) {
    return new ModelAndView("redirect:/talks/" + id + "/showcase");
  }
}
