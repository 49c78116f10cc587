package org.yueyuetan.platform.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.BrowserTest;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.account.Rights;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.notice.Message;
import org.yueyuetan.platform.notice.Notices;

class OutcomePagesTest extends BrowserTest {

  @Autowired Month month;
  @Autowired Notices notices;
  @Autowired Settings settings;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private long agency;
  private long need;
  private long theme;
  private long talk;

  @BeforeEach
  void aMonth() {
    people.organizer();
    agency = month.organization("聊城市蒲心社会工作服务中心");
    var other = month.organization("聊城佳音社会工作服务中心");
    need = month.need(agency, "社工站没有固定的活动场地，居民来了没有地方坐", "PUBLIC");
    var second = month.need(other, "乡镇（街道）社工站怎样与村（社区）对接服务供需", "PUBLIC");
    var secret = month.need(other, "经费困难", "STAFF");
    clock.advance(Duration.ofDays(3));
    theme = month.theme("共建乡镇（街道）社工站：场地、队伍与供需对接", List.of(need, second, secret), List.of());
    clock.advance(Duration.ofDays(10));
    talk = month.talk("2026年三月月月谈：社工站怎样建、怎样用", Optional.of(theme));
    jdbc.sql("update talk set conclusion = '各方同意先在三个街道试点，半年后评估。' where id = :id")
        .param("id", talk)
        .update();
    month.attend(talk, "聊城市蒲心社会工作服务中心", Optional.of(agency));
    month.attend(talk, "柳园街道办事处", Optional.empty());
    month.opinion(talk, "场地应当由街道统筹，优先使用闲置的社区用房");
    month.opinion(talk, "供需对接要有一张清单，每季度更新一次");
    month.commitment(talk, Optional.of(agency), "四月底前在柳园街道开办第一个试点社工站", LocalDate.of(2026, 4, 30));
    clock.advance(Duration.ofDays(5));
    month.answer(need, "柳园街道已提供一间 60 平方米的活动室，四月起使用");
    month.close(talk, "三月月月谈", Optional.of(theme), List.of(need));
  }

  @Test
  void theThreadIsDrawnOnADesktop() {
    var page = desktop();
    page.navigate("/trace/need/" + need);

    assertThat(page.locator(".drawing-card").count()).isEqualTo(8);
    assertThat(page.locator(".drawing-strand").count()).isEqualTo(7);
    assertFits(page);
    assertAccessible(page);
    screenshot(page, "trace-desktop");

    page.locator(".drawing a").filter(new Locator.FilterOptions().setHasText("月谈 · 已")).click();
    assertThat(page.url()).endsWith("/trace/talk/" + talk);
    assertThat(page.locator("main").innerText()).contains("另有 1 项未公开");
    screenshot(page, "trace-talk-desktop");
  }

  @Test
  void theThreadIsReadableOnAPhone() {
    var page = phone();
    page.navigate("/trace/need/" + need);

    assertThat(page.locator(".drawing").isVisible()).isFalse();
    assertThat(page.locator(".thread-step").count()).isEqualTo(5);
    assertThat(page.locator(".thread-step.here").innerText()).contains("社工站没有固定的活动场地");
    assertFits(page);
    assertAccessible(page);
    screenshot(page, "trace-phone");
  }

  @Test
  void aThreadThatHasJustBegunSaysWhatIsAhead() {
    var fresh = month.need(agency, "志愿者培训", "PUBLIC");
    var page = desktop();
    page.navigate("/trace/need/" + fresh);

    assertThat(page.locator("main").innerText()).contains("还没有列入某个月的主题");
    assertThat(page.locator(".drawing-ahead").count()).isEqualTo(4);
    screenshot(page, "trace-begun-desktop");
  }

  @Test
  void figuresOpenToTheirRows() {
    var page = desktop();
    page.navigate("/figures");
    assertAccessible(page);
    screenshot(page, "figures-desktop");

    page.locator(".figure a").filter(new Locator.FilterOptions().setHasText("已答复的需求")).click();
    assertThat(page.locator("tbody tr").count()).isEqualTo(1);
    page.locator("tbody a").first().click();
    assertThat(page.url()).endsWith("/trace/need/" + need);

    page.navigate("/year/2026");
    assertAccessible(page);
    screenshot(page, "year-desktop");
    var small = phone();
    small.navigate("/figures/needs");
    assertFits(small);
    assertAccessible(small);
    screenshot(small, "figure-phone");
  }

  @Test
  void theBriefReadsAsAnOfficeKnowsIt() {
    for (Page page : List.of(desktop(), phone())) {
      page.navigate("/talks/" + talk + "/brief");
      assertThat(page.locator("article").innerText())
          .contains("月月谈简报", "第1期", "来自 3 条需求", "另有 1 条需求未公开", "先在三个街道试点", "四月底前", "60 平方米的活动室")
          .doesNotContain("经费困难", "赵某某", "钱某某");
      assertFits(page);
      assertAccessible(page);
      screenshot(page, "brief-" + page.viewportSize().width);
    }
  }

  @Test
  void theBriefIsAWordDocumentToo() throws IOException {
    var page = desktop();
    page.navigate("/talks/" + talk + "/brief");
    var file = page.request().get(page.locator("a[href$='.docx']").getAttribute("href"));

    assertThat(URLDecoder.decode(file.headers().get("content-disposition"), StandardCharsets.UTF_8))
        .startsWith("attachment")
        .contains("2026年第1期简报.docx");
    try (var document = new XWPFDocument(new ByteArrayInputStream(file.body()));
        var text = new XWPFWordExtractor(document)) {
      assertThat(text.getText())
          .contains("月月谈简报", "第1期", "一、主题从哪里来", "五、承诺事项", "60 平方米的活动室")
          .doesNotContain("经费困难", "赵某某", "钱某某");
    }
  }

  @Test
  void theBriefIsAPdfWithTheSameWords() throws IOException {
    var page = desktop();
    page.navigate("/talks/" + talk + "/brief");
    var file = page.request().get(page.locator("a[href$='.pdf']").getAttribute("href"));

    assertThat(file.headers()).containsEntry("content-type", "application/pdf");
    assertThat(URLDecoder.decode(file.headers().get("content-disposition"), StandardCharsets.UTF_8))
        .contains("2026年第1期简报.pdf");
    try (var document = Loader.loadPDF(file.body())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("月月谈简报", "第1期", "一、主题从哪里来", "五、承诺事项")
          .doesNotContain("经费困难", "赵某某", "钱某某");
    }
  }

  @Test
  void whatWasSaidIsInThePublicBriefOnceTheFollowUpBegins() {
    month.setStatus("talk", talk, "HELD");
    var visitor = desktop();
    visitor.navigate("/talks/" + talk + "/brief");
    assertThat(visitor.locator("article").innerText())
        .contains("2家单位参加")
        .doesNotContain("街道统筹", "先在三个街道试点", "四月底前");

    var staff = signIn(desktop(), people.with("clerk", "周科员", Rights.organizer()));
    staff.navigate("/talks/" + talk + "/brief");
    assertThat(staff.locator("article").innerText()).contains("街道统筹", "先在三个街道试点", "四月底前");
  }

  @Test
  void theConclusionIsInThePublicBriefOnceTheTalkIsClosed() {
    month.setStatus("talk", talk, "FOLLOWING_UP");
    var visitor = desktop();
    visitor.navigate("/talks/" + talk + "/brief");
    assertThat(visitor.locator("article").innerText())
        .contains("街道统筹", "四月底前")
        .doesNotContain("先在三个街道试点");

    var staff = signIn(desktop(), people.with("clerk", "周科员", Rights.organizer()));
    staff.navigate("/talks/" + talk + "/brief");
    assertThat(staff.locator("article").innerText()).contains("先在三个街道试点");
  }

  @Test
  void staffReadWhoConnectedWhat() {
    var page = signIn(desktop(), people.with("clerk", "周科员", Rights.organizer()));
    page.navigate("/trace/talk/" + talk);
    page.locator("details.links summary").click();

    assertThat(page.locator("details.links").innerText()).contains("列入主题", "上会协商", "经办");
    assertAccessible(page);
    screenshot(page, "trace-staff-desktop");
  }

  @Test
  void aTalkThatWasNotHeldHasNoBrief() {
    var planned = month.planned("四月月月谈", Optional.empty());
    month.convene(planned, "四月月月谈", Optional.empty());
    var page = desktop();

    assertThat(page.navigate("/talks/" + planned + "/brief").status()).isEqualTo(404);
    assertThat(page.navigate("/trace/brief/" + planned).status()).isEqualTo(404);
    assertThat(page.navigate("/trace/salary/1").status()).isEqualTo(404);
  }

  @Test
  void aRepresentativeReadsTheirNotices() {
    var owner = people.representative("owner", agency);
    month.answer(need, "活动室已经开放");
    month.decline(month.need(agency, "活动经费", "STAFF"), "不属于本机制的范围");

    var page = phone();
    signIn(page, owner);
    page.navigate("/notices");
    assertThat(page.locator(".notice.unread").count()).isEqualTo(2);
    assertFits(page);
    assertAccessible(page);
    screenshot(page, "notices-phone");

    page.locator(".notice a").last().click();
    assertThat(page.url()).endsWith("/trace/need/" + need);
    page.navigate("/notices");
    assertThat(page.locator(".notice.unread").count()).isEqualTo(1);
    page.locator("form[action='/notices/read'] button").click();
    assertThat(page.locator(".notice.unread").count()).isZero();
  }

  @Test
  void theSystemAdministratorSeesTheOutboxAndNoAddress() {
    settings.change(Setting.MAIL_HOST, "", settings.entry(Setting.MAIL_HOST).version());
    notices.toAddress(
        "liming@example.org",
        Locale.SIMPLIFIED_CHINESE,
        new Message("outcome.notice.answered", List.of("场地", "有了"), "/trace/need/1"),
        Optional.empty());
    jdbc.sql("update mail set given_up_at = created_at, attempts = 10, error = '550 no such user'")
        .update();

    var page = desktop();
    signIn(page, people.only(Role.SYSTEM_ADMIN));
    page.navigate("/mail");
    assertThat(page.locator("main").innerText())
        .contains("尚未设置邮件服务器", "l***@example.org")
        .doesNotContain("liming", "场地");
    assertAccessible(page);
    screenshot(page, "mail-desktop");
    page.locator("td.act button").click();
    assertThat(page.locator("main").innerText()).contains("已重新排队");
  }
}
