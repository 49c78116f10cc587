package org.yueyuetan.engine.panel;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A panel drawn with a public seed, so that anyone can draw it again: h = SHA-256 of the UTF-8 text
 * {@code panel draw <round>\n<seed>} as a number below 2^256; ticket = ⌊h · {@link Lottery#TICKETS}
 * / 2^256⌋; the panel with this ticket is drawn. The commitment is SHA-256 of the seed alone, which
 * tells nothing about h; it is published before the list is closed, the seed after.
 *
 * @param round 1 for the talk, 2 and on for substitutes
 * @param commitment hexadecimal
 * @param hash h, hexadecimal
 * @param members who is drawn, in canonical order
 */
public record Draw(
    String seed, int round, String commitment, String hash, long ticket, List<String> members) {

  /**
   * Draws one of a lottery's panels, without computing anything again.
   *
   * @param panels all of them, in the order of their tickets
   * @param round 1, and one more each time substitutes are drawn
   */
  public static Draw of(List<Panel> panels, String seed, int round) {
    byte[] hash = sha256("panel draw " + round + "\n" + seed);
    long ticket =
        new BigInteger(1, hash)
            .multiply(BigInteger.valueOf(Lottery.TICKETS))
            .shiftRight(256)
            .longValueExact();
    var panel =
        panels.stream()
            .filter(each -> ticket < each.firstTicket() + each.tickets())
            .findFirst()
            .orElseThrow();
    return new Draw(
        seed, round, commitment(seed), HexFormat.of().formatHex(hash), ticket, panel.members());
  }

  /** What is shown before the draw. A seed that nobody can guess has 128 random bits or more. */
  public static String commitment(String seed) {
    return HexFormat.of().formatHex(sha256(seed));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
