package org.yueyuetan.platform.policy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.BrowserTest;
import org.yueyuetan.platform.Person;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.need.NeedFixture;

/** From an opinion to the document that it became, as staff and an organization go through it. */
class PolicyWalkTest extends BrowserTest {

  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired Policies policies;
  @LocalServerPort int port;

  private long talk;
  private long puxin;

  @BeforeEach
  void anOpinion() {
    clock.set(PolicyFixture.TODAY.atTime(10, 0));
    talk = PolicyFixture.talk(jdbc);
    puxin = NeedFixture.organization(jdbc, "聊城市蒲心社会工作服务中心");
    PolicyFixture.opinion(jdbc, talk, "社工站要有服务清单", Optional.of(puxin));
    PolicyFixture.opinion(jdbc, talk, "每站配备三名社工", Optional.empty());
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
  }

  private static void follow(Page page, String link) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).first().click();
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
  void fromAnOpinionToTheIssuedDocumentAndTheReceipt() {
    var staff = signIn(desktop(), people.organizer());
    people.representative("puxin", puxin);

    // Begin; an empty form tells what it lacks.
    staff.navigate("/policies");
    look(staff, "policies-empty");
    follow(staff, "起草文件");
    look(staff, "policy-genre");
    follow(staff, "实施方案");
    press(staff, "建立，接着写正文");
    assertThat(staff.locator(".faults li")).hasCount(3);
    staff.locator("#subject").fill("社工站建设实施方案");
    staff.locator("#addressee").fill("各县（市、区）民政局");
    staff.locator("#cover").fill("现将《社工站建设实施方案》印发给你们。");
    staff.locator("input[name=talk]").first().check();
    staff.locator("input[name=disclosure][value=OPEN]").check();
    look(staff, "policy-form");
    press(staff, "建立，接着写正文");

    // Write with the keyboard: each clause leads to the next.
    staff.locator("#kind").selectOption("SECTION");
    staff.locator("#text").fill("主要任务");
    staff.locator("#text").press("Control+Enter");
    assertThat(staff.locator("#text")).isFocused();
    assertThat(staff.locator("#kind")).hasValue("PARAGRAPH");
    staff.locator("#kind").selectOption("SUBSECTION");
    staff.locator("#text").fill("明确服务清单。社工站按清单服务。");
    staff.locator("#text").press("Control+Enter");
    assertThat(staff.locator(".clause")).hasCount(3);
    assertThat(staff.locator("body")).containsText("（一）");
    look(staff, "policy-clauses");
    staff.navigate(staff.url().replaceAll("\\?.*", "/paste"));
    staff.locator("#whole").fill("（二）配强人员。每站两名社工。\n二、保障措施\n落实经费。");
    press(staff, "看看怎样拆分");
    assertThat(staff.locator(".clause")).hasCount(3);
    look(staff, "policy-paste");
    press(staff, "加入正文（3 条）");
    assertThat(staff.locator(".clause")).hasCount(5);

    // Link opinions to clauses.
    staff.locator(".clause-subsection").first().getByText("对应意见").click();
    press(staff, "对应到这一条");
    assertThat(staff.locator(".faults li")).hasCount(2);
    staff.getByLabel("社工站要有服务清单").check();
    staff.locator("input[name=manner][value=PARTLY]").check();
    press(staff, "对应到这一条");
    assertThat(staff.locator("#note-fault")).isVisible();
    staff.locator("input[name=manner][value=ADOPTED]").check();
    look(staff, "policy-pick");
    press(staff, "对应到这一条");
    assertThat(staff.locator("#linked")).hasText("来自 1 条意见");
    var id = jdbc.sql("select max(id) from policy").query(Long.class).single();
    staff.navigate("/policies/" + id + "/comparison");
    staff.getByText("说明未采纳理由").click();
    staff.locator("input[name=reason]").fill("先按两名配备");
    look(staff, "policy-comparison");
    press(staff, "保存");
    assertThat(staff.locator("body")).containsText("先按两名配备");

    // Nobody is offered a signature that would be refused.
    staff.navigate("/policies/" + id + "/sign");
    assertThat(staff.locator("main")).containsText("送签以后才能签发");
    assertThat(staff.locator("main form")).hasCount(0);

    // Ask organizations; one comments from the phone.
    staff.navigate("/policies/" + id);
    look(staff, "policy-draft");
    follow(staff, "征求意见");
    staff.locator("#until").fill("2026-03-19");
    press(staff, "发出征求意见稿");
    assertThat(staff.locator(".faults")).containsText("180");
    staff.locator("#until").fill("2026-04-03");
    look(staff, "policy-round");
    press(staff, "发出征求意见稿");
    done(staff, "征求意见稿已发出");
    var phone = phone();
    signIn(phone, "puxin");
    phone.navigate("/notices");
    assertThat(phone.locator("main")).containsText("请对《社工站建设实施方案》提意见");
    phone.navigate("/mine");
    assertFits(phone);
    phone.getByText("看文稿，提意见").click();
    follow(phone, "对这一条提意见");
    look(phone, "policy-comment-phone");
    phone.locator("#comment").fill("清单由谁编制，请写明。");
    press(phone, "提交意见");
    assertThat(phone.locator(".clause-comment")).containsText("清单由谁编制");

    // Answer and mend the clause; the difference can be seen.
    staff.navigate("/policies/" + id + "/comments");
    follow(staff, "答复");
    press(staff, "答复");
    assertThat(staff.locator(".faults")).containsText("处理");
    staff.locator("input[name=verdict][value=TAKEN]").check();
    staff.locator("#answer").fill("已写明由县级民政部门编制");
    press(staff, "答复");
    done(staff, "已答复");
    staff.navigate("/policies/" + id);
    press(staff, "提前结束征求意见");
    press(staff, "确定");
    done(staff, "征求意见已结束");
    staff.navigate("/policies/" + id + "/comments");
    follow(staff, "修改");
    staff.locator("#text").fill("明确服务清单。清单由县级民政部门编制，社工站按清单服务。");
    press(staff, "保存");
    done(staff, "已保存");
    staff.navigate("/policies/" + id + "/comments");
    assertThat(staff.locator("ins").first()).containsText("清单由县级民政部门编制");
    look(staff, "policy-comments");
    follow(staff, "历次文字");
    look(staff, "policy-wordings");

    // Sign: not by the drafter. Issue: number, files, receipt.
    staff.navigate("/policies/" + id);
    press(staff, "送签");
    press(staff, "确定");
    done(staff, "已送签");
    follow(staff, "签发");
    staff.locator("#signer").fill("李组织");
    press(staff, "登记签发");
    assertThat(staff.locator(".faults")).containsText("拟稿人");
    staff.locator("#signer").fill("钱局长");
    look(staff, "policy-sign");
    press(staff, "登记签发");
    done(staff, "已登记签发");
    follow(staff, "印发");
    look(staff, "policy-issue");
    press(staff, "取号并印发");
    assertThat(staff.locator("div.done")).containsText("聊民〔2026〕1号");
    look(staff, "policy-issued");
    staff.navigate("/policies/numbers");
    look(staff, "policy-numbers");
    phone.navigate("/notices");
    phone.getByText("您的意见写进了《社工站建设实施方案》").click();
    phone.locator(".clause-sources summary").first().click();
    assertThat(phone.locator(".clause-sources").first()).containsText("社工站要有服务清单");
    look(phone, "policy-issued-phone");

    // The public reads it, and finds the files.
    var visitor = desktop();
    visitor.navigate("/policies?q=服务清单");
    look(visitor, "policies-public");
    follow(visitor, "社工站建设实施方案");
    assertThat(visitor.locator(".policy-facts")).containsText("主动公开");
    assertThat(visitor.locator("body")).not().containsText("办理经过");
    var pdf = Site.at(port).download("/policies/" + id + "/document.pdf");
    assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
    staff.navigate("/trace/policy/" + id);
    look(staff, "policy-trace");
    staff.navigate("/talks/" + talk);
    assertThat(staff.locator("main")).containsText("社工站建设实施方案");
  }

  @Test
  void minutesBeginWithWhatTheTalkHasOnRecord() {
    var staff = signIn(desktop(), people.organizer());
    jdbc.sql("update talk set minutes = '各方逐一发言。', conclusion = '先试点，再铺开。'").update();
    staff.navigate("/policies/new?genre=MINUTES&talk=" + talk);
    look(staff, "minutes-form");
    staff.locator("#attendance").fill("社工机构：聊城市蒲心社会工作服务中心");
    press(staff, "建立，接着写正文");
    assertThat(staff.locator("main")).containsText("先试点，再铺开。");
    assertThat(staff.locator("main")).containsText("社会组织代表提出：社工站要有服务清单");
    look(staff, "minutes-clauses");
  }

  @Test
  void whatTwoPeopleTypeIntoOneClauseIsNeverLost() {
    Person me = people.organizer();
    var id = policies.create(PolicyFixture.notice("关于甲的通知"), me.me());
    var first = Site.at(port).signedIn(me);
    first.get("/policies/" + id + "/clauses");
    first.post("/policies/" + id + "/clauses", Map.of("kind", "PARAGRAPH", "text", "各地照办。"));
    var clause = jdbc.sql("select id from policy_clause").query(Long.class).single();
    var address = "/policies/" + id + "/clauses/" + clause;
    first.post(address, Map.of("kind", "PARAGRAPH", "text", "先改的。", "version", "0"));
    var late = first.post(address, Map.of("kind", "PARAGRAPH", "text", "后改的。", "version", "0"));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("后改的。", "先改的。", "name=\"version\" value=\"1\"");
    first.post(address + "/delete", Map.of("version", "1"));
    var gone = first.post(address, Map.of("kind", "PARAGRAPH", "text", "还没存。", "version", "1"));
    assertThat(gone.statusCode()).isEqualTo(409);
    assertThat(gone.body()).contains("还没存。");
    var long_ =
        first.post(
            "/policies/" + id + "/clauses", Map.of("kind", "PARAGRAPH", "text", "长".repeat(3001)));
    assertThat(long_.statusCode()).isEqualTo(422);
    var huge =
        first.post("/policies/" + id + "/clauses/paste", Map.of("whole", "长".repeat(100_001)));
    assertThat(huge.statusCode()).isEqualTo(422);
    var many =
        first.post("/policies/" + id + "/clauses/paste", Map.of("whole", "一段。\n".repeat(600)));
    assertThat(many.statusCode()).isEqualTo(422);
  }
}
