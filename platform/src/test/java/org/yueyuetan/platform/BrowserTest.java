package org.yueyuetan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.Rights;

/**
 * A test that uses the platform through a browser, as a person would: on a desktop or on a phone.
 * One browser serves all tests, a fresh context each page. After a test no page may have complained
 * on its console, e.g. of a script that the content policy forbids.
 */
@PlatformTest
public abstract class BrowserTest {

  protected static final String PASSWORD = People.PASSWORD;

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private static final class Chromium {
    static final Playwright PLAYWRIGHT =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    static final Browser BROWSER =
        PLAYWRIGHT
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  private final List<BrowserContext> open = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  @LocalServerPort private int port;
  @Autowired protected Accounts accounts;
  @Autowired protected People people;

  @AfterEach
  void closeBrowsers() {
    open.forEach(BrowserContext::close);
    open.clear();
    assertThat(complaints).as("complaints on the console").isEmpty();
  }

  protected Page desktop() {
    return page(1280, 900, false);
  }

  protected Page phone() {
    return page(390, 844, true);
  }

  private Page page(int width, int height, boolean phone) {
    var context =
        Chromium.BROWSER.newContext(
            new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setViewportSize(width, height)
                .setHasTouch(phone)
                .setIsMobile(phone)
                .setDeviceScaleFactor(phone ? 2 : 1)
                .setTimezoneId("Asia/Shanghai")
                .setLocale("zh-CN"));
    context.setDefaultTimeout(15_000);
    open.add(context);
    var page = context.newPage();
    page.onConsoleMessage(this::listen);
    page.onPageError(complaints::add);
    return page;
  }

  private void listen(ConsoleMessage message) {
    // The browser also complains of an answer 4xx; tests ask for such pages on purpose.
    if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
      complaints.add(message.text());
    }
  }

  /** A person with these rights whose password is {@link #PASSWORD}. */
  protected long person(String username, String name, Rights rights) {
    return people.with(username, name, rights).me().id();
  }

  protected void signIn(Page page, String username) {
    page.navigate("/sign-in");
    page.locator("input[name=username]").fill(username);
    page.locator("input[name=password]").fill(PASSWORD);
    page.locator("input[name=password]").press("Enter");
    page.waitForURL(url -> !url.contains("/sign-in"));
  }

  protected Page signIn(Page page, Person person) {
    signIn(page, person.username());
    return page;
  }

  /**
   * Keeps the whole page as {@code target/screenshots/<name>.png}, where somebody may look at it.
   */
  protected static void screenshot(Page page, String name) {
    if (System.getenv("CI") == null) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(SCREENSHOTS.resolve(name + ".png"))
              .setFullPage(true));
    }
  }

  /** axe finds nothing that keeps people out. */
  protected static void assertAccessible(Page page) {
    var violations =
        new AxeBuilder(page)
                // Our pages have no frames; without it every look opens one more page.
                .setLegacyMode(true)
                .analyze()
                .getViolations()
                .stream()
                .map(rule ->
                    rule.getId()
                        + ": "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .toList();
    assertThat(violations).as("accessibility of %s", page.url()).isEmpty();
  }

  /** Nothing sticks out to the right, so that nobody has to scroll sideways. */
  protected static void assertFits(Page page) {
    var wider =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) wider).intValue()).as("width of %s", page.url()).isZero();
  }
}
