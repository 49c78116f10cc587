package org.yueyuetan.platform.theme;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.BrowserTest;
import org.yueyuetan.platform.account.Rights;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.need.Needs;
import org.yueyuetan.platform.need.Visibility;

/** From a pile of needs to the month's theme, with its reasons, as staff and a phone go it. */
class DesignWalkTest extends BrowserTest {

  @Autowired JdbcClient jdbc;
  @Autowired Needs needs;

  @Test
  void groupsBecomeCandidatesAndTheChoiceExplainsItself() {
    person("li.gong", "李工", Rights.organizer());
    var organization = NeedFixture.organization(jdbc, "蒲心社工");
    person("wang.pu", "王蒲", Rights.representative(organization));
    var writer = NeedFixture.representative(jdbc, "writer", organization);
    var clerk = NeedFixture.staff(jdbc, "clerk", "3715");
    for (var title : List.of("独居老人送餐人手不足", "周末给独居老人送餐缺人", "独居老人午间送餐没人", "独居老人送餐没有人手")) {
      accepted(title, writer, clerk);
    }
    for (var title : List.of("项目宣传缺视频拍摄", "想拍摄短视频缺设备", "短视频拍摄剪辑没有人会", "活动视频拍摄需要帮忙")) {
      accepted(title, writer, clerk);
    }
    var desk = desktop();
    var phone = phone();
    signIn(desk, "li.gong");
    signIn(phone, "wang.pu");

    desk.navigate("/themes/2026-03");
    link(desk, "设计主题").click();
    assertThat(desk.locator("main")).containsText("还没有归组");
    checked(desk);
    button(desk, "按内容归组").click();
    assertThat(desk.locator(".done[role=status]")).containsText("已读 8 条需求，归成 2 组");
    checked(desk);

    desk.locator("table.groups tr", new Page.LocatorOptions().setHasText("送餐"))
        .locator("a")
        .first()
        .click();
    assertThat(desk.locator("#opened input[name=need]:checked")).hasCount(4);
    checked(desk);
    desk.getByLabel("题目").fill("");
    button(desk, "做成候选主题").click();
    assertThat(desk.locator(".faults")).isVisible();
    desk.getByLabel("题目").fill("一餐热饭送到家");
    desk.locator("#opened input[name=need]").last().uncheck();
    button(desk, "做成候选主题").click();
    assertThat(desk.locator(".done[role=status]")).containsText("共 3 条需求");
    assertThat(desk.locator("table.groups")).containsText("一餐热饭送到家");

    desk.locator("table.groups tr", new Page.LocatorOptions().setHasText("视频"))
        .locator("a")
        .first()
        .click();
    desk.getByLabel("题目").fill("人人会拍短视频");
    button(desk, "做成候选主题").click();
    assertThat(desk.locator("table.groups")).containsText("人人会拍短视频");

    desk.navigate("/themes/2026-03");
    button(desk, "开始征求意见").click();
    phone.navigate("/themes/2026-03/approve");
    phone.getByLabel("人人会拍短视频").check();
    button(phone, "就选这些").click();
    desk.navigate("/themes/2026-03");
    button(desk, "现在截止").click();
    confirm(desk);
    assertThat(desk.locator("main")).containsText("建议“人人会拍短视频”");
    checked(desk);
    button(desk, "定题").click();
    confirm(desk);
    assertThat(desk.locator("h1")).hasText("人人会拍短视频");

    var visitor = phone();
    visitor.navigate("/themes/2026-03");
    visitor.getByText("换成别的规则会选哪个").click();
    assertThat(visitor.locator("main")).containsText("票数最多");
    checked(visitor);
    link(visitor, "复核这次定题").click();
    assertThat(visitor.locator("main")).containsText("结果一致");
    checked(visitor);
    visitor.navigate("/themes/fairness?year=2026");
    assertThat(visitor.locator("main")).containsText("表过态的单位");
    checked(visitor);
    visitor.navigate("/themes/method");
    assertThat(visitor.locator("main")).containsText("现行");
    checked(visitor);
    phone.navigate("/themes/fairness?year=2026");
    assertThat(phone.locator("table.served")).containsText("蒲心社工");
    checked(phone);
  }

  private void accepted(String title, SignedIn writer, SignedIn clerk) {
    var id =
        needs.stateAndSubmit(
            NeedFixture.draft(title, Visibility.PUBLIC),
            writer.organization().orElseThrow(),
            writer);
    needs.accept(id, clerk);
  }

  private static com.microsoft.playwright.Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void confirm(Page page) {
    button(page, "确定").click();
  }

  private static com.microsoft.playwright.Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first();
  }

  private static void checked(Page page) {
    assertAccessible(page);
    assertFits(page);
  }
}
