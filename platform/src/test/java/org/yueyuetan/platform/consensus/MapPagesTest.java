package org.yueyuetan.platform.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.engine.map.OpinionGroup;
import org.yueyuetan.engine.map.Vote;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.Person;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.account.Rights;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.command.MapCommand;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.opinion.Maps;
import org.yueyuetan.platform.talk.InvitationStatus;
import org.yueyuetan.platform.talk.RoomPass;
import org.yueyuetan.platform.talk.TalkDayFixture;
import org.yueyuetan.platform.talk.TalkStatus;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** Who sees the map of a talk, and what they may take away. */
@PlatformTest
class MapPagesTest {

  private static final String FILE = "/map/participants-votes.csv";

  @Autowired JdbcClient jdbc;
  @Autowired People people;
  @Autowired Maps maps;
  @Autowired RoomPass pass;
  @LocalServerPort int port;

  private long talk;
  private String address = "";
  private Person staff = new Person(SignedIn.visitor(), "", "");

  @BeforeEach
  void aTalk() {
    talk = TalkDayFixture.talk(jdbc, TalkStatus.HELD);
    address = "/talks/" + talk;
    staff = people.organizer();
    jdbc.sql(
            """
            insert into opinion_round (talk_id, status, anonymous, opened_at)
            select id, 'OPEN', false, starts_at from talk
            """)
        .update();
  }

  private void status(TalkStatus status) {
    jdbc.sql("update talk set status = :status where id = :id")
        .param("status", status.name())
        .param("id", talk)
        .update();
  }

  private void anonymous(boolean anonymous) {
    jdbc.sql("update opinion_round set anonymous = :anonymous where talk_id = :talk")
        .param("anonymous", anonymous)
        .param("talk", talk)
        .update();
  }

  private int asked(Site site, String path) {
    return site.get(address + path).statusCode();
  }

  @Test
  void whileTheTalkGoesOnTheMapIsForStaffAndForThoseInvited() {
    new VotedRoom(jdbc, talk).with(Room.of(12, 1, 12, 10));
    var invited = NeedFixture.organization(jdbc, "蒲心社会工作服务中心");
    TalkDayFixture.guest(jdbc, talk, invited, InvitationStatus.INVITED, "999999");
    var listed = NeedFixture.organization(jdbc, "佳音社会工作服务中心");
    TalkDayFixture.guest(jdbc, talk, listed, InvitationStatus.LISTED, "999998");
    var bureau = Site.at(port).signedIn(staff);
    var auditor = Site.at(port).signedIn(people.only(Role.AUDITOR));
    var elsewhere =
        Site.at(port)
            .signedIn(people.with("elsewhere", "外区", Rights.organizer(NeedFixture.YANGGU)));
    var guest = Site.at(port).signedIn(people.representative("puxin", invited));
    var stranger = Site.at(port).signedIn(people.representative("jiayin", listed));
    var visitor = Site.at(port);

    assertThat(asked(bureau, "/map")).isEqualTo(200);
    assertThat(asked(auditor, "/map")).isEqualTo(200);
    assertThat(asked(guest, "/map")).isEqualTo(200);
    assertThat(asked(stranger, "/map")).isEqualTo(404);
    assertThat(asked(elsewhere, "/map")).isEqualTo(404);
    assertThat(asked(visitor, "/map")).isEqualTo(404);
    assertThat(visitor.get(address).body()).doesNotContain(address + "/map");
    assertThat(bureau.get(address).body()).contains(address + "/map").contains("22 人表态");
    // The data go to nobody outside before the results.
    assertThat(asked(guest, FILE)).isEqualTo(404);
    assertThat(asked(auditor, FILE)).isEqualTo(200);
    // The wall is for those who run the talk.
    assertThat(asked(guest, "/wall")).isEqualTo(403);
    assertThat(asked(guest, "/wall/events")).isEqualTo(403);
    assertThat(asked(elsewhere, "/wall")).isEqualTo(404);
    assertThat(asked(elsewhere, "/wall/events")).isEqualTo(404);

    status(TalkStatus.FOLLOWING_UP);
    assertThat(asked(visitor, "/map")).isEqualTo(200);
    assertThat(asked(visitor, FILE)).isEqualTo(200);
    assertThat(visitor.get(address).body()).contains(address + "/map");
  }

  @Test
  void whoeverHoldsTheLinkOfAnInvitationSeesTheMapAndThemselves() {
    var room = new VotedRoom(jdbc, talk).with(Room.of(12, 1, 12, 10));
    var link = "/room/" + pass.of(room.guest(1_002));
    var guest = Site.at(port);

    var map = guest.get(link + "/map");
    assertThat(map.statusCode()).isEqualTo(200);
    assertThat(map.body())
        .contains("own-dot")
        .contains(link + "/map?opinion=")
        .contains("href=\"" + link + "\"");
    assertThat(guest.get(link).body()).contains(link + "/map");
    assertThat(guest.get(link + "x/map").statusCode()).isEqualTo(404);
    assertThat(asked(guest, "/map")).as("without the link").isEqualTo(404);
  }

  @Test
  void anybodyDrawsTheSameMapFromTheData(@TempDir Path folder) throws Exception {
    new VotedRoom(jdbc, talk).with(Room.of(12, 1, 12, 10, 6));
    status(TalkStatus.CLOSED);
    var visitor = Site.at(port);
    var votes = Files.write(folder.resolve("v.csv"), visitor.download(address + FILE));
    var comments =
        Files.write(folder.resolve("c.csv"), visitor.download(address + "/map/comments.csv"));
    assertThat(Files.readString(votes)).doesNotContain("单位");

    var out = new StringWriter();
    var exit =
        new CommandLine(new MapCommand())
            .setOut(new PrintWriter(out))
            .execute("--votes", votes.toString(), "--comments", comments.toString());

    assertThat(exit).isZero();
    var again = JsonMapper.builder().build().readTree(out.toString());
    var map = maps.of(talk).map();
    assertThat(again.get("silhouette").asDouble()).isEqualTo(map.silhouette().orElseThrow());
    assertThat(again.get("groups").valueStream().map(group -> group.get("size").asInt()))
        .containsExactlyElementsOf(map.groups().stream().map(OpinionGroup::size).toList());
    assertThat(again.get("participants").size()).isEqualTo(28);
  }

  @Test
  void theDataOfASmallGroupStayWithStaff() {
    var room = new VotedRoom(jdbc, talk).with(Room.of(12, 1, 14, 3));
    status(TalkStatus.CLOSED);
    var visitor = Site.at(port);
    var bureau = Site.at(port).signedIn(staff);

    assertThat(asked(visitor, FILE)).isEqualTo(404);
    assertThat(visitor.get(address + "/map").body()).doesNotContain(".csv").contains("不足 4 人");
    var opinion = "/map?opinion=" + room.opinions().getFirst();
    assertThat(visitor.get(address + opinion).body()).contains("不单独显示的 3 人");
    assertThat(bureau.get(address + "/wall").body()).contains("不单独显示的 3 人");
    assertThat(asked(bureau, FILE)).isEqualTo(200);
    anonymous(true);
    assertThat(asked(bureau, FILE)).isEqualTo(404);
  }

  @Test
  void anEmptyRoomSaysSo() {
    var bureau = Site.at(port).signedIn(staff);
    var page = bureau.get(address + "/map");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("还没有意见").doesNotContain("<figure");
    assertThat(asked(bureau, "/wall")).isEqualTo(200);
    assertThat(bureau.get(address).body()).doesNotContain(address + "/map");

    var room = new VotedRoom(jdbc, talk);
    for (var opinion : List.of("没有人表过态", "还是没有人表过态")) {
      room.opinion(opinion);
      assertThat(bureau.get(address + "/map").body()).contains(opinion).contains("还没有人表态");
      assertThat(asked(bureau, "/wall")).isEqualTo(200);
    }
  }

  @Test
  void aFewPeopleHaveCountsButNoPicture() {
    var room = new VotedRoom(jdbc, talk).with(Room.of(6, 1, 5));
    room.vote(room.guest(7), room.opinion("只有一个人表过态"), Vote.DISAGREE);
    status(TalkStatus.CLOSED);
    var page = Site.at(port).get(address + "/map").body();

    assertThat(page).doesNotContain("<figure").contains("满 10 人").contains("赞成 5，反对 0");
    assertThat(page).contains("1 人表态，满 4 人后显示").doesNotContain("反对 1");
  }

  @Test
  void anOpinionThatDoesNotExistIsNotShownAndBreaksNothing() {
    new VotedRoom(jdbc, talk).with(Room.of(12, 1, 12, 10));
    status(TalkStatus.CLOSED);
    for (var typed : new String[] {"0", "99999999", "-1", "x", "%27"}) {
      var page = Site.at(port).get(address + "/map?opinion=" + typed);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).doesNotContain("by-side");
    }
  }
}
