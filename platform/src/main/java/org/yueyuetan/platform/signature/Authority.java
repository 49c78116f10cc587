package org.yueyuetan.platform.signature;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;

/**
 * The platform's own certification authority (自建签名机构). Its root key is made at the first start and
 * lies in the database as an encrypted PKCS#12 store. Whoever signs gets a key and a certificate
 * for this one signature; the key is forgotten with it, so that there is nothing to steal or
 * revoke.
 */
@Component
class Authority {

  private static final Logger LOG = LoggerFactory.getLogger(Authority.class);
  private static final String ALIAS = "root";
  private static final Duration ROOT_LASTS = Duration.ofDays(30 * 365);
  private static final Duration LASTS = Duration.ofDays(15 * 365);

  /** Clocks of verifiers may be late. */
  private static final Duration EARLIER = Duration.ofMinutes(5);

  /** No act is older than the mechanism: also what is entered later finds the root valid. */
  private static final Instant ROOT_BEGINS = Instant.parse("2020-12-31T16:00:00Z");

  private final JdbcClient jdbc;
  private final KeyStorePassword password;
  private final Settings settings;
  private final SecureRandom random = new SecureRandom();

  Authority(JdbcClient jdbc, KeyStorePassword password, Settings settings) {
    this.jdbc = jdbc;
    this.password = password;
    this.settings = settings;
  }

  @EventListener(ApplicationReadyEvent.class)
  void ready() {
    try {
      var _ = root();
    } catch (SigningUnavailable locked) {
      LOG.warn(locked.getMessage());
    }
  }

  /** A fresh key and a certificate that names its holder. */
  Credential issue(Signatory holder, Instant now) {
    var root = root();
    var keys = keys();
    var subject =
        new X500NameBuilder(BCStyle.INSTANCE)
            .addRDN(BCStyle.C, "CN")
            .addRDN(BCStyle.O, holder.organization());
    if (!holder.code().isEmpty()) {
      subject.addRDN(BCStyle.ORGANIZATION_IDENTIFIER, holder.code());
    }
    subject.addRDN(BCStyle.CN, holder.name());
    var certificate =
        certify(
            subject.build(),
            keys,
            root.key(),
            Optional.of(root.certificate()),
            now.minus(EARLIER),
            now.plus(LASTS));
    return new Credential(keys.getPrivate(), List.of(certificate, root.certificate()));
  }

  /** The certificate that all of ours go back to; empty before the first start. */
  Optional<X509Certificate> certificate() {
    return jdbc.sql("select certificate from signing_authority where id = 1")
        .query((row, n) -> certificate(row.getBytes("certificate")))
        .optional();
  }

  private Credential root() {
    var stored = stored();
    if (stored.isPresent()) {
      return open(
          stored.get(), password.read().orElseThrow(() -> new SigningUnavailable(password.file())));
    }
    create();
    return root();
  }

  private Optional<byte[]> stored() {
    return jdbc.sql("select store from signing_authority where id = 1")
        .query((row, n) -> row.getBytes("store"))
        .optional();
  }

  /** Another process may be faster: then its store counts, and needs its password. */
  private void create() {
    var known = password.read();
    var secret = known.orElseGet(password::create);
    var keys = keys();
    var now = Instant.now();
    var certificate =
        certify(
            rootName(),
            keys,
            keys.getPrivate(),
            Optional.empty(),
            ROOT_BEGINS,
            now.plus(ROOT_LASTS));
    var written =
        jdbc.sql(
                """
                insert into signing_authority (id, certificate, store, created_at)
                values (1, :certificate, :store, now()) on conflict do nothing
                """)
            .param("certificate", encoded(certificate))
            .param("store", sealed(keys.getPrivate(), certificate, secret))
            .update();
    if (written == 0 && known.isEmpty()) {
      password.forget();
    }
  }

  private X500Name rootName() {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.C, "CN")
        .addRDN(BCStyle.O, settings.get(Setting.BUREAU_NAME))
        .addRDN(BCStyle.CN, "月月谈电子签名根证书")
        .build();
  }

  private X509Certificate certify(
      X500Name subject,
      KeyPair keys,
      PrivateKey issuerKey,
      Optional<X509Certificate> issuer,
      Instant from,
      Instant until) {
    try {
      var serial = new BigInteger(63, random).setBit(62);
      var issuerName =
          issuer
              .map(i -> X500Name.getInstance(i.getSubjectX500Principal().getEncoded()))
              .orElse(subject);
      var builder =
          new JcaX509v3CertificateBuilder(
              issuerName, serial, Date.from(from), Date.from(until), subject, keys.getPublic());
      var extensions = new JcaX509ExtensionUtils();
      boolean root = issuer.isEmpty();
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(root));
      builder.addExtension(
          Extension.keyUsage,
          true,
          new KeyUsage(
              root ? KeyUsage.keyCertSign : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          extensions.createSubjectKeyIdentifier(keys.getPublic()));
      if (issuer.isPresent()) {
        builder.addExtension(
            Extension.authorityKeyIdentifier,
            false,
            extensions.createAuthorityKeyIdentifier(issuer.get()));
      }
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKey);
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    } catch (GeneralSecurityException | OperatorCreationException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static byte[] sealed(PrivateKey key, X509Certificate certificate, char[] secret) {
    try (var out = new ByteArrayOutputStream()) {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, secret);
      store.setKeyEntry(ALIAS, key, secret, new Certificate[] {certificate});
      store.store(out, secret);
      return out.toByteArray();
    } catch (IOException | GeneralSecurityException inMemory) {
      throw new IllegalStateException(inMemory);
    }
  }

  private Credential open(byte[] sealed, char[] secret) {
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(sealed), secret);
      return new Credential(
          (PrivateKey) store.getKey(ALIAS, secret),
          List.of((X509Certificate) store.getCertificate(ALIAS)));
    } catch (IOException | GeneralSecurityException otherPassword) {
      throw new SigningUnavailable(password.file(), otherPassword);
    }
  }

  static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static X509Certificate certificate(byte[] encoded) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(encoded));
    } catch (GeneralSecurityException damaged) {
      throw new IllegalStateException(damaged);
    }
  }
}
