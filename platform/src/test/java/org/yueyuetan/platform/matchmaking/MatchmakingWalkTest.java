package org.yueyuetan.platform.matchmaking;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.BrowserTest;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.talk.InvitationStatus;
import org.yueyuetan.platform.talk.RoomPass;
import org.yueyuetan.platform.talk.TalkDayFixture;
import org.yueyuetan.platform.talk.TalkStatus;

/** A matchmaking afternoon as staff, organizations and the room go through it. */
class MatchmakingWalkTest extends BrowserTest {

  private static final String FILM = "聊城市微电影与短视频创作者协会";
  private static final String CARE = "聊城市蒲心社会工作服务中心";
  private static final String FIRM = "聊城市企业联合会";
  private static final int GUESTS = 24;

  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired RoomPass pass;

  private final List<Long> guests = new ArrayList<>();
  private long talk;

  @BeforeEach
  void manyAreCalled() {
    clock.set(TalkDayFixture.BEGIN.minusDays(1));
    talk = TalkDayFixture.talk(jdbc, TalkStatus.CONVENING);
    jdbc.sql("insert into talk_form (talk_id, form) values (:talk, 'MATCHMAKING')")
        .param("talk", talk)
        .update();
    guests.clear();
    for (int number = 0; number < GUESTS; number++) {
      guests.add(called(name(number), String.valueOf(100_001 + number)));
    }
  }

  private static String name(int number) {
    return switch (number) {
      case 0 -> FILM;
      case 1 -> CARE;
      case 2 -> FIRM;
      default -> "聊城市东昌府区第" + number + "社会工作服务站";
    };
  }

  private long called(String name, String code) {
    var organization = NeedFixture.organization(jdbc, name);
    var guest = TalkDayFixture.guest(jdbc, talk, organization, InvitationStatus.ACCEPTED, code);
    jdbc.sql("update invitation set unit = :name where id = :id")
        .param("name", name)
        .param("id", guest)
        .update();
    return guest;
  }

  private long organization(int guest) {
    return jdbc.sql("select organization_id from invitation where id = :id")
        .param("id", guests.get(guest))
        .query(Long.class)
        .single();
  }

  private void wish(int from, int to, String word) {
    jdbc.sql(
            """
            with card as (
              insert into showcase_card (talk_id, organization_id, position, who, gives, wants, created_at)
              select talk_id, organization_id, id, unit, '', '', now() from invitation where id = :to returning id)
            insert into showcase_interest (card_id, invitation_id, wish, word, reachable, at)
            select id, :from, 'COOPERATE', :word, false, now() from card
            """)
        .param("to", guests.get(to))
        .param("from", guests.get(from))
        .param("word", word)
        .update();
  }

  /** Each of the first half meets three of the other. */
  private void pickMany() {
    int half = GUESTS / 2;
    for (int one = 0; one < half; one++) {
      for (int step = 0; step < 3; step++) {
        jdbc.sql(
                """
                insert into matchmaking_pair (talk_id, first_id, second_id, source, subject, status)
                values (:talk, :one, :other, 'HAND', '社区养老项目要志愿者和场地', 'OPEN') on conflict do nothing
                """)
            .param("talk", talk)
            .param("one", guests.get(one))
            .param("other", guests.get(half + (one + step) % half))
            .update();
      }
    }
  }

  private static LocalDateTime at(int hour, int minute) {
    return TalkDayFixture.BEGIN.withHour(hour).withMinute(minute);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first();
  }

  private static void look(Page page, String name) {
    assertFits(page);
    assertAccessible(page);
    screenshot(page, name);
  }

  @Test
  void fromTheFirstTableToWhatCameOfIt() throws IOException {
    var desk = signIn(desktop(), people.organizer());
    wish(0, 1, "一起拍宣传片");
    wish(1, 0, "想学拍摄");

    // Times and tables.
    desk.navigate("/talks/" + talk);
    link(desk, "对接会（0 场）").click();
    link(desk, "定时间和桌子").click();
    desk.locator("#tables").fill("12");
    button(desk, "保存").click();
    assertThat(desk.locator(".done[role=status]")).containsText("时间和桌子已保存");

    // Who meets whom.
    link(desk, "挑选").click();
    button(desk, "取这 1 对").click();
    desk.locator("#one").selectOption(new SelectOption().setLabel(FILM));
    desk.locator("#other").selectOption(new SelectOption().setLabel(FIRM));
    desk.locator("#subject").fill("出资拍片");
    button(desk, "加上").click();
    assertThat(desk.locator("tbody tr")).hasCount(2);
    look(desk, "matchmaking-pairs");

    // An absence; then the plan, with its proof.
    desk.navigate("/talks/" + talk + "/matchmaking");
    desk.getByText("记一家不在").click();
    desk.locator("#unit").selectOption(new SelectOption().setLabel(FIRM));
    desk.locator("#awayUntil").fill("14:50");
    button(desk, "记下").click();
    button(desk, "排计划").click();
    assertThat(desk.locator(".meet-bound")).containsText("不能再少");
    look(desk, "matchmaking-plan");
    pickMany();
    button(desk, "重新排").click();
    button(desk, "发布").click();
    button(desk, "确定").click();
    assertThat(desk.locator(".done[role=status]")).containsText("已发布");

    // On paper, a page each.
    desk.navigate("/talks/" + talk + "/matchmaking/sheets");
    assertFits(desk);
    var pdf = desk.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
    try (var paper = Loader.loadPDF(pdf)) {
      assertThat(paper.getNumberOfPages()).isEqualTo(GUESTS);
    }

    // The screen follows the clock.
    clock.set(at(14, 20));
    var screen = desk.context().newPage();
    screen.setViewportSize(1920, 1080);
    screen.navigate("/talks/" + talk + "/matchmaking/screen");
    assertThat(screen.locator(".call-time")).containsText("10 分钟后开始");
    clock.set(at(14, 41));
    assertThat(screen.locator(".call-time")).containsText("还有 4 分钟");
    assertThat(screen.locator(".call-tables li")).hasCount(12);
    assertThat(
            (Boolean)
                screen.evaluate("document.documentElement.scrollHeight <= window.innerHeight"))
        .as("nothing is below the edge")
        .isTrue();
    look(screen, "matchmaking-screen");

    // On the phone: what is asked, the own meetings, what came of the first.
    var member = signIn(phone(), people.representative("film", organization(0)));
    member.navigate("/mine");
    assertThat(member.locator(".tasks")).containsText("场对接");
    link(member, "看安排").click();
    look(member, "matchmaking-own-phone");
    link(member, "记结果").click();
    member.getByLabel("见上了", new Page.GetByLabelOptions().setExact(true)).check();
    member.getByLabel("我们有意合作").check();
    member.locator("#note").fill("下周三到社区看场地");
    look(member, "matchmaking-outcome-phone");
    button(member, "记下").click();
    assertThat(member.locator(".meet-sheet")).containsText("我们有意合作");

    // A guest by link, without an account; staff see what was told.
    var guest = phone();
    guest.navigate("/room/" + pass.of(guests.get(GUESTS - 1)) + "/meetings");
    assertThat(guest.locator(".meet-sheet li")).hasCount(3);
    desk.navigate("/talks/" + talk + "/matchmaking");
    assertThat(desk.locator(".meet-tables").first()).containsText(FILM + "有意合作");
    link(desk, "记结果").click();
    assertFits(desk);
    desk.navigate("/talks/" + talk + "/matchmaking/pairs");
    assertThat(desk.locator("tbody tr:not(:has(button))")).containsText(FILM); // They have met.
  }
}
