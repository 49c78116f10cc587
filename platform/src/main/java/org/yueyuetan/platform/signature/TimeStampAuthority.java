package org.yueyuetan.platform.signature;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** Asks a time stamp authority (时间戳服务, RFC 3161) for the time of a digest. */
record TimeStampAuthority(String address) implements TSPSource {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LARGEST = 64 * 1024;

  /** A stamp that its own certificate does not bear out would speak against the signature. */
  private static void requireSigned(TimeStampToken token)
      throws IOException, GeneralSecurityException, TSPException, OperatorCreationException {
    for (var certificate : token.getCertificates().getMatches(null)) {
      if (token.getSID().match(certificate)) {
        token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
        return;
      }
    }
    throw new IOException("no certificate in the answer");
  }

  @Override
  public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
    try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var generator = new TimeStampRequestGenerator();
      generator.setCertReq(true);
      var question =
          generator.generate(
              new ASN1ObjectIdentifier(algorithm.getOid()),
              digest,
              new BigInteger(63, new SecureRandom()));
      var answer =
          http.send(
              HttpRequest.newBuilder(URI.create(address))
                  .timeout(PATIENCE)
                  .header("Content-Type", "application/timestamp-query")
                  .POST(HttpRequest.BodyPublishers.ofByteArray(question.getEncoded()))
                  .build(),
              HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST));
      if (answer.statusCode() != 200) {
        throw new IOException("status " + answer.statusCode());
      }
      var response = new TimeStampResponse(answer.body());
      response.validate(question);
      var token = response.getTimeStampToken();
      if (token == null) {
        throw new IOException("refused: " + response.getStatusString());
      }
      requireSigned(token);
      return new TimestampBinary(token.getEncoded());
    } catch (IOException
        | GeneralSecurityException
        | TSPException
        | OperatorCreationException
        | IllegalArgumentException failed) {
      throw new SigningUnavailable("signature.unavailable.timeStamp", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SigningUnavailable("signature.unavailable.timeStamp", interrupted);
    }
  }
}
