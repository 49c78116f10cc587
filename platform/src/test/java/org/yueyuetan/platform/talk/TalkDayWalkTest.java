package org.yueyuetan.platform.talk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.BrowserTest;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.need.NeedFixture;

/** The day of a talk and what follows it, as staff and guests go through it. */
class TalkDayWalkTest extends BrowserTest {

  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;

  private long talk;

  @BeforeEach
  void anHourBefore() {
    clock.set(TalkDayFixture.BEGIN.minusMinutes(5));
    talk = TalkDayFixture.talk(jdbc, TalkStatus.CONVENING);
    jdbc.sql("update talk set capacity = 60").update();
    TalkDayFixture.guest(jdbc, talk, "东昌府区民政局", Party.COUNTY, InvitationStatus.ACCEPTED, "100001");
    TalkDayFixture.guest(
        jdbc, talk, "柳园街道办事处", Party.TOWNSHIP, InvitationStatus.ACCEPTED, "100002");
    TalkDayFixture.guest(jdbc, talk, "和平社区", Party.COMMUNITY, InvitationStatus.ACCEPTED, "123456");
    TalkDayFixture.guest(jdbc, talk, "中巨社区", Party.COMMUNITY, InvitationStatus.INVITED, "100003");
    TalkDayFixture.quorum(jdbc, talk, Party.TOWNSHIP, 1);
    TalkDayFixture.quorum(jdbc, talk, Party.COMMUNITY, 2);
  }

  @Test
  void fromTheScreenInTheRoomToTheAnsweredNeed() throws Exception {
    TalkDayFixture.theme(jdbc, talk, "志愿者培训");
    var puxin = NeedFixture.organization(jdbc, "聊城市蒲心社会工作服务中心");
    TalkDayFixture.guest(jdbc, talk, puxin, InvitationStatus.ACCEPTED, "100004");
    jdbc.sql(
            "update invitation set unit = '聊城市蒲心社会工作服务中心', attendee = '' where organization_id = :id")
        .param("id", puxin)
        .update();
    var staff = signIn(desktop(), people.organizer());
    people.representative("puxin", puxin);

    // The screen shows the code; a phone scans it and checks in with the attendance code.
    var screen = staff.context().newPage();
    screen.navigate("/talks/" + talk + "/screen");
    assertThat(screen.locator(".room-present strong")).hasText("0");
    assertFits(screen);
    assertAccessible(screen);
    var guest = phone();
    guest.navigate(scan(screen));
    assertFits(guest);
    assertAccessible(guest);
    screenshot(guest, "check-in-phone");
    guest.locator("input[name=code]").fill("654321");
    guest.getByText("签到", new Page.GetByTextOptions().setExact(true)).last().click();
    assertThat(guest.locator(".faults")).containsText("签到码不对");
    guest.locator("input[name=code]").fill("123456");
    guest.locator("button.large").click();
    assertThat(guest.locator("h1")).hasText("签到成功");
    assertThat(guest.locator(".outcome-who")).containsText("和平社区");
    screenshot(guest, "checked-in-phone");
    assertThat(screen.locator(".room-present strong")).hasText("1");

    // The code changes; the old picture is worth nothing.
    var old = scan(screen);
    var code = screen.locator("svg.qr");
    var drawn = code.innerHTML();
    clock.advance(Duration.ofSeconds(91));
    var late = phone();
    late.navigate(old);
    assertThat(late.locator("h1")).hasText("二维码已过期");
    screen.waitForCondition(() -> !code.innerHTML().equals(drawn));
    assertThat(scan(screen)).isNotEqualTo(old);

    // A representative signs in on the way and needs no code.
    late.navigate(scan(screen));
    late.getByText("我有账号").click();
    late.locator("input[name=username]").fill("puxin");
    late.locator("input[name=password]").fill(PASSWORD);
    late.locator("input[name=password]").press("Enter");
    assertThat(late.locator(".phone-page")).containsText("聊城市蒲心社会工作服务中心");
    screenshot(late, "check-in-representative-phone");
    late.locator("button.large").first().click();
    assertThat(late.locator("h1")).hasText("签到成功");

    // Staff tick at the door, find by name, note a walk-in.
    staff.navigate("/talks/" + talk + "/day");
    assertThat(staff.locator("#presence")).containsText("2");
    staff
        .locator(".guest", new Page.LocatorOptions().setHasText("柳园街道办事处"))
        .locator("button")
        .click();
    assertThat(staff.locator(".guest.here")).hasCount(3);
    assertThat(staff.locator("#presence .presence-all strong")).hasText("3");
    staff.locator("#q").fill("中巨");
    assertThat(staff.locator(".guest")).hasCount(1);
    staff.locator("#q").fill("");
    assertThat(staff.locator(".guest")).hasCount(5);
    assertFits(staff);
    assertAccessible(staff);
    screenshot(staff, "door");
    assertThat(screen.locator(".room-present strong")).hasText("3");
    screenshot(screen, "room-screen");
    staff.navigate("/talks/" + talk + "/day/walk-in");
    staff.locator("button.button[type=submit]").last().click();
    assertThat(staff.locator(".faults li")).hasCount(3);
    staff.locator("input[name=unit]").fill("聊城市企业联合会");
    staff.locator("input[name=attendee]").fill("赵会长");
    staff.locator("input[name=party][value=ENTERPRISE]").check();
    assertAccessible(staff);
    screenshot(staff, "walk-in");
    staff.locator("button.button[type=submit]").last().click();
    assertThat(staff.locator(".guest.here")).hasCount(4);
    assertThat(staff.locator("div.done")).containsText(Pattern.compile("签到码 [0-9]{6}"));

    // What was said and promised, and a photo.
    staff.navigate("/talks/" + talk + "/day/opinions");
    staff.locator("textarea[name=text]").fill("社工站要有固定的活动场地。");
    staff
        .locator("select[name=guest]")
        .selectOption(
            staff
                .locator("select[name=guest] option", new Page.LocatorOptions().setHasText("和平社区"))
                .getAttribute("value"));
    submit(staff);
    assertThat(staff.locator(".said")).containsText("和平社区");
    assertAccessible(staff);
    screenshot(staff, "opinions");
    staff.navigate("/talks/" + talk + "/day/commitments");
    staff
        .locator("select[name=guest]")
        .selectOption(
            staff
                .locator("select[name=guest] option", new Page.LocatorOptions().setHasText("蒲心"))
                .getAttribute("value"));
    staff.locator("textarea[name=what]").fill("为和平社区培训20名骨干志愿者");
    staff.locator("input[name=due]").fill("2026-04-30");
    submit(staff);
    assertThat(staff.locator("table")).containsText("蒲心");
    assertAccessible(staff);
    screenshot(staff, "commitments");
    staff.navigate("/talks/" + talk + "/day/files");
    staff
        .locator("input[type=file]")
        .setInputFiles(new FilePayload("恶意.jpg", "image/jpeg", "<html>".getBytes(UTF_8)));
    submit(staff);
    assertThat(staff.locator(".faults")).isVisible();
    staff
        .locator("input[type=file]")
        .setInputFiles(new FilePayload("会场.png", "image/png", photo()));
    staff.locator("input[name=caption]").fill("会场全景");
    staff.locator("input[name=published]").check();
    submit(staff);
    assertThat(staff.locator(".gallery img")).hasCount(1);
    staff.locator(".gallery img").scrollIntoViewIfNeeded();
    assertThat(staff.locator(".gallery img")).hasJSProperty("naturalWidth", 800);
    assertAccessible(staff);
    screenshot(staff, "files");

    // Held, although a community is missing; then the follow-up begins.
    staff.navigate("/talks/" + talk + "/day/minutes");
    staff.locator("textarea[name=minutes]").fill("李组织主持，四方代表发言。");
    submit(staff);
    assertThat(staff.locator("textarea[name=minutes]")).hasValue("李组织主持，四方代表发言。");
    assertAccessible(staff);
    screenshot(staff, "minutes");
    staff.getByText("会议已召开").click();
    submit(staff);
    assertThat(staff.locator(".faults")).isVisible();
    staff.locator("textarea[name=reason]").fill("中巨社区临时请假，已交书面意见");
    screenshot(staff, "hold");
    submit(staff);
    staff.getByText("开始跟进").click();
    staff.locator("#ask button[value=yes]").click();
    staff.waitForURL("**/follow-up");
    assertThat(staff.locator("main")).containsText("还不能办结");

    // The one who promised reports on the phone.
    late.navigate("/commitments");
    assertFits(late);
    assertAccessible(late);
    screenshot(late, "commitments-phone");
    late.getByText("为和平社区培训20名骨干志愿者").first().click();
    late.locator("textarea[name=report]").fill("两期共培训22人，全部上岗。");
    assertFits(late);
    assertAccessible(late);
    screenshot(late, "commitment-phone");
    late.getByText("报告已兑现").click();
    assertThat(late.locator(".head-status")).containsText("已兑现");

    // Conclusion, answer, end.
    staff.locator("textarea[name=conclusion]").fill("每季度对接一次，场地由社区提供。");
    submit(staff);
    assertThat(staff.locator("textarea[name^=answer]")).hasValue("每季度对接一次，场地由社区提供。");
    staff.locator("textarea[name^=answer]").fill("四月起每月一期志愿者培训。");
    submit(staff);
    assertAccessible(staff);
    assertFits(staff);
    screenshot(staff, "follow-up");
    staff.getByText("答复并办结").click();
    staff.locator("#ask button[value=yes]").click();
    staff.waitForURL("**/talks/" + talk);
    assertThat(jdbc.sql("select status || ' ' || answer from need").query(String.class).single())
        .isEqualTo("ANSWERED 四月起每月一期志愿者培训。");

    // Everyone reads what came of it; who said what stays with the bureau.
    var visitor = desktop();
    visitor.navigate("/talks/" + talk);
    assertThat(visitor.locator("main")).containsText("每季度对接一次，场地由社区提供。");
    assertThat(visitor.locator("main")).containsText("两期共培训22人，全部上岗。");
    assertThat(visitor.locator(".gallery img")).hasCount(1);
    assertFits(visitor);
    assertAccessible(visitor);
    screenshot(visitor, "results");
    visitor.setViewportSize(390, 844);
    assertFits(visitor);
    visitor.getByText("会上的意见（1 条）").click();
    assertThat(visitor.locator(".said")).containsText("社工站要有固定的活动场地。");
    assertThat(visitor.locator(".said")).not().containsText("张和");
    assertFits(visitor);
    assertAccessible(visitor);
  }

  @Test
  void theDoorWorksForTwoHundredGuestsAndWithoutScripts() {
    for (var n = 0; n < 200; n++) {
      TalkDayFixture.guest(
          jdbc, talk, "单位" + n, Party.AGENCY, InvitationStatus.ACCEPTED, "%06d".formatted(n));
    }
    var staff = signIn(desktop(), people.organizer());
    staff.setViewportSize(820, 1180);
    staff.navigate("/talks/" + talk + "/day");
    assertThat(staff.locator(".guest")).hasCount(204);
    assertFits(staff);
    staff.screenshot(
        new Page.ScreenshotOptions()
            .setPath(java.nio.file.Path.of("target", "screenshots", "door-tablet.png")));
    staff.setViewportSize(390, 844);
    assertFits(staff);
    staff.screenshot(
        new Page.ScreenshotOptions()
            .setPath(java.nio.file.Path.of("target", "screenshots", "door-phone.png")));
  }

  private static void submit(Page page) {
    page.locator("main form[method=post] .buttons button[type=submit]")
        .last()
        .click(new Locator.ClickOptions());
  }

  /** What a phone reads from the screen. */
  private static String scan(Page screen) throws IOException, ReaderException {
    var image = ImageIO.read(new ByteArrayInputStream(screen.locator("svg.qr").screenshot()));
    var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
    var address =
        new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    var read = URI.create(address);
    return read.getPath() + "?" + read.getQuery();
  }

  private static byte[] photo() throws IOException {
    var image = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(new Color(0xe2, 0xb9, 0x3b));
    pen.fillRect(100, 100, 600, 400);
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }
}
