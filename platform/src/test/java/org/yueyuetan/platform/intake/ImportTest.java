package org.yueyuetan.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.Rights;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.document.Sheets;
import org.yueyuetan.platform.form.NotFound;

@PlatformTest
class ImportTest {

  @Autowired SampleLedger ledger;
  @Autowired Imports imports;
  @Autowired ImportWork work;
  @Autowired ImportTable table;
  @Autowired LedgerWords words;
  @Autowired Template template;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired JdbcClient database;
  @Autowired TestClock clock;

  private SignedIn me = SignedIn.visitor();

  @BeforeEach
  void aPersonWhoMayImport() {
    ledger.start();
    me = person("li.yangben");
  }

  @Test
  void aFileWithoutFaultsWaitsForConfirmationAndIsThenStored() throws Exception {
    var id = send("树名,种 类,相邻的种类,Planted on\n雪松,松树,\"Plum、松\",2021年3月12日\n梅树,Plum,,\n");

    assertThat(found(id).status()).isEqualTo(ImportStatus.PREVIEW);
    assertThat(ledger.trees()).isEmpty();

    imports.confirm(found(id));
    work.run(id, () -> false);

    assertThat(found(id).status()).isEqualTo(ImportStatus.DONE);
    assertThat(found(id).done()).isEqualTo(2);
    assertThat(ledger.trees()).containsExactlyInAnyOrder("雪松", "梅树");
    assertThat(table.content(id)).isEmpty();
  }

  @Test
  void everyFaultIsNamedByRowColumnAndCureAndNothingCanBeConfirmed() throws Exception {
    var id = send("栽种日期,名称,种类,备注\n昨天,雪松,杨树,x\n,,松树,\n,雪松,松树,\n,银杏银杏银杏银杏银杏银杏,松树,\n,好树,松树,\n");

    var found = found(id);
    assertThat(found.status()).isEqualTo(ImportStatus.FAULTY);
    assertThat(found.total()).isEqualTo(5);
    assertThat(found.fine()).isEqualTo(1);
    assertThat(words.lines(ledger, found.faults(), Locale.SIMPLIFIED_CHINESE))
        .extracting(ShownFault::row, ShownFault::place, ShownFault::typed, ShownFault::words)
        .containsExactly(
            tuple(2, "A", "昨天", "“昨天”不是日期，请写成 2021-03-12 这样"),
            tuple(2, "C", "杨树", "“杨树”不在可填内容中。可填：松、梅"),
            tuple(3, "B", "", "请填写这一项"),
            tuple(4, "B", "雪松", "与第 2 行重复。请删去其中一行，或改正。"),
            tuple(5, "B", "银杏银杏银杏银杏银杏银杏", "最多 10 个字，现在有 12 个，请缩短"));
    assertThat(found.remarks())
        .singleElement()
        .satisfies(remark -> assertThat(remark.args()).containsExactly("备注"));

    imports.confirm(found);
    work.run(id, () -> false);
    assertThat(ledger.trees()).isEmpty();
  }

  @Test
  void aMissingColumnIsNamedBeforeAnyRowIsRead() throws Exception {
    var found = found(send("名称\n雪松\n"));

    assertThat(found.status()).isEqualTo(ImportStatus.FAULTY);
    assertThat(found.faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.fault().field()).isEqualTo("kind"))
        .satisfies(fault -> assertThat(fault.fault().key()).isEqualTo("intake.columnMissing"));
    assertThat(found(send("名称,种类\n")).faults().getFirst().fault().key()).isEqualTo("intake.noRows");
  }

  @Test
  void aStoppedImportLeavesNothing() throws Exception {
    var id = send(trees(9));
    imports.confirm(found(id));
    ledger.meanwhile(tree -> {
      if (tree.name().equals("树7")) {
        // The request that stops comes on another connection.
        assertThat(CompletableFuture.supplyAsync(() -> imports.stop(found(id))).join()).isTrue();
      }
    });

    work.run(id, () -> false);

    assertThat(found(id).status()).isEqualTo(ImportStatus.STOPPED);
    assertThat(ledger.trees()).isEmpty();
    assertThat(imports.stop(found(id))).isFalse();
  }

  @Test
  void aFaultWhileStoringUndoesAll() throws Exception {
    var id = send(trees(9));
    imports.confirm(found(id));
    ledger.meanwhile(tree -> {
      if (tree.name().equals("树7")) {
        throw new IllegalStateException("lightning");
      }
    });

    work.run(id, () -> false);

    assertThat(found(id).status()).isEqualTo(ImportStatus.FAILED);
    assertThat(found(id).message()).isEqualTo("intake.failed");
    assertThat(ledger.trees()).isEmpty();
  }

  @Test
  void anImportCutOffByTheEndOfTheProcessIsRunAgainByTheNext() throws Exception {
    var id = send(trees(9));
    imports.confirm(found(id));
    ledger.meanwhile(tree -> {
      throw new IllegalStateException("connection closed");
    });
    assertThatThrownBy(() -> work.run(id, () -> true)).isInstanceOf(IllegalStateException.class);
    assertThat(found(id).status()).isEqualTo(ImportStatus.CONFIRMED);

    ledger.meanwhile(tree -> {});
    work.run(id, () -> false);
    work.run(id, () -> false);

    assertThat(found(id).status()).isEqualTo(ImportStatus.DONE);
    assertThat(ledger.trees()).hasSize(9);
  }

  @Test
  void confirmingTwiceMakesOneJob() throws Exception {
    var id = send(trees(1));
    var seen = found(id);
    imports.confirm(seen);
    imports.confirm(seen);

    assertThat(
            database
                .sql("select task_instance from scheduled_tasks where task_name = 'import'")
                .query(String.class)
                .list())
        .containsExactly(String.valueOf(id));
  }

  @Test
  void aRecordThatSomebodyElseMadeMeanwhileUndoesAll() throws Exception {
    var id = send(trees(3));
    imports.confirm(found(id));
    database.sql("insert into sample_tree (name, kind) values ('树2', 'PINE')").update();

    work.run(id, () -> false);

    assertThat(found(id).status()).isEqualTo(ImportStatus.FAILED);
    assertThat(found(id).message()).isEqualTo("intake.failed.clash");
    assertThat(ledger.trees()).containsExactly("树2");
  }

  @Test
  void theImportStandsOnTheTrailUnderThePersonsName() throws Exception {
    var id = send(trees(2));
    imports.confirm(found(id));
    work.run(id, () -> false);

    assertThat(
            database
                .sql(
                    "select actor from audit_entry where action = 'import' and object_kind = 'trees'")
                .query(String.class)
                .single())
        .contains("li.yangben");
  }

  @Test
  void whoLostTheRightImportsNothing() throws Exception {
    var id = send(trees(2));
    imports.confirm(found(id));
    accounts.grant(me.id(), Rights.only(Role.AUDITOR), null, 1);

    work.run(id, () -> false);

    assertThat(found(id).message()).isEqualTo("intake.failed.notAllowed");
    assertThat(ledger.trees()).isEmpty();
  }

  @Test
  void nobodyElseSeesAnImport() throws Exception {
    var id = send(trees(1));
    var other = person("wang.yangben");

    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> imports.find(ledger, id, other));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> imports.ledger("trees", SignedIn.visitor()));
  }

  @Test
  void filesAreForgottenAfterAWeek() throws Exception {
    var id = send(trees(1));
    clock.advance(Duration.ofDays(8));
    table.forget(Duration.ofDays(7));

    assertThat(found(id).status()).isEqualTo(ImportStatus.STOPPED);
    assertThat(found(id).preview()).isEqualTo(Preview.NONE);
    assertThat(table.content(id)).isEmpty();
  }

  @Test
  void theTemplateComesBackAsAnEmptyButKnownTable() throws Exception {
    var file = template.of(ledger, Locale.SIMPLIFIED_CHINESE);

    assertThat(Sheets.read(file).header()).containsExactly("名称 *", "种类 *", "相邻的种类", "栽种日期");
    assertThat(found(imports.send(ledger, "模板.xlsx", file, me)).faults().getFirst().fault().key())
        .isEqualTo("intake.noRows");
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      assertThat(
              book.getSheetAt(0)
                  .getDataValidations()
                  .getFirst()
                  .getValidationConstraint()
                  .getExplicitListValues())
          .containsExactly("松", "梅");
      assertThat(book.getSheetAt(0).getDataValidations()).hasSize(1);
      assertThat(book.getNumberOfSheets()).isEqualTo(2);
    }
  }

  private SignedIn person(String username) {
    return people.with(username, "样本", Rights.organizer()).me();
  }

  private long send(String csv) throws Exception {
    return imports.send(ledger, "树.csv", csv.getBytes(StandardCharsets.UTF_8), me);
  }

  private Import found(long id) {
    return imports.find(ledger, id, me);
  }

  private static String trees(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "树" + i + ",松树")
        .collect(Collectors.joining("\n", "名称,种类\n", "\n"));
  }
}
