package org.yueyuetan.platform.agreement;

import java.time.Instant;
import java.util.Optional;

/**
 * A party to an agreement.
 *
 * @param position in signing order, from 1
 * @param name of the organization; as it stood when the agreement went out for signature
 * @param active whether the organization takes part in anything now
 * @param approvedRevision words that it approved last; 0 for none
 * @param signature how it signed
 */
public record Party(
    long id,
    int position,
    long organization,
    String name,
    String creditCode,
    boolean active,
    int approvedRevision,
    String approvedBy,
    Optional<Instant> approvedAt,
    Optional<Signature> signature) {

  private static final String STEMS = "甲乙丙丁戊己庚辛";

  /** Most parties of an agreement: there are no more names for them. */
  public static final int MOST = STEMS.length();

  /**
   * A signature.
   *
   * @param own whether by a certificate that the organization brought
   * @param sha256 of the file with this signature
   */
  public record Signature(String by, Instant at, String certificate, boolean own, String sha256) {}

  public static String label(int position) {
    return STEMS.charAt(position - 1) + "方";
  }

  /** 甲方. */
  public String label() {
    return label(position);
  }

  public boolean signed() {
    return signature.isPresent();
  }

  /** Name of its field in the file. */
  String field() {
    return "party-" + position;
  }
}
