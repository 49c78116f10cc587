package org.yueyuetan.platform.opinion;

import static org.yueyuetan.platform.account.Role.AUDITOR;
import static org.yueyuetan.platform.account.Role.ORGANIZER;
import static org.yueyuetan.platform.account.Role.REPRESENTATIVE;
import static org.yueyuetan.platform.account.Rule.get;
import static org.yueyuetan.platform.account.Rule.post;

import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.yueyuetan.platform.account.Rule;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.talk.GuestWork;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.TalkPart;
import org.yueyuetan.platform.talk.TalkPart.Line;
import org.yueyuetan.platform.talk.TalkStatus;
import org.yueyuetan.platform.talk.Unfinished;

/** Who may use the pages of opinions, and where a talk's page leads to them. */
@Configuration
class OpinionRules {

  @Bean
  Rule.Rules opinion() {
    return () ->
        List.of(
            get("/talks/{id}/opinions").anyone(),
            get("/room/{token}").anyone(),
            post("/room/{token}/votes").anyone(),
            get("/room/{token}/state").anyone(),
            post("/room/{token}/opinions").anyone(),
            get("/room/{token}/mine").anyone(),
            get("/talks/{id}/room", REPRESENTATIVE),
            post("/talks/{id}/room/votes", REPRESENTATIVE),
            get("/talks/{id}/room/state", REPRESENTATIVE),
            post("/talks/{id}/room/opinions", REPRESENTATIVE),
            get("/talks/{id}/room/mine", REPRESENTATIVE),
            get("/talks/{id}/day/moderate", ORGANIZER, AUDITOR),
            get("/talks/{id}/day/moderate/more", ORGANIZER, AUDITOR),
            get("/talks/{id}/day/moderate/into", ORGANIZER, AUDITOR),
            post("/talks/{id}/day/moderate", ORGANIZER),
            post("/talks/{id}/day/round", ORGANIZER),
            get("/talks/{id}/day/opinions", ORGANIZER, AUDITOR),
            post("/talks/{id}/day/opinions", ORGANIZER),
            get("/talks/{id}/day/opinions/{opinion}", ORGANIZER),
            post("/talks/{id}/day/opinions/{opinion}", ORGANIZER),
            post("/talks/{id}/day/opinions/{opinion}/delete", ORGANIZER));
  }

  /** The way into the room, for those invited. */
  @Bean
  @Order(5)
  TalkPart room(Participants participants, Rounds rounds) {
    return new TalkPart() {
      @Override
      public List<Line> of(SignedIn me, Talk talk) {
        return participants
            .byAccount(me, talk.id())
            .map(guest -> line(guest.round(), talk, "/talks/" + talk.id() + "/room"))
            .orElse(List.of());
      }

      @Override
      public List<Line> ofGuest(Talk talk, String pass) {
        return line(rounds.of(talk.id()), talk, "/room/" + pass);
      }

      private List<Line> line(Round round, Talk talk, String address) {
        var open = round.isOpen() && !talk.status().isOver();
        return round.status() == RoundStatus.NEW || talk.status() == TalkStatus.CANCELLED
            ? List.of()
            : List.of(
                new Line(open ? "opinion.line.room" : "opinion.line.ended", List.of(), address));
      }
    };
  }

  /** Without numbers where the talk is anonymous: they would tell who stated something. */
  @Bean
  GuestWork guestWork(Rounds rounds, Statements statements, Votes votes) {
    return invitation -> {
      var round = rounds.of(invitation.talk());
      var stated = statements.mine(invitation.id()).size();
      var voted = votes.given(invitation.id());
      var place = "/talks/" + invitation.talk() + "/day/moderate";
      if (round.status() != RoundStatus.NEW && round.anonymous()) {
        return Optional.of(new Line("opinion.lost.anonymous", List.of(), place));
      }
      return stated + voted == 0
          ? Optional.empty()
          : Optional.of(new Line("opinion.lost", List.of(stated, voted), place));
    };
  }

  /** Once the talk is closed nobody could judge what waits. */
  @Bean
  Unfinished waitingStatements(Moderation moderation) {
    return talk -> {
      var waiting = moderation.counts(talk.id()).getOrDefault(OpinionStatus.SUBMITTED, 0);
      return waiting == 0
          ? Optional.empty()
          : Optional.of(
              new Line(
                  "opinion.waiting", List.of(waiting), "/talks/" + talk.id() + "/day/moderate"));
    };
  }

  @Bean
  @Order(10)
  TalkPart publishedOpinions(Opinions opinions) {
    return (me, talk) -> {
      var published = talk.status().publishesOpinions() ? opinions.count(talk.id()) : 0;
      return published == 0
          ? List.of()
          : List.of(
              new Line("opinion.line", List.of(published), "/talks/" + talk.id() + "/opinions"));
    };
  }
}
