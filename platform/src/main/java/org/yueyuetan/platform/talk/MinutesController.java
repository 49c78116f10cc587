package org.yueyuetan.platform.talk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** Agenda with its clock, minutes of the meeting, and the word that the talk was held. */
@Controller
class MinutesController {

  static final int MINUTES = 20_000;
  private static final int REASON = 300;

  private final Desk desk;
  private final Agenda agenda;
  private final Guests guests;
  private final FollowUp followUp;
  private final Clock clock;

  MinutesController(Desk desk, Agenda agenda, Guests guests, FollowUp followUp, Clock clock) {
    this.desk = desk;
    this.agenda = agenda;
    this.guests = guests;
    this.followUp = followUp;
    this.clock = clock;
  }

  @GetMapping("/talks/{id}/day/minutes")
  ModelAndView minutes(@PathVariable long id, SignedIn me) {
    var talk = desk.open(me, id);
    return page(me, talk, Form.of(Map.of("minutes", talk.minutes())), HttpStatus.OK);
  }

  @PostMapping("/talks/{id}/day/minutes")
  ModelAndView write(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var minutes = form.text("minutes", MINUTES);
    var version = form.version();
    if (form.hasFaults()) {
      return page(me, desk.open(me, id), form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      followUp.writeMinutes(me, id, version, minutes);
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return page(me, desk.open(me, id), form, HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "talkday.minutes.done");
    return new ModelAndView("redirect:/talks/" + id + "/day/minutes");
  }

  @GetMapping("/talks/{id}/day/hold")
  ModelAndView ask(@PathVariable long id, SignedIn me) {
    return holdPage(me, id, Form.empty(), HttpStatus.OK);
  }

  @PostMapping("/talks/{id}/day/hold")
  ModelAndView hold(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var missed = !guests.presence(id).hasQuorum();
    var reason = missed ? form.required("reason", REASON) : "";
    if (form.hasFaults()) {
      return holdPage(me, id, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    followUp.hold(me, id, reason);
    redirect.addFlashAttribute("done", "talkday.hold.done");
    return new ModelAndView("redirect:/talks/" + id + "/day/minutes");
  }

  @PostMapping("/talks/{id}/day/begin")
  ModelAndView begin(@PathVariable long id, SignedIn me, RedirectAttributes redirect) {
    followUp.begin(me, id);
    redirect.addFlashAttribute("done", "talkday.begin.done");
    return new ModelAndView("redirect:/talks/" + id + "/follow-up");
  }

  private ModelAndView page(SignedIn me, Talk talk, Form form, HttpStatus status) {
    return desk.page("talkday/minutes", me, talk.id(), DayWork.RECORD, status)
        .addObject("agenda", timed(talk))
        .addObject("form", form);
  }

  private ModelAndView holdPage(SignedIn me, long id, Form form, HttpStatus status) {
    return desk.page("talkday/hold", me, id, DayWork.GUESTS, status)
        .addObject("presence", guests.presence(id))
        .addObject("form", form);
  }

  private List<TimedItem> timed(Talk talk) {
    var now = clock.instant();
    var timed = new ArrayList<TimedItem>();
    var minutes = 0;
    for (var item : agenda.of(talk.id())) {
      var from = talk.startsAt().plusSeconds(60L * minutes);
      minutes += item.minutes();
      var until = talk.startsAt().plusSeconds(60L * minutes);
      timed.add(
          new TimedItem(item, local(from), minutes, !now.isBefore(from) && now.isBefore(until)));
    }
    return timed;
  }

  private LocalTime local(Instant instant) {
    return instant.atZone(clock.getZone()).toLocalTime();
  }
}
