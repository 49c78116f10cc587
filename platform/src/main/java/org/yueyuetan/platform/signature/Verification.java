package org.yueyuetan.platform.signature;

import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.springframework.stereotype.Service;
import org.yueyuetan.platform.document.UnreadableFile;
import org.yueyuetan.platform.document.Upload;
import org.yueyuetan.platform.signature.Finding.Soundness;
import org.yueyuetan.platform.signature.Finding.Trust;

/** Reads what the signatures of a PDF file say. Nothing is kept, nothing is fetched. */
@Service
public class Verification {

  private final Authority authority;

  Verification(Authority authority) {
    this.authority = authority;
  }

  /**
   * The signatures in the order in which they were made; none when nobody signed.
   *
   * @throws UnreadableFile when it is no PDF file that can be read
   */
  public List<Finding> verify(byte[] file) throws UnreadableFile {
    if (!Upload.type(file).equals("application/pdf")) {
      throw new UnreadableFile("signature.file.notAPdf");
    }
    try {
      return signatures(file).stream().map(signature -> finding(signature)).toList();
    } catch (DSSException | IllegalArgumentException | ClassCastException unreadable) {
      throw new UnreadableFile("signature.file.broken");
    }
  }

  private static List<PAdESSignature> signatures(byte[] file) {
    var document = new InMemoryDocument(file);
    var analyzer = new PDFDocumentAnalyzer(document);
    analyzer.setCertificateVerifier(new CommonCertificateVerifier(true));
    var factory = new PdfBoxNativeObjectFactory();
    // Pages of strangers are compared by their objects, not drawn: drawing takes as long as they
    // like.
    var differences = new DefaultPdfDifferencesFinder();
    differences.setMaximalPagesAmountForVisualComparison(0);
    factory.setPdfDifferencesFinder(differences);
    analyzer.setPdfObjFactory(factory);
    var signatures = analyzer.getSignatures();
    factory.newPAdESSignatureService().analyzePdfModifications(document, signatures, new char[0]);
    return signatures.stream()
        .filter(PAdESSignature.class::isInstance)
        .map(PAdESSignature.class::cast)
        .toList();
  }

  private Finding finding(PAdESSignature signature) {
    var at =
        Optional.ofNullable(signature.getSigningTime()).map(Date::toInstant).orElse(Instant.EPOCH);
    var stamped =
        signature.getSignatureTimestamps().stream()
            .filter(TimestampToken::isMessageImprintDataIntact)
            .map(token -> token.getGenerationTime().toInstant())
            .findFirst();
    var token = signature.getSigningCertificateToken();
    if (token == null) {
      return new Finding(
          new Signatory("", "", ""), at, stamped, "", "", Soundness.BROKEN, Trust.FOREIGN);
    }
    var certificate = token.getCertificate();
    return new Finding(
        signatory(certificate),
        at,
        stamped,
        Credential.serial(certificate),
        name(certificate.getIssuerX500Principal().getEncoded()),
        soundness(signature),
        trust(certificate, at));
  }

  private static Soundness soundness(PAdESSignature signature) {
    signature.checkSignatureIntegrity();
    var revision = signature.getPdfRevision();
    var proof = signature.getSignatureCryptographicVerification();
    if (!proof.isSignatureValid()
        || !revision.getPdfSigDictInfo().isConsistent()
        || !revision.getByteRange().isValid()) {
      return Soundness.BROKEN;
    }
    var later = revision.getModificationDetection();
    if (later == null) {
      return Soundness.UNCHANGED;
    }
    var objects = later.getObjectModifications();
    boolean added =
        !later.getPageDifferences().isEmpty()
            || !later.getAnnotationOverlaps().isEmpty()
            || (objects != null
                && (!objects.getUndefinedChanges().isEmpty()
                    || !objects.getAnnotCreationChanges().isEmpty()));
    return added ? Soundness.ADDED_TO : Soundness.UNCHANGED;
  }

  private Trust trust(X509Certificate certificate, Instant at) {
    return authority.certificate().filter(root -> issuedBy(root, certificate, at)).isPresent()
        ? Trust.OURS
        : Trust.FOREIGN;
  }

  private static boolean issuedBy(X509Certificate root, X509Certificate certificate, Instant at) {
    try {
      certificate.verify(root.getPublicKey());
      certificate.checkValidity(Date.from(at));
      return true;
    } catch (GeneralSecurityException notByUs) {
      return false;
    }
  }

  private static Signatory signatory(X509Certificate certificate) {
    var subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    return new Signatory(
        part(subject, BCStyle.CN),
        part(subject, BCStyle.O),
        part(subject, BCStyle.ORGANIZATION_IDENTIFIER));
  }

  private static String name(byte[] principal) {
    var name = X500Name.getInstance(principal);
    return (part(name, BCStyle.O) + " " + part(name, BCStyle.CN)).strip();
  }

  private static String part(X500Name name, ASN1ObjectIdentifier kind) {
    var found = name.getRDNs(kind);
    return found.length == 0 ? "" : IETFUtils.valueToString(found[0].getFirst().getValue());
  }
}
