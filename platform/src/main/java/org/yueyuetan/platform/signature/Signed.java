package org.yueyuetan.platform.signature;

import java.time.Instant;

/** A file with one more signature. */
public final class Signed {

  private final byte[] pdf;
  private final String certificate;
  private final Instant at;

  Signed(byte[] pdf, String certificate, Instant at) {
    this.pdf = pdf;
    this.certificate = certificate;
    this.at = at;
  }

  public byte[] pdf() {
    return pdf;
  }

  /** Number of the certificate that signed. */
  public String certificate() {
    return certificate;
  }

  public Instant at() {
    return at;
  }
}
