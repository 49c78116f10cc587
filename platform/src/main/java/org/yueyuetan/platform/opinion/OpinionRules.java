package org.yueyuetan.platform.opinion;

import static org.yueyuetan.platform.account.Role.AUDITOR;
import static org.yueyuetan.platform.account.Role.ORGANIZER;
import static org.yueyuetan.platform.account.Rule.get;
import static org.yueyuetan.platform.account.Rule.post;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.yueyuetan.platform.account.Rule;
import org.yueyuetan.platform.talk.TalkPart;

/** Who may use the pages of opinions, and where a talk's page leads to them. */
@Configuration
class OpinionRules {

  @Bean
  Rule.Rules opinion() {
    return () ->
        List.of(
            get("/talks/{id}/opinions").anyone(),
            get("/talks/{id}/day/opinions", ORGANIZER, AUDITOR),
            post("/talks/{id}/day/opinions", ORGANIZER),
            get("/talks/{id}/day/opinions/{opinion}", ORGANIZER),
            post("/talks/{id}/day/opinions/{opinion}", ORGANIZER),
            post("/talks/{id}/day/opinions/{opinion}/delete", ORGANIZER));
  }

  @Bean
  @Order(10)
  TalkPart publishedOpinions(Opinions opinions) {
    return (me, talk) -> {
      var published = opinions.published(talk.id()).size();
      return published == 0
          ? List.of()
          : List.of(
              new TalkPart.Line(
                  "opinion.line", List.of(published), "/talks/" + talk.id() + "/opinions"));
    };
  }
}
