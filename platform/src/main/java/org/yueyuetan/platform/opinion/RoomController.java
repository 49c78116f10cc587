package org.yueyuetan.platform.opinion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.talk.Agenda;
import org.yueyuetan.platform.talk.TalkStatus;

/**
 * The room on the phone: opinions are stated and voted on, by the link of an invitation or by a
 * representative's account. Keeps nothing in a session, so that a full room costs no more than its
 * votes.
 */
@Controller
class RoomController {

  private static final int PAGE = 30;
  private static final String PARTS_ONLY = "HX-Request";

  private final Participants participants;
  private final Ballots ballots;
  private final Votes votes;
  private final Statements statements;
  private final Opinions opinions;
  private final Agenda agenda;
  private final Crowd crowd;

  RoomController(
      Participants participants,
      Ballots ballots,
      Votes votes,
      Statements statements,
      Opinions opinions,
      Agenda agenda,
      Crowd crowd) {
    this.participants = participants;
    this.ballots = ballots;
    this.votes = votes;
    this.statements = statements;
    this.opinions = opinions;
    this.agenda = agenda;
    this.crowd = crowd;
  }

  /** The guest and the address of the room as this guest came in. */
  private record Entry(Participant guest, String base) {}

  // --- by link ---

  @GetMapping("/room/{token}")
  ModelAndView vote(@PathVariable String token, Form form) {
    return entry(token).map(entry -> ballot(entry, form)).orElseGet(RoomController::noRoom);
  }

  @PostMapping("/room/{token}/votes")
  ModelAndView vote(
      @PathVariable String token,
      Form form,
      @RequestHeader(name = PARTS_ONLY, defaultValue = "") String part) {
    return entry(token)
        .map(entry -> cast(entry, form, !part.isEmpty()))
        .orElseGet(RoomController::noRoom);
  }

  @GetMapping("/room/{token}/state")
  ModelAndView state(@PathVariable String token) {
    return entry(token)
        .map(entry -> statePage(entry, Form.empty(), List.of(), HttpStatus.OK))
        .orElseGet(RoomController::noRoom);
  }

  @PostMapping("/room/{token}/opinions")
  ModelAndView state(@PathVariable String token, Form form) {
    return entry(token).map(entry -> state(entry, form)).orElseGet(RoomController::noRoom);
  }

  @GetMapping("/room/{token}/mine")
  ModelAndView mine(@PathVariable String token, Form form) {
    return entry(token).map(entry -> mine(entry, form)).orElseGet(RoomController::noRoom);
  }

  // --- by account ---

  @GetMapping("/talks/{id}/room")
  ModelAndView vote(@PathVariable long id, Form form, SignedIn me) {
    return ballot(entry(id, me), form);
  }

  @PostMapping("/talks/{id}/room/votes")
  ModelAndView vote(
      @PathVariable long id,
      Form form,
      SignedIn me,
      @RequestHeader(name = PARTS_ONLY, defaultValue = "") String part) {
    return cast(entry(id, me), form, !part.isEmpty());
  }

  @GetMapping("/talks/{id}/room/state")
  ModelAndView state(@PathVariable long id, SignedIn me) {
    return statePage(entry(id, me), Form.empty(), List.of(), HttpStatus.OK);
  }

  @PostMapping("/talks/{id}/room/opinions")
  ModelAndView state(@PathVariable long id, Form form, SignedIn me) {
    return state(entry(id, me), form);
  }

  @GetMapping("/talks/{id}/room/mine")
  ModelAndView mine(@PathVariable long id, Form form, SignedIn me) {
    return mine(entry(id, me), form);
  }

  // --- the same for both ---

  private Optional<Entry> entry(String token) {
    return participants.byToken(token).map(guest -> new Entry(guest, "/room/" + token));
  }

  private Entry entry(long talk, SignedIn me) {
    return participants
        .byAccount(me, talk)
        .map(guest -> new Entry(guest, "/talks/" + talk + "/room"))
        .orElseThrow(() -> new NotFound("invitation to talk", talk));
  }

  /** {@code on} asks for a certain opinion; else one is drawn. */
  private ModelAndView ballot(Entry entry, Form form) {
    return ballot("opinion/room", entry, form.id("on"), HttpStatus.OK).addObject("fault", "");
  }

  private ModelAndView ballot(String view, Entry entry, Optional<Long> on, HttpStatus status) {
    var ballot = ballots.of(entry.guest());
    var asked = on.flatMap(opinion -> ballots.open(entry.guest(), opinion));
    var shown = asked.isPresent() ? new Ballot(asked, ballot.done(), ballot.all()) : ballot;
    return page(view, entry, status)
        .addObject("ballot", shown)
        .addObject("unit", shown.next().map(next -> opinions.unit(next.id())).orElse(""));
  }

  private ModelAndView cast(Entry entry, Form form, boolean partOnly) {
    var opinion = form.id("opinion").orElseThrow(() -> new NotFound("opinion", "vote"));
    var side = form.choice("side", Side.class).orElseThrow(() -> new NotFound("side", "of a vote"));
    var outcome = votes.cast(entry.guest(), opinion, side);
    var counted = outcome == Votes.Outcome.COUNTED;
    if (partOnly) {
      return ballot(
              "opinion/ballot",
              entry,
              Optional.empty(),
              counted ? HttpStatus.OK : HttpStatus.CONFLICT)
          .addObject("fault", counted ? "" : outcome.name());
    }
    if (!counted) {
      return ballot("opinion/room", entry, Optional.empty(), HttpStatus.CONFLICT)
          .addObject("fault", outcome.name());
    }
    return form.has("back", "mine")
        ? new ModelAndView("redirect:" + entry.base() + "/mine?voted=" + opinion + "#votes")
        : new ModelAndView("redirect:" + entry.base());
  }

  private ModelAndView state(Entry entry, Form form) {
    var statement = Statement.read(form);
    if (form.hasFaults()) {
      return statePage(entry, form, List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var stated = statements.state(entry.guest(), statement);
    return switch (stated.outcome()) {
      case DONE -> new ModelAndView("redirect:" + entry.base() + "/mine?stated=yes");
      case SIMILAR -> statePage(entry, form, stated.similar(), HttpStatus.UNPROCESSABLE_CONTENT);
      case TOO_MANY -> {
        form.rejectAll("opinion.fault.tooMany", String.valueOf(Statements.MOST));
        yield statePage(entry, form, List.of(), HttpStatus.CONFLICT);
      }
      case NAMED -> {
        form.rejectAll("opinion.fault.named", entry.guest().unit());
        yield statePage(entry, form, List.of(), HttpStatus.CONFLICT);
      }
      case CLOSED -> {
        form.rejectAll("opinion.fault.closed");
        yield statePage(entry, form, List.of(), HttpStatus.CONFLICT);
      }
    };
  }

  private ModelAndView statePage(Entry entry, Form form, List<Opinion> similar, HttpStatus status) {
    var mine = statements.mine(entry.guest().invitation());
    var left =
        Statements.MOST - mine.stream().filter(one -> one.origin() == Opinion.Origin.PHONE).count();
    return page("opinion/state", entry, status)
        .addObject("questions", agenda.questions(entry.guest().talk()))
        .addObject("similar", similar)
        .addObject("left", left)
        .addObject("party", crowd.told(entry.guest()))
        .addObject("form", form);
  }

  private ModelAndView mine(Entry entry, Form form) {
    var stated = statements.mine(entry.guest().invitation());
    var cast = ballots.cast(entry.guest());
    var before = form.id("before").orElse(Long.MAX_VALUE);
    var from = (int) cast.stream().filter(vote -> vote.opinion().id() >= before).count();
    var to = Math.min(from + PAGE, cast.size());
    return page("opinion/mine", entry, HttpStatus.OK)
        .addObject("stated", stated)
        .addObject("standing", opinions.standingFor(stated))
        .addObject("cast", cast.subList(from, to))
        .addObject("next", to < cast.size() ? cast.get(to - 1).opinion().id() : 0L)
        .addObject("later", from > 0)
        .addObject("justStated", form.ticked("stated"))
        .addObject("justVoted", form.id("voted").orElse(0L));
  }

  private ModelAndView page(String view, Entry entry, HttpStatus status) {
    var model = new HashMap<String, Object>();
    model.put("guest", entry.guest());
    model.put("base", entry.base());
    var page = new ModelAndView(view, model);
    page.setStatus(
        entry.guest().talkStatus() == TalkStatus.CANCELLED && status == HttpStatus.OK
            ? HttpStatus.GONE
            : status);
    return page;
  }

  private static ModelAndView noRoom() {
    var page = new ModelAndView("opinion/noRoom", Map.of());
    page.setStatus(HttpStatus.NOT_FOUND);
    return page;
  }
}
