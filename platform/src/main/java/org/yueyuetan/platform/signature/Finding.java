package org.yueyuetan.platform.signature;

import java.time.Instant;
import java.util.Optional;

/**
 * What one signature of a file says.
 *
 * @param signatory as the certificate names them; a foreign certificate may claim anything
 * @param at when, by the signer's clock
 * @param stamp when, by a time stamp authority
 * @param certificate number of the certificate
 * @param issuer who vouches for it
 */
public record Finding(
    Signatory signatory,
    Instant at,
    Optional<Stamp> stamp,
    String certificate,
    String issuer,
    Soundness soundness,
    Trust trust) {

  /**
   * The time by a time stamp authority (时间戳).
   *
   * @param by as its certificate names it; whether to believe it is the reader's to judge
   */
  public record Stamp(Instant at, String by) {}

  /** Whether what was signed is what the file shows. */
  public enum Soundness {
    /** Unchanged since it was signed; later signatures do not count as changes. */
    UNCHANGED,
    /** Something other than signatures was added later. */
    ADDED_TO,
    /** What was signed is no more what stands there. */
    BROKEN
  }

  /** Whether we know who signed. */
  public enum Trust {
    /** Certified by this platform. */
    OURS,
    /** Says that we certified it, which is not so. */
    PRETENDED,
    /** Certified by somebody else: the signature is sound or not, the name is theirs to prove. */
    FOREIGN
  }
}
