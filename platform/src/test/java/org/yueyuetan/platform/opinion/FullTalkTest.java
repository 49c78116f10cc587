package org.yueyuetan.platform.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.talk.Agenda;
import org.yueyuetan.platform.talk.AgendaDraft;
import org.yueyuetan.platform.talk.InvitationStatus;
import org.yueyuetan.platform.talk.Party;
import org.yueyuetan.platform.talk.RoomPass;
import org.yueyuetan.platform.talk.TalkDayFixture;
import org.yueyuetan.platform.talk.TalkStatus;

/** A talk with five hundred opinions: no page grows with it, and every one can be reached. */
@PlatformTest
class FullTalkTest {

  private static final int MANY = 500;

  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired Agenda agenda;
  @Autowired RoomPass pass;
  @Autowired People people;
  @LocalServerPort int port;

  private long talk;
  private long question;
  private long guest;
  private Site desk = Site.at(0);

  @BeforeEach
  void aTalkFullOfOpinions() {
    clock.set(TalkDayFixture.BEGIN);
    talk = TalkDayFixture.talk(jdbc, TalkStatus.CONVENING);
    var staff = people.organizer();
    desk = Site.at(port).signedIn(staff);
    question = agenda.add(talk, new AgendaDraft("供需怎样对接", "", 40, true), staff.me());
    jdbc.sql(
            """
            insert into opinion (talk_id, agenda_id, speaker, party, text, status, origin, recorded_at)
            select :talk, case when n % 2 = 0 then :question end, '', case when n % 4 < 2 then 'AGENCY' else 'COMMUNITY' end,
                   '意见第' || n || '条 ' || md5(n::text), 'ACCEPTED', 'PHONE', :now
            from generate_series(1, :many) as n
            """)
        .param("talk", talk)
        .param("question", question)
        .param("many", MANY)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    guest =
        TalkDayFixture.guest(
            jdbc, talk, "和平社区", Party.COMMUNITY, InvitationStatus.ACCEPTED, "100001");
    jdbc.sql(
            """
            insert into opinion_round (talk_id, status, anonymous, opened_at) values (:talk, 'OPEN', true, :now);
            insert into opinion_vote (opinion_id, invitation_id, side, at) select id, :guest, 1, :now from opinion
            """)
        .param("talk", talk)
        .param("guest", guest)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Set<String> on(String page) {
    return Pattern.compile("意见第(\\d+)条")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  /** Turns the pages to the last. */
  private int reached(Site site, String first, int most) {
    var all = new HashSet<String>();
    var address = first;
    while (!address.isEmpty()) {
      var page = site.get(address).body();
      assertThat(on(page)).as(address).hasSizeLessThanOrEqualTo(most);
      all.addAll(on(page));
      var next = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(page);
      address = next.find() ? next.group(1).replace("&amp;", "&").replaceAll("#.*", "") : "";
    }
    return all.size();
  }

  @Test
  void everyListIsReadPageByPageToTheLastOpinion() {
    var base = "/talks/" + talk;
    assertThat(reached(desk, base + "/opinions", 50)).isEqualTo(MANY);
    assertThat(reached(desk, base + "/opinions?agenda=" + question + "&party=COMMUNITY", 50))
        .isEqualTo(MANY / 4);
    assertThat(reached(desk, base + "/day/opinions", 50)).isEqualTo(MANY);
    assertThat(reached(desk, base + "/map", 30)).isEqualTo(MANY);
    assertThat(reached(Site.at(port), "/room/" + pass.of(guest) + "/mine", 30)).isEqualTo(MANY);
  }

  @Test
  void thePageOfTheQuestionsTellsTheForemostOfEachPartyAndLeadsToTheOthers() {
    jdbc.sql(
            "delete from opinion_vote where opinion_id <> (select max(id) from opinion where party = 'COMMUNITY' and agenda_id is not null)")
        .update();
    var page = desk.get("/talks/" + talk + "/questions").body();
    assertThat(on(page)).hasSize(4 * 6).contains("498");
    assertThat(page)
        .contains("这一方还有 119 条")
        .contains("/talks/" + talk + "/opinions?agenda=" + question + "&amp;party=COMMUNITY");
  }

  @Test
  void theBriefTellsWhatMostAgreedWithAndHowMuchMoreThereIsAndWhere() {
    jdbc.sql("update talk set status = 'FOLLOWING_UP'").update();
    jdbc.sql("delete from opinion_vote where opinion_id < (select max(id) from opinion)").update();
    var page = Site.at(port).get("/talks/" + talk + "/brief").body();
    assertThat(on(page)).hasSize(20).contains("500");
    assertThat(page)
        .contains("另有 480 条")
        .contains("href=\"/talks/" + talk + "/opinions\"")
        .contains("形成意见 500 条");
  }

  @Test
  void whatToMergeIntoIsLookedForNotScrolledTo() {
    jdbc.sql(
            "update opinion set status = 'SUBMITTED', text = '社工站要有固定的活动场地' where id = (select min(id) from opinion)")
        .update();
    jdbc.sql("update opinion set text = '社工站应当有固定活动场地' where id = (select max(id) from opinion)")
        .update();
    var ticked = jdbc.sql("select min(id) from opinion").query(Long.class).single();
    var near = jdbc.sql("select max(id) from opinion").query(Long.class).single();
    var moderate = "/talks/" + talk + "/day/moderate";

    var page = desk.get(moderate).body();
    assertThat(page).contains("相近：“社工站应当有固定活动场地”").doesNotContain("意见第");
    assertThat(desk.get(moderate + "/into?opinion=" + ticked + ":0").body())
        .contains("id=\"into-" + near + "\"");
    assertThat(on(desk.get(moderate + "/into?q=第321条").body())).containsExactly("321");

    var refused =
        desk.post(
            moderate, Map.of("move", "MERGE", "opinion", List.of(ticked + ":0"), "q", "第321条"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .as("without a script: the ticks stay and what was looked for is there")
        .contains("value=\"" + ticked + ":0\" checked")
        .contains("意见第321条");
  }
}
