package org.yueyuetan.platform;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.intake.ImportsAtOnce;
import org.yueyuetan.platform.organization.Organizations;

/**
 * The walk of the README: an empty installation, the two sample files, and one month from import to
 * brief, done as staff at a desk, a representative on a phone and an invited guest without an
 * account.
 */
class MonthWalkTest extends BrowserTest {

  private static final Path SAMPLES = Path.of("..", "samples");
  private static final Pattern LINK = Pattern.compile("/answer/[A-Za-z0-9._-]+");

  @Autowired ImportsAtOnce imports;
  @Autowired Organizations organizations;
  @Autowired Settings settings;
  @Autowired TestClock clock;
  @Autowired GreenMail mails;
  @Autowired JdbcClient jdbc;

  @Autowired
  @Qualifier("mailJob")
  RecurringTask<?> mailJob;

  @BeforeEach
  void mailsGoToTheTestServer() {
    set(Setting.MAIL_HOST, "127.0.0.1");
    set(Setting.MAIL_PORT, String.valueOf(mails.getSmtp().getPort()));
  }

  @AfterEach
  void noMailServer() {
    set(Setting.MAIL_HOST, Setting.MAIL_HOST.standard());
    set(Setting.MAIL_PORT, Setting.MAIL_PORT.standard());
  }

  @Test
  void fromImportToClosedMonth() throws Exception {
    var staff = signIn(desktop(), people.organizer());

    importLedger(staff, "organizations", "organizations.xlsx");
    importLedger(staff, "needs", "needs.csv");
    acceptAllNeeds(staff);

    var chenxi = organizations.byName("聊城市晨曦社会工作服务中心（样例）").orElseThrow().id();
    var phone = signIn(phone(), people.representative("chenxi", chenxi));
    chooseTheme(staff, phone);
    planAndInvite(staff);
    var code = answerByLink();

    clock.set(LocalDateTime.of(2026, 3, 20, 13, 50));
    staff =
        signIn(
            desktop(),
            people.with("second", "赵组织", org.yueyuetan.platform.account.Rights.organizer()));
    checkIn(staff, code);
    holdAndRecord(staff);
    followUp(staff);

    assertThat(
            jdbc.sql("select count(*) from need where status = 'ANSWERED'")
                .query(Integer.class)
                .single())
        .isPositive();
    staff.navigate("/talks/1/brief");
    assertThat(staff.locator("main")).containsText("每季度对接一次");
    assertFits(staff);
    var document = staff.request().get("/talks/1/brief.docx");
    assertThat(document.ok()).isTrue();
    assertThat(new String(document.body(), 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    staff.navigate("/board?month=2026-03");
    screenshot(staff, "walk-board-closed");
    phone =
        signIn(
            phone(),
            new Person(
                accounts.signedIn(accounts.byUsername("chenxi").orElseThrow()),
                "chenxi",
                PASSWORD));
    phone.navigate("/mine");
    assertThat(phone.locator("main")).containsText("已答复");
  }

  private void importLedger(Page page, String kind, String file) {
    page.navigate("/imports/" + kind);
    page.locator("input[type=file]").setInputFiles(SAMPLES.resolve(file));
    page.getByText("上传并检查").click();
    page.getByText(Pattern.compile("确认导入 \\d+ 行")).click();
    imports.run(Long.parseLong(page.url().replaceAll(".*/", "")));
    assertThat(page.getByText(Pattern.compile("已导入 \\d+ 行"))).isVisible();
  }

  private void acceptAllNeeds(Page page) {
    while (true) {
      page.navigate("/needs?status=SUBMITTED");
      if (page.getByText("受理勾选的").count() == 0) {
        break;
      }
      tickAll(page);
      button(page, "受理勾选的").click();
      assertThat(page.locator(".done[role=status]")).containsText("已受理");
    }
    assertThat(
            jdbc.sql("select count(*) from need where status = 'ACCEPTED'")
                .query(Integer.class)
                .single())
        .isEqualTo(jdbc.sql("select count(*) from need").query(Integer.class).single());
  }

  private void chooseTheme(Page staff, Page phone) {
    staff.navigate("/themes/2026-03");
    staff.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("归集需求")).first().click();
    staff.locator("main input[name=q]").fill("困境儿童档案");
    staff.locator("main input[name=q]").press("Enter");
    staff.getByLabel("勾选“困境儿童档案标准不一”").check();
    staff.getByLabel("新题目").fill("社工站建设怎么办");
    button(staff, "归入").click();
    staff.navigate("/themes/2026-03");
    button(staff, "开始征求意见").click();

    phone.navigate("/themes/2026-03/approve");
    phone.getByLabel("社工站建设怎么办").check();
    button(phone, "就选这些").click();
    assertThat(phone.locator(".done[role=status]")).containsText("已记下");

    staff.navigate("/themes/2026-03");
    button(staff, "现在截止").click();
    button(staff, "确定").click();
    staff.getByLabel("理由").fill("呼声最高");
    button(staff, "定题").click();
    button(staff, "确定").click();
    assertThat(staff.locator("h1")).hasText("社工站建设怎么办");
  }

  private void planAndInvite(Page page) {
    page.navigate("/talks/new?month=2026-03");
    page.locator("input[name=title]").fill("社工站建设怎么办");
    page.locator("input[name=forms][value=ROUNDTABLE]").check();
    page.locator("input[name=day]").fill("2026-03-20");
    page.locator("input[name=from]").fill("14:00");
    page.locator("input[name=until]").fill("16:00");
    page.locator("input[name=place]").fill("市民政局三楼会议室");
    page.getByText("保存，接着选单位").click();
    page.locator(".next-step a").click();
    page.locator("input[name=q]").last().fill("晨曦");
    page.locator("form.filter button[type=submit]").click();
    page.locator("tbody input[type=checkbox]").first().check();
    page.getByText("把勾选的列入名单").click();
    page.locator("form.send-form button[type=submit]").click();
    page.locator("dialog button[value=yes]").click();
    assertThat(page.locator(".done")).containsText("1 份邀请");
  }

  /** The guest reads the mail on a phone, says yes without an account, and is told a code. */
  private String answerByLink() throws Exception {
    mailJob.execute(new TaskInstance<>("mail", "once"), Mockito.mock(ExecutionContext.class));
    var words = new StringBuilder();
    for (var mail : mails.getReceivedMessages()) {
      words.append(text(mail.getContent()));
    }
    var link = LINK.matcher(words);
    assertThat(link.find()).isTrue();
    var guest = phone();
    guest.navigate(link.group());
    guest.locator("form:has(input[value=YES]) button").first().click();
    assertThat(guest.locator(".code-large")).hasText(Pattern.compile("\\d{6}"));
    return guest.locator(".code-large").innerText().strip();
  }

  private void checkIn(Page staff, String code) {
    staff.navigate("/talks/1/screen");
    assertThat(staff.locator("svg.qr")).isVisible();
    var address = staff.locator("svg.qr").getAttribute("data-address");
    staff.navigate("/talks/1/day");
    staff.locator(".guest").first().locator("button").click();
    assertThat(staff.locator(".guest.here")).hasCount(1);
    assertThat(code).hasSize(6);
    assertThat(address == null || address.startsWith("http")).isTrue();
  }

  private void holdAndRecord(Page staff) {
    staff.navigate("/talks/1/day/opinions");
    staff.locator("textarea[name=text]").fill("社工站要有固定的活动场地。");
    staff
        .locator("select[name=guest]")
        .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
    submit(staff);
    staff.navigate("/talks/1/day/commitments");
    staff
        .locator("select[name=guest]")
        .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
    staff.locator("textarea[name=what]").fill("试行统一接单派单");
    staff.locator("input[name=due]").fill("2026-04-30");
    submit(staff);
    staff.navigate("/talks/1/day/minutes");
    staff.locator("textarea[name=minutes]").fill("李组织主持，代表发言。");
    submit(staff);
    staff.getByText("会议已召开").click();
    submit(staff);
    staff.getByText("开始跟进").click();
    staff.locator("#ask button[value=yes]").click();
    staff.waitForURL("**/follow-up");
  }

  private void followUp(Page staff) {
    staff.navigate("/commitments");
    staff.getByText("试行统一接单派单").first().click();
    staff.locator("textarea[name=report]").fill("两个社区已试行。");
    staff.getByText("报告已兑现").click();
    assertThat(staff.locator(".head-status")).containsText("已兑现");
    staff.navigate("/talks/1/follow-up");
    staff.locator("textarea[name=conclusion]").fill("每季度对接一次，场地由社区提供。");
    submit(staff);
    submit(staff);
    staff.getByText("答复并办结").click();
    staff.locator("#ask button[value=yes]").click();
    staff.waitForURL("**/talks/1");
  }

  private static void tickAll(Page page) {
    var boxes = page.locator("tbody input[type=checkbox]");
    for (var i = 0; i < boxes.count(); i++) {
      boxes.nth(i).check();
    }
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void submit(Page page) {
    page.locator("main form[method=post] .buttons button[type=submit]").last().click();
  }

  private static String text(Object content) throws Exception {
    if (!(content instanceof MimeMultipart parts)) {
      return String.valueOf(content);
    }
    var all = new StringBuilder();
    for (var n = 0; n < parts.getCount(); n++) {
      all.append(text(parts.getBodyPart(n).getContent()));
    }
    return all.toString();
  }

  private void set(Setting setting, String value) {
    settings.change(setting, value, settings.entry(setting).version());
  }
}
