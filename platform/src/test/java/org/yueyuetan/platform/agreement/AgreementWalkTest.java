package org.yueyuetan.platform.agreement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.BrowserTest;
import org.yueyuetan.platform.Person;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.signature.PdfSig;

/** From a draft to a signed agreement that a stranger verifies, as each of them goes through it. */
class AgreementWalkTest extends BrowserTest {

  private static final String FILM = "聊城市微电影协会（示例社会组织，名称较长用于检查换行）";
  private static final String GRID = "聊城市网格微服务中心";

  @Autowired JdbcClient jdbc;
  @Autowired AgreementFiles files;
  @Autowired Agreements agreements;

  private Person grid;

  @BeforeEach
  void twoOrganizations() {
    people.representative("film", NeedFixture.organization(jdbc, FILM));
    grid = people.representative("grid", NeedFixture.organization(jdbc, GRID));
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
  }

  private static void agree(Page page) {
    page.locator("#ask button[value=yes]").click();
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
  void fromADraftToTheSignedAgreementThatAnybodyVerifies() throws IOException {
    var staff = signIn(desktop(), people.organizer());
    staff.navigate("/agreements/new");
    look(staff, "agreement-kinds");
    staff.getByText("服务协议").click();
    press(staff, "保存协议");
    assertThat(staff.locator(".faults li")).hasCount(6);
    write(staff);
    look(staff, "agreement-form");
    press(staff, "保存协议");
    done(staff, "协议已起草");
    press(staff, "送各方确认");
    done(staff, "已送各方确认");

    // A party approves on the phone, the other one as well.
    var address = staff.url().replaceAll("https?://[^/]+", "").replaceAll("\\?.*", "");
    var film = phone();
    signIn(film, "film");
    film.navigate("/agreements");
    film.locator(".next-step a").click();
    look(film, "agreement-approve-phone");
    press(film, "确认这份协议");
    agree(film);
    done(film, "已确认");
    agreements.approve(idOf(address), 1, grid.me());

    // Signing begins; a wrong password signs nothing.
    staff.navigate(address);
    press(staff, "开始签署");
    agree(staff);
    done(staff, "已开始签署");
    film.navigate(address + "/sign");
    film.locator("#password").fill("not-the-Password-1");
    press(film, "确认签署");
    assertThat(film.locator(".faults")).containsText("没有签署");
    film.locator("#password").fill(PASSWORD);
    look(film, "agreement-sign-phone");
    press(film, "确认签署");
    done(film, "已签署");

    // The second party signs on the tablet; the projector follows.
    var projector = staff.context().newPage();
    projector.navigate(address + "/screen");
    staff.navigate(address + "/ceremony");
    staff.locator("#username").fill("film");
    staff.locator("#password").fill(PASSWORD);
    press(staff, "确认签署");
    assertThat(staff.locator(".faults")).containsText("已经签署过");
    staff.locator("#username").fill("grid");
    staff.locator("#password").fill(PASSWORD);
    look(staff, "agreement-ceremony");
    press(staff, "确认签署");
    done(staff, "已签署");
    assertThat(projector.locator(".signing-done")).containsText("签约完成");
    look(projector, "agreement-screen-done");
    staff.navigate(address);
    look(staff, "agreement-signed");

    verify(address);
  }

  private static void write(Page staff) {
    staff.locator("#subject").fill("网格微服务视频拍摄协议");
    staff.locator("#purpose").fill("微电影协会为网格微服务拍摄并剪辑全部视频。");
    staff.locator("#from").fill("2026-03-10");
    staff.locator("#until").fill("2026-12-31");
    staff.locator("#party-1").fill(FILM);
    staff.locator("#party-2").fill(GRID);
    staff.locator("#give-1-title").fill("视频拍摄和剪辑");
    staff.locator("#give-1-quantity").fill("12");
    staff.locator("#give-1-unit").fill("部");
    staff.locator("#give-2-party").selectOption("2");
    staff.locator("#give-2-kind").selectOption("MONEY");
    staff.locator("#give-2-title").fill("交通补助");
    staff.locator("#give-2-quantity").fill("6000");
    staff.locator("#by-1-due").fill("2026-06-30");
    staff.locator("#by-1-title").fill("交付前六部视频");
  }

  /** A stranger has the code, the file, and a file in which one byte was changed. */
  private void verify(String address) throws IOException {
    var pdf = files.find(idOf(address), AgreementFiles.Form.PDF).orElseThrow().content();
    assertThat(PdfSig.of(pdf).split("Signature is Valid", -1)).hasSize(3);
    var code = jdbc.sql("select code from agreement").query(String.class).single();

    var stranger = phone();
    stranger.navigate("/verify");
    stranger.locator("#code").fill(code);
    press(stranger, "查");
    assertThat(stranger.locator("main")).containsText(GRID);
    assertThat(stranger.locator("main")).not().containsText("王代表");
    upload(stranger, pdf);
    assertThat(stranger.locator("main")).containsText("与平台存档一致");
    assertThat(stranger.getByText("签后没有改动")).hasCount(2);
    look(stranger, "verify-same-phone");

    var changed = pdf.clone();
    changed[9] ^= 1;
    stranger.navigate("/verify");
    upload(stranger, changed);
    assertThat(stranger.getByText("签名已失效")).hasCount(2);
    upload(stranger, "no pdf".getBytes(StandardCharsets.UTF_8));
    assertThat(stranger.locator(".faults")).containsText("不是 PDF");
    stranger.navigate(address);
    assertThat(stranger.locator("main")).containsText("全文由各方决定是否公开");
  }

  private static long idOf(String address) {
    return Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
  }

  private static void upload(Page page, byte[] pdf) {
    page.locator("#file").setInputFiles(new FilePayload("协议.pdf", "application/pdf", pdf));
    press(page, "核验");
  }
}
