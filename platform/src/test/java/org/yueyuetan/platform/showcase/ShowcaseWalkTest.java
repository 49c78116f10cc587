package org.yueyuetan.platform.showcase;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.awt.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.BrowserTest;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.talk.InvitationStatus;
import org.yueyuetan.platform.talk.Party;
import org.yueyuetan.platform.talk.RoomPass;
import org.yueyuetan.platform.talk.TalkDayFixture;
import org.yueyuetan.platform.talk.TalkStatus;

/** The showcase as staff, organizations and guests go through it. */
class ShowcaseWalkTest extends BrowserTest {

  private static final String FILM = "聊城市微电影与短视频创作者协会";
  private static final String CARE = "聊城市蒲心社会工作服务中心";

  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired RoomPass pass;

  private long talk;
  private long film;
  private long community;

  @BeforeEach
  void theTalkBegins() {
    clock.set(TalkDayFixture.BEGIN);
    talk = TalkDayFixture.talk(jdbc, TalkStatus.CONVENING);
    film = called(FILM, "拍片子、教拍片子的人，会员 120 名，做过 40 部公益短片。", "100001");
    called(CARE, "在 12 个社区做养老和助残服务的社工机构。", "100002");
    called("聊城市企业联合会", "为会员企业服务，也愿意出资支持公益项目。", "100004");
    community =
        TalkDayFixture.guest(
            jdbc, talk, "和平社区", Party.COMMUNITY, InvitationStatus.ACCEPTED, "100003");
  }

  private long called(String name, String introduction, String code) {
    var organization = NeedFixture.organization(jdbc, name);
    var guest = TalkDayFixture.guest(jdbc, talk, organization, InvitationStatus.ACCEPTED, code);
    jdbc.sql("update invitation set unit = :name where id = :id")
        .param("name", name)
        .param("id", guest)
        .update();
    jdbc.sql("update organization set introduction = :words where id = :id")
        .param("words", introduction)
        .param("id", organization)
        .update();
    return organization;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }

  private static void look(Page page, String name) {
    assertAccessible(page);
    glance(page, name);
  }

  private static void glance(Page page, String name) {
    assertFits(page);
    screenshot(page, name);
  }

  @Test
  void fromTheProgrammeToThePublicPage() {
    var desk = signIn(desktop(), people.organizer());
    var member = signIn(phone(), people.representative("film", film));
    var guest = phone();

    // Staff put three on the programme; the time of the talk is the limit.
    desk.navigate("/talks/" + talk + "/showcase");
    assertThat(desk.locator("main")).containsText("还没有单位展示");
    add(desk, FILM, "8");
    add(desk, CARE, "113");
    assertThat(desk.locator("#minutes-fault")).containsText("最多还能给 112 分钟");
    desk.locator("#minutes").fill("6");
    button(desk, "加入").click();
    add(desk, "聊城市企业联合会", "");
    assertThat(desk.locator("tbody tr")).hasCount(3);
    look(desk, "showcase-programme");

    // The organization words its card on the phone and adds a picture.
    member.navigate("/talks/" + talk);
    member.getByText("我们的卡片，谁对我们有意向").click();
    member.getByText("修改卡片").first().click();
    member.locator("#gives").fill("免费拍摄、剪辑公益短片\n每月一次短视频课\n活动跟拍");
    member.locator("#wants").fill("想讲故事的项目\n能用的场地");
    member.locator("#published").check();
    button(member, "保存").click();
    assertThat(member.locator(".done[role=status]")).containsText("卡片已保存");
    member.getByText("修改卡片").first().click();
    member
        .locator("#file")
        .setInputFiles(
            new FilePayload(
                "片场.jpg", "image/jpeg", ShowcaseFixture.photo(new Color(0x0F, 0x6B, 0x66))));
    member.locator("#caption").fill("网格微服务拍摄现场");
    member.locator("#shown").check();
    button(member, "加上图片").click();
    assertThat(member.locator(".gallery img")).hasCount(1);
    look(member, "showcase-edit-phone");

    // Called to the stage: the wall shows it large.
    var wall = desk.context().newPage();
    wall.setViewportSize(1920, 1080);
    wall.navigate("/talks/" + talk + "/showcase/wall");
    assertThat(wall.locator(".stage-all li")).hasCount(3);
    look(wall, "showcase-wall-all");
    button(desk, "请上台").click();
    assertThat(wall.locator(".stage-card h2")).hasText(FILM);
    assertThat(wall.locator(".stage-next")).containsText(CARE);

    // A guest marks by link; the wall counts it.
    guest.navigate("/room/" + pass.of(community) + "/showcase");
    assertThat(guest.locator("main")).containsText("正在台上");
    guest.locator("summary").first().click();
    guest.locator("[id^=word-]").first().fill("想请你们来社区拍邻里节");
    guest.locator("[id^=reachable-]").first().check();
    button(guest, "想合作").click();
    assertThat(guest.locator(".done[role=status]")).containsText("已标记“想合作”");
    assertThat(button(guest, "想合作")).hasAttribute("aria-pressed", "true");
    look(guest, "showcase-visit-phone");
    assertThat(wall.locator(".wall-figures dd").first()).hasText("1");
    glance(wall, "showcase-wall");
    button(guest, "收回").click();
    assertThat(guest.locator(".done[role=status]")).containsText("已收回");
    guest.locator("summary").first().click();
    guest.locator("[id^=word-]").first().fill("想请你们来社区拍邻里节");
    guest.locator("[id^=reachable-]").first().check();
    button(guest, "想合作").click();

    // Not on one's own card; the organization sees who it is.
    member.navigate("/talks/" + talk + "/showcase/visit");
    assertThat(member.locator(".visit > li").first()).containsText("这是你们自己的卡片");
    assertThat(member.locator(".visit > li").first().locator("form")).hasCount(0);
    member.navigate("/talks/" + talk + "/showcase/mine");
    assertThat(member.locator("main")).containsText("想请你们来社区拍邻里节");
    assertThat(member.locator("main")).containsText("138****1234");
    button(member, "查看").click();
    assertThat(member.locator("main")).containsText("13800001234");
    look(member, "showcase-card-phone");

    // After the talk everyone reads the card that may be public.
    jdbc.sql("update talk set status = 'FOLLOWING_UP'").update();
    var visitor = desktop();
    visitor.navigate("/showcase/" + talk);
    assertThat(visitor.locator(".faces > li")).hasCount(1);
    assertThat(visitor.locator("main")).not().containsText("邻里节");
    look(visitor, "showcase-public");
    visitor.setViewportSize(390, 844);
    glance(visitor, "showcase-public-phone");
    desk.setViewportSize(390, 844);
    desk.navigate("/talks/" + talk + "/showcase");
    glance(desk, "showcase-programme-phone");
  }

  private static void add(Page desk, String unit, String minutes) {
    desk.locator("#organization").selectOption(new SelectOption().setLabel(unit));
    desk.locator("#minutes").fill(minutes);
    button(desk, "加入").click();
  }
}
