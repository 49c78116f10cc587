package org.yueyuetan.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yueyuetan.platform.BrowserTest;
import org.yueyuetan.platform.Person;
import org.yueyuetan.platform.account.Role;

class FrameTest extends BrowserTest {

  @Autowired MonthScene month;

  Person organizer;
  Person representative;
  Person administrator;

  @BeforeEach
  void aMonthIsUnderWay() {
    organizer = people.organizer();
    administrator = people.only(Role.SYSTEM_ADMIN);
    var organization = month.organization("东昌府区蒲公英志愿服务队");
    representative = people.representative("wang", organization);
    var theme =
        month.candidate(
            "志愿服务怎样记录和激励",
            organizer.me(),
            month.acceptedNeed(organization, "缺志愿者培训", organizer.me()));
    month.openApproval(LocalDate.of(2026, 3, 6), organizer.me());
    month.choose(theme, organizer.me());
    month.invite(month.talk(theme, organizer.me()), organizer.me(), organization);
    month.need(organization, "志愿者保险谁来买", organizer.me());
  }

  @Test
  void everyoneCanReadAndUseThePagesOnDesktopAndPhone() {
    for (var page : List.of(desktop(), phone())) {
      var size = "-" + page.viewportSize().width;
      check(page, "visitor" + size, "/", "/about", "/help", "/search?q=志愿", "/nowhere");
      signIn(page, organizer);
      check(page, "staff" + size, "/board", "/search?q=志愿", "/me");
      leave(page);
      signIn(page, representative);
      check(page, "representative" + size, "/mine", "/me");
      leave(page);
      signIn(page, administrator);
      check(page, "administrator" + size, "/settings", "/me");
    }
  }

  @Test
  void largeTextAndEnglishKeepTheLayout() {
    for (var page : List.of(desktop(), phone())) {
      var size = "-" + page.viewportSize().width;
      page.navigate("/text-size?to=large&back=/language?to=en");
      check(page, "large" + size, "/", "/about");
      signIn(page, organizer);
      check(page, "large-staff" + size, "/board", "/me");
    }
  }

  @Test
  void theKeyboardReachesContentAndSearchFirst() {
    var page = signIn(desktop(), organizer);

    page.keyboard().press("Tab");
    assertThat(focus(page)).isEqualTo("a.skip");
    page.keyboard().press("Enter");
    assertThat(focus(page)).isEqualTo("main");
    page.keyboard().press("/");
    assertThat(focus(page)).isEqualTo("input#search");
    page.keyboard().type("志愿");
    page.keyboard().press("Enter");
    page.waitForURL("**/search?**");
    assertThat(page.locator("main").textContent()).contains("缺志愿者培训");
  }

  @Test
  void aFaultTakesTheFocusAndLeadsToItsField() {
    var page = signIn(desktop(), administrator);
    page.navigate("/settings");
    page.locator("#BUREAU_NAME").fill("");
    page.locator("main form button[type=submit]").click();

    assertThat(focus(page)).isEqualTo("div#faults");
    page.locator("#faults a").press("Enter");
    assertThat(focus(page)).isEqualTo("input#BUREAU_NAME");
    assertAccessible(page);
  }

  @Test
  void aSwitchComesBackToThePageAndNeverLeadsOffTheSite() {
    var page = desktop();
    page.navigate("/search?q=志愿");
    page.locator("a[hreflang=en]").click();

    assertThat(page.url()).contains("/search?q=");
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    for (var elsewhere : List.of("//example.org/", "https://example.org/", "/%5Cexample.org")) {
      page.navigate("/language?to=en&back=" + elsewhere);
      assertThat(page.url()).startsWith("http://localhost:").doesNotContain("example.org");
    }
  }

  @Test
  void onlyAPressedButtonChangesTheLanguageOfAnAccount() {
    var page = signIn(desktop(), representative);
    page.navigate("/language?to=en&back=/mine");
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    assertThat(language(representative)).isEqualTo(Locale.SIMPLIFIED_CHINESE);

    page.navigate("/language?to=zh&back=/mine");
    page.locator("form[action='/language'] button").click();
    page.waitForURL("**/mine");
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    assertThat(language(representative)).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void whatWasTypedOutlivesTheEndOfASession() {
    var page = signIn(phone(), representative);
    page.navigate("/needs/new");
    page.locator("#subject").fill("缺一位会计");
    page.locator("#text").fill("写了很久的一段话");
    endSession(page);
    page.locator("main form button[type=submit]").first().click();
    page.waitForURL("**/sign-in");
    assertThat(page.locator("main").innerText()).contains("登录后会带您回到原来的表单");

    page.locator("#username").fill(representative.username());
    page.locator("#password").fill(representative.password());
    page.locator("main form button").click();
    page.waitForURL("**/needs/new");
    assertThat(page.locator("#text").inputValue()).isEqualTo("写了很久的一段话");
    assertThat(page.locator("main").innerText()).contains("还没有保存");

    page.navigate("/needs/new");
    assertThat(page.locator("#text").inputValue()).as("offered once").isEmpty();
  }

  @Test
  void whatOnePersonTypedIsNotOfferedToTheNext() {
    var page = signIn(desktop(), representative);
    page.navigate("/needs/new");
    page.locator("#text").fill("只有我该看到");
    endSession(page);
    page.locator("main form button[type=submit]").first().click();
    page.waitForURL("**/sign-in");

    signIn(page, organizer);
    page.navigate("/needs/new");
    assertThat(page.locator("#text").inputValue()).isEmpty();
  }

  @Test
  void noLinkOfTheFrameIsDead() {
    var page = desktop();
    for (var person :
        Stream.concat(Stream.of(organizer, representative, administrator), auditors()).toList()) {
      signIn(page, person);
      var links =
          page.locator("header a, nav a, footer a, main a").all().stream()
              .map(link -> link.getAttribute("href"))
              .filter(href -> href.startsWith("/"))
              .distinct()
              .toList();
      assertThat(links).isNotEmpty();
      for (var link : links) {
        assertThat(page.request().get(link).status())
            .as("%s at %s", person.username(), link)
            .isEqualTo(200);
      }
      leave(page);
    }
  }

  @Test
  void errorsAreToldInTheHouseStyle() {
    var page = desktop();

    assertThat(page.navigate("/nowhere").status()).isEqualTo(404);
    assertThat(page.locator("h1").textContent()).isEqualTo("没有找到这一页");
    signIn(page, representative);
    assertThat(page.navigate("/board").status()).isEqualTo(403);
    assertThat(page.locator("h1").textContent()).isEqualTo("这里您不能进");
    assertThat(page.navigate("/talks/abc").status()).isEqualTo(404);
  }

  private Locale language(Person person) {
    return accounts.find(person.me().id()).orElseThrow().language();
  }

  private Stream<Person> auditors() {
    return Stream.of(people.only(Role.AUDITOR), people.only(Role.SECURITY_ADMIN));
  }

  /** Both sizes have the same markup: axe, which is slow, looks at the phone's only. */
  private static void check(Page page, String who, String... paths) {
    for (var path : paths) {
      page.navigate(path);
      screenshot(page, "frame-" + who + path.replaceAll("\\W+", "-"));
      assertFits(page);
      if (page.viewportSize().width < 640 && !who.startsWith("large")) {
        assertAccessible(page);
      }
    }
  }

  /** As after some time without a click: the browser still has everything but the session. */
  private static void endSession(Page page) {
    page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("YYT"));
  }

  private static void leave(Page page) {
    page.context().clearCookies();
  }

  private static String focus(Page page) {
    return String.valueOf(
        page.evaluate(
            """
            (() => { const e = document.activeElement;
              return e.tagName.toLowerCase() + (e.id && e.tagName !== 'MAIN' ? '#' + e.id : e.className && e.tagName === 'A' ? '.' + e.className : ''); })()
            """));
  }
}
