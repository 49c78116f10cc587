package org.yueyuetan.platform.panel;

import static org.yueyuetan.platform.account.Role.ORGANIZER;
import static org.yueyuetan.platform.account.Rule.get;
import static org.yueyuetan.platform.account.Rule.post;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.yueyuetan.platform.account.Rule;
import org.yueyuetan.platform.talk.TalkPart;

/** Who may use the pages of the lottery, and where a talk's page leads to it. */
@Configuration
class PanelRules {

  @Bean
  Rule.Rules panel() {
    return () ->
        List.of(
            get("/talks/{id}/lottery").anyone(),
            get("/talks/{id}/lottery/files/{file}").anyone(),
            get("/talks/{id}/lottery/abandoned/{lottery}/files/{file}").anyone(),
            post("/talks/{id}/lottery/verify").anyone(),
            get("/talks/{id}/lottery/prepare", ORGANIZER),
            post("/talks/{id}/lottery/prepare", ORGANIZER),
            post("/talks/{id}/lottery/preview", ORGANIZER),
            post("/talks/{id}/lottery/commit", ORGANIZER),
            post("/talks/{id}/lottery/freeze", ORGANIZER),
            post("/talks/{id}/lottery/draw", ORGANIZER),
            post("/talks/{id}/lottery/abandon", ORGANIZER),
            post("/talks/{id}/lottery/substitutes", ORGANIZER),
            post("/talks/{id}/lottery/add", ORGANIZER),
            post("/talks/{id}/lottery/strike", ORGANIZER));
  }

  @Bean
  @Order(5)
  TalkPart lotteryProtocol(Sortitions sortitions) {
    return (me, talk) ->
        sortitions
            .of(talk)
            .filter(each -> each.status() != SortitionStatus.PREPARING)
            .or(() -> sortitions.abandoned(talk).stream().findFirst())
            .map(each ->
                List.of(
                    new TalkPart.Line(
                        "panel.line." + each.status(),
                        List.of(each.plan().seats()),
                        "/talks/" + talk.id() + "/lottery")))
            .orElse(List.of());
  }
}
