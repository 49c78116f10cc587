package org.yueyuetan.platform.fulfilment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.BrowserTest;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.need.NeedFixture;

/** The parties of an agreement carry it out, as they go through the pages. */
class FulfilmentWalkTest extends BrowserTest {

  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired ApplicationEventPublisher publisher;

  private long film;
  private long grid;
  private String page = "";

  @BeforeEach
  void allHaveSigned() {
    film = NeedFixture.organization(jdbc, "聊城市微电影与短视频创作者协会");
    grid = NeedFixture.organization(jdbc, "聊城市网格微服务中心");
    page =
        "/agreements/"
            + new SignedAgreement(jdbc).between(publisher, List.of(film, grid), Optional.empty())
            + "/fulfilment";
    clock.set(LocalDateTime.of(2026, 7, 4, 9, 0));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first();
  }

  private static void look(Page page, String name) {
    assertAccessible(page);
    glance(page, name);
  }

  private static void glance(Page page, String name) {
    assertFits(page);
    screenshot(page, name);
  }

  private static FilePayload list() {
    return new FilePayload("签收单.txt", "text/plain", "收到视频八部".getBytes(UTF_8));
  }

  @Test
  void fromTheFirstDeliveryToTheEnd() {
    var giver = signIn(phone(), people.representative("film", film));
    var receiver = signIn(desktop(), people.representative("grid", grid));

    // The month board shows what is late as plainly as anything else.
    var desk = signIn(desktop(), people.organizer());
    desk.navigate("/board");
    assertThat(desk.locator("#unkept")).isVisible();
    desk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("交付前六部视频")).click();
    assertThat(desk.locator("main")).containsText("逾期 4 天");

    // Late as it is, the giver reports what was delivered; too much is asked about.
    giver.navigate("/fulfilment?mine=on");
    assertThat(giver.locator("main")).containsText("1 项逾期，最长 4 天");
    look(giver, "fulfilment-list-phone");
    giver.navigate(page);
    link(giver, "报告交付").click();
    giver.locator("#quantity").fill("14");
    giver.locator("#files").setInputFiles(list());
    button(giver, "报告").click();
    assertThat(giver.locator("#excess-fault")).containsText("超过了约定的数量");
    giver.locator("#quantity").fill("8");
    giver.locator("#note").fill("六个社区，居民都看到了");
    giver.locator("#files").setInputFiles(list());
    look(giver, "fulfilment-report-phone");
    button(giver, "报告").click();
    assertThat(giver.locator(".done[role=status]")).containsText("等对方确认");
    link(giver, "报告做到").click();
    giver.locator("#files").setInputFiles(list());
    button(giver, "报告").click();

    // The receiver confirms one in part and the other in full.
    receiver.navigate(page);
    assertThat(receiver.locator("main")).containsText("另有 8 部 等确认");
    link(receiver, "确认收到 视频拍摄和剪辑").click();
    receiver.getByLabel("只收到一部分").check();
    button(receiver, "答复").click();
    assertThat(receiver.locator(".faults")).containsText("收到多少");
    receiver.locator("#part").fill("6");
    receiver.locator("#answer").fill("两部声音不清，请重录");
    look(receiver, "fulfilment-answer");
    button(receiver, "答复").click();
    link(receiver, "确认收到 交付前六部视频").click();
    receiver.getByLabel("全部收到").check();
    button(receiver, "答复").click();
    assertThat(receiver.locator("main")).containsText("已做到，晚了 4 天");

    // A later date by consent of both.
    giver.navigate(page);
    link(giver, "提出变更 交付其余六部视频").click();
    giver.locator("#due").fill("2027-01-15");
    giver.locator("#reason").fill("两部要重录");
    button(giver, "提交各方同意").click();
    receiver.navigate(page);
    look(receiver, "fulfilment");
    button(receiver, "同意").click();
    receiver.locator("#ask button[value=yes]").click();
    assertThat(receiver.locator("main")).containsText("补充约定（1）");

    receiver.setViewportSize(390, 844);
    glance(receiver, "fulfilment-phone");
    var visitor = desktop();
    visitor.navigate("/fulfilment");
    assertThat(visitor.locator("tbody tr")).containsText("1 / 2");
    look(visitor, "fulfilment-list");
    visitor.navigate(page);
    assertThat(visitor.locator("main")).not().containsText("两部要重录");
    look(visitor, "fulfilment-public");

    // The end by consent of both; then each rates the other.
    link(receiver, "提前终止").click();
    receiver.locator("#reason").fill("社区场地调整");
    receiver.locator("#settlement").fill("已交付的六部归网格中心，交通补助不再支付");
    look(receiver, "fulfilment-end-phone");
    button(receiver, "提交各方同意").click();
    giver.navigate(page);
    button(giver, "同意").click();
    giver.locator("#ask button[value=yes]").click();
    assertThat(giver.locator("main")).containsText("协议已提前终止");
    giver.getByLabel("4 星").check();
    button(giver, "评价").click();
    assertThat(giver.locator(".stars")).hasAttribute("aria-label", "4 星");
    look(giver, "fulfilment-over-phone");
    visitor.navigate(page.replace("/fulfilment", ""));
    assertThat(visitor.locator("main")).containsText("各方同意提前终止");
    assertThat(visitor.locator("main")).not().containsText("协议生效");
    glance(visitor, "fulfilment-over-agreement");
    desk.reload();
    glance(desk, "fulfilment-over");
  }
}
