package org.yueyuetan.platform.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yueyuetan.platform.BrowserTest;
import org.yueyuetan.platform.Person;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.account.Role;

class ImportPagesTest extends BrowserTest {

  private static final String GOOD = "名称,种类,栽种日期,备注\n雪松,松树,2021-03-12,x\n梅树,PLUM,,\n";
  private static final String BAD = "名称,种类\n雪松,杨树\n雪松,松树\n";

  @Autowired SampleLedger ledger;
  @Autowired ImportWork work;
  @LocalServerPort int port;

  @BeforeEach
  void anEmptyLedger() {
    ledger.start();
  }

  @Test
  void faultsAreShownWhereTheyStandAndAMendedFileIsImported() {
    var page = signIn(desktop(), people.organizer());
    page.navigate("/imports/trees");
    assertAccessible(page);
    screenshot(page, "import-offer");

    page.locator("button[type=submit].button:not(.second)").last().click();
    assertThat(page.locator(".fault").first()).containsText("请先选择一个表格文件");
    send(page, "树.csv", BAD);
    assertThat(page.locator("tbody tr").first()).containsText("第 2 行");
    assertThat(page.locator("tbody")).containsText("“杨树”不在可填内容中");
    assertThat(page.getByText("确认导入")).hasCount(0);
    assertAccessible(page);
    screenshot(page, "import-faulty");
    assertThat(page.request().get(page.url() + "/faults").text()).contains("杨树", "重复");

    page.navigate("/imports/trees");
    send(page, "树.csv", GOOD);
    assertThat(page.locator("main")).containsText("“备注”这一列不认识");
    assertAccessible(page);
    screenshot(page, "import-preview");
    page.getByText("确认导入 2 行").click();
    assertThat(page.locator("progress")).isVisible();
    assertAccessible(page);
    screenshot(page, "import-progress");

    work.run(Long.parseLong(page.url().replaceAll(".*/", "")), () -> false);
    assertThat(page.getByText("已导入 2 行")).isVisible();
    assertThat(ledger.trees()).hasSize(2);
    screenshot(page, "import-done");
  }

  @Test
  void anImportIsConfirmedAndStoppedOnAPhone() {
    var page = signIn(phone(), people.organizer());
    page.navigate("/imports/trees");
    assertFits(page);
    send(page, "树.csv", GOOD);
    assertFits(page);
    screenshot(page, "import-preview-phone");
    page.getByText("确认导入 2 行").click();
    page.getByText("停止导入").click();
    page.locator("#ask button[value=yes]").click();
    assertThat(page.getByText("一行也没有保存")).isVisible();
    assertFits(page);
  }

  @Test
  void onlyWhoMayFillALedgerReachesIt() {
    assertThat(Site.at(port).signedIn(people.only(Role.AUDITOR)).get("/imports/trees").statusCode())
        .isEqualTo(403);
    var organizer = organizer();
    assertThat(organizer.get("/imports/stones").statusCode()).isEqualTo(404);
    assertThat(organizer.get("/imports/trees/99").statusCode()).isEqualTo(404);
  }

  @Test
  void aFileThatIsNoSheetIsRefusedBesideTheField() {
    var site = organizer();
    site.get("/imports/trees");
    var answer =
        site.upload(
            "/imports/trees",
            java.util.Map.of(),
            "file",
            "树.xlsx",
            "%PDF-1.7".getBytes(StandardCharsets.UTF_8));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("这不是表格");
  }

  private Site organizer() {
    Person person = people.organizer();
    return Site.at(port).signedIn(person);
  }

  private static void send(Page page, String name, String content) {
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    page.getByText("上传并检查").click();
    page.waitForURL(url -> url.matches(".*/imports/trees/\\d+"));
  }
}
