package org.yueyuetan.platform.selection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.BrowserTest;

/** A round as staff run it at their desk, and as both sides go through it on their phones. */
@Import(SelectionFixture.class)
class SelectionWalkTest extends BrowserTest {

  private static final String CARE = "聊城市蒲心社会工作服务中心";
  private static final String VOICE = "聊城佳音社会工作服务中心";
  private static final String FILM = "聊城市微电影与短视频创作者协会";
  private static final String STUDIO = "东昌府区光影社";
  private static final String CLUB = "茌平区摄影爱好者俱乐部";

  @Autowired JdbcClient jdbc;
  @Autowired SelectionFixture fixture;

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
  }

  private static void agree(Page page, String button) {
    press(page, button);
    page.locator("#ask button[value=yes]").click();
  }

  private static void done(Page page, String words) {
    assertThat(page.locator("div.done")).containsText(words);
  }

  private static void look(Page page, String name) {
    assertAccessible(page);
    glance(page, name);
  }

  /** At a page of which another like it was looked at. */
  private static void glance(Page page, String name) {
    assertFits(page);
    screenshot(page, name);
  }

  private static void glanceSmall(Page desk, String name) {
    desk.setViewportSize(390, 844);
    glance(desk, name);
    desk.setViewportSize(1280, 900);
  }

  private static Locator row(Page page, String list, String organization) {
    return page.locator("[data-" + list + "] .rank-row[data-name='" + organization + "']");
  }

  private static void drag(Page page, Locator row, Locator onto) {
    row.evaluate("row => row.scrollIntoView({ block: 'center', behavior: 'instant' })");
    var from = row.locator("[data-handle]").boundingBox();
    var to = onto.boundingBox();
    page.mouse().move(from.x + from.width / 2, from.y + from.height / 2);
    page.mouse().down();
    page.mouse().move(to.x + 40, to.y + 24);
    page.mouse().move(to.x + 40, to.y + 6);
    page.mouse().up();
  }

  /** The organization as somebody who can sign in. */
  private Page phoneOf(String username, String organization) {
    people.representative(username, fixture.of(organization).organization().orElseThrow());
    return phone(username);
  }

  private Page phone(String username) {
    var phone = phone();
    signIn(phone, username);
    return phone;
  }

  @Test
  void bothSidesChooseConfirmAndAreFilledAgain() {
    fixture.forget();
    var organizer = people.organizer();
    var staff = organizer.me();
    fixture.project(CARE, staff);
    fixture.project(VOICE, staff);
    fixture.videos(FILM, 8);
    fixture.videos(STUDIO, 8);
    fixture.videos(CLUB, 4);
    jdbc.sql("update provision set visibility = 'PUBLIC' where title like '茌平%'").update();
    var desk = signIn(desktop(), organizer);

    // Staff write down a round and choose who takes part.
    desk.navigate("/selections");
    look(desk, "selections-empty");
    desk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("新建一轮")).first().click();
    desk.locator("#subject").fill("2026年春季双选");
    desk.locator("#opensOn").fill("2026-03-20");
    desk.locator("#closesOn").fill("2026-03-12");
    press(desk, "下一步：选谁参加");
    assertThat(desk.locator("#closesOn-fault")).containsText("不能早于开始日期");
    assertThat(desk.locator("#subject")).hasValue("2026年春季双选");
    look(desk, "selection-form");
    desk.locator("#closesOn").fill("2026-03-27");
    press(desk, "下一步：选谁参加");
    desk.locator("#all-PROJECT").check();
    desk.locator("#all-PROVIDER").check();
    look(desk, "selection-entries");
    press(desk, "保存参加名单");
    glance(desk, "selection-preparing");
    agree(desk, "现在开放排序");
    done(desk, "已开放排序");
    var round = Long.parseLong(desk.url().replaceAll(".*/selections/(\\d+)/.*", "$1"));

    // On the phone: from "my page", in a few taps. Numbers, buttons, keys and dragging say the
    // same.
    var care = phoneOf("care", CARE);
    care.navigate("/mine");
    glance(care, "selection-mine-asked-phone");
    assertThat(care.locator("main")).containsText("有 1 项等你们排名次");
    care.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("去排名次")).first().click();
    glance(care, "selection-mine-phone");
    care.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("去排名次")).last().click();
    assertThat(care.locator("[data-others] .rank-row")).hasCount(3);
    glance(care, "selection-rank-empty-phone");
    row(care, "others", STUDIO).locator("[data-move=in]").click();
    row(care, "others", CLUB).locator("[data-move=in]").click();
    row(care, "others", FILM).locator("input[type=text]").fill("1");
    row(care, "others", FILM).locator("input[type=text]").press("Enter");
    assertThat(care.locator("[data-ranked] .rank-row").first()).hasAttribute("data-name", FILM);
    drag(care, row(care, "ranked", STUDIO), row(care, "ranked", FILM));
    assertThat(care.locator("[data-ranked] .rank-row").first()).hasAttribute("data-name", STUDIO);
    assertThat(care.locator("#live")).containsText(STUDIO + "：第 1 位");
    row(care, "ranked", CLUB).locator("[data-move=down]").press("1");
    row(care, "ranked", CLUB).locator("input[type=text]").press("ArrowDown");
    row(care, "ranked", CLUB).locator("input[type=text]").press("ArrowDown");
    row(care, "ranked", CLUB).locator("input[type=text]").press("ArrowDown");
    assertThat(row(care, "ranked", CLUB).locator("input[type=text]")).isFocused();
    row(care, "ranked", STUDIO).locator("[data-move=down]").click();
    assertThat(row(care, "ranked", FILM).locator("input[type=text]")).hasValue("1");
    assertThat(row(care, "ranked", CLUB).locator("input[type=text]")).hasValue("3");
    look(care, "selection-rank-phone");
    press(care, "存为草稿");
    done(care, "草稿已保存");

    // Another of its people ranks at the same time: nobody overwrites, what was typed survives.
    care.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("修改名次")).last().click();
    fixture.rank(round, staff, CARE, FILM);
    row(care, "ranked", CLUB).locator("[data-move=out]").click();
    row(care, "others", CLUB).locator("input[type=text]").fill("3");
    row(care, "ranked", FILM).locator("input[type=text]").fill("随便");
    press(care, "提交名次");
    assertThat(care.locator("#faults")).containsText(FILM + "的名次“随便”不是");
    look(care, "selection-rank-faulty-phone");
    row(care, "ranked", FILM).locator("input[type=text]").fill("1");
    press(care, "提交名次");
    assertThat(care.locator("[role=alert]").first()).isVisible();
    assertThat(care.locator("[data-ranked] .rank-row")).hasCount(3);
    press(care, "提交名次");
    done(care, "名次已提交");

    // Each project's first choice likes the other project more: two stable results.
    fixture.rank(round, staff, VOICE, STUDIO, FILM);
    fixture.rank(round, staff, FILM, VOICE, CARE);
    fixture.rank(round, staff, STUDIO, CARE, VOICE);
    fixture.rank(round, staff, CLUB, CARE);
    desk.reload();
    look(desk, "selection-open");
    glanceSmall(desk, "selection-open-phone");
    agree(desk, "现在截止");
    done(desk, "已截止");
    look(desk, "selection-preview");
    glanceSmall(desk, "selection-preview-phone");
    assertThat(desk.locator("main")).containsText("没有任何一对会宁愿撇开现在的结果互相合作");
    assertThat(desk.locator("main")).containsText("有 4 对在两种结果里数量不同");

    // Overruled for a reason, taken back, told.
    desk.locator("summary").getByText("排除一对").click();
    desk.locator("#pair").selectOption(new SelectOption().setIndex(1));
    press(desk, "排除并重新配");
    assertThat(desk.locator("#overruleReason-fault")).isVisible();
    desk.locator("#overruleReason").fill("两家负责人是近亲属");
    press(desk, "排除并重新配");
    done(desk, "已排除");
    glance(desk, "selection-overruled");
    press(desk, "撤回");
    agree(desk, "公布结果");
    done(desk, "已公布");
    glance(desk, "selection-announced");

    // The film makers step back; the project is filled from those left.
    var film = phoneOf("film", FILM);
    film.navigate("/mine");
    film.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("去确认")).first().click();
    look(film, "selection-confirm-phone");
    film.locator("summary").getByText("退出这一对").click();
    film.locator("input[name^=reason-]").fill("摄制人员排不开");
    agree(film, "确定退出");
    done(film, "已退出");
    fixture.confirm(round, staff, VOICE);
    fixture.confirm(round, staff, STUDIO);
    desk.reload();
    agree(desk, "补配或结束");
    done(desk, "补配了 1 对");
    care.navigate("/selections/" + round + "/mine");
    assertThat(care.locator("main")).containsText("摄制人员排不开");
    press(care, "确认合作");
    done(care, "已确认");
    fixture.confirm(round, staff, CLUB);
    care.reload();
    glance(care, "selection-got-phone");

    // From the intent straight to an agreement, begun with what both agreed.
    care.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("起草协议")).first().click();
    assertThat(care.locator("input[value='短片拍摄剪辑']").first()).isVisible();
    assertThat(care.locator("input[value='4']").first()).isVisible();

    // Staff doubt, compute again, and end the round.
    desk.reload();
    press(desk, "重新计算一遍");
    assertThat(desk.locator("#check [role=status]")).containsText("结果完全一致");
    look(desk, "selection-desk");
    glanceSmall(desk, "selection-desk-phone");
    agree(desk, "补配或结束");
    done(desk, "没有能再配上的，本轮已经结束");
    glance(desk, "selection-finished");

    // Everyone reads the result; no ranks, and no name that its organization does not publish.
    var visitor = desktop();
    visitor.navigate("/selections/" + round);
    assertThat(visitor.locator("main")).containsText(CLUB);
    assertThat(visitor.locator("main")).not().containsText(FILM);
    assertThat(visitor.locator("main")).not().containsText("排第");
    assertThat(visitor.locator("main")).containsText("意向、签约、交付分开统计");
    look(visitor, "selection-protocol");
    glanceSmall(visitor, "selection-protocol-phone");
    press(desk, "把没配上的转入下一轮");
    done(desk, "没配上的已放进新的一轮");
    desk.navigate("/selections");
    glance(desk, "selections");
    assertThat(desk.locator("main")).containsText("2026年春季双选（续）");
  }
}
