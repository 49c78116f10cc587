package org.yueyuetan.platform.talk;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;

/**
 * Answers by the link in the mail, without an account, and those of signed-in representatives.
 * Opening a link changes nothing: mail servers open links to look for viruses.
 */
@Controller
class AnswerController {

  private final Talks talks;
  private final Answers answers;
  private final Seats seats;
  private final Agenda agenda;
  private final TalkPage page;
  private final List<TalkPart> parts;
  private final Clock clock;

  AnswerController(
      Talks talks,
      Answers answers,
      Seats seats,
      Agenda agenda,
      TalkPage page,
      List<TalkPart> parts,
      Clock clock) {
    this.talks = talks;
    this.answers = answers;
    this.seats = seats;
    this.agenda = agenda;
    this.page = page;
    this.parts = List.copyOf(parts);
    this.clock = clock;
  }

  @GetMapping("/answer/{token}")
  ModelAndView open(@PathVariable String token) {
    return page(token, Form.empty(), HttpStatus.OK);
  }

  @PostMapping("/answer/{token}")
  ModelAndView answer(@PathVariable String token, Form form, RedirectAttributes redirect) {
    var answer = Answer.read(form);
    if (form.hasFaults()) {
      return page(token, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      answers.byLink(token, answer);
    } catch (NotFound gone) {
      return expired();
    } catch (AnswersClosed closed) {
      return page(token, Form.empty(), HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "talk.done.answered");
    return new ModelAndView("redirect:/answer/" + token);
  }

  @GetMapping("/answer/{token}/talk.ics")
  ResponseEntity<String> calendar(@PathVariable String token) {
    return answers
        .open(token)
        .map(called ->
            ResponseEntity.ok()
                .contentType(TalkController.CALENDAR)
                .body(Calls.entry(called.talk()).ics(clock.instant())))
        .orElse(ResponseEntity.notFound().build());
  }

  @PostMapping("/talks/{id}/answer")
  ModelAndView answer(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var answer = Answer.read(form);
    if (form.hasFaults()) {
      var talk = talks.find(me.scope(), id).orElseThrow(() -> new NotFound("talk", id));
      return page.open(talk, me, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    answers.byRepresentative(id, answer, me);
    redirect.addFlashAttribute("done", "talk.done.answered");
    return new ModelAndView("redirect:/talks/" + id);
  }

  private ModelAndView page(String token, Form form, HttpStatus status) {
    var found = answers.open(token);
    if (found.isEmpty()) {
      return answers
          .past(token)
          .map(talk -> new ModelAndView("redirect:" + afterwards(talk, token)))
          .orElseGet(AnswerController::expired);
    }
    var called = found.get();
    var model = new HashMap<String, Object>();
    model.put("token", token);
    model.put("talk", called.talk());
    model.put("invitation", called.invitation());
    model.put("position", seats.position(called.invitation()));
    model.put("agenda", agenda.of(called.talk().id()));
    model.put(
        "parts",
        parts.stream().flatMap(part -> part.ofGuest(called.talk(), token).stream()).toList());
    model.put("takesAnswers", called.talk().takesAnswers(clock.instant()));
    model.put("form", form);
    var view = new ModelAndView("talk/answer", model);
    view.setStatus(status);
    return view;
  }

  /** The room outlives the invitation: what was said there may still be voted on. */
  private String afterwards(Talk talk, String token) {
    return parts.stream()
        .flatMap(part -> part.ofGuest(talk, token).stream())
        .map(TalkPart.Line::address)
        .findFirst()
        .orElse("/talks/" + talk.id());
  }

  private static ModelAndView expired() {
    var view = new ModelAndView("talk/expired", Map.of());
    view.setStatus(HttpStatus.NOT_FOUND);
    return view;
  }
}
