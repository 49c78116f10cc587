package org.yueyuetan.platform.consensus;

import static org.yueyuetan.platform.account.Role.ORGANIZER;
import static org.yueyuetan.platform.account.Rule.get;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.yueyuetan.platform.account.Rule;
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
            get("/talks/{id}/wall", ORGANIZER),
            get("/talks/{id}/wall/now", ORGANIZER),
            get("/talks/{id}/wall/events", ORGANIZER));
  }

  /** Once somebody voted. */
  @Bean
  @Order(20)
  TalkPart map(Readers readers, Conversations conversations) {
    return (me, talk) -> {
      if (readers.of(me, talk).isEmpty()) {
        return List.of();
      }
      int voters = conversations.of(talk.id()).voters();
      return voters == 0
          ? List.of()
          : List.of(
              new TalkPart.Line("consensus.line", List.of(voters), "/talks/" + talk.id() + "/map"));
    };
  }
}
