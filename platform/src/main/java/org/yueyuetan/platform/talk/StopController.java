package org.yueyuetan.platform.talk;

import java.util.LinkedHashMap;
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

/** The page on which the stops of an observation visit are put together. */
@Controller
class StopController {

  private final Talks talks;
  private final Stops stops;

  StopController(Talks talks, Stops stops) {
    this.talks = talks;
    this.stops = stops;
  }

  /** With {@code edit} the stop is shown in the form, else the form is for a new one. */
  @GetMapping("/talks/{id}/stops")
  ModelAndView page(@PathVariable long id, Form asked, SignedIn me) {
    var talk = talks.ongoing(me, id);
    var edited = asked.id("edit").flatMap(stop -> stops.find(id, stop));
    return page(talk, edited.map(StopController::form).orElse(Form.empty()), edited, HttpStatus.OK);
  }

  @PostMapping("/talks/{id}/stops")
  ModelAndView add(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var talk = talks.ongoing(me, id);
    var draft = StopDraft.read(form);
    if (form.hasFaults()) {
      return page(talk, form, Optional.empty(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    stops.add(id, draft, me);
    redirect.addFlashAttribute("done", "talk.done.stops");
    return back(id);
  }

  @PostMapping("/talks/{id}/stops/{stop}")
  ModelAndView change(
      @PathVariable long id,
      @PathVariable long stop,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    var talk = talks.ongoing(me, id);
    var edited = stops.find(id, stop);
    if (edited.isEmpty()) {
      throw new NotFound("stop", stop);
    }
    var draft = StopDraft.read(form);
    if (form.hasFaults()) {
      return page(talk, form, edited, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      stops.change(id, stop, form.version(), draft, me);
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return page(talk, form, stops.find(id, stop), HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "talk.done.stops");
    return back(id);
  }

  @PostMapping("/talks/{id}/stops/{stop}/up")
  ModelAndView up(@PathVariable long id, @PathVariable long stop, SignedIn me) {
    stops.shift(id, stop, true, me);
    return back(id);
  }

  @PostMapping("/talks/{id}/stops/{stop}/down")
  ModelAndView down(@PathVariable long id, @PathVariable long stop, SignedIn me) {
    stops.shift(id, stop, false, me);
    return back(id);
  }

  @PostMapping("/talks/{id}/stops/{stop}/remove")
  ModelAndView remove(@PathVariable long id, @PathVariable long stop, SignedIn me) {
    stops.remove(id, stop, me);
    return back(id);
  }

  private ModelAndView page(Talk talk, Form form, Optional<Stop> edited, HttpStatus status) {
    var view =
        new ModelAndView(
            "talk/stops",
            Map.of("talk", talk, "stops", stops.of(talk.id()), "form", form, "edited", edited));
    view.setStatus(status);
    return view;
  }

  private static Form form(Stop stop) {
    var values = new LinkedHashMap<String, Object>();
    values.put("name", stop.name());
    values.put("address", stop.address());
    values.put("arrivesAt", stop.arrivesAt());
    values.put("minutes", stop.minutes());
    values.put("host", stop.host());
    return Form.of(values);
  }

  private static ModelAndView back(long id) {
    return new ModelAndView("redirect:/talks/" + id + "/stops");
  }
}
