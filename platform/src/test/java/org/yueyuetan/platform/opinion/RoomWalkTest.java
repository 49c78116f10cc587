package org.yueyuetan.platform.opinion;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.BrowserTest;
import org.yueyuetan.platform.Person;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.account.Tokens;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.talk.InvitationStatus;
import org.yueyuetan.platform.talk.Party;
import org.yueyuetan.platform.talk.RoomPass;
import org.yueyuetan.platform.talk.TalkDayFixture;
import org.yueyuetan.platform.talk.TalkStatus;

/** The room as guests on phones and staff at a desk go through it. */
class RoomWalkTest extends BrowserTest {

  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired RoomPass pass;
  @Autowired Tokens tokens;
  @LocalServerPort int port;

  private long talk;
  private long guest;
  private Person staff = new Person(SignedIn.visitor(), "", "");

  @BeforeEach
  void beforeTheTalk() {
    clock.set(TalkDayFixture.BEGIN.minusMinutes(5));
    talk = TalkDayFixture.talk(jdbc, TalkStatus.CONVENING);
    guest =
        TalkDayFixture.guest(
            jdbc, talk, "和平社区", Party.COMMUNITY, InvitationStatus.ACCEPTED, "123456");
    staff = people.organizer();
  }

  private String room() {
    return "/room/" + pass.of(guest);
  }

  private void open() {
    jdbc.sql(
            """
            insert into opinion_round (talk_id, status, anonymous, opened_at)
            select id, 'OPEN', true, starts_at from talk
            """)
        .update();
  }

  private void opinions(String... texts) {
    for (var text : texts) {
      jdbc.sql(
              """
              insert into opinion (talk_id, speaker, party, text, status, origin, recorded_at)
              select id, '', 'AGENCY', :text, 'ACCEPTED', 'PHONE', starts_at from talk
              """)
          .param("text", text)
          .update();
    }
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }

  private static void state(Page phone, String text) {
    phone.getByText("提意见", new Page.GetByTextOptions().setExact(true)).first().click();
    phone.locator("#text").fill(text);
    button(phone, "提交").click();
  }

  @Test
  void fromTheOpenedRoundToTheVotesOfAll() {
    var puxin = NeedFixture.organization(jdbc, "聊城市蒲心社会工作服务中心");
    TalkDayFixture.guest(jdbc, talk, puxin, InvitationStatus.ACCEPTED, "100004");
    var desk = signIn(desktop(), staff);
    var guests = phone();
    var member = signIn(phone(), people.representative("puxin", puxin));

    // Not open yet; then desk open it.
    guests.navigate(room());
    assertThat(guests.locator("main")).containsText("还没有开放");
    desk.navigate("/talks/" + talk + "/day/moderate");
    button(desk, "开放").click();
    assertThat(desk.locator(".done[role=status]")).containsText("已开放");
    assertAccessible(desk);

    // Nothing to vote on: the first opinions are stated.
    guests.reload();
    assertThat(guests.locator("main")).containsText("还没有意见可以表态");
    assertAccessible(guests);
    state(guests, "字".repeat(141));
    assertThat(guests.locator(".faults")).containsText("140");
    assertThat(guests.locator("#text")).hasValue("字".repeat(141));
    assertThat(guests.locator(".count-left")).hasText("超出 1 个字，请精简");
    assertAccessible(guests);
    guests.locator("#text").fill("社工站要有固定的活动场地");
    assertThat(guests.locator(".count-left")).hasText("还可以写 128 个字");
    button(guests, "提交").click();
    assertThat(guests.locator("main")).containsText("已提交");
    assertThat(guests.locator(".said")).containsText("待审核");
    assertFits(guests);
    assertAccessible(guests);
    screenshot(guests, "room-mine-waiting");

    // It comes into the queue by itself; another arrives without disturbing the tick.
    assertThat(desk.locator(".queue-row")).hasCount(1);
    desk.locator(".row-tick").check();
    member.navigate("/talks/" + talk);
    member.getByText("提意见、给大家的意见表态").click();
    state(member, "服务项目的经费要按季度拨付");
    assertThat(member.locator("main")).containsText("已提交");
    state(member, "某某主任不负责任");
    assertThat(desk.locator(".queue-row")).hasCount(3);
    assertThat(desk.locator("#count-SUBMITTED")).hasText("3");
    assertThat(desk.locator(".row-tick").first()).isChecked();
    assertThat(desk.locator(".queue")).not().containsText("和平社区");
    assertFits(desk);
    assertAccessible(desk);
    screenshot(desk, "moderate");

    // By keyboard: two are accepted, one is declined with its reason.
    desk.locator("main").focus();
    desk.keyboard().press("j");
    desk.keyboard().press("j");
    desk.keyboard().press("Space");
    desk.keyboard().press("a");
    assertThat(desk.locator(".done[role=status]")).containsText("已通过 2 条");
    desk.keyboard().press("j");
    desk.keyboard().press("Space");
    desk.keyboard().press("d");
    button(desk, "不通过勾选的").click();
    assertThat(desk.locator(".faults")).containsText("不通过的原因");
    assertThat(desk.locator(".row-tick").first()).isChecked();
    desk.locator("#reason").fill("点了个人，请改写");
    assertAccessible(desk);
    screenshot(desk, "moderate-decline");
    button(desk, "不通过勾选的").click();
    assertThat(desk.locator(".done[role=status]")).containsText("1 条");

    // The author reads why; others vote, one at a time, by tap and by key.
    member.navigate("/talks/" + talk + "/room/mine");
    assertThat(member.locator("main")).containsText("点了个人，请改写");
    assertFits(member);
    screenshot(member, "room-mine-declined");
    member.navigate("/talks/" + talk + "/room");
    assertThat(member.locator(".ballot-text")).containsText("固定的活动场地");
    assertThat(member.locator(".progress")).containsText("0 / 1");
    assertFits(member);
    assertAccessible(member);
    screenshot(member, "room-vote");
    button(member, "赞成").click();
    assertThat(member.locator("main")).containsText("都表态完了");
    assertAccessible(member);
    screenshot(member, "room-all");
    guests.navigate(room());
    assertThat(guests.locator(".ballot-text")).containsText("按季度拨付");
    guests.keyboard().press("2");
    assertThat(guests.locator("main")).containsText("都表态完了");

    // A mind is changed; the trail keeps both.
    guests.getByText("我的表态").click();
    guests.locator(".vote-sides button", new Page.LocatorOptions().setHasText("弃权")).click();
    assertThat(guests.locator(".done[role=status]")).containsText("已改为弃权");
    assertAccessible(guests);
    screenshot(guests, "room-mine-votes");
    assertThat(
            jdbc.sql(
                    "select side from opinion_vote_move where invitation_id = :guest order by id desc limit 2")
                .param("guest", guest)
                .query(Integer.class)
                .list())
        .isEqualTo(List.of(0, -1));

    // Who says nearly the same is shown it, and may vote on that one instead.
    state(member, "社工站应当有固定活动场地。");
    assertThat(member.locator(".similar")).containsText("社工站要有固定的活动场地");
    assertFits(member);
    assertAccessible(member);
    screenshot(member, "room-similar");
    button(member, "就是这个意思").click();
    assertThat(member.locator("#votes + p + .said")).containsText("社工站要有固定的活动场地");
    assertThat(jdbc.sql("select count(*) from opinion").query(Long.class).single()).isEqualTo(3);

    // Merged: the votes move along, and the author is told.
    desk.navigate("/talks/" + talk + "/day/moderate?status=ACCEPTED");
    desk.locator(".row-tick").nth(1).check();
    desk.locator("summary", new Page.LocatorOptions().setHasText("合并")).click();
    desk.locator("#q").pressSequentially("活动场地");
    assertThat(desk.locator("#into .choice")).hasCount(1);
    desk.locator("#q").press("Enter");
    assertThat(desk.locator("#into-fault")).isVisible();
    assertThat(desk.locator(".row-tick").nth(1)).isChecked();
    desk.getByLabel("社工站要有固定的活动场地").last().check();
    assertFits(desk);
    assertAccessible(desk);
    screenshot(desk, "moderate-merge");
    button(desk, "把勾选的并入这一条").click();
    assertThat(desk.locator(".done[role=status]")).containsText("已合并 1 条");
    member.navigate("/talks/" + talk + "/room/mine");
    assertThat(member.locator("main")).containsText("已并入：“社工站要有固定的活动场地”");

    // It ends; phones say so.
    button(desk, "结束").click();
    desk.locator("#ask button[value=yes]").click();
    assertThat(desk.locator(".done[role=status]")).containsText("已结束");
    guests.navigate(room());
    assertThat(guests.locator("main")).containsText("提意见和表态已结束");
    assertAccessible(guests);
    screenshot(guests, "room-over");
  }

  @Test
  void theRoomWorksWithoutScriptsAndWithoutSessions() {
    open();
    opinions("场地要固定", "经费要按季度拨付");
    var phone = Site.at(port);
    var first = phone.get(room());
    assertThat(first.body()).contains("0 / 2");
    var opinion = first.body().replaceAll("(?s).*name=\"opinion\" value=\"(\\d+)\".*", "$1");
    var next = phone.post(room() + "/votes", Map.of("opinion", opinion, "side", "AGREE"));
    assertThat(next.statusCode()).isEqualTo(200);
    assertThat(next.body()).contains("1 / 2");
    var stated = phone.post(room() + "/opinions", Map.of("text", "督导每月一次"));
    assertThat(stated.body()).contains("已提交", "督导每月一次");
    assertThat(Stream.of(first, next, stated))
        .flatExtracting(answer -> answer.headers().allValues("Set-Cookie"))
        .as("a session each would be a row for every phone")
        .noneMatch(cookie -> cookie.startsWith("YYT="));
  }

  @Test
  void badInputIsAnsweredInPlainWords() {
    open();
    opinions("场地要固定");
    var phone = Site.at(port);
    var opinion = jdbc.sql("select id::text from opinion").query(String.class).single();

    assertThat(phone.get("/room/forged").statusCode()).isEqualTo(404);
    assertThat(phone.get("/room/forged.token").body()).contains("链接打不开");
    phone.get(room());
    var votes = room() + "/votes";
    assertThat(phone.post(votes, Map.of("opinion", "999", "side", "AGREE")).statusCode())
        .isEqualTo(404);
    assertThat(phone.post(votes, Map.of("opinion", opinion, "side", "LOVE")).statusCode())
        .isEqualTo(404);
    assertThat(phone.post(votes, Map.of("opinion", "x", "side", "AGREE")).statusCode())
        .isEqualTo(404);
    assertThat(
            phone
                .post("/room/forged/votes", Map.of("opinion", opinion, "side", "AGREE"))
                .statusCode())
        .isEqualTo(404);
    phone.get(room());
    assertThat(phone.post(room() + "/opinions", Map.of("text", " ")).statusCode()).isEqualTo(422);
    assertThat(
            phone.post(room() + "/opinions", Map.of("text", "好的意见", "agenda", "77")).statusCode())
        .isEqualTo(404);
    phone.get(room());
    jdbc.sql("update opinion set status = 'DECLINED'").update();
    var declined = phone.post(votes, Map.of("opinion", opinion, "side", "AGREE"));
    assertThat(declined.statusCode()).isEqualTo(409);
    assertThat(declined.body()).contains("没有通过审核");
    jdbc.sql("update opinion_round set status = 'CLOSED'").update();
    var late = phone.post(votes, Map.of("opinion", opinion, "side", "AGREE"));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("没有计入");
    assertThat(phone.post(room() + "/opinions", Map.of("text", "晚了一步的意见")).body())
        .contains("没有收下", "晚了一步的意见");
    jdbc.sql("update talk set status = 'CANCELLED'").update();
    assertThat(phone.get(room()).statusCode()).isEqualTo(410);
    assertThat(phone.get(room()).body()).contains("本次月谈已取消");
  }

  @Test
  void aLateGuestGoesFromCheckInStraightIntoTheRoom() {
    open();
    opinions("场地要固定");
    clock.set(TalkDayFixture.BEGIN.plusMinutes(40));
    var phone = phone();
    phone.navigate(TalkDayFixture.checkIn(clock, talk));
    phone.locator("input[name=code]").fill("123456");
    phone.locator("button.large").click();
    phone.getByText("提意见、给大家的意见表态").click();
    assertThat(phone.locator(".ballot-text")).containsText("场地要固定");
    assertThat(phone.url()).contains("/room/");
  }

  @Test
  void theLinkOfTheInvitationLeadsIntoTheRoomFromHomeBeforeAndAfter() {
    open();
    opinions("场地要固定");
    var link = "/answer/" + tokens.sign("answer", String.valueOf(guest));
    var phone = Site.at(port);
    assertThat(phone.get(link).body()).contains("提意见、给大家的意见表态");
    clock.set(TalkDayFixture.BEGIN.plusDays(3));
    var later = phone.get(link);
    assertThat(later.uri().getPath()).startsWith("/room/");
    assertThat(later.body()).contains("场地要固定");
  }

  @Test
  void aRepresentativeWhoWasNotInvitedFindsNoRoom() {
    open();
    var jiayin = NeedFixture.organization(jdbc, "佳音中心");
    var site = Site.at(port).signedIn(people.representative("jiayin", jiayin));
    assertThat(site.get("/talks/" + talk + "/room").statusCode()).isEqualTo(404);
  }
}
