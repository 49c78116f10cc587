package org.yueyuetan.platform.consensus;

import static org.yueyuetan.platform.account.Role.ORGANIZER;
import static org.yueyuetan.platform.account.Rule.get;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.yueyuetan.platform.account.Rule;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.TalkPart;

/** Who may use the routes of this room, and where a talk's page leads to them. */
@Configuration(proxyBeanMethods = false)
class ConsensusRules {

  @Bean
  Rule.Rules consensusRoutes() {
    return () ->
        List.of(
            get("/talks/{id}/map").anyone(),
            get("/talks/{id}/map/participants-votes.csv").anyone(),
            get("/talks/{id}/map/comments.csv").anyone(),
            get("/room/{token}/map").anyone(),
            get("/talks/{id}/wall", ORGANIZER),
            get("/talks/{id}/wall/now", ORGANIZER),
            get("/talks/{id}/wall/events", ORGANIZER));
  }

  /** Once somebody voted. */
  @Bean
  @Order(20)
  TalkPart map(Readers readers, Conversations conversations) {
    return new TalkPart() {
      @Override
      public List<Line> of(SignedIn me, Talk talk) {
        return readers.of(me, talk).isEmpty() ? List.of() : line(talk, "/talks/" + talk.id());
      }

      @Override
      public List<Line> ofGuest(Talk talk, String pass) {
        return line(talk, "/room/" + pass);
      }

      private List<Line> line(Talk talk, String place) {
        int voters = conversations.of(talk.id()).voters();
        return voters == 0
            ? List.of()
            : List.of(new Line("consensus.line", List.of(voters), place + "/map"));
      }
    };
  }
}
