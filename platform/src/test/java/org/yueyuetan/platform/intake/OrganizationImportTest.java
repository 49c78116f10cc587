package org.yueyuetan.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.organization.CreditCode;
import org.yueyuetan.platform.organization.Filter;
import org.yueyuetan.platform.organization.Kind;
import org.yueyuetan.platform.organization.Organization;
import org.yueyuetan.platform.organization.Organizations;

/** The registry's ledger and its sample files, through the whole way of an import. */
@PlatformTest
class OrganizationImportTest {

  private static final Path SAMPLES = Path.of("..", "samples");

  @Autowired Imports imports;
  @Autowired ImportWork work;
  @Autowired LedgerWords words;
  @Autowired Template template;
  @Autowired Organizations organizations;
  @Autowired People people;

  private SignedIn me = SignedIn.visitor();

  @BeforeEach
  void anOrganizer() {
    me = people.organizer().me();
  }

  @Test
  void theSampleFilesAreImported() throws Exception {
    assertThat(carriedOut("organizations.xlsx").status()).isEqualTo(ImportStatus.DONE);

    var all = organizations.list(me.scope(), Filter.inUse(), Optional.empty(), 100);
    assertThat(all).hasSize(30).allMatch(Organization::sample);
    assertThat(organizations.byName("临清市和谐社区发展中心（样例）"))
        .hasValueSatisfying(found -> assertThat(found.regionCode()).isEqualTo("371581000000"));
  }

  @Test
  void theSecondImportOfTheSameFileNamesEveryOrganizationThatIsThereAlready() throws Exception {
    carriedOut("organizations.csv");

    var again = sent("organizations.csv");

    assertThat(again.status()).isEqualTo(ImportStatus.FAULTY);
    assertThat(words.lines(ledger(), again.faults(), Locale.SIMPLIFIED_CHINESE))
        .hasSize(30)
        .first()
        .satisfies(line -> assertThat(line.words()).contains("已登记在“聊城市晨曦社会工作服务中心（样例）”名下"));
  }

  @Test
  void theFaultySampleTellsEveryFaultByRowAndColumn() throws Exception {
    var faulty = sent("organizations-faulty.csv");

    assertThat(faulty.fine()).isEqualTo(2);
    assertThat(faulty.faults())
        .extracting(CellFault::row, fault -> fault.fault().field(), fault -> fault.fault().key())
        .containsExactly(
            tuple(3, "creditCode", "organization.creditCode.check"),
            tuple(4, "creditCode", "organization.creditCode.character"),
            tuple(5, "creditCode", "organization.creditCode.length"),
            tuple(6, "creditCode", "organization.creditCode.kind"),
            tuple(7, "name", "form.required"),
            tuple(8, "region", "region.unknown"),
            tuple(9, "creditCode", "organization.creditCode.required"),
            tuple(10, "creditCode", "organization.creditCode.kind"),
            tuple(11, "fields", "intake.unknownWord"),
            tuple(12, "fields", "organization.fields.none"),
            tuple(13, "contactPhone1", "form.phone"),
            tuple(13, "contactEmail1", "form.email"),
            tuple(14, "members", "form.whole"),
            tuple(15, "kind", "intake.unknownWord"),
            tuple(15, "level", "intake.unknownWord"));
  }

  @Test
  void aBureausOwnHeadersAndWordsAreUnderstood() throws Exception {
    var id =
        imports.send(
            ledger(),
            "名册.csv",
            """
            单位名称,组织类型,社会信用代码,县区,服务领域,联系人姓名,手机号
            聊城市样例养老服务中心,民非,52371500MJD0000114,东昌府区／柳园街道办事处,养老；社工,张样例,0635-0100001
            """
                .getBytes(StandardCharsets.UTF_8),
            me);

    assertThat(imports.find(ledger(), id, me).faults()).isEmpty();
  }

  @Test
  void theTemplatesExampleIsValid() throws Exception {
    var example =
        ledger().columns().stream()
            .map(Column::key)
            .collect(
                Collectors.toMap(
                    key -> key,
                    key ->
                        words.word(
                            "organization.import." + key + ".example",
                            "",
                            Locale.SIMPLIFIED_CHINESE)));
    var csv =
        ledger().columns().stream()
                .map(column -> words.header(ledger(), column.key(), Locale.SIMPLIFIED_CHINESE))
                .collect(Collectors.joining(","))
            + "\n"
            + ledger().columns().stream()
                .map(column -> example.get(column.key()))
                .collect(Collectors.joining(","))
            + "\n";

    var id = imports.send(ledger(), "例.csv", csv.getBytes(StandardCharsets.UTF_8), me);

    assertThat(
            words.lines(
                ledger(), imports.find(ledger(), id, me).faults(), Locale.SIMPLIFIED_CHINESE))
        .isEmpty();
  }

  @Test
  void twoThousandRowsComeInAtOnce() throws Exception {
    var csv =
        IntStream.range(0, 2_000)
            .mapToObj(n ->
                "聊城第%d样例社会工作服务中心,民办非企业单位,%s,东昌府区柳园街道,社会工作、养老助老,为社区居民提供专业社会工作服务。,张样例,0635-0100001"
                    .formatted(n, CreditCode.sample(Kind.SERVICE_AGENCY, "371502", n)))
            .collect(Collectors.joining("\n", "名称,类别,统一社会信用代码,所在区划,领域,简介,联系人,电话\n", "\n"));

    var id = imports.send(ledger(), "两千.csv", csv.getBytes(StandardCharsets.UTF_8), me);
    imports.confirm(imports.find(ledger(), id, me));
    work.run(id, () -> false);

    assertThat(imports.find(ledger(), id, me).done()).isEqualTo(2_000);
    assertThat(organizations.count(me.scope(), Filter.inUse())).isEqualTo(2_000);
  }

  private Import carriedOut(String file) throws Exception {
    var preview = sent(file);
    assertThat(words.lines(ledger(), preview.faults(), Locale.SIMPLIFIED_CHINESE)).isEmpty();
    imports.confirm(preview);
    work.run(preview.id(), () -> false);
    return imports.find(ledger(), preview.id(), me);
  }

  private Import sent(String file) throws Exception {
    var id = imports.send(ledger(), file, Files.readAllBytes(SAMPLES.resolve(file)), me);
    return imports.find(ledger(), id, me);
  }

  private Ledger<?> ledger() {
    return imports.ledger("organizations", me);
  }
}
