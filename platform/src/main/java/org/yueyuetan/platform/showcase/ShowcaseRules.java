package org.yueyuetan.platform.showcase;

import static org.yueyuetan.platform.account.Role.AUDITOR;
import static org.yueyuetan.platform.account.Role.ORGANIZER;
import static org.yueyuetan.platform.account.Role.REPRESENTATIVE;
import static org.yueyuetan.platform.account.Rule.get;
import static org.yueyuetan.platform.account.Rule.post;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.yueyuetan.platform.account.Rule;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.TalkPart;
import org.yueyuetan.platform.talk.Talks;

/** Who may use the pages of the showcase, and where a talk's page leads to them. */
@Configuration
class ShowcaseRules {

  @Bean
  Rule.Rules showcase() {
    return () ->
        List.of(
            get("/showcase").anyone(),
            get("/showcase/{id}").anyone(),
            get("/room/{token}/showcase").anyone(),
            post("/room/{token}/showcase/{card}").anyone(),
            get("/room/{token}/showcase/pictures/{picture}").anyone(),
            get("/talks/{id}/showcase/pictures/{picture}").anyone(),
            get("/talks/{id}/showcase/visit", REPRESENTATIVE),
            post("/talks/{id}/showcase/visit/{card}", REPRESENTATIVE),
            get("/talks/{id}/showcase/mine", REPRESENTATIVE),
            post("/talks/{id}/showcase/mine", REPRESENTATIVE),
            get("/talks/{id}/showcase", ORGANIZER, AUDITOR),
            post("/talks/{id}/showcase", ORGANIZER),
            post("/talks/{id}/showcase/stage", ORGANIZER),
            get("/talks/{id}/showcase/wall", ORGANIZER),
            get("/talks/{id}/showcase/wall/now", ORGANIZER),
            post("/talks/{id}/showcase/{card}/minutes", ORGANIZER),
            post("/talks/{id}/showcase/{card}/up", ORGANIZER),
            post("/talks/{id}/showcase/{card}/down", ORGANIZER),
            post("/talks/{id}/showcase/{card}/remove", ORGANIZER),
            get("/talks/{id}/showcase/{card}", ORGANIZER, AUDITOR, REPRESENTATIVE),
            post("/talks/{id}/showcase/{card}/contact", REPRESENTATIVE),
            get("/talks/{id}/showcase/{card}/edit", ORGANIZER, REPRESENTATIVE),
            post("/talks/{id}/showcase/{card}/edit", ORGANIZER, REPRESENTATIVE),
            post("/talks/{id}/showcase/{card}/pictures", ORGANIZER, REPRESENTATIVE),
            post(
                "/talks/{id}/showcase/{card}/pictures/{picture}/delete",
                ORGANIZER,
                REPRESENTATIVE));
  }

  /** Staff plan the stage, those called hang up their card and mark others, everyone reads. */
  @Bean
  @Order(30)
  TalkPart stage(Talks talks, Visitors visitors, Cards cards) {
    return new TalkPart() {
      @Override
      public List<Line> of(SignedIn me, Talk talk) {
        var all = cards.shownAt(talk.id());
        var lines = new ArrayList<Line>();
        if (talks.mayReadAll(me, talk) && !(all.isEmpty() && talk.status().isOver())) {
          lines.add(line("showcase.line.stage", all.size(), "/talks/" + talk.id() + "/showcase"));
        }
        visitors
            .byAccount(me, talk.id())
            .ifPresent(visitor -> lines.addAll(ofVisitor(visitor, all)));
        int open = cards.published(talk.id()).size();
        if (open > 0) {
          lines.add(line("showcase.line.public", open, "/showcase/" + talk.id()));
        }
        return lines;
      }

      @Override
      public List<Line> ofGuest(Talk talk, String pass) {
        int all = cards.shownAt(talk.id()).size();
        return all == 0
            ? List.of()
            : List.of(line("showcase.line.visit", all, "/room/" + pass + "/showcase"));
      }
    };
  }

  private static List<TalkPart.Line> ofVisitor(Visitor visitor, List<Card> all) {
    var base = "/talks/" + visitor.talk() + "/showcase/";
    var lines = new ArrayList<TalkPart.Line>();
    if (all.stream().anyMatch(visitor::shows)) {
      lines.add(line("showcase.line.mine", all.size(), base + "mine"));
    } else if (visitor.takesPart()) {
      lines.add(line("showcase.line.offer", all.size(), base + "mine"));
    }
    if (!all.isEmpty()) {
      lines.add(line("showcase.line.visit", all.size(), base + "visit"));
    }
    return lines;
  }

  private static TalkPart.Line line(String key, int cards, String address) {
    return new TalkPart.Line(key, List.of(cards), address);
  }
}
