package org.yueyuetan.platform.organization;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.BrowserTest;
import org.yueyuetan.platform.account.Rights;
import org.yueyuetan.platform.account.Role;

class OrganizationPagesTest extends BrowserTest {

  @Autowired Organizations organizations;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void staffAndAnAdministratorAreKnown() {
    person("staff", "王工", Rights.organizer());
    person("admin", "赵管", Rights.only(Role.SYSTEM_ADMIN));
  }

  @Test
  void anOrganizationIsRegisteredEditedByTwoSearchedAndItsContactsOpenedOnRecord() {
    var first = desktop();
    signIn(first, "staff");
    first.navigate("/organizations");
    assertThat(first.getByText("还没有登记组织")).isVisible();
    assertAccessible(first);
    first.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("登记组织")).first().click();
    first.getByLabel("名称").fill("聊城市样例社会工作服务中心");
    first.getByLabel("民办非企业单位（社会服务机构）").check();
    first.getByLabel("统一社会信用代码").fill("52371500mjd0000115");
    first.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登记")).click();

    assertThat(first.locator("#faults")).containsText("校验位不对");
    assertThat(first.getByLabel("名称")).hasValue("聊城市样例社会工作服务中心");
    assertAccessible(first);
    assertFits(first);

    first.getByLabel("统一社会信用代码").fill("52371500 mjd0000114");
    first.locator("#region").selectOption("371502002000");
    first.getByLabel("社会工作").check();
    first.locator("#contactName1").fill("张样例");
    first.locator("#contactPhone1").fill("13812345678");
    first.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登记")).click();

    assertThat(first.locator("h1")).hasText("聊城市样例社会工作服务中心");
    assertThat(first.locator("main")).containsText("52371500MJD0000114");
    assertThat(first.locator("main")).containsText("东昌府区 柳园街道");
    assertThat(first.locator("main")).containsText("138****5678");
    assertAccessible(first);

    var address = first.url();
    var second = desktop();
    signIn(second, "staff");
    second.navigate(address + "/edit");
    first.navigate(address + "/edit");
    first.getByLabel("简介").fill("先保存的简介");
    first.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("保存")).click();
    assertThat(first.getByRole(AriaRole.STATUS).first()).hasText("已保存");
    second.getByLabel("简介").fill("后保存的简介");
    second.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("保存")).click();
    assertThat(second.locator("#faults")).containsText("别人改过");
    assertThat(second.getByLabel("简介")).hasValue("后保存的简介");
    second.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("保存")).click();
    assertThat(second.locator("main")).containsText("后保存的简介");

    first.navigate("/organizations");
    first.locator("#q").fill("社工服务 柳园");
    first.locator("#q").press("Enter");
    assertThat(first.locator(".count-line")).hasText("共 0 家");
    first.locator("#q").fill("社会工作 柳园");
    first.locator("#q").press("Enter");
    assertThat(first.locator(".count-line")).hasText("共 1 家");
    assertThat(first.locator("tbody")).containsText("138****5678");
    assertAccessible(first);
    first.locator("tbody th a").click();

    var before = openings();
    first.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查看完整联系方式")).click();
    assertThat(first.locator("main")).containsText("13812345678");
    assertThat(openings()).isEqualTo(before + 1);
  }

  @Test
  void aRepresentativePresentsTheOwnOrganizationOnAPhone() {
    var own = organizations.register(AnOrganization.named("聊城甲协会").kind(Kind.SOCIAL_GROUP).draft());
    var other =
        organizations.register(
            AnOrganization.named("聊城乙协会").kind(Kind.SOCIAL_GROUP).introduced("乙的简介").draft());
    person("rep", "李代表", Rights.representative(own));
    var phone = phone();
    signIn(phone, "rep");

    phone.navigate("/organizations/" + other);
    assertThat(phone.locator("main")).containsText("乙的简介");
    assertThat(phone.locator("main")).not().containsText("联系人");
    assertThat(phone.navigate("/organizations/" + other + "/edit").status()).isEqualTo(404);
    phone.navigate("/organizations");
    assertThat(phone.locator("tbody tr")).hasCount(2);
    assertThat(phone.locator("tbody")).not().containsText("138****5678");
    assertFits(phone);
    assertAccessible(phone);

    phone.navigate("/organizations/" + own + "/edit");
    assertThat(phone.locator("#name")).hasCount(0);
    assertFits(phone);
    assertAccessible(phone);
    phone.getByLabel("简介").fill("我们陪伴儿童");
    phone.locator("#contactPhone1").fill("");
    phone.locator("#contactEmail1").fill("not an address");
    phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("保存")).click();
    assertThat(phone.locator("#faults")).containsText("不是电子邮箱");
    phone.locator("#contactEmail1").fill("jia@example.org");
    phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("保存")).click();
    assertThat(phone.locator("main")).containsText("我们陪伴儿童");
    assertFits(phone);
  }

  @Test
  void visitorsAndAdministratorsSeeACard() {
    var id =
        organizations.register(
            AnOrganization.named("聊城甲协会").kind(Kind.SOCIAL_GROUP).introduced("甲的简介").draft());
    var visitor = desktop();

    visitor.navigate("/organizations/" + id);
    assertThat(visitor.locator("main")).containsText("甲的简介");
    assertThat(visitor.locator("main")).not().containsText("联系人");
    assertThat(visitor.locator("main")).not().containsText("信用代码");
    assertAccessible(visitor);

    var admin = desktop();
    signIn(admin, "admin");
    admin.navigate("/organizations/" + id);
    assertThat(admin.locator("main")).containsText("甲的简介");
    assertThat(admin.locator("main")).not().containsText("联系人");
    assertThat(admin.navigate("/organizations").status()).isEqualTo(403);
  }

  @Test
  void whatIsTakenOutOfUseLeavesTheListAndComesBack() {
    var id = organizations.register(AnOrganization.named("聊城甲协会").kind(Kind.SOCIAL_GROUP).draft());
    var page = desktop();
    signIn(page, "staff");
    page.navigate("/organizations/" + id);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("停用")).click();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("停用")).click();
    assertThat(page.locator("#faults")).containsText("请填写");
    page.getByLabel("原因").fill("已注销登记");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("停用")).click();
    assertThat(page.locator("main")).containsText("停用原因：已注销登记");
    assertThat(desktop().navigate("/organizations/" + id).status()).isEqualTo(404);

    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("恢复")).click();
    page.getByLabel("原因").fill("误操作");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("恢复")).click();
    assertThat(page.locator("main")).not().containsText("停用原因");
  }

  @Test
  void theExportFollowsTheFilterAndMasksContacts() throws IOException {
    organizations.register(AnOrganization.named("聊城甲协会").kind(Kind.SOCIAL_GROUP).draft());
    organizations.register(AnOrganization.named("聊城乙中心").draft());
    var page = desktop();
    signIn(page, "staff");
    page.navigate("/organizations?kind=SOCIAL_GROUP");

    var download =
        page.waitForDownload(() ->
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("导出表格")).click());

    assertThat(download.suggestedFilename()).isEqualTo("社会组织名册.xlsx");
    try (var book =
        new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(download.path())))) {
      var sheet = book.getSheetAt(0);
      assertThat(sheet.getLastRowNum()).isEqualTo(1);
      assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("聊城甲协会");
      assertThat(sheet.getRow(1).getCell(10).getStringCellValue()).isEqualTo("138****5678");
    }
  }

  private int openings() {
    return jdbc.sql(
            "select count(*) from audit_entry where action = 'open' and object_kind = 'organization'")
        .query(Integer.class)
        .single();
  }
}
