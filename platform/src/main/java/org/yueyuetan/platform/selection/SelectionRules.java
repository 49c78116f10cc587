package org.yueyuetan.platform.selection;

import static org.yueyuetan.platform.account.Role.AUDITOR;
import static org.yueyuetan.platform.account.Role.ORGANIZER;
import static org.yueyuetan.platform.account.Role.REPRESENTATIVE;
import static org.yueyuetan.platform.account.Rule.get;
import static org.yueyuetan.platform.account.Rule.post;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.yueyuetan.platform.account.Rule;
import org.yueyuetan.platform.project.ProjectPart;
import org.yueyuetan.platform.talk.TalkPart;

/** Who may use the pages of selections, and where talks and projects lead to them. */
@Configuration
class SelectionRules {

  private static final int SHOWN = 20;

  @Bean
  Rule.Rules selection() {
    return () ->
        List.of(
            get("/selections").anyone(),
            get("/selections/{id}").anyone(),
            get("/selections/new", ORGANIZER),
            post("/selections", ORGANIZER),
            get("/selections/{id}/edit", ORGANIZER),
            post("/selections/{id}/edit", ORGANIZER),
            get("/selections/{id}/entries", ORGANIZER),
            post("/selections/{id}/entries", ORGANIZER),
            get("/selections/{id}/desk", ORGANIZER, AUDITOR),
            post("/selections/{id}/open", ORGANIZER),
            post("/selections/{id}/close", ORGANIZER),
            post("/selections/{id}/cancel", ORGANIZER),
            post("/selections/{id}/overrule", ORGANIZER),
            post("/selections/{id}/take-back", ORGANIZER),
            post("/selections/{id}/announce", ORGANIZER),
            post("/selections/{id}/refill", ORGANIZER),
            post("/selections/{id}/pairs/{pair}/release", ORGANIZER),
            post("/selections/{id}/carry-over", ORGANIZER),
            post("/selections/{id}/verify", ORGANIZER, AUDITOR),
            get("/selections/{id}/runs/{run}/{file}", ORGANIZER, AUDITOR),
            get("/selections/{id}/mine", REPRESENTATIVE),
            get("/selections/{id}/mine/{entry}", REPRESENTATIVE),
            post("/selections/{id}/mine/{entry}", REPRESENTATIVE),
            post("/selections/{id}/mine/pairs/{pair}/confirm", REPRESENTATIVE),
            post("/selections/{id}/mine/pairs/{pair}/back", REPRESENTATIVE));
  }

  @Bean
  @Order(20)
  TalkPart selectionsOfTalk(Selections selections) {
    return (me, talk) ->
        selections.ofTalk(me.scope(), talk.id()).stream()
            .map(each ->
                new TalkPart.Line(
                    "selection.line." + each.status(),
                    List.of(each.title()),
                    "/selections/" + each.id()))
            .toList();
  }

  @Bean
  @Order(20)
  ProjectPart selectionsOfProject(Selections selections) {
    return (me, project) ->
        selections.ofProject(me.scope(), project.id(), SHOWN).stream()
            .map(each ->
                new ProjectPart.Line(
                    "selection.line." + each.status(),
                    List.of(each.title()),
                    "/selections/" + each.id()))
            .toList();
  }
}
