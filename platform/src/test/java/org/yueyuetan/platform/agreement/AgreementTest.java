package org.yueyuetan.platform.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yueyuetan.platform.agreement.AgreementFixture.FILM;
import static org.yueyuetan.platform.agreement.AgreementFixture.GRID;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.account.Confirmation;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.document.Upload;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.lifecycle.IllegalMove;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.organization.Organizations;
import org.yueyuetan.platform.policy.Change;
import org.yueyuetan.platform.project.Kind;
import org.yueyuetan.platform.project.Progress;
import org.yueyuetan.platform.signature.Finding;
import org.yueyuetan.platform.signature.PdfSig;
import org.yueyuetan.platform.signature.Verification;

/** An agreement from its draft to the last signature. */
@PlatformTest
@RecordApplicationEvents
class AgreementTest {

  @Autowired private Agreements agreements;
  @Autowired private Signatures signatures;
  @Autowired private AgreementFiles files;
  @Autowired private AgreementPaper paper;
  @Autowired private Revisions revisions;
  @Autowired private AgreementProgress progress;
  @Autowired private Verification verification;
  @Autowired private Confirmation confirmation;
  @Autowired private Organizations organizations;
  @Autowired private People people;
  @Autowired private JdbcClient jdbc;
  @Autowired private TestClock clock;
  @Autowired private ApplicationEvents events;

  private long filmId;
  private long gridId;
  private SignedIn staff;
  private SignedIn film;
  private SignedIn grid;

  @BeforeEach
  void twoParties() {
    filmId = NeedFixture.organization(jdbc, FILM);
    gridId = NeedFixture.organization(jdbc, GRID);
    staff = people.organizer().me();
    film = people.representative("film", filmId).me();
    grid = people.representative("grid", gridId).me();
  }

  private Agreement read(long id) {
    return agreements.find(staff, id).orElseThrow();
  }

  private long approved() {
    var id = agreements.draft(AgreementFixture.between(filmId, gridId), staff);
    agreements.submit(id, staff);
    agreements.approve(id, 1, film);
    agreements.approve(id, 1, grid);
    return id;
  }

  private long signing() {
    var id = approved();
    agreements.start(id, staff);
    return id;
  }

  private void sign(long id, SignedIn who) {
    signatures.sign(id, read(id).fileSha256(), Optional.empty(), who);
  }

  @Test
  void draftedApprovedAndSignedInOrderItHoldsAndTheFileProvesIt() throws Exception {
    var id = signing();
    assertThat(read(id).number()).isEqualTo("聊社协〔2026〕1号");

    sign(id, film);
    assertThat(read(id).status()).isEqualTo(AgreementStatus.SIGNING);
    clock.advance(Duration.ofHours(2));
    sign(id, grid);

    var signed = read(id);
    assertThat(signed.status()).isEqualTo(AgreementStatus.SIGNED);
    var pdf = files.find(id, AgreementFiles.Form.PDF).orElseThrow().content();
    assertThat(PdfSig.of(pdf).split("Signature is Valid", -1)).hasSize(3);
    assertThat(verification.verify(pdf))
        .extracting(finding -> finding.signatory().organization())
        .containsExactly(FILM, GRID);
    assertThat(AgreementFiles.sha256(pdf)).isEqualTo(signed.fileSha256());
    assertThat(events.stream(AgreementSigned.class))
        .singleElement()
        .satisfies(event -> {
          assertThat(event.organizations()).containsExactly(filmId, gridId);
          assertThat(event.contributions()).hasSize(2);
          assertThat(event.manner()).isEqualTo(Manner.ELECTRONIC);
        });
  }

  @Test
  void theRecordIsSealedByThePlatformAndHoldsTheAgreement() throws Exception {
    var id = signing();
    sign(id, film);
    sign(id, grid);

    var record = files.find(id, AgreementFiles.Form.RECORD).orElseThrow().content();
    assertThat(PdfSig.of(record)).contains("Signature is Valid", "Total document signed");
    assertThat(verification.verify(record))
        .extracting(Finding::trust)
        .containsExactly(Finding.Trust.OURS);
    try (var document = Loader.loadPDF(record)) {
      var inside =
          new PDDocumentNameDictionary(document.getDocumentCatalog())
              .getEmbeddedFiles()
              .getNames()
              .values()
              .iterator()
              .next();
      assertThat(AgreementFiles.sha256(inside.getEmbeddedFile().toByteArray()))
          .isEqualTo(read(id).fileSha256());
    }
  }

  @Test
  void theCodeOnTheLastPageLeadsToTheRecordOfTheAgreement() throws Exception {
    var agreement = read(agreements.draft(AgreementFixture.between(filmId, gridId), staff));
    try (var document = Loader.loadPDF(paper.agreement(agreement).pdf())) {
      var page = new PDFRenderer(document).renderImageWithDPI(document.getNumberOfPages() - 1, 200);
      var pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
      var seen =
          new QRCodeReader()
              .decode(
                  new BinaryBitmap(
                      new HybridBinarizer(
                          new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))),
                  Map.of(DecodeHintType.TRY_HARDER, true));
      assertThat(seen.getText()).endsWith("/verify/" + agreement.code());
    }
  }

  @Test
  void whoApprovedReadsAgainWhenTheWordsChangedAndTheDifferenceShows() {
    var id = agreements.draft(AgreementFixture.between(filmId, gridId), film);
    assertThat(agreements.find(grid, id)).as("a draft is the drafter's").isEmpty();
    agreements.submit(id, film);
    assertThat(read(id).approvedBy(read(id).party(1))).as("the drafter has approved").isTrue();
    agreements.giveBack(id, "补助太少", grid);
    assertThat(agreements.find(grid, id)).as("who gave it back sees it change").isPresent();

    var other = AgreementFixture.draft("网格微服务视频拍摄和培训协议", List.of(filmId, gridId));
    agreements.change(id, other, read(id).version(), film);
    agreements.submit(id, film);

    assertThatThrownBy(() -> agreements.approve(id, 1, grid)).isInstanceOf(EditedElsewhere.class);
    agreements.approve(id, 2, grid);
    assertThat(read(id).status()).isEqualTo(AgreementStatus.APPROVED);
    assertThat(revisions.of(read(id)).getFirst().changes())
        .contains(new Change(Change.Kind.NEW, "和培训"));
    assertThatThrownBy(() -> agreements.change(id, other, 0, film))
        .isInstanceOf(EditedElsewhere.class);
  }

  @Test
  void nobodySignsTwiceOutOfOrderOrAnotherFileThanTheyRead() {
    var early = approved();
    assertThatThrownBy(() -> signatures.sign(early, "", Optional.empty(), film))
        .isInstanceOf(IllegalMove.class);
    agreements.start(early, staff);

    assertThatThrownBy(() -> sign(early, grid)).hasMessage("agreement.fault.notYourTurn");
    assertThatThrownBy(() -> signatures.sign(early, "stale", Optional.empty(), film))
        .isInstanceOf(EditedElsewhere.class);
    sign(early, film);
    assertThatThrownBy(() -> sign(early, film)).hasMessage("agreement.fault.signedAlready");
    assertThatThrownBy(() -> sign(early, staff)).isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(
            () -> agreements.change(early, AgreementFixture.between(filmId, gridId), 9, staff))
        .isInstanceOf(IllegalMove.class);
  }

  @Test
  void twoBrowsersAtOnceMakeOneSignature() throws Exception {
    var id = signing();
    var sha256 = read(id).fileSha256();
    Callable<Boolean> attempt =
        () -> {
          try {
            signatures.sign(id, sha256, Optional.empty(), film);
            return true;
          } catch (Refused | EditedElsewhere second) {
            return false;
          }
        };
    var outcomes = new ArrayList<Boolean>();
    try (var browsers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var outcome : browsers.invokeAll(List.of(attempt, attempt))) {
        outcomes.add(outcome.get());
      }
    }
    assertThat(outcomes).containsExactlyInAnyOrder(true, false);
    var pdf = files.find(id, AgreementFiles.Form.PDF).orElseThrow().content();
    assertThat(verification.verify(pdf)).hasSize(1);
  }

  @Test
  void anOrganizationOutOfUseDoesNotSignAndNothingSignedIsLost() {
    var id = signing();
    sign(id, film);
    organizations.deactivate(
        staff.scope(),
        gridId,
        "注销",
        organizations.find(staff.scope(), gridId).orElseThrow().version());

    assertThatThrownBy(() -> sign(id, grid)).hasMessage("agreement.fault.inactive");
    assertThat(read(id).party(1).signed()).isTrue();
    agreements.withdraw(id, "乙方注销", staff);
    assertThat(read(id).status()).isEqualTo(AgreementStatus.WITHDRAWN);
    assertThat(files.find(id, AgreementFiles.Form.PDF)).isPresent();
  }

  @Test
  void aPartyDeclinesWithAReasonThatAllRead() {
    var id = signing();
    agreements.decline(id, "理事会没有通过", grid);

    assertThat(read(id).status()).isEqualTo(AgreementStatus.DECLINED);
    assertThat(agreements.history(read(id)).getLast().note()).isEqualTo("理事会没有通过");
    assertThat(noticesOf(film)).contains("agreement.notice.declined");
    assertThatThrownBy(() -> sign(id, film)).isInstanceOf(IllegalMove.class);
  }

  @Test
  void wrongPasswordsLockTheAccountAsAtSignIn() throws Exception {
    assertThat(confirmation.person("film", People.PASSWORD).id()).isEqualTo(film.id());
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> confirmation.person("film", "guessed-Wrong-1"))
          .isInstanceOf(Confirmation.Refused.class);
    }
    assertThatThrownBy(() -> confirmation.person("film", People.PASSWORD))
        .isInstanceOf(Confirmation.Refused.class);
  }

  @Test
  void whoeverItWaitsForIsRemindedAfterSomeDaysAndOnce() {
    signing();
    assertThat(agreements.remind()).isZero();
    clock.advance(Duration.ofDays(3));
    assertThat(agreements.remind()).isOne();
    assertThat(agreements.remind()).isZero();
    assertThat(noticesOf(film)).contains("agreement.notice.stillToSign");
    assertThat(noticesOf(grid)).doesNotContain("agreement.notice.stillToSign");
  }

  @Test
  void aPaperAgreementIsRecordedWithItsScanAndMarkedAsSuch() throws Exception {
    var id = agreements.draft(AgreementFixture.between(filmId, gridId), staff);
    var scan = Upload.file("扫描件.txt", "scan".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> agreements.recordPaper(id, scan, film)).isNotNull();
    agreements.recordPaper(id, scan, staff);

    var recorded = read(id);
    assertThat(recorded.manner()).isEqualTo(Manner.PAPER);
    assertThat(recorded.status()).isEqualTo(AgreementStatus.SIGNED);
    assertThat(recorded.parties()).noneMatch(Party::signed);
    assertThat(files.find(id, AgreementFiles.Form.PDF)).isEmpty();
  }

  @Test
  void othersSeeASignedAgreementButNotItsWordsUntilItIsDisclosed() {
    var id = signing();
    var other = people.representative("other", NeedFixture.organization(jdbc, "别的协会")).me();
    assertThat(agreements.find(SignedIn.visitor(), id)).isEmpty();
    assertThat(agreements.find(other, id)).isEmpty();
    sign(id, film);
    sign(id, grid);

    var seen = agreements.find(SignedIn.visitor(), id).orElseThrow();
    assertThat(agreements.readsWords(SignedIn.visitor(), seen)).isFalse();
    assertThat(agreements.readsWords(other, seen)).isFalse();
    assertThat(agreements.readsWords(grid, seen)).isTrue();
    agreements.disclose(id, true, staff);
    assertThat(
            agreements.readsWords(
                SignedIn.visitor(), agreements.find(SignedIn.visitor(), id).orElseThrow()))
        .isTrue();
  }

  @Test
  void noPartyAloneShowsThePublicWhatWasNotAgreedToBeShown() throws Exception {
    var id = agreements.draft(AgreementFixture.between(filmId, gridId), film);
    agreements.recordPaper(
        id, Upload.file("扫描件.txt", "scan".getBytes(StandardCharsets.UTF_8)), staff);

    assertThatThrownBy(() -> agreements.disclose(id, true, film))
        .isInstanceOf(AccessDeniedException.class);
    agreements.disclose(id, true, staff);
    agreements.disclose(id, false, film);
    assertThat(read(id).disclosed()).isFalse();
  }

  @Test
  void whatHappenedToAnAgreementIsNeverRewritten() {
    agreements.draft(AgreementFixture.between(filmId, gridId), staff);

    for (var table : List.of("agreement_move", "agreement_revision")) {
      assertThatThrownBy(() -> jdbc.sql("update %s set actor = 'x'".formatted(table)).update())
          .hasMessageContaining("append-only");
    }
  }

  @Test
  void whatIsSignedCountsForTheProjectAndStandsOnTheThread() {
    var project = project();
    var item = item(project, "部");
    var plain = AgreementFixture.between(filmId, gridId);
    var draft =
        new AgreementDraft(
            plain.template(),
            plain.title(),
            plain.purpose(),
            Optional.of(project),
            plain.from(),
            plain.until(),
            plain.parties(),
            List.of(videos(Optional.of(item), Optional.empty())),
            plain.milestones(),
            plain.clauses(),
            false);
    var id = agreements.draft(draft, staff);
    agreements.submit(id, staff);
    agreements.approve(id, 1, film);
    agreements.approve(id, 1, grid);
    agreements.start(id, staff);
    sign(id, film);
    assertThat(progress.ofItems(List.of(item))).isEmpty();
    sign(id, grid);

    assertThat(progress.stage()).isEqualTo(Progress.Stage.SIGNED);
    assertThat(progress.ofItems(List.of(item))).containsExactly(Map.entry(item, 12L));
    assertThat(
            jdbc.sql(
                    "select from_kind from link where to_kind = 'agreement' and to_id = :id order by 1")
                .param("id", id)
                .query(String.class)
                .list())
        .containsExactly("organization", "organization", "project");
    assertThat(
            jdbc.sql(
                    "select figure from figure_row where kind = 'agreement' and due is null order by 1")
                .query(String.class)
                .list())
        .containsExactly("agreements", "electronicAgreements");
    assertThat(agreements.signed(grid, List.of(id)).getFirst().milestones()).hasSize(2);
    assertThat(agreements.signed(SignedIn.visitor(), List.of(id))).isEmpty();
    assertThat(agreements.signed(id).orElseThrow().contributions()).hasSize(1);
  }

  private AgreementDraft giving(Optional<Long> project, Contribution... given) {
    var plain = AgreementFixture.between(filmId, gridId);
    return new AgreementDraft(
        plain.template(),
        plain.title(),
        plain.purpose(),
        project,
        plain.from(),
        plain.until(),
        plain.parties(),
        List.of(given),
        List.of(),
        plain.clauses(),
        false);
  }

  private static Contribution videos(Optional<Long> item, Optional<Long> provision) {
    return new Contribution(0, 1, Kind.SERVICE, "视频", 12, "部", item, provision);
  }

  private void refused(AgreementDraft draft, String key) {
    assertThatThrownBy(() -> agreements.draft(draft, staff)).hasMessage(key);
  }

  @Test
  void anothersNeedIsNotMetByAnAgreementOnAProject() {
    refused(
        giving(Optional.empty(), videos(Optional.of(99L), Optional.empty())),
        "agreement.fault.item");
  }

  @Test
  void whatIsCountedInOtherUnitsMeetsNoNeed() {
    var project = project();
    var hours = item(project, "小时");
    refused(
        giving(Optional.of(project), videos(Optional.of(hours), Optional.empty())),
        "agreement.fault.measure");
  }

  @Test
  void anAgreementOnAProjectTakesWhoseProjectItIs() {
    var theirs = NeedFixture.organization(jdbc, "别的中心");
    var project = project();
    jdbc.sql("update project set organization_id = :theirs").param("theirs", theirs).update();
    refused(
        giving(Optional.of(project), videos(Optional.empty(), Optional.empty())),
        "agreement.fault.projectParty");
  }

  @Test
  void nobodyPromisesWhatAnotherGives() {
    var own = provision(filmId);
    var anothers = provision(gridId);
    refused(
        giving(Optional.empty(), videos(Optional.empty(), Optional.of(anothers))),
        "agreement.fault.provision");
    agreements.draft(giving(Optional.empty(), videos(Optional.empty(), Optional.of(own))), staff);
  }

  @Test
  void anAgreementHasSomethingToKeep() {
    refused(giving(Optional.empty()), "agreement.fault.empty");
  }

  private long item(long project, String unit) {
    return jdbc.sql(
            """
            insert into project_item (project_id, kind, title, quantity, unit, lot)
            values (:project, 'SERVICE', '视频', 20, :unit, 1) returning id
            """)
        .param("project", project)
        .param("unit", unit)
        .query(Long.class)
        .single();
  }

  private long provision(long organization) {
    return jdbc.sql(
            """
            insert into provision (organization_id, kind, title, quantity, unit, field, region_code, visibility, status,
                                   words, created_at)
            values (:organization, 'SERVICE', '拍摄视频', 20, '部', 'SOCIAL_WORK', '371500000000', 'PUBLIC', 'OPEN', '',
                    now())
            returning id
            """)
        .param("organization", organization)
        .query(Long.class)
        .single();
  }

  private long project() {
    return jdbc.sql(
            """
            insert into project (organization_id, title, goal, field, region_code, visibility, status, number, words,
                                 created_at, established_at)
            values (:grid, '网格微服务', '让居民少跑腿', 'SOCIAL_WORK', '371500000000', 'PUBLIC', 'ESTABLISHED', '聊社项〔2026〕1号',
                    '', now(), now())
            returning id
            """)
        .param("grid", gridId)
        .query(Long.class)
        .single();
  }

  private List<String> noticesOf(SignedIn who) {
    return jdbc.sql("select key from notice where account_id = :id")
        .param("id", who.id())
        .query(String.class)
        .list();
  }
}
