package org.yueyuetan.platform.panel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yueyuetan.platform.BrowserTest;
import org.yueyuetan.platform.organization.AnOrganization;
import org.yueyuetan.platform.organization.Level;
import org.yueyuetan.platform.organization.Organizations;
import org.yueyuetan.platform.talk.Planning;
import org.yueyuetan.platform.talk.TalkFixture;

/** From the convening page to a drawn list, and to a visitor who checks it. */
class LotteryWalkTest extends BrowserTest {

  @Autowired Organizations organizations;
  @Autowired Planning planning;

  @Test
  void fromThePlanToADrawnListThatAVisitorChecks() {
    for (int i = 1; i <= 9; i++) {
      organizations.register(
          AnOrganization.named("第" + i + "志愿服务中心")
              .serial(i)
              .level(i <= 3 ? Level.CITY : Level.COUNTY)
              .draft());
    }
    var organizer = people.organizer();
    var talk = planning.plan(TalkFixture.draft("共话志愿情"), organizer.me());
    var page = signIn(desktop(), organizer);

    page.navigate("/talks/" + talk + "/convening");
    page.getByText("邀请抽签").click();
    plan(page);
    fix(page);
    witness(phone(), talk);
    draw(page);

    page.getByText("去发邀请").click();
    assertThat(page.locator("#list tbody tr")).hasCount(3);
    page.locator("input[name=answerBy]").fill("2026-03-18");
    page.locator(".send-form button").click();
    page.locator("dialog button[value=yes]").click();
    page.waitForURL(url -> url.endsWith("/invitations"));

    check(phone(), talk);
  }

  private static void plan(Page page) {
    assertThat(page.locator("#preview")).containsText("配额可以满足");
    page.locator("summary", text("按层级")).click();
    page.locator("#least-LEVEL-CITY").fill("2");
    page.locator("#most-LEVEL-CITY").fill("x");
    page.locator("#seats").focus();
    assertThat(page.locator("#preview a[href='#most-LEVEL-CITY']")).containsText("市级 至多");
    page.locator("#level").selectOption("COUNTY");
    assertThat(page.locator("#there-LEVEL-CITY")).hasText("3");
    page.locator("#most-LEVEL-CITY").fill("");
    page.locator("#seats").focus();
    assertThat(page.locator("#there-LEVEL-CITY")).hasText("0");
    page.locator("#level").selectOption("");
    page.locator("#most-LEVEL-CITY").fill("3");
    page.locator("#least-LEVEL-COUNTY").fill("2");
    page.locator("#seats").focus();
    assertThat(page.locator("#preview")).containsText("配额无法同时满足");
    assertThat(page.locator("#preview li")).hasCount(1);
    assertAccessible(page);
    screenshot(page, "lottery-infeasible");
    page.getByText("按此调整").click();
    assertThat(page.locator("#preview")).containsText("配额可以满足");
    assertAccessible(page);
    screenshot(page, "lottery-plan");
    page.locator("#plan button").first().click();
    assertThat(page.locator("div.done")).containsText("方案已保存");
  }

  private static void fix(Page page) {
    page.getByText("生成种子，公布承诺").click();
    assertThat(page.locator("div.done")).containsText("承诺已公布");
    page.locator("button[formaction$=freeze]").click();
    page.locator("dialog button[value=yes]").click();
    assertThat(page.locator("div.done")).containsText("名单已固定");
    assertThat(page.locator(".hash").first()).hasText(Pattern.compile("[0-9a-f]{64}"));
    assertAccessible(page);
    screenshot(page, "lottery-frozen");
  }

  /** Somebody saw commitment and list before the draw, when the talk was not public yet. */
  private static void witness(Page phone, long talk) {
    phone.navigate("/talks/" + talk + "/lottery");
    assertThat(phone.locator(".hash")).hasCount(2);
    assertThat(phone.locator(".back")).hasCount(0);
    assertFits(phone);
    screenshot(phone, "lottery-witness-phone");
  }

  private static void draw(Page page) {
    page.locator("form[action$=draw] button").click();
    page.locator("dialog button[value=yes]").click();
    assertThat(page.locator("div.done")).containsText("已开签");
    assertThat(page.getByText("抽出的单位（3）")).isVisible();
    assertAccessible(page);
    screenshot(page, "lottery-drawn");
  }

  private static void check(Page phone, long talk) {
    phone.navigate("/talks/" + talk);
    phone.getByText("邀请抽签记录").click();
    phone.getByText("现场重算").click();
    assertThat(phone.locator(".lottery-checks li")).hasCount(4);
    assertThat(phone.locator(".lottery-checks")).not().containsText("不一致");
    assertFits(phone);
    assertAccessible(phone);
    screenshot(phone, "lottery-checked-phone");
  }

  private static Page.LocatorOptions text(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
