package org.yueyuetan.platform.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A private key with the certificates that vouch for it, the owner's first. Lives as long as one
 * act of signing.
 */
public final class Credential {

  private static final Set<String> KINDS = Set.of("RSA", "EC");
  private static final int DIGITAL_SIGNATURE = 0;
  private static final int NON_REPUDIATION = 1;

  /** A key and its chain take a tenth of it. */
  private static final int MOST_BYTES = 64 * 1024;

  /** Shorter keys have been broken. */
  private static final int LEAST_RSA_BITS = 2048;

  private final PrivateKey key;
  private final List<X509Certificate> chain;

  Credential(PrivateKey key, List<X509Certificate> chain) {
    this.key = key;
    this.chain = List.copyOf(chain);
  }

  /**
   * An organization's own certificate, from the PKCS#12 file (.p12, .pfx) that its authority gave
   * it. Neither file nor password is kept.
   *
   * @param password overwritten when it was used
   * @throws Unusable when the file cannot be opened or may not sign; says why
   */
  public static Credential fromPkcs12(byte[] file, char[] password, Instant now) throws Unusable {
    if (file.length > MOST_BYTES) {
      throw new Unusable("signature.certificate.unreadable");
    }
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(file), password);
      for (var alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias) && store.getKey(alias, password) instanceof PrivateKey key) {
          var chain =
              Arrays.stream(store.getCertificateChain(alias))
                  .map(X509Certificate.class::cast)
                  .toList();
          return checked(key, chain, now);
        }
      }
      throw new Unusable("signature.certificate.noKey");
    } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
      throw new Unusable("signature.certificate.unreadable");
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private static Credential checked(PrivateKey key, List<X509Certificate> chain, Instant now)
      throws Unusable {
    var own = chain.getFirst();
    if (now.isBefore(own.getNotBefore().toInstant())
        || now.isAfter(own.getNotAfter().toInstant())) {
      throw new Unusable("signature.certificate.expired");
    }
    var usage = own.getKeyUsage();
    if (!KINDS.contains(key.getAlgorithm())
        || (key instanceof RSAKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS)
        || !belongTogether(key, own)
        || (usage != null && !usage[DIGITAL_SIGNATURE] && !usage[NON_REPUDIATION])) {
      throw new Unusable("signature.certificate.notForSigning");
    }
    return new Credential(key, chain);
  }

  /** A file may hold a key beside another's certificate: what it signs would never verify. */
  private static boolean belongTogether(PrivateKey key, X509Certificate certificate) {
    var probe = new byte[] {1};
    try {
      var signature =
          Signature.getInstance("SHA256with" + (key instanceof RSAKey ? "RSA" : "ECDSA"));
      signature.initSign(key);
      signature.update(probe);
      var made = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      signature.update(probe);
      return signature.verify(made);
    } catch (GeneralSecurityException otherKind) {
      return false;
    }
  }

  PrivateKey key() {
    return key;
  }

  List<X509Certificate> chain() {
    return chain;
  }

  X509Certificate certificate() {
    return chain.getFirst();
  }

  /** Number by which its authority knows the certificate. */
  public String serial() {
    return serial(certificate());
  }

  static String serial(X509Certificate certificate) {
    return certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
  }

  /** A certificate that cannot sign; its key, in bundle {@code signature}, says why. */
  public static final class Unusable extends Exception {

    private final String key;

    Unusable(String key) {
      super(key);
      this.key = key;
    }

    public String key() {
      return key;
    }
  }
}
