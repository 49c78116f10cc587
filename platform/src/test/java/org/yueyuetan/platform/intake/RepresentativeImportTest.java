package org.yueyuetan.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.Person;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.need.NeedFixture;

/** A city's representatives get their accounts in one go, by two administrators. */
@PlatformTest
class RepresentativeImportTest {

  private static final String TWO =
      """
      所属单位,姓名,用户名,手机号码,邮箱
      蒲心社工,王样本,puxin.wang,13800001234,
      佳音社工,李样本,jiayin.li,,li@example.org
      """;

  @Autowired Imports imports;
  @Autowired ImportWork work;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private Person system;
  private Person security;

  @BeforeEach
  void administrators() {
    NeedFixture.organization(jdbc, "蒲心社工");
    NeedFixture.organization(jdbc, "佳音社工");
    system = people.only(Role.SYSTEM_ADMIN);
    security = people.only(Role.SECURITY_ADMIN);
  }

  @Test
  void twoAdministratorsTogetherLetThemIn() throws Exception {
    carryOut(TWO);
    var slips = accounts.slips();
    assertThat(slips)
        .extracting(Accounts.Slip::username, Accounts.Slip::name)
        .containsExactly(tuple("puxin.wang", "王样本"), tuple("jiayin.li", "李样本"));
    assertThat(roles("puxin.wang")).as("opened, but without rights").isEmpty();

    var guard = Site.at(port).signedIn(security);
    assertThat(guard.get("/accounts").body()).contains("有 2 个代表账号已开通");
    guard.post("/accounts/representatives", Map.of());

    assertThat(roles("puxin.wang")).isEqualTo("REPRESENTATIVE");
    var password = slips.getFirst().password();
    var first = Site.at(port);
    first.get("/sign-in");
    var entered = first.post("/sign-in", Map.of("username", "puxin.wang", "password", password));
    assertThat(entered.uri().getPath()).as("chooses a password first").isEqualTo("/password");
    first.post(
        "/password",
        Map.of(
            "current", password, "password", "Lake-Dong-2026", "passwordAgain", "Lake-Dong-2026"));
    assertThat(accounts.slips())
        .as("a slip is worth nothing once its owner chose a password")
        .extracting(Accounts.Slip::username)
        .containsExactly("jiayin.li");
  }

  @Test
  void theSlipsAreASheetForTheSystemAdministratorAndOpeningThemIsOnTheTrail() throws Exception {
    carryOut(TWO);

    var sheet = Site.at(port).signedIn(system).download("/accounts/slips");

    try (var book = new XSSFWorkbook(new ByteArrayInputStream(sheet))) {
      var row = book.getSheetAt(0).getRow(1);
      assertThat(row.getCell(0).getStringCellValue()).isEqualTo("蒲心社工");
      assertThat(row.getCell(3).getStringCellValue()).hasSize(10);
    }
    assertThat(
            jdbc.sql(
                    "select count(*) from audit_entry where action = 'open' and object_id = 'slips'")
                .query(Integer.class)
                .single())
        .isOne();
  }

  @Test
  void faultsAreNamedAndNothingIsOpened() throws Exception {
    carryOut(TWO);

    var faulty =
        send(
            """
            所属单位,姓名,用户名,手机号码,邮箱
            没有这家,王样本,a.b,,
            蒲心社工,,puxin.two,,
            蒲心社工,赵样本,PUXIN.wang,,
            佳音社工,孙样本,sun.yb,,
            佳音社工,周样本,SUN.yb,,
            """);

    assertThat(faulty.status()).isEqualTo(ImportStatus.FAULTY);
    assertThat(faulty.faults())
        .extracting(CellFault::row, fault -> fault.fault().field(), fault -> fault.fault().key())
        .containsExactlyInAnyOrder(
            tuple(2, "organization", "organization.representatives.unknown"),
            tuple(3, "name", "form.required"),
            tuple(4, "username", "account.username.taken"),
            tuple(6, "username", "intake.repeated"));
    assertThat(accounts.slips()).hasSize(2);
  }

  private void carryOut(String csv) throws Exception {
    var sent = send(csv);
    assertThat(sent.faults()).isEmpty();
    imports.confirm(sent);
    work.run(sent.id(), () -> false);
  }

  private Import send(String csv) throws Exception {
    var ledger = imports.ledger("representatives", system.me());
    var id = imports.send(ledger, "代表.csv", csv.getBytes(StandardCharsets.UTF_8), system.me());
    return imports.find(ledger, id, system.me());
  }

  private String roles(String username) {
    return jdbc.sql(
            """
            select coalesce(string_agg(r.role, ','), '') from account a
            left join account_role r on r.account_id = a.id where a.username = :username
            """)
        .param("username", username)
        .query(String.class)
        .single();
  }
}
