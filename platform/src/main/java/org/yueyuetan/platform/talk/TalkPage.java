package org.yueyuetan.platform.talk;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.theme.Theme;
import org.yueyuetan.platform.theme.Themes;

/**
 * A talk's page: everything for staff, for others what is public and, if they are called, their own
 * invitation.
 */
@Component
class TalkPage {

  private final Talks talks;
  private final TalkMoves moves;
  private final Agenda agenda;
  private final Stops stops;
  private final Quorums quorums;
  private final Invitations invitations;
  private final Seats seats;
  private final Themes themes;
  private final PublicResults results;
  private final List<TalkPart> parts;
  private final Clock clock;

  TalkPage(
      Talks talks,
      TalkMoves moves,
      Agenda agenda,
      Stops stops,
      Quorums quorums,
      Invitations invitations,
      Seats seats,
      Themes themes,
      PublicResults results,
      List<TalkPart> parts,
      Clock clock) {
    this.talks = talks;
    this.moves = moves;
    this.agenda = agenda;
    this.stops = stops;
    this.quorums = quorums;
    this.invitations = invitations;
    this.seats = seats;
    this.themes = themes;
    this.results = results;
    this.parts = List.copyOf(parts);
    this.clock = clock;
  }

  ModelAndView forStaff(Talk talk, SignedIn me) {
    var model = common(talk, me);
    model.put("quorum", quorums.check(talk));
    model.put("history", moves.history(talk.id()));
    return new ModelAndView("talk/show", model);
  }

  /** {@code answer} is what a representative typed as answer. */
  ModelAndView open(Talk talk, SignedIn me, Form answer, HttpStatus status) {
    var own = own(talk, me);
    var model = common(talk, me);
    model.put("own", own);
    model.put("position", own.map(seats::position).orElse(0));
    model.put("answer", answer);
    var view = new ModelAndView("talk/open", model);
    view.setStatus(status);
    return view;
  }

  private Map<String, Object> common(Talk talk, SignedIn me) {
    var model = new HashMap<String, Object>();
    model.put("talk", talk);
    model.put("theme", talk.theme().flatMap(themes::find).map(Theme::title));
    model.put("agenda", agenda.of(talk.id()));
    model.put("stops", talk.has(TalkForm.VISIT) ? stops.of(talk.id()) : List.of());
    model.put("attendance", talks.attendance(talk.id()));
    model.put("results", results.of(talk));
    model.put("parts", parts.stream().flatMap(part -> part.of(me, talk).stream()).toList());
    model.put("takesAnswers", talk.takesAnswers(clock.instant()));
    return model;
  }

  private Optional<Invitation> own(Talk talk, SignedIn me) {
    return me.organization()
        .flatMap(organization -> invitations.ofOrganization(talk.id(), organization))
        .filter(invitation -> invitation.status() != InvitationStatus.LISTED);
  }
}
