package org.yueyuetan.platform.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.lifecycle.IllegalMove;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.talk.Agenda;
import org.yueyuetan.platform.talk.AgendaDraft;
import org.yueyuetan.platform.talk.InvitationStatus;
import org.yueyuetan.platform.talk.Party;
import org.yueyuetan.platform.talk.TalkDayFixture;
import org.yueyuetan.platform.talk.TalkStatus;

/** What staff write down. */
@PlatformTest
class OpinionsTest {

  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired Opinions opinions;
  @Autowired Agenda agenda;
  @Autowired People people;
  @LocalServerPort int port;

  private SignedIn staff = SignedIn.visitor();
  private long talk;

  @BeforeEach
  void theTalkBegins() {
    clock.set(TalkDayFixture.BEGIN);
    staff = NeedFixture.staff(jdbc, "li", "3715");
    talk = TalkDayFixture.talk(jdbc, TalkStatus.CONVENING);
  }

  private void status(TalkStatus status) {
    jdbc.sql("update talk set status = :status").param("status", status.name()).update();
  }

  @Test
  void opinionsNameTheSpeakerOnlyIfTheyAgree() {
    var guest =
        TalkDayFixture.guest(
            jdbc, talk, "和平社区", Party.COMMUNITY, InvitationStatus.ACCEPTED, "123456");
    opinions.record(
        staff,
        talk,
        new OpinionDraft("站点要有固定场地", Optional.empty(), Optional.of(guest), "", Party.OTHER, false));
    opinions.record(
        staff,
        talk,
        new OpinionDraft("经费要稳定", Optional.empty(), Optional.of(guest), "", Party.OTHER, true));
    var visitor = Site.at(port);
    var page = "/talks/" + talk + "/opinions";
    assertThat(visitor.get(page).body()).as("before the follow-up").doesNotContain("站点要有固定场地");
    assertThat(Site.at(port).signedIn(people.organizer()).get(page).body())
        .as("staff read on before the others do")
        .contains("站点要有固定场地")
        .contains("还没有公开");
    status(TalkStatus.FOLLOWING_UP);
    assertThat(visitor.get(page).body()).contains("站点要有固定场地").contains("和平社区");
    var told = opinions.told(talk, OpinionFilter.all(), 0, 10);
    assertThat(told)
        .extracting(Opinions.Published::unit)
        .containsExactly(Optional.empty(), Optional.of("和平社区"));
    assertThat(told.getFirst().party()).isEqualTo(Party.COMMUNITY);
  }

  @Test
  void anOpinionWrittenDownByMistakeIsTakenBackUntilTheTalkIsClosed() {
    var draft =
        new OpinionDraft("记错了", Optional.empty(), Optional.empty(), "张和", Party.COMMUNITY, false);
    var mistaken = opinions.record(staff, talk, draft);
    var kept = opinions.record(staff, talk, draft);

    assertThatThrownBy(() -> opinions.remove(staff, talk, mistaken, 1))
        .isInstanceOf(EditedElsewhere.class);
    opinions.remove(staff, talk, mistaken, 0);
    assertThat(opinions.ofTalk(staff.scope(), talk)).extracting(Opinion::id).containsExactly(kept);
    status(TalkStatus.CLOSED);
    assertThatThrownBy(() -> opinions.remove(staff, talk, kept, 0)).isInstanceOf(IllegalMove.class);
  }

  @Test
  void anOpinionAnswersAQuestionOfItsOwnTalk() {
    var question = agenda.add(talk, new AgendaDraft("供需怎样对接", "", 40, true), staff);
    var item = agenda.add(talk, new AgendaDraft("小结", "", 10, false), staff);
    var site = Site.at(port).signedIn(people.organizer());
    var page = "/talks/" + talk + "/day/opinions";

    site.post(
        page, Map.of("text", "统一接单", "speaker", "张和", "party", "COMMUNITY", "agenda", question));
    var refused =
        site.post(
            page, Map.of("text", "散会", "speaker", "张和", "party", "COMMUNITY", "agenda", item));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(opinions.ofTalk(staff.scope(), talk))
        .extracting(Opinion::text, Opinion::agenda)
        .containsExactly(tuple("统一接单", Optional.of(question)));
  }
}
