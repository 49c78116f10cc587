package org.yueyuetan.platform.signature;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.AbstractPdfObjFactory;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;

/**
 * Signs PDF files by PAdES (ETSI EN 319 142-1), baseline B, or T where a time stamp authority is
 * set. Each signature fills a field that the file has had from its beginning and is appended to it,
 * so that earlier signatures stay valid.
 */
@Service
@EnableConfigurationProperties(KeyStorePassword.class)
public class Signing {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final Authority authority;
  private final Settings settings;
  private final Clock clock;

  Signing(Authority authority, Settings settings, Clock clock) {
    this.authority = authority;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Signs by a certificate of the platform, made for this signature.
   *
   * @param field name of an empty signature field of the file
   * @param reason what the signature is for
   * @throws SigningUnavailable when key store or time stamp authority cannot be used
   */
  public Signed sign(byte[] pdf, String field, Signatory signatory, String reason) {
    return sign(pdf, field, signatory, reason, Optional.empty());
  }

  /**
   * As {@link #sign(byte[], String, Signatory, String)}, by a certificate that the signer brought.
   */
  public Signed sign(
      byte[] pdf, String field, Signatory signatory, String reason, Optional<Credential> own) {
    var at = clock.instant();
    var credential = own.orElseGet(() -> authority.issue(signatory, at));
    var stamp =
        new StampDrawer(
            field,
            "已电子签名",
            List.of(
                "签名人：" + signatory.name(),
                "时间：" + MINUTE.withZone(clock.getZone()).format(at),
                "证书号：" + credential.serial()));
    var parameters = parameters(credential, signatory, reason, at);
    parameters.setImageParameters(stamp.parameters());
    var service = service(stamp);
    var document = new InMemoryDocument(pdf);
    var value = value(service.getDataToSign(document, parameters).getBytes(), credential);
    return new Signed(
        bytes(service.signDocument(document, parameters, value)), credential.serial(), at);
  }

  private PAdESSignatureParameters parameters(
      Credential credential, Signatory signatory, String reason, Instant at) {
    var parameters = new PAdESSignatureParameters();
    parameters.setSignatureLevel(
        timeStamps().isEmpty() ? SignatureLevel.PAdES_BASELINE_B : SignatureLevel.PAdES_BASELINE_T);
    parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
    var chain = credential.chain().stream().map(CertificateToken::new).toList();
    parameters.setSigningCertificate(chain.getFirst());
    parameters.setCertificateChain(chain);
    parameters.setSignerName(signatory.organization() + " " + signatory.name());
    parameters.setReason(reason);
    parameters.bLevel().setSigningDate(Date.from(at));
    return parameters;
  }

  private Optional<TimeStampAuthority> timeStamps() {
    return Optional.of(settings.get(Setting.TIME_STAMP_AUTHORITY))
        .filter(address -> !address.isBlank())
        .map(TimeStampAuthority::new);
  }

  private PAdESService service(StampDrawer stamp) {
    var service = new PAdESService(new CommonCertificateVerifier(true));
    service.setPdfObjFactory(new Drawing(stamp));
    timeStamps().ifPresent(service::setTspSource);
    return service;
  }

  private static SignatureValue value(byte[] toBeSigned, Credential credential) {
    var algorithm =
        credential.key().getAlgorithm().equals("RSA")
            ? SignatureAlgorithm.RSA_SHA256
            : SignatureAlgorithm.ECDSA_SHA256;
    try {
      var signature = Signature.getInstance(algorithm.getJCEId());
      signature.initSign(credential.key());
      signature.update(toBeSigned);
      return new SignatureValue(algorithm, signature.sign());
    } catch (GeneralSecurityException checkedBefore) {
      throw new IllegalStateException(checkedBefore);
    }
  }

  private static byte[] bytes(DSSDocument document) {
    try (var out = new ByteArrayOutputStream()) {
      document.writeTo(out);
      return out.toByteArray();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  /** Signatures with our stamp. */
  private static final class Drawing extends AbstractPdfObjFactory {

    private final StampDrawer stamp;

    Drawing(StampDrawer stamp) {
      this.stamp = stamp;
    }

    @Override
    public PDFSignatureService newPAdESSignatureService() {
      return configure(new PdfBoxSignatureService(PDFServiceMode.SIGNATURE, stamp));
    }

    @Override
    public PDFSignatureService newContentTimestampService() {
      return configure(new PdfBoxSignatureService(PDFServiceMode.CONTENT_TIMESTAMP, stamp));
    }

    @Override
    public PDFSignatureService newSignatureTimestampService() {
      return configure(new PdfBoxSignatureService(PDFServiceMode.SIGNATURE_TIMESTAMP, stamp));
    }

    @Override
    public PDFSignatureService newArchiveTimestampService() {
      return configure(new PdfBoxSignatureService(PDFServiceMode.ARCHIVE_TIMESTAMP, stamp));
    }
  }
}
