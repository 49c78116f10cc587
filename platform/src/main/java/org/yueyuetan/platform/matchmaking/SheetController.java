package org.yueyuetan.platform.matchmaking;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.notice.CalendarEntry;
import org.yueyuetan.platform.showcase.Visitor;
import org.yueyuetan.platform.showcase.Visitors;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.TalkForm;
import org.yueyuetan.platform.talk.Talks;

/** Each guest's meetings: on paper for all, on the phone and in the calendar for the guest. */
@Controller
class SheetController {

  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final Matchmaking matchmaking;
  private final Plans plans;
  private final Visitors visitors;
  private final Talks talks;
  private final Clock clock;

  SheetController(
      Matchmaking matchmaking, Plans plans, Visitors visitors, Talks talks, Clock clock) {
    this.matchmaking = matchmaking;
    this.plans = plans;
    this.visitors = visitors;
    this.talks = talks;
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
    return own(visitor(token), "/room/" + token + "/meetings.ics");
  }

  @GetMapping("/room/{token}/meetings.ics")
  ResponseEntity<String> calendarByLink(@PathVariable String token) {
    return calendar(visitor(token));
  }

  @GetMapping("/talks/{id}/matchmaking/mine")
  ModelAndView byAccount(@PathVariable long id, SignedIn me) {
    return own(visitor(me, id), "/talks/" + id + "/matchmaking/mine.ics");
  }

  @GetMapping("/talks/{id}/matchmaking/mine.ics")
  ResponseEntity<String> calendarByAccount(@PathVariable long id, SignedIn me) {
    return calendar(visitor(me, id));
  }

  private ModelAndView own(Visitor visitor, String calendar) {
    var talk = talk(visitor);
    return new ModelAndView("matchmaking/own")
        .addObject("talk", talk)
        .addObject("sheet", sheet(visitor, talk))
        .addObject("calendar", calendar);
  }

  /** Empty until a plan is published. */
  private Optional<Sheet> sheet(Visitor visitor, Talk talk) {
    return plans
        .published(talk)
        .map(
            plan -> new Sheet(visitor.invitation(), visitor.unit(), plan.of(visitor.invitation())));
  }

  private ResponseEntity<String> calendar(Visitor visitor) {
    var talk = talk(visitor);
    var entries =
        sheet(visitor, talk).stream()
            .flatMap(sheet -> sheet.meetings().stream())
            .filter(meeting -> meeting.pair().status() == PairStatus.OPEN)
            .map(meeting -> entry(talk, meeting, visitor.invitation()))
            .toList();
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"meetings.ics\"")
        .body(CalendarEntry.ics(entries, clock.instant()));
  }

  private static CalendarEntry entry(Talk talk, Appointment meeting, long invitation) {
    return new CalendarEntry(
        "meeting-%d-%d@yueyuetan".formatted(talk.id(), meeting.pair().id()),
        meeting.partnerOf(invitation),
        "%s · %d".formatted(talk.place(), meeting.seat()),
        meeting.from(),
        meeting.until(),
        String.join("\n", List.of(talk.title(), meeting.pair().subject())));
  }

  private Talk talk(Visitor visitor) {
    return talks
        .find(Scope.PUBLISHED, visitor.talk())
        .filter(talk -> talk.has(TalkForm.MATCHMAKING))
        .orElseThrow(() -> new NotFound("talk with matchmaking", visitor.talk()));
  }

  private Visitor visitor(String token) {
    return visitors.byToken(token).orElseThrow(() -> new NotFound("room", "link"));
  }

  private Visitor visitor(SignedIn me, long talk) {
    return visitors.byAccount(me, talk).orElseThrow(() -> new NotFound("invitation to talk", talk));
  }
}
