package org.yueyuetan.platform.talk;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;

/** The list at the door, on a tablet (签到台). */
@Controller
class GuestController {

  private final Desk desk;
  private final Guests guests;

  GuestController(Desk desk, Guests guests) {
    this.desk = desk;
    this.guests = guests;
  }

  @GetMapping("/talks/{id}/day")
  ModelAndView list(
      @PathVariable long id,
      Form form,
      SignedIn me,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
    return desk.page(part ? "talkday/guestList" : "talkday/day", me, id, DayWork.GUESTS)
        .addObject("guests", guests.list(me, id, form.text("q", 40)))
        .addObject("presence", guests.presence(id))
        .addObject("form", form);
  }

  /** Ticks or unticks one guest; says which of the two, so that pressing twice does no harm. */
  @PostMapping("/talks/{id}/day/tick")
  ModelAndView tick(
      @PathVariable long id,
      Form form,
      SignedIn me,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
    var here = form.id("here");
    var guest = here.or(() -> form.id("away")).orElseThrow(() -> new NotFound("guest", ""));
    if (here.isPresent()) {
      guests.tick(me, id, guest);
    } else {
      guests.untick(me, id, guest);
    }
    return part
        ? desk.page("talkday/ticked", me, id, DayWork.GUESTS)
            .addObject("guest", guests.find(me, id, guest))
            .addObject("presence", guests.presence(id))
        : new ModelAndView("redirect:/talks/" + id + "/day#guest-" + guest);
  }

  @GetMapping("/talks/{id}/day/walk-in")
  ModelAndView walkIn(@PathVariable long id, SignedIn me) {
    return desk.page("talkday/walkIn", me, id, DayWork.GUESTS).addObject("form", Form.empty());
  }

  @PostMapping("/talks/{id}/day/walk-in")
  ModelAndView addWalkIn(
      @PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var walkIn = WalkIn.read(form);
    if (form.hasFaults()) {
      return desk.page("talkday/walkIn", me, id, DayWork.GUESTS, HttpStatus.UNPROCESSABLE_CONTENT)
          .addObject("form", form);
    }
    var guest = guests.walkIn(me, id, walkIn);
    redirect.addFlashAttribute("done", "talkday.walkIn.done");
    redirect.addFlashAttribute("doneArgs", List.of(guests.code(me, id, guest)));
    return new ModelAndView("redirect:/talks/" + id + "/day#guest-" + guest);
  }

  @GetMapping("/talks/{id}/day/guests/{guest}")
  ModelAndView attendee(@PathVariable long id, @PathVariable long guest, SignedIn me) {
    var found = guests.reveal(me, id, guest);
    return attendeePage(me, id, found, Attendee.form(found), HttpStatus.OK);
  }

  @PostMapping("/talks/{id}/day/guests/{guest}")
  ModelAndView rename(
      @PathVariable long id,
      @PathVariable long guest,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    var attendee = Attendee.read(form);
    var version = form.version();
    if (form.hasFaults()) {
      return attendeePage(
          me, id, guests.find(me, id, guest), form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      guests.rename(me, id, guest, version, attendee);
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return attendeePage(me, id, guests.find(me, id, guest), form, HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "talkday.attendee.done");
    return new ModelAndView("redirect:/talks/" + id + "/day#guest-" + guest);
  }

  private ModelAndView attendeePage(
      SignedIn me, long id, Guest guest, Form form, HttpStatus status) {
    return desk.page("talkday/attendee", me, id, DayWork.GUESTS, status)
        .addObject("guest", guest)
        .addObject("form", form);
  }
}
