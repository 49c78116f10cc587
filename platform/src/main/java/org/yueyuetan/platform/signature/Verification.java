package org.yueyuetan.platform.signature;

import eu.europa.esig.dss.enumerations.PdfObjectModificationType;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.pdf.PdfDict;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.modifications.ObjectModification;
import eu.europa.esig.dss.pdf.modifications.PdfModificationDetection;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDocumentReader;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yueyuetan.platform.document.UnreadableFile;
import org.yueyuetan.platform.document.Upload;
import org.yueyuetan.platform.signature.Finding.Soundness;
import org.yueyuetan.platform.signature.Finding.Stamp;
import org.yueyuetan.platform.signature.Finding.Trust;

/** Reads what the signatures of a PDF file say. Nothing is kept, nothing is fetched. */
@Service
public class Verification {

  /**
   * Each is compared with all that was added after it, which takes as long as the file is large:
   * hundreds in one file would keep others waiting for minutes.
   */
  private static final int MOST_SIGNATURES = 32;

  /** Each page is looked for from the first one on, each note compared with all of its page. */
  private static final int MOST_PAGES = 1000;

  private static final int MOST_NOTES = 2000;

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
    var root = authority.certificate();
    return Unpacking.bounded(() -> read(new InMemoryDocument(file), root));
  }

  /** Certificate of our authority, for readers of PDF that are to trust it; DER. */
  public Optional<byte[]> root() {
    return authority.certificate().map(Authority::encoded);
  }

  /** Strangers' files may make the reader stumble over anything, or dig too deep. */
  private static List<Finding> read(DSSDocument document, Optional<X509Certificate> root)
      throws UnreadableFile {
    try {
      boolean covered = isCovered(document);
      return signatures(document).stream()
          .map(signature -> finding(signature, covered, root))
          .toList();
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError unreadable) {
      throw new UnreadableFile("signature.file.broken");
    }
  }

  /**
   * Whether the last signature or time stamp reaches to the end of the file.
   *
   * @throws UnreadableFile when there are too many of them, or of pages or notes
   */
  private static boolean isCovered(DSSDocument document) throws IOException, UnreadableFile {
    try (var reader = new PdfBoxDocumentReader(document)) {
      var signatures = reader.extractSigDictionaries().keySet();
      if (signatures.size() > MOST_SIGNATURES) {
        throw new UnreadableFile("signature.file.signatures", String.valueOf(MOST_SIGNATURES));
      }
      if (!signatures.isEmpty() && isEndless(reader)) {
        throw new UnreadableFile("signature.file.endless");
      }
      return signatures.stream().anyMatch(reader::isSignatureCoversWholeDocument);
    }
  }

  private static boolean isEndless(PdfBoxDocumentReader reader) throws IOException {
    int pages = reader.getNumberOfPages();
    int notes = 0;
    for (int page = 1; page <= Math.min(pages, MOST_PAGES); page++) {
      notes += reader.getPdfAnnotations(page).size();
    }
    return pages > MOST_PAGES || notes > MOST_NOTES;
  }

  private static List<PAdESSignature> signatures(DSSDocument document) {
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

  private static Finding finding(
      PAdESSignature signature, boolean covered, Optional<X509Certificate> root) {
    var at =
        Optional.ofNullable(signature.getSigningTime()).map(Date::toInstant).orElse(Instant.EPOCH);
    var stamped =
        signature.getSignatureTimestamps().stream()
            .flatMap(token -> stamp(token).stream())
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
        soundness(signature, covered),
        root.map(ours -> trust(ours, certificate, at)).orElse(Trust.FOREIGN));
  }

  /** Anybody can write our name where the issuer stands; only our key proves it. */
  private static Trust trust(X509Certificate ours, X509Certificate certificate, Instant at) {
    if (issuedBy(ours, certificate, at)) {
      return Trust.OURS;
    }
    return certificate.getIssuerX500Principal().equals(ours.getSubjectX500Principal())
        ? Trust.PRETENDED
        : Trust.FOREIGN;
  }

  private static Soundness soundness(PAdESSignature signature, boolean covered) {
    signature.checkSignatureIntegrity();
    var revision = signature.getPdfRevision();
    var proof = signature.getSignatureCryptographicVerification();
    if (!proof.isSignatureValid()
        || !revision.getPdfSigDictInfo().isConsistent()
        || !revision.getByteRange().isValid()) {
      return Soundness.BROKEN;
    }
    return isAddedTo(revision.getModificationDetection(), covered)
        ? Soundness.ADDED_TO
        : Soundness.UNCHANGED;
  }

  private static boolean isAddedTo(@Nullable PdfModificationDetection later, boolean covered) {
    var objects = later == null ? null : later.getObjectModifications();
    if (later == null || objects == null) {
      return !covered;
    }
    return !later.getPageDifferences().isEmpty()
        || !later.getAnnotationOverlaps().isEmpty()
        || !objects.getUndefinedChanges().isEmpty()
        || !objects.getAnnotCreationChanges().isEmpty()
        || isRestamped(objects.getFormFillInAndSignatureCreationChanges())
        // Proofs for the long term may follow the last signature.
        || (!covered && objects.getSecureChanges().isEmpty());
  }

  /** Whether a field looks other than before although no signature was made in it. */
  private static boolean isRestamped(List<ObjectModification> changes) {
    var signed =
        changes.stream()
            .filter(change -> change.getFinalObject() instanceof PdfDict)
            .filter(change -> change.getActionType() == PdfObjectModificationType.CREATION)
            .filter(change -> change.getObjectTree().getKeyChain().contains("V"))
            .map(Verification::field)
            .collect(Collectors.toSet());
    return changes.stream()
        .filter(change -> change.getObjectTree().getKeyChain().contains("AP"))
        .anyMatch(change -> !signed.contains(field(change)));
  }

  /** The way to a field's object, which is all that the library tells of it. */
  private static String field(ObjectModification change) {
    return change.getObjectTree().toString().replaceFirst(" /(V|AP)( .*)?$", "");
  }

  /** A stamp lies outside of what was signed: it counts if its own signature holds. */
  private static Optional<Stamp> stamp(TimestampToken token) {
    return token.getCertificates().stream()
        .filter(certificate -> token.isMessageImprintDataIntact() && token.isSignedBy(certificate))
        .map(certificate ->
            new Stamp(
                token.getGenerationTime().toInstant(), name(certificate.getSubject().getEncoded())))
        .findFirst();
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
