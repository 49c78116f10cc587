package org.yueyuetan.platform.consensus;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.engine.map.Vote;
import org.yueyuetan.platform.BrowserTest;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.talk.TalkDayFixture;
import org.yueyuetan.platform.talk.TalkStatus;

/** The map as people read it, and the wall while they vote. */
class MapWalkTest extends BrowserTest {

  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired WallStream stream;

  private long talk;
  private VotedRoom room;

  @BeforeEach
  void atTheTalk() {
    clock.set(TalkDayFixture.BEGIN.plusMinutes(10));
    talk = TalkDayFixture.talk(jdbc, TalkStatus.HELD);
    room = new VotedRoom(jdbc, talk).with(Room.of(12, 1, 20, 12));
  }

  /** While there are still people whose connections they are. */
  @AfterEach
  void endTheStreams() {
    stream.stop();
    stream.start();
  }

  @Test
  void whoHoldsAnOpinionIsOneClickAway() {
    jdbc.sql("update talk set status = 'CLOSED'").update();
    people.organizer();
    for (var page : new Page[] {desktop(), phone()}) {
      page.navigate("/talks/" + talk);
      page.locator(".talk-parts a", new Page.LocatorOptions().setHasText("共识图")).click();
      assertThat(page.locator("main h2").first()).hasText("各组都赞成的");
      assertThat(page.locator("#picture circle.dot")).hasCount(32);
      assertThat(page.locator("#picture .area")).hasCount(2);
      assertFits(page);
      assertAccessible(page);

      page.locator(".consensus-first summary").first().click();
      assertThat(page.locator(".consensus-first table").first()).containsText("合计");
      page.locator("#group-A .finding-more a").first().click();
      assertThat(page.locator("#picture .by-side")).isVisible();
      assertThat(page).hasURL(Pattern.compile("opinion="));
      int agree = page.locator("#picture svg .dot.agree").count();
      var words = page.locator("#picture .finding-counts").innerText();
      // One of them stands in the key.
      assertThat(words).contains("赞成 " + (agree - 1) + "，");
      assertFits(page);
      assertAccessible(page);

      // The same by its address, and back.
      page.reload();
      assertThat(page.locator("#picture .by-side")).isVisible();
      page.locator("#picture .picture-of a").click();
      assertThat(page.locator("#picture .by-side")).hasCount(0);
    }
  }

  @Test
  void aGuestFindsThemselvesOnThePicture() {
    var organization = NeedFixture.organization(jdbc, "蒲心社会工作服务中心");
    jdbc.sql("update invitation set organization_id = :organization where id = :guest")
        .param("organization", organization)
        .param("guest", room.guest(1_003))
        .update();
    var guest = signIn(phone(), people.representative("puxin", organization));
    guest.navigate("/talks/" + talk + "/map");

    assertThat(guest.locator(".own-dot")).hasCount(1);
    assertThat(guest.locator(".own-word")).hasText("你");
    assertThat(guest.locator("#picture")).containsText("只有你看得到");
    assertAccessible(guest);
    var staff = signIn(desktop(), people.organizer());
    staff.navigate("/talks/" + talk + "/map");
    assertThat(staff.locator(".own-dot")).hasCount(0);
    screenshot(staff, "consensus-map");
  }

  @Test
  void aVoteIsOnTheWallWithinTwoSecondsAndTheDotsStayWhoTheyAre() {
    var wall = wall();
    var dot = wall.locator("circle.dot").first();
    var key = dot.getAttribute("id");
    assertThat(wall.locator(".wall-figures dd").nth(1)).hasText("32");
    assertThat(wall.locator(".wall-words li")).hasCount(2);
    assertFits(wall);
    assertAccessible(wall);

    long votes = number(wall);
    room.vote(room.guest(9_999), room.opinions().getFirst(), Vote.AGREE);
    long start = System.nanoTime();
    wall.waitForCondition(() -> number(wall) == votes + 1);
    assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(2_000);
    assertThat(wall.locator("#" + key)).hasCount(1);
    assertThat(wall.locator(".wall-figures dd").nth(1)).hasText("33");

    room.opinion("社工站要有固定的活动场地");
    assertThat(wall.locator("blockquote")).hasText("社工站要有固定的活动场地");
    screenshot(wall, "wall");
  }

  @Test
  void aWallThatWasCutOffComesBackAndCatchesUp() {
    var wall = wall();
    long votes = number(wall);
    stream.stop();
    room.vote(room.guest(9_999), room.opinions().getFirst(), Vote.AGREE);
    wall.waitForTimeout(1_500);
    assertThat(number(wall)).as("nobody told it").isEqualTo(votes);
    stream.start();
    wall.waitForCondition(
        () -> number(wall) == votes + 1, new Page.WaitForConditionOptions().setTimeout(8_000));
  }

  @Test
  void whoeverWantsNoMotionGetsNone() {
    var wall = wall();
    wall.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    assertThat(
            wall.evaluate(
                "getComputedStyle(document.querySelector('circle.dot')).transitionDuration"))
        .isEqualTo("0s");
  }

  private Page wall() {
    var wall = signIn(desktop(), people.organizer());
    wall.setViewportSize(1920, 1080);
    wall.navigate("/talks/" + talk + "/wall");
    return wall;
  }

  private static long number(Page wall) {
    return Long.parseLong(
        wall.locator(".wall-figures dd").nth(3).innerText().replace(",", "").strip());
  }
}
