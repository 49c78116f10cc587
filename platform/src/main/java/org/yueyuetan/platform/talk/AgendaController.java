package org.yueyuetan.platform.talk;

import java.util.Map;
import java.util.Optional;
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
import org.yueyuetan.platform.form.NotFound;

/** The page on which a talk's agenda is put together. */
@Controller
class AgendaController {

  private final Talks talks;
  private final Agenda agenda;

  AgendaController(Talks talks, Agenda agenda) {
    this.talks = talks;
    this.agenda = agenda;
  }

  /** With {@code edit} the item is shown in the form, else the form is for a new one. */
  @GetMapping("/talks/{id}/agenda")
  ModelAndView page(@PathVariable long id, Form asked, SignedIn me) {
    var talk = talks.ongoing(me, id);
    var edited = asked.id("edit").flatMap(item -> agenda.find(id, item));
    return page(
        talk, edited.map(AgendaController::form).orElse(Form.empty()), edited, HttpStatus.OK);
  }

  @PostMapping("/talks/{id}/agenda")
  ModelAndView add(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var talk = talks.ongoing(me, id);
    var draft = AgendaDraft.read(form);
    if (form.hasFaults()) {
      return page(talk, form, Optional.empty(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    agenda.add(id, draft, me);
    redirect.addFlashAttribute("done", "talk.done.agenda");
    return back(id);
  }

  @PostMapping("/talks/{id}/agenda/{item}")
  ModelAndView change(
      @PathVariable long id,
      @PathVariable long item,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    var talk = talks.ongoing(me, id);
    var edited = agenda.find(id, item);
    if (edited.isEmpty()) {
      throw new NotFound("agenda item", item);
    }
    var draft = AgendaDraft.read(form);
    if (form.hasFaults()) {
      return page(talk, form, edited, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      agenda.change(id, item, form.version(), draft, me);
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return page(talk, form, agenda.find(id, item), HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "talk.done.agenda");
    return back(id);
  }

  @PostMapping("/talks/{id}/agenda/{item}/up")
  ModelAndView up(@PathVariable long id, @PathVariable long item, SignedIn me) {
    agenda.shift(id, item, true, me);
    return back(id);
  }

  @PostMapping("/talks/{id}/agenda/{item}/down")
  ModelAndView down(@PathVariable long id, @PathVariable long item, SignedIn me) {
    agenda.shift(id, item, false, me);
    return back(id);
  }

  @PostMapping("/talks/{id}/agenda/{item}/remove")
  ModelAndView remove(@PathVariable long id, @PathVariable long item, SignedIn me) {
    agenda.remove(id, item, me);
    return back(id);
  }

  private ModelAndView page(Talk talk, Form form, Optional<AgendaItem> edited, HttpStatus status) {
    var view =
        new ModelAndView(
            "talk/agenda",
            Map.of("talk", talk, "items", agenda.of(talk.id()), "form", form, "edited", edited));
    view.setStatus(status);
    return view;
  }

  private static Form form(AgendaItem item) {
    return Form.of(
        Map.of(
            "item", item.title(),
            "speaker", item.speaker(),
            "minutes", item.minutes(),
            "question", item.question() ? "on" : ""));
  }

  private static ModelAndView back(long id) {
    return new ModelAndView("redirect:/talks/" + id + "/agenda");
  }
}
