package org.yueyuetan.platform.matchmaking;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.notice.CalendarEntry;
import org.yueyuetan.platform.showcase.Visitor;
import org.yueyuetan.platform.talk.Talk;

/** Each guest's meetings: on paper for all, on the phone and in the calendar for the guest. */
@Controller
class SheetController {

  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final Matchmaking matchmaking;
  private final Plans plans;
  private final OwnMeetings own;
  private final MessageSource words;
  private final Clock clock;

  SheetController(
      Matchmaking matchmaking, Plans plans, OwnMeetings own, MessageSource words, Clock clock) {
    this.matchmaking = matchmaking;
    this.plans = plans;
    this.own = own;
    this.words = words;
    this.clock = clock;
  }

  // --- on paper ---

  /** A sheet for each guest that meets somebody, each on a page of its own. */
  @GetMapping("/talks/{id}/matchmaking/sheets")
  ModelAndView sheets(@PathVariable long id, SignedIn me) {
    var talk = matchmaking.open(me, id);
    var plan = plans.published(talk).orElseThrow(() -> new NotFound("published plan of talk", id));
    var sheets =
        matchmaking.units(talk).stream()
            .map(unit -> new Sheet(unit.invitation(), unit.name(), plan.of(unit.invitation())))
            .filter(sheet -> !sheet.meetings().isEmpty())
            .toList();
    return new ModelAndView("matchmaking/sheets")
        .addObject("talk", talk)
        .addObject("plan", plan)
        .addObject("sheets", sheets);
  }

  // --- on the phone ---

  @GetMapping("/room/{token}/meetings")
  ModelAndView byLink(@PathVariable String token) {
    return own(own.visitor(token), "/room/" + token + "/meetings");
  }

  @GetMapping("/room/{token}/meetings.ics")
  ResponseEntity<String> calendarByLink(@PathVariable String token, Locale locale) {
    return calendar(own.visitor(token), locale);
  }

  @GetMapping("/talks/{id}/matchmaking/mine")
  ModelAndView byAccount(@PathVariable long id, SignedIn me) {
    return own(own.visitor(me, id), "/talks/" + id + "/matchmaking/mine");
  }

  @GetMapping("/talks/{id}/matchmaking/mine.ics")
  ResponseEntity<String> calendarByAccount(@PathVariable long id, SignedIn me, Locale locale) {
    return calendar(own.visitor(me, id), locale);
  }

  private ModelAndView own(Visitor visitor, String base) {
    var talk = own.talk(visitor);
    return new ModelAndView("matchmaking/own")
        .addObject("talk", talk)
        .addObject("sheet", own.sheet(visitor, talk))
        .addObject("base", base);
  }

  private ResponseEntity<String> calendar(Visitor visitor, Locale locale) {
    var talk = own.talk(visitor);
    var entries =
        own.sheet(visitor, talk).stream()
            .flatMap(sheet -> sheet.meetings().stream())
            .filter(meeting -> meeting.pair().status() != PairStatus.MISSED)
            .map(meeting -> entry(talk, meeting, visitor.invitation(), locale))
            .toList();
    if (entries.isEmpty()) {
      throw new NotFound("meetings at talk", talk.id());
    }
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"meetings.ics\"")
        .body(CalendarEntry.ics(entries, clock.instant()));
  }

  private CalendarEntry entry(Talk talk, Appointment meeting, long invitation, Locale locale) {
    return new CalendarEntry(
        "meeting-%d-%d@yueyuetan".formatted(talk.id(), meeting.pair().id()),
        meeting.partnerOf(invitation),
        talk.place()
            + " · "
            + words.getMessage("matchmaking.seat", new Object[] {meeting.seat()}, locale),
        meeting.from(),
        meeting.until(),
        String.join("\n", List.of(talk.title(), meeting.pair().subject())));
  }
}
