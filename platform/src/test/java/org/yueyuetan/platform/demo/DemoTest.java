package org.yueyuetan.platform.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.database.Program;

/**
 * The demo as a newcomer meets it: started by its command, looked at page by page as each kind of
 * person.
 */
class DemoTest {

  private static final String PASSWORD = "Yueyuetan-2021";
  private static final Pattern LINK = Pattern.compile("<a\\b[^>]*\\shref=\"(/[^\"#]*)");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** So many addresses of one shape are opened, e.g. /needs/1 and /needs/2. */
  private static final int OF_A_SHAPE = 3;

  /** Pages shown in docs/guide: name, who, address, on a phone. */
  private record Picture(String name, String who, String address, boolean phone) {}

  private static final List<Picture> PICTURES =
      List.of(
          new Picture("home", "", "/", false),
          new Picture("home-phone", "", "/", true),
          new Picture("sign-in", "", "/sign-in", false),
          new Picture("figures", "", "/figures", false),
          new Picture("board", "wang", "/board", false),
          new Picture("needs", "wang", "/needs", false),
          new Picture("organizations", "wang", "/organizations", false),
          new Picture("design", "wang", "/themes/2021-12/design", false),
          new Picture("theme", "wang", "/themes/2021-09", false),
          new Picture("fairness", "wang", "/themes/fairness?year=2021", false),
          new Picture("talk", "wang", "/talks/8", false),
          new Picture("map", "", "/talks/4/map", false),
          new Picture("follow-up", "wang", "/talks/8/follow-up", false),
          new Picture("brief", "wang", "/talks/4/brief", false),
          new Picture("project", "", "/projects/1", false),
          new Picture("selection", "wang", "/selections/1", false),
          new Picture("sign-phone", "puxin", "/agreements/7/sign", true),
          new Picture("fulfilment", "wang", "/agreements/4/fulfilment", false),
          new Picture("trace", "wang", "/trace/talk/4", false),
          new Picture("trace-phone", "puxin", "/trace/talk/4", true),
          new Picture("mine-phone", "puxin", "/mine", true),
          new Picture("need-new-phone", "puxin", "/needs/new", true),
          new Picture("approve-phone", "puxin", "/themes/2021-12/approve", true),
          new Picture("audit", "auditor", "/audit", false));

  @TempDir static Path folder;
  private static Program demo;

  @BeforeAll
  static void start() throws Exception {
    demo = Program.demo(folder.resolve("demo")).ready();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    demo.stop();
  }

  @Test
  void theYearStandsAsItWasReported() {
    var figures = Site.at(demo.address()).get("/api/v1/figures").body();

    assertThat(figures).containsPattern("\"key\":\"talks\"[^}]*\"value\":8\\b");
    assertThat(figures).containsPattern("\"key\":\"organizations\"[^}]*\"value\":1807\\b");
    // Talks still to be planned are held by the bureau of the settings: their answers count with
    // these.
    assertThat(Site.at(demo.address()).get("/talks/8").body())
        .contains("<dd>聊城市民政局（演示）</dd>", "主办单位：聊城市民政局（演示）");
  }

  @Test
  void intentSignatureAndDeliveryAreCountedApart() {
    var figures = Site.at(demo.address()).get("/api/v1/figures").body();

    assertThat(figures).containsPattern("\"key\":\"projects\"[^}]*\"value\":10\\b");
    assertThat(figures).containsPattern("\"key\":\"intents\"[^}]*\"value\":12\\b");
    assertThat(figures).containsPattern("\"key\":\"agreements\"[^}]*\"value\":6\\b");
    assertThat(figures).containsPattern("\"key\":\"deliveries\"[^}]*\"value\":5\\b");
    assertThat(figures).containsPattern("\"key\":\"overdueMilestones\"[^}]*\"value\":1\\b");
  }

  @Test
  void theTwoReportedAgreementsAreFoundAndTheirSignaturesHold() {
    var site = Site.at(demo.address());

    for (var project : List.of("网格微服务", "十元未来")) {
      var found =
          Pattern.compile("/agreements/\\d+")
              .matcher(site.get("/search?q=" + URLEncoder.encode(project, UTF_8)).body());
      assertThat(found.find()).as(project).isTrue();
      site.get("/verify");
      var pdf = site.download(found.group() + "/agreement.pdf");
      assertThat(site.upload("/verify", Map.of(), "file", "agreement.pdf", pdf).body())
          .as(project)
          .contains("与平台存档一致", "签后没有改动", "本平台签发的证书")
          .doesNotContain("签名已失效", "签后被添加过内容");
    }
  }

  @Test
  void theThreeReportedDocumentsAreIssuedAndEveryClauseTellsTheOpinionsItComesFrom() {
    var site = Site.at(demo.address());
    var list = site.get("/policies").body();

    for (var title : List.of("关于建设乡镇（街道）社工站的通知", "聊城市乡镇（街道）社会工作服务站建设工作实施方案", "聊城市志愿服务激励办法（试行）")) {
      var found = Pattern.compile("(/policies/\\d+)\">" + Pattern.quote(title)).matcher(list);
      assertThat(found.find()).as(title).isTrue();
      var clauses =
          Pattern.compile("<div class=\"clause clause-")
              .splitAsStream(site.get(found.group(1)).body())
              .skip(1)
              .filter(clause -> !clause.contains("<h3 class=\"clause-"))
              .toList();
      assertThat(clauses)
          .as(title)
          .hasSizeGreaterThan(12)
          .allMatch(clause -> clause.contains("class=\"clause-sources\""));
    }
  }

  @Test
  void aRoundOfSelectionIsRunningAndTheOneBeforeIsTold() {
    var rounds = Site.at(demo.address()).get("/selections").body();

    assertThat(rounds).contains("（第二轮）", "排序中", "（第一轮）", "已结束");
  }

  @Test
  void thoseWhoMarkedOrChoseEachOtherMetAfterTheShowcase() {
    var site = Site.at(demo.address());
    site.get("/sign-in");
    site.post("/sign-in", Map.of("username", "wang", "password", PASSWORD));

    assertThat(site.get("/talks/8/matchmaking").body())
        .contains("已发布", "双方有意合作", "微电影协会")
        .doesNotContain("对没有排上");
  }

  @Test
  void aProjectAndAnAnswerLeadToWhatWasSigned() {
    var site = Site.at(demo.address());

    assertThat(site.get("/projects/1").body()).contains("协议《网格微服务视频拍摄协议》");
    var opinion =
        Pattern.compile("(/opinions/\\d+)\">签约之后要有人问结果")
            .matcher(site.get("/opinions?talk=8").body());
    assertThat(opinion.find()).isTrue();
    assertThat(site.get(opinion.group(1)).body()).contains("《网格微服务视频拍摄协议》");
  }

  @Test
  void noLinkIsDeadForAnybody() {
    var broken = new ArrayList<String>();
    var starts =
        Map.of(
            "", "/",
            "wang", "/board",
            "zhao", "/board",
            "puxin", "/mine",
            "department", "/",
            "auditor", "/audit",
            "admin", "/accounts",
            "security", "/accounts");
    starts.forEach((who, start) -> broken.addAll(crawl(who, start)));

    assertThat(broken).isEmpty();
  }

  /** Also keeps the pictures of the guide true: run with -Dguide=docs/guide to write them there. */
  @Test
  void thePagesOfTheGuideCanBeSeen() throws IOException {
    var pictures = Path.of(System.getProperty("guide", "target/screenshots/guide"));
    Files.createDirectories(pictures);
    try (var playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(
                            Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
                        .setArgs(
                            List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--no-first-run",
                                "--disable-background-networking")))) {
      for (var picture : PICTURES) {
        var page = open(browser, picture);
        assertThat(page.locator("h1")).as(picture.name()).isNotNull();
        assertThat(page.title()).as(picture.name()).doesNotContain("404");
        page.screenshot(
            new Page.ScreenshotOptions().setPath(pictures.resolve(picture.name() + ".png")));
        page.context().close();
      }
    }
  }

  private static Page open(Browser browser, Picture picture) {
    var page =
        browser
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(demo.address())
                    .setLocale("zh-CN")
                    .setViewportSize(picture.phone() ? 390 : 1280, picture.phone() ? 844 : 900))
            .newPage();
    if (!picture.who().isEmpty()) {
      page.navigate("/sign-in");
      page.locator("input[name=username]").fill(picture.who());
      page.locator("input[name=password]").fill(PASSWORD);
      page.locator("input[name=password]").press("Enter");
      page.waitForURL(url -> !url.contains("/sign-in"));
    }
    var answer = page.navigate(picture.address());
    assertThat(answer == null ? 0 : answer.status()).as(picture.address()).isEqualTo(200);
    return page;
  }

  private static List<String> crawl(String who, String start) {
    var site = Site.at(demo.address());
    if (!who.isEmpty()) {
      site.get("/sign-in");
      site.post("/sign-in", Map.of("username", who, "password", PASSWORD));
    }
    var broken = new ArrayList<String>();
    var seen = new HashSet<String>();
    var ofShape = new HashMap<String, Integer>();
    var ahead = new ArrayDeque<>(List.of(start));
    while (!ahead.isEmpty()) {
      var address = ahead.poll();
      var answer = site.get(address);
      if (answer.statusCode() >= 400) {
        broken.add(who + " " + address + ": " + answer.statusCode());
      }
      var links = LINK.matcher(answer.body());
      while (links.find()) {
        var link = links.group(1).replace("&amp;", "&");
        var shape = NUMBER.matcher(link.replaceAll("=[^&]*", "=")).replaceAll("0");
        var aside =
            link.startsWith("/language") || link.startsWith("/text-size") || link.contains(".xlsx");
        if (!aside && seen.add(link) && ofShape.merge(shape, 1, Integer::sum) <= OF_A_SHAPE) {
          ahead.add(link);
        }
      }
    }
    return broken;
  }
}
