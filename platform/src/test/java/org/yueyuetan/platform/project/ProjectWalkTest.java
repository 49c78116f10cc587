package org.yueyuetan.platform.project;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.BrowserTest;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.need.Needs;
import org.yueyuetan.platform.need.Visibility;

/** From a need to an established project and to whoever could help, by phone and at the desk. */
class ProjectWalkTest extends BrowserTest {

  @Autowired JdbcClient jdbc;
  @Autowired Needs needs;
  @Autowired Provisions provisions;

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
  }

  private static void follow(Page page, String link) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
        .first()
        .click();
  }

  private static void done(Page page, String words) {
    assertThat(page.locator("div.done")).containsText(words);
  }

  private static void look(Page page, String name) {
    assertFits(page);
    assertAccessible(page);
    screenshot(page, name);
  }

  @Test
  void fromANeedToAnEstablishedProjectAndToWhoCouldHelp() {
    var puxin = NeedFixture.organization(jdbc, "聊城市蒲心社会工作服务中心");
    var film = NeedFixture.organization(jdbc, "聊城市微电影协会");
    var pu = NeedFixture.representative(jdbc, "writer", puxin);
    var need = needs.state(NeedFixture.draft("网格微服务短片", Visibility.PUBLIC), pu);
    needs.submit(need, pu);
    people.representative("puxin", puxin);
    people.representative("film", film);

    // On the phone, from the need: most of it is there already.
    var phone = phone();
    signIn(phone, "puxin");
    phone.navigate("/projects");
    look(phone, "projects-empty-phone");
    phone.navigate("/needs/" + need);
    follow(phone, "由此申报项目");
    assertThat(phone.locator("#subject")).hasValue("网格微服务短片");
    press(phone, "提交立项");
    assertThat(phone.locator(".faults li").first()).isVisible();
    assertThat(phone.locator("#goal")).hasValue("网格微服务短片，请予支持。");
    phone.locator("#beneficiaries").fill("社区居民");
    phone.locator("#served").fill("1200");
    phone.locator("#from").fill("2026-04-01");
    phone.locator("#until").fill("2026-09-30");
    phone.locator("#itemTitle").fill("短片拍摄剪辑");
    phone.locator("#itemQuantity").fill("8");
    phone.locator("#itemUnit").fill("部");
    phone.locator("#itemLot").fill("9");
    press(phone, "提交立项");
    assertThat(phone.locator(".faults")).containsText("最小可用量 9");
    look(phone, "project-form-phone");
    phone.locator("#itemLot").fill("2");
    press(phone, "提交立项");
    done(phone, "项目已提交");
    phone.getByText("再加一样").click();
    phone.locator("input[name=itemKind][value=MONEY]").check();
    phone.locator("#itemTitle").fill("活动经费");
    phone.locator("#itemQuantity").fill("20000");
    press(phone, "加上");
    done(phone, "已加上");
    look(phone, "project-submitted-phone");

    // The film-makers state what they give.
    var maker = phone();
    signIn(maker, "film");
    maker.navigate("/provisions/new");
    maker.locator("input[name=kind][value=SERVICE]").check();
    maker.locator("#subject").fill("公益短片拍摄剪辑");
    maker.locator("#quantity").fill("6");
    maker.locator("#unit").fill("部");
    maker.locator("#text").fill("会员可为社区和网格服务拍摄、剪辑短片。");
    maker.locator("#field").selectOption("ELDERLY");
    look(maker, "provision-form-phone");
    press(maker, "登记");
    done(maker, "已登记");
    look(maker, "provision-phone");

    // The bureau establishes it.
    var staff = signIn(desktop(), people.organizer());
    staff.navigate("/projects?status=SUBMITTED");
    look(staff, "projects-staff");
    follow(staff, "网格微服务短片");
    look(staff, "project-to-establish");
    press(staff, "立项");
    done(staff, "项目已立项");
    assertThat(staff.locator(".over")).hasText("聊社项〔2026〕1号");
    look(staff, "project-established");

    // Who could help, with its reasons; the other side sees the same.
    phone.navigate("/notices");
    phone.getByText("项目已立项：网格微服务短片").click();
    look(phone, "project-established-phone");
    follow(phone, "谁能提供");
    assertThat(phone.locator(".suggestions")).containsText("能满足 8 部中的 6 部");
    phone.getByText("怎么算的").click();
    look(phone, "project-partners-phone");
    maker.navigate("/provisions");
    follow(maker, "公益短片拍摄剪辑");
    follow(maker, "哪些项目需要");
    assertThat(maker.locator(".suggestions")).containsText("网格微服务短片");

    // Everyone reads it.
    var visitor = desktop();
    visitor.navigate("/projects");
    follow(visitor, "网格微服务短片");
    look(visitor, "project-public");
  }
}
