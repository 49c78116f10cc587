package org.yueyuetan.platform.matchmaking;

import static org.yueyuetan.platform.account.Role.AUDITOR;
import static org.yueyuetan.platform.account.Role.ORGANIZER;
import static org.yueyuetan.platform.account.Role.REPRESENTATIVE;
import static org.yueyuetan.platform.account.Rule.get;
import static org.yueyuetan.platform.account.Rule.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.yueyuetan.platform.account.Rule;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.showcase.Visitor;
import org.yueyuetan.platform.showcase.Visitors;
import org.yueyuetan.platform.talk.GuestWork;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.TalkForm;
import org.yueyuetan.platform.talk.TalkPart;
import org.yueyuetan.platform.talk.Talks;

/** Who may use the pages of the matchmaking, and where a talk's page leads to them. */
@Configuration
class MatchmakingRules {

  @Bean
  Rule.Rules matchmaking() {
    return () ->
        List.of(
            get("/room/{token}/meetings").anyone(),
            get("/room/{token}/meetings.ics").anyone(),
            get("/room/{token}/meetings/{pair}").anyone(),
            post("/room/{token}/meetings/{pair}").anyone(),
            get("/talks/{id}/matchmaking/mine", REPRESENTATIVE),
            get("/talks/{id}/matchmaking/mine/{pair}", REPRESENTATIVE),
            post("/talks/{id}/matchmaking/mine/{pair}", REPRESENTATIVE),
            get("/talks/{id}/matchmaking/mine.ics", REPRESENTATIVE),
            get("/talks/{id}/matchmaking", ORGANIZER, AUDITOR),
            get("/talks/{id}/matchmaking/sheets", ORGANIZER, AUDITOR),
            get("/talks/{id}/matchmaking/screen", ORGANIZER),
            get("/talks/{id}/matchmaking/screen/now", ORGANIZER),
            get("/talks/{id}/matchmaking/afternoon", ORGANIZER),
            post("/talks/{id}/matchmaking/afternoon", ORGANIZER),
            get("/talks/{id}/matchmaking/pairs", ORGANIZER, AUDITOR),
            post("/talks/{id}/matchmaking/pairs", ORGANIZER),
            post("/talks/{id}/matchmaking/pairs/take", ORGANIZER),
            post("/talks/{id}/matchmaking/pairs/{pair}/drop", ORGANIZER),
            post("/talks/{id}/matchmaking/pairs/{pair}/restore", ORGANIZER),
            post("/talks/{id}/matchmaking/absences", ORGANIZER),
            post("/talks/{id}/matchmaking/absences/{absence}/remove", ORGANIZER),
            post("/talks/{id}/matchmaking/plan", ORGANIZER),
            post("/talks/{id}/matchmaking/publish", ORGANIZER),
            get("/talks/{id}/matchmaking/meetings/{pair}", ORGANIZER, AUDITOR),
            post("/talks/{id}/matchmaking/meetings/{pair}", ORGANIZER));
  }

  @Bean
  GuestWork meetingsOfGuest(MatchmakingTable table) {
    return invitation -> {
      long meetings =
          table.pairs(invitation.talk()).stream()
              .filter(pair -> pair.isWanted() && pair.has(invitation.id()))
              .count();
      return meetings == 0
          ? Optional.empty()
          : Optional.of(
              new TalkPart.Line(
                  "matchmaking.lost",
                  List.of(meetings),
                  "/talks/" + invitation.talk() + "/matchmaking/pairs"));
    };
  }

  /** Staff lay it out, those called find their own meetings. */
  @Bean
  @Order(31)
  TalkPart meetings(Talks talks, Visitors visitors, Plans plans) {
    return new TalkPart() {
      @Override
      public List<Line> of(SignedIn me, Talk talk) {
        var lines = new ArrayList<Line>();
        if (!talk.has(TalkForm.MATCHMAKING)) {
          return lines;
        }
        if (talks.mayReadAll(me, talk)) {
          lines.add(
              new Line(
                  "matchmaking.line",
                  List.of(plans.published(talk).map(plan -> plan.meetings().size()).orElse(0)),
                  "/talks/" + talk.id() + "/matchmaking"));
        }
        visitors
            .byAccount(me, talk.id())
            .ifPresent(visitor ->
                lines.addAll(own(talk, visitor, "/talks/" + talk.id() + "/matchmaking/mine")));
        return lines;
      }

      @Override
      public List<Line> ofGuest(Talk talk, String pass) {
        return visitors
            .byToken(pass)
            .map(visitor -> own(talk, visitor, "/room/" + pass + "/meetings"))
            .orElse(List.of());
      }

      private List<Line> own(Talk talk, Visitor visitor, String address) {
        return plans
            .published(talk)
            .map(plan -> plan.of(visitor.invitation()).size())
            .filter(meetings -> meetings > 0)
            .map(meetings -> List.of(new Line("matchmaking.line.own", List.of(meetings), address)))
            .orElse(List.of());
      }
    };
  }
}
