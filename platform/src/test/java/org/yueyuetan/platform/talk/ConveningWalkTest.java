package org.yueyuetan.platform.talk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.microsoft.playwright.Page;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.BrowserTest;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.organization.AnOrganization;
import org.yueyuetan.platform.organization.Contact;
import org.yueyuetan.platform.organization.Organizations;

/** From the plan to the answer on a phone, as staff and invited people do it. */
class ConveningWalkTest extends BrowserTest {

  private static final Pattern LINK = Pattern.compile("/answer/[A-Za-z0-9._-]+");

  @Autowired Organizations organizations;
  @Autowired Settings settings;
  @Autowired GreenMail mails;
  @Autowired JdbcClient jdbc;
  @Autowired Planning planning;
  @Autowired Convening convening;
  @Autowired Invitations invitations;
  @Autowired Answers answers;

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

  private void set(Setting setting, String value) {
    settings.change(setting, value, settings.entry(setting).version());
  }

  @Test
  void fromThePlanToTheAnswerOnAPhone() throws Exception {
    organizations.register(
        AnOrganization.named("聊城蒲公英志愿服务中心")
            .contacts(new Contact("赵会长", "会长", "13800005555", "pgy@example.org"))
            .draft());
    organizations.register(AnOrganization.named("东昌府区夕阳红养老中心").contacts().draft());
    var staff = signIn(desktop(), people.organizer());

    plan(staff);
    agenda(staff);
    quorum(staff);
    convene(staff);

    var phone = phone();
    phone.navigate(linkInTheMail());
    assertThat(phone.locator("h1")).hasText("共话志愿情");
    assertFits(phone);
    assertAccessible(phone);
    screenshot(phone, "talk-answer-open");
    phone.getByText("请别人去", new Page.GetByTextOptions().setExact(true)).click();
    phone.locator("input[name=substitute]").fill("孙副会长");
    phone.getByText("就请这位去").click();
    assertThat(phone.locator(".said-line")).containsText("孙副会长");
    assertThat(phone.locator(".code-large")).hasText(Pattern.compile("\\d{6}"));
    assertFits(phone);
    assertAccessible(phone);
    screenshot(phone, "talk-answer-yes");

    staff.reload();
    assertThat(staff.locator("tr", new Page.LocatorOptions().setHasText("蒲公英")))
        .containsText("孙副会长");
    screenshot(staff, "talk-invitations");
    assertAccessible(staff);
    staff.locator("a.back").click();
    assertThat(staff.locator("h1")).hasText("共话志愿情");
    assertAccessible(staff);
    screenshot(staff, "talk-show");
  }

  @Test
  void everyPageFitsAPhoneAndKeepsNobodyOut() {
    var organizer = people.organizer();
    var talk = planning.plan(TalkFixture.draft("共话志愿情", 1, "市民政局三楼会议室"), organizer.me());
    TalkDayFixture.theme(jdbc, talk, "志愿者补贴怎样发放");
    for (var name : List.of("甲", "乙")) {
      var id =
          organizations.register(
              AnOrganization.named(name + "志愿服务中心")
                  .contacts(
                      new Contact(
                          "赵会长",
                          "会长",
                          "13800005555",
                          name.equals("甲") ? "a@example.org" : "b@example.org"))
                  .draft());
      convening.list(talk, List.of(id), organizer.me());
    }
    var base = "/talks/" + talk;
    var staff = signIn(phone(), organizer);
    look(staff, base + "/convening", "talk-phone-convening");
    convening.send(talk, TalkFixture.draft("").startsAt(), organizer.me());
    for (var invitation : invitations.of(talk)) {
      answers.onBehalf(talk, invitation.id(), Answer.yes("", ""), organizer.me());
    }
    look(staff, "/talks", "talk-phone-list");
    look(staff, base, "talk-phone-show");
    look(staff, base + "/invitations", "talk-phone-invitations");
    look(
        staff,
        base + "/invitations/" + invitations.waiting(talk).getFirst().id(),
        "talk-phone-invitation");
    look(staff, base + "/agenda", "talk-phone-agenda");
    look(staff, base + "/quorum", "talk-phone-quorum");
    look(staff, base + "/edit", "talk-phone-edit");
    look(staff, base + "/cancel", "talk-phone-cancel");

    var waiting = invitations.waiting(talk).getFirst();
    var representative = people.representative("wang", waiting.organization().orElseThrow());
    look(signIn(phone(), representative), base, "talk-phone-own");
    var visitor = phone();
    look(visitor, base, "talk-phone-open");
    look(visitor, "/talks", "talk-phone-open-list");
    look(visitor, "/answer/x.y", "talk-phone-expired");
  }

  private static void look(Page page, String address, String name) {
    page.navigate(address);
    screenshot(page, name);
    assertFits(page);
    assertAccessible(page);
  }

  private void plan(Page page) {
    page.navigate("/talks/new?month=2026-03");
    assertThat(page.locator("input[name=number]")).hasValue("1");
    page.locator("input[name=title]").fill("共话志愿情");
    page.locator("textarea[name=question]").fill("志愿服务怎样才能长久？");
    page.locator("input[name=forms][value=VISIT]").check();
    page.locator("input[name=day]").fill("2026-03-20");
    page.getByText("保存，接着选单位").click();
    assertThat(page.locator("#place-fault")).isVisible();
    screenshot(page, "talk-new-faults");
    assertAccessible(page);
    page.locator("input[name=place]").fill("市民政局三楼会议室");
    page.getByText("保存，接着选单位").click();
    assertThat(page.locator(".done")).isVisible();
    screenshot(page, "talk-planned");
    assertAccessible(page);
  }

  private void agenda(Page page) {
    page.getByText("编排议程").click();
    for (var item : List.of("通报上月办理情况", "项目发现与运行经验")) {
      page.locator("input[name=item]").fill(item);
      page.locator("input[name=minutes]").fill("40");
      page.getByText("加入议程").click();
      assertThat(page.locator("tbody")).containsText(item);
    }
    assertThat(page.locator(".sum")).containsText("还余 40 分钟");
    assertAccessible(page);
    screenshot(page, "talk-agenda");
    page.locator("a.back").click();
    page.getByText("编排观摩点").click();
    page.locator("input[name=name]").fill("志愿者之家");
    page.locator("input[name=arrivesAt]").fill("15:00");
    page.locator("input[name=minutes]").fill("30");
    page.getByText("加入行程").click();
    assertThat(page.locator("tbody")).containsText("志愿者之家");
    assertAccessible(page);
    page.locator("a.back").click();
  }

  private void quorum(Page page) {
    page.locator("a", new Page.LocatorOptions().setHasText("设定")).last().click();
    page.locator("input[name=AGENCY]").fill("2");
    page.locator("main button[type=submit]").last().click();
    assertThat(page.locator("main")).containsText("还差 2 家");
  }

  private void convene(Page page) {
    page.locator(".next-step a").click();
    page.locator("input[name=q]").last().fill("志愿服务");
    page.locator("form.filter button[type=submit]").click();
    assertThat(page.locator("tbody tr")).hasCount(1);
    screenshot(page, "talk-convening");
    assertAccessible(page);
    page.locator("tbody input[type=checkbox]").first().check();
    page.getByText("把勾选的列入名单").click();
    assertThat(page.locator(".done")).containsText("1 家");
    assertThat(page.locator("#list tbody tr")).hasCount(1);
    page.locator("form.send-form button[type=submit]").click();
    page.locator("dialog button[value=yes]").click();
    assertThat(page.locator(".done")).containsText("1 份邀请");
    assertThat(page.locator("main")).containsText("未答复");
  }

  private String linkInTheMail() throws Exception {
    mailJob.execute(new TaskInstance<>("mail", "once"), Mockito.mock(ExecutionContext.class));
    assertThat(mails.waitForIncomingEmail(5_000, 1)).isTrue();
    var mail = mails.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("邀请参加月谈：共话志愿情");
    assertThat(mail.getAllRecipients()[0]).hasToString("pgy@example.org");
    var link = LINK.matcher(text(mail.getContent()));
    assertThat(link.find()).as(GreenMailUtil.getWholeMessage(mail)).isTrue();
    return link.group();
  }

  private static String text(Object content) throws Exception {
    if (content instanceof MimeMultipart parts) {
      var all = new StringBuilder();
      for (var n = 0; n < parts.getCount(); n++) {
        all.append(text(parts.getBodyPart(n).getContent()));
      }
      return all.toString();
    }
    return String.valueOf(content);
  }
}
