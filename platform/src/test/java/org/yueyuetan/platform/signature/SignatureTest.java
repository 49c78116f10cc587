package org.yueyuetan.platform.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.document.Block;
import org.yueyuetan.platform.document.Head;
import org.yueyuetan.platform.document.OfficialDocument;
import org.yueyuetan.platform.document.UnreadableFile;
import org.yueyuetan.platform.signature.Finding.Soundness;
import org.yueyuetan.platform.signature.Finding.Trust;

@PlatformTest
class SignatureTest {

  private static final Signatory FILM = new Signatory("王影", "聊城市微电影协会（示例）", "51371500MJD0000117");
  private static final Signatory SERVICE =
      new Signatory("李网格", "聊城市网格微服务中心（示例）", "52371500MJD0000114");
  private static final Signatory BUREAU = new Signatory("赵见证", "聊城市民政局", "");

  @Autowired private Signing signing;
  @Autowired private Verification verification;
  @Autowired private Authority authority;
  @Autowired private KeyStorePassword password;
  @Autowired private Settings settings;
  @Autowired private JdbcClient jdbc;
  @Autowired private TestClock clock;

  @Test
  void threePartiesSignOneAfterAnotherAndEachSignatureStaysValid() throws Exception {
    var signed = paper();
    var parties = List.of(FILM, SERVICE, BUREAU);
    for (int i = 0; i < parties.size(); i++) {
      signed = signing.sign(signed, "party-" + (i + 1), parties.get(i), "签署协议").pdf();
    }

    var judged = PdfSig.of(signed);
    assertThat(judged).contains("Signature #3");
    assertThat(judged.split("Signature is Valid", -1)).as(judged).hasSize(4);
    assertThat(judged).contains("Total document signed", "ETSI.CAdES.detached", "王影");
    assertThat(verification.verify(signed))
        .extracting(Finding::signatory, Finding::soundness, Finding::trust, Finding::at)
        .containsExactly(
            tuple(FILM, Soundness.UNCHANGED, Trust.OURS, clock.instant()),
            tuple(SERVICE, Soundness.UNCHANGED, Trust.OURS, clock.instant()),
            tuple(BUREAU, Soundness.UNCHANGED, Trust.OURS, clock.instant()));
  }

  @Test
  void oneChangedByteIsFoundByUsAndByOthers() throws Exception {
    var signed = signing.sign(paper(), "party-1", FILM, "签署协议").pdf();
    signed[9] ^= 1;

    assertThat(verification.verify(signed).getFirst().soundness()).isEqualTo(Soundness.BROKEN);
    assertThat(PdfSig.of(signed)).contains("Digest Mismatch").doesNotContain("Signature is Valid");
  }

  @Test
  void aPageAddedAfterTheSignatureIsFound() throws Exception {
    var signed = signing.sign(paper(), "party-1", FILM, "签署协议").pdf();
    var out = new ByteArrayOutputStream();
    try (var document = Loader.loadPDF(signed)) {
      document.addPage(new PDPage());
      document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
      document.getPages().getCOSObject().setNeedToBeUpdated(true);
      document.getPage(document.getNumberOfPages() - 1).getCOSObject().setNeedToBeUpdated(true);
      document.saveIncremental(out);
    }

    assertThat(verification.verify(out.toByteArray()).getFirst().soundness())
        .isEqualTo(Soundness.ADDED_TO);
    assertThat(PdfSig.of(out.toByteArray())).contains("Not total document signed");
  }

  @Test
  void aStampRedrawnByWhoeverSignsNextIsFound() throws Exception {
    var first = signing.sign(paper(), "party-1", FILM, "签署协议").pdf();
    var out = new ByteArrayOutputStream();
    try (var document = Loader.loadPDF(first)) {
      var widget =
          document.getDocumentCatalog().getAcroForm().getField("party-1").getWidgets().getFirst();
      var looks = widget.getAppearance().getNormalAppearance().getAppearanceStream();
      try (var other = looks.getCOSObject().createOutputStream()) {
        other.write("1 0 0 rg 0 0 200 50 re f".getBytes(StandardCharsets.US_ASCII));
      }
      looks.getCOSObject().setNeedToBeUpdated(true);
      document.saveIncremental(out);
    }
    var both = signing.sign(out.toByteArray(), "party-2", SERVICE, "签署协议").pdf();

    assertThat(verification.verify(both))
        .extracting(Finding::soundness)
        .containsExactly(Soundness.ADDED_TO, Soundness.UNCHANGED);
  }

  @Test
  void aByteAfterTheLastSignatureIsFound() throws Exception {
    var signed = signing.sign(paper(), "party-1", FILM, "签署协议").pdf();
    var longer = Arrays.copyOf(signed, signed.length + 1);
    longer[signed.length] = '%';

    assertThat(verification.verify(longer).getFirst().soundness()).isEqualTo(Soundness.ADDED_TO);
  }

  @Test
  void whoeverSignsMayBringACertificateOfTheirOwnAndItCountsAsOursOnlyIfWeIssuedIt()
      throws Exception {
    var file = pkcs12("own-secret");
    var own = Credential.fromPkcs12(file, "own-secret".toCharArray(), clock.instant());

    var signed = signing.sign(paper(), "party-2", SERVICE, "签署协议", Optional.of(own)).pdf();

    assertThat(PdfSig.of(signed)).contains("Signature is Valid");
    var finding = verification.verify(signed).getFirst();
    assertThat(finding.trust()).isEqualTo(Trust.OURS);
    jdbc.sql("delete from signing_authority").update();
    assertThat(verification.verify(signed).getFirst().trust()).isEqualTo(Trust.FOREIGN);
    // Another authority that bears our name, as a forger would make one.
    authority.issue(FILM, clock.instant());
    assertThat(verification.verify(signed).getFirst().trust()).isEqualTo(Trust.PRETENDED);
  }

  @Test
  void aCertificateThatCannotSignIsRefusedWithTheCure() throws Exception {
    var file = pkcs12("own-secret");

    assertThatThrownBy(() -> Credential.fromPkcs12(file, "guessed".toCharArray(), clock.instant()))
        .hasMessage("signature.certificate.unreadable");
    assertThatThrownBy(() ->
            Credential.fromPkcs12(
                file, "own-secret".toCharArray(), Instant.parse("2100-01-01T00:00:00Z")))
        .hasMessage("signature.certificate.expired");
    assertThatThrownBy(() -> Credential.fromPkcs12(new byte[] {1, 2}, new char[0], clock.instant()))
        .hasMessage("signature.certificate.unreadable");
  }

  @Test
  void aTimeStampIsTakenWhereAnAuthorityIsSetAndNothingIsSignedWhenItIsSilent() throws Exception {
    try (var authority = new TimeStamps(clock)) {
      settings.change(
          Setting.TIME_STAMP_AUTHORITY,
          authority.address(),
          settings.entry(Setting.TIME_STAMP_AUTHORITY).version());

      var signed = signing.sign(paper(), "party-1", FILM, "签署协议").pdf();

      assertThat(PdfSig.of(signed)).contains("Signature is Valid");
      assertThat(verification.verify(signed).getFirst().stamp())
          .contains(new Finding.Stamp(clock.instant(), "Test time stamps"));

      authority.signWithAnotherKey();
      assertThatThrownBy(() -> signing.sign(paper(), "party-1", FILM, "签署协议"))
          .extracting("key")
          .isEqualTo("signature.unavailable.timeStamp");
    }
    assertThatThrownBy(() -> signing.sign(paper(), "party-1", FILM, "签署协议"))
        .isInstanceOf(SigningUnavailable.class)
        .extracting("key")
        .isEqualTo("signature.unavailable.timeStamp");
  }

  @Test
  void theKeyLiesEncryptedAndItsPasswordInAFileOfOurs() throws Exception {
    authority.ready();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password.file())))
        .isEqualTo("rw-------");
    var root = authority.certificate().orElseThrow();

    authority.ready();
    assertThat(authority.certificate()).contains(root);
    assertThat(verification.root().orElseThrow()).isEqualTo(root.getEncoded());

    var secret = Files.readString(password.file());
    Files.writeString(password.file(), "another");
    try {
      assertThatThrownBy(() -> signing.sign(paper(), "party-1", FILM, "签署协议"))
          .isInstanceOf(SigningUnavailable.class)
          .hasMessageContaining(KeyStorePassword.FILE);
      assertThat(authority.certificate()).contains(root);
    } finally {
      Files.writeString(password.file(), secret);
    }
  }

  @Test
  void whatIsNoPdfOrBrokenOrUnsignedIsToldApart() throws Exception {
    assertThatThrownBy(() -> verification.verify("hello".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnreadableFile.class)
        .extracting("key")
        .isEqualTo("signature.file.notAPdf");
    assertThatThrownBy(
            () -> verification.verify("%PDF-1.7 nonsense".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnreadableFile.class)
        .extracting("key")
        .isEqualTo("signature.file.broken");
    assertThat(verification.verify(paper())).isEmpty();
  }

  @Test
  void aFileTornOrScribbledOnIsAnsweredAndNeverBelieved() throws Exception {
    var signed = signing.sign(paper(), "party-1", FILM, "签署协议").pdf();
    var chance = new Random(20210302);
    for (int i = 0; i < 40; i++) {
      var damaged =
          i % 2 == 0
              ? Arrays.copyOf(signed, 20 + chance.nextInt(signed.length - 40))
              : signed.clone();
      for (int n = 0; i % 2 == 1 && n < 20; n++) {
        damaged[chance.nextInt(30_000)] ^= (byte) (1 + chance.nextInt(255));
      }
      try {
        assertThat(verification.verify(damaged))
            .extracting(Finding::soundness)
            .doesNotContain(Soundness.UNCHANGED);
      } catch (UnreadableFile told) {
        assertThat(told.key()).startsWith("signature.file.");
      }
    }
  }

  @Test
  void aFileThatUnpacksWithoutEndOrDigsWithoutEndIsRefusedAndTheNextOneIsRead() throws Exception {
    var blanks = new ByteArrayOutputStream();
    try (var packed = new DeflaterOutputStream(blanks)) {
      for (int i = 0; i < 80; i++) {
        packed.write(new byte[1024 * 1024]);
      }
    }
    var bomb = new ByteArrayOutputStream();
    bomb.writeBytes(
        "%%PDF-1.7\n1 0 obj <</Type/XRef/Size 5/W[1 4 1]/Root 2 0 R/Filter/FlateDecode/Length %d>> stream\n"
            .formatted(blanks.size())
            .getBytes(StandardCharsets.US_ASCII));
    bomb.writeBytes(blanks.toByteArray());
    bomb.writeBytes(
        "\nendstream endobj\nstartxref\n9\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
    assertThatThrownBy(() -> verification.verify(bomb.toByteArray()))
        .extracting("key")
        .isEqualTo("signature.file.unpacks");

    var pit = new StringBuilder("%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R");
    pit.append(
        "/AcroForm<</Fields[3 0 R]>>>> endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n");
    for (int i = 3; i < 30_000; i++) {
      pit.append("%d 0 obj<</T(a)/Kids[%d 0 R]>>endobj\n".formatted(i, i + 1));
    }
    pit.append("trailer<</Root 1 0 R>>\n%%EOF");
    assertThatThrownBy(
            () -> verification.verify(pit.toString().getBytes(StandardCharsets.US_ASCII)))
        .extracting("key")
        .isEqualTo("signature.file.broken");
    assertThat(verification.verify(paper())).isEmpty();
  }

  @Test
  void aFileWithMoreSignaturesThanCanBeComparedIsRefusedAndToldWhy() throws Exception {
    var crowd =
        new StringBuilder("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[");
    for (int i = 100; i < 133; i++) {
      crowd.append(i).append(" 0 R ");
    }
    crowd.append("]>>>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n");
    var signature = signature(signing.sign(paper(), "party-1", FILM, "签署协议").pdf());
    for (int i = 100; i < 133; i++) {
      crowd.append("%d 0 obj<</FT/Sig/T(f%d)/V %d 0 R>>endobj\n".formatted(i, i, i + 100));
      crowd.append(
          "%d 0 obj<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0 9 %d 9]/Contents<%s>>>endobj\n"
              .formatted(i + 100, i, signature));
    }
    crowd.append("trailer<</Root 1 0 R>>\n%%EOF");

    assertThatThrownBy(
            () -> verification.verify(crowd.toString().getBytes(StandardCharsets.US_ASCII)))
        .extracting("key", "args")
        .containsExactly("signature.file.signatures", List.of("32"));
  }

  @Test
  void aSignedFileWithNotesOrPagesWithoutEndIsRefusedAndToldWhy() throws Exception {
    var notes = Loader.loadPDF(paper());
    notes.getPage(0).setAnnotations(Stream.generate(SignatureTest::note).limit(2001).toList());
    var pages = Loader.loadPDF(paper());
    while (pages.getNumberOfPages() <= 1000) {
      pages.addPage(new PDPage());
    }
    for (var document : List.of(notes, pages)) {
      var out = new ByteArrayOutputStream();
      document.save(out);
      document.close();
      assertThat(verification.verify(out.toByteArray())).as("unsigned").isEmpty();

      var signed = signing.sign(out.toByteArray(), "party-1", FILM, "签署协议").pdf();
      assertThatThrownBy(() -> verification.verify(signed))
          .extracting("key")
          .isEqualTo("signature.file.endless");
    }
  }

  private static PDAnnotation note() {
    var note = new PDAnnotationText();
    note.setRectangle(new PDRectangle(9, 9, 1, 1));
    return note;
  }

  private static String signature(byte[] signed) throws IOException {
    try (var document = Loader.loadPDF(signed)) {
      return HexFormat.of().formatHex(document.getLastSignatureDictionary().getContents());
    }
  }

  @Test
  void anothersCertificateBesideAKeyIsRefused() throws Exception {
    var key = authority.issue(SERVICE, clock.instant()).key();
    var file =
        pkcs12("own-secret", new Credential(key, authority.issue(FILM, clock.instant()).chain()));

    assertThatThrownBy(
            () -> Credential.fromPkcs12(file, "own-secret".toCharArray(), clock.instant()))
        .hasMessage("signature.certificate.notForSigning");
  }

  private byte[] pkcs12(String secret) throws Exception {
    return pkcs12(secret, authority.issue(SERVICE, clock.instant()));
  }

  private static byte[] pkcs12(String secret, Credential issued) throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "own", issued.key(), secret.toCharArray(), issued.chain().toArray(Certificate[]::new));
    var out = new ByteArrayOutputStream();
    store.store(out, secret.toCharArray());
    return out.toByteArray();
  }

  private static byte[] paper() throws IOException {
    return OfficialDocument.of(new Head.Plain("协议编号：聊合〔2026〕1号"), "视频服务协议", "聊城市民政局")
        .saying(
            List.of(
                Block.article("第一条", "甲方为网格微服务项目拍摄并剪辑全部视频。"),
                Block.place(
                    "party-1",
                    "甲方（签章）：" + FILM.organization(),
                    List.of("统一社会信用代码：" + FILM.code(), "代表人：王影")),
                Block.place(
                    "party-2",
                    "乙方（签章）：" + SERVICE.organization(),
                    List.of("统一社会信用代码：" + SERVICE.code(), "代表人：李网格")),
                Block.place("party-3", "见证方（签章）：" + BUREAU.organization(), List.of()),
                Block.code(
                    "http://localhost:8080/verify/7K3M9QXT", List.of("扫码核验本协议", "核验码 7K3M9QXT"))))
        .pdf();
  }
}
