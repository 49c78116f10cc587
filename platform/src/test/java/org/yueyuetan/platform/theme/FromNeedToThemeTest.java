package org.yueyuetan.platform.theme;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.YearMonth;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.BrowserTest;
import org.yueyuetan.platform.account.Rights;
import org.yueyuetan.platform.need.NeedFixture;

/**
 * A need's way to the month's theme, as people go it: a representative on the phone, staff at a
 * desk.
 */
class FromNeedToThemeTest extends BrowserTest {

  @Autowired JdbcClient jdbc;
  @Autowired Themes themes;

  @Test
  void aNeedStatedOnThePhoneBecomesTheMonthsTheme() {
    person("li.gong", "李工", Rights.organizer());
    person("wang.pu", "王蒲", Rights.representative(NeedFixture.organization(jdbc, "蒲心社工")));
    var phone = phone();
    var desk = desktop();
    signIn(phone, "wang.pu");
    signIn(desk, "li.gong");

    phone.navigate("/needs/new");
    checked(phone);
    button(phone, "提交").click();
    assertThat(phone.locator(".faults")).isVisible();
    assertThat(phone.getByLabel("所在地")).hasValue(NeedFixture.DONGCHANGFU);
    phone.getByLabel("标题").fill("养老护理员缺培训");
    phone.getByLabel("具体情况").fill("站里12名护理员没有系统学过失智照护");
    phone.getByLabel("培训", new Page.GetByLabelOptions().setExact(true)).check();
    phone.locator("select[name=field]").selectOption("ELDERLY");
    phone.getByLabel("所有人").check();
    button(phone, "提交").click();
    assertThat(phone.locator("main")).containsText("已收到，等待民政局受理");
    checked(phone);
    var need = phone.url();

    desk.navigate("/needs?status=SUBMITTED");
    checked(desk);
    desk.getByLabel("勾选“养老护理员缺培训”").check();
    button(desk, "受理勾选的").click();
    assertThat(desk.locator(".done[role=status]")).containsText("已受理 1 条");

    desk.navigate("/themes/2026-03");
    checked(desk);
    desk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("归集需求")).first().click();
    checked(desk);
    desk.getByLabel("勾选“养老护理员缺培训”").check();
    desk.getByLabel("新题目").fill("养老人才从哪里来");
    button(desk, "归入").click();
    assertThat(desk.locator("aside")).containsText("养老人才从哪里来");
    desk.locator("aside").getByRole(AriaRole.LINK).first().click();
    checked(desk);
    desk.getByLabel("要谈清楚的问题").fill("护理员怎么来、怎么留、怎么学？");
    button(desk, "保存").click();

    desk.navigate("/themes/2026-03");
    button(desk, "开始征求意见").click();
    assertThat(desk.locator("main")).containsText("征求社会组织意见");
    checked(desk);

    phone.navigate("/themes/2026-03/approve");
    assertThat(phone.locator("main")).containsText("有本单位的需求");
    phone.getByLabel("养老人才从哪里来").check();
    checked(phone);
    button(phone, "就选这些").click();
    assertThat(phone.locator(".done[role=status]")).containsText("已记下");

    desk.navigate("/themes/2026-03");
    button(desk, "现在截止").click();
    confirm(desk);
    assertThat(desk.locator("main")).containsText("只有“养老人才从哪里来”一个候选主题");
    checked(desk);
    desk.getByLabel("理由").fill("呼声最高");
    button(desk, "定题").click();
    confirm(desk);
    assertThat(desk.locator("h1")).hasText("养老人才从哪里来");
    checked(desk);
    Assertions.assertThat(themes.chosen(YearMonth.of(2026, 3))).isPresent();

    phone.navigate(need);
    assertThat(phone.locator("main")).containsText("已列入月月谈主题");
    checked(phone);

    var visitor = phone();
    visitor.navigate("/themes/2026-03");
    assertThat(visitor.locator("main")).containsText("护理员怎么来、怎么留、怎么学？");
    assertThat(visitor.locator("main")).containsText("呼声最高");
    checked(visitor);
    visitor.navigate("/needs/public");
    assertThat(visitor.locator("main")).containsText("养老护理员缺培训");
    checked(visitor);
    visitor.navigate("/themes");
    checked(visitor);
  }

  private static void checked(Page page) {
    assertAccessible(page);
    assertFits(page);
  }

  private static com.microsoft.playwright.Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void confirm(Page page) {
    button(page, "确定").click();
  }
}
