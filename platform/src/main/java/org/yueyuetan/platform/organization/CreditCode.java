package org.yueyuetan.platform.organization;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yueyuetan.platform.form.Form;

/**
 * Unified social credit code (统一社会信用代码), GB 32100-2015: two characters for who registered what, six
 * digits for where, nine for whom (an organization code after GB 11714 with its own check
 * character) and a check character.
 *
 * @param text 18 characters, checked
 */
public record CreditCode(String text) {

  public static final int LENGTH = 18;

  /** The value of a character is its place here: no I, O, S, V, Z, which are easily misread. */
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final int[] INNER_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}-]+");
  private static final Pattern REGION = Pattern.compile("[0-9]{6}");
  private static final int LARGEST_SERIAL = 99_999;

  public CreditCode {
    if (!wellFormed(text) || checkCharacter(text) != text.charAt(LENGTH - 1)) {
      throw new IllegalArgumentException("not a credit code: " + text);
    }
  }

  /** The code in {@code typed}, whatever its case and width; empty if it is none. */
  public static Optional<CreditCode> of(String typed) {
    var text = normalized(typed);
    return wellFormed(text) && checkCharacter(text) == text.charAt(LENGTH - 1)
        ? Optional.of(new CreditCode(text))
        : Optional.empty();
  }

  /** Reads a field, telling what is wrong with it: length, a character, or the check character. */
  static Optional<CreditCode> read(Form form, String field) {
    var text = normalized(form.typed(field));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.length() != LENGTH) {
      form.reject(field, "organization.creditCode.length", String.valueOf(text.length()));
      return Optional.empty();
    }
    var wrong = firstWrongPlace(text);
    if (wrong.isPresent()) {
      var place = wrong.get();
      form.reject(
          field,
          "organization.creditCode.character",
          String.valueOf(place + 1),
          text.substring(place, place + 1));
      return Optional.empty();
    }
    var code = of(text);
    if (code.isEmpty()) {
      form.reject(field, "organization.creditCode.check");
    }
    return code;
  }

  /**
   * A valid code for sample data. Its organization code begins with MJE or MAX, so that samples
   * stand out.
   *
   * @param region six digits of the registering authority
   * @param serial from 0 to 99,999
   */
  public static CreditCode sample(Kind kind, String region, int serial) {
    if (!REGION.matcher(region).matches() || serial < 0 || serial > LARGEST_SERIAL) {
      throw new IllegalArgumentException(
          "no sample code for region " + region + ", serial " + serial);
    }
    var body = (kind == Kind.ENTERPRISE ? "MAX" : "MJE") + "%05d".formatted(serial);
    var text = kind.usualPrefix() + region + body + innerCheckCharacter(body);
    return new CreditCode(text + checkCharacter(text));
  }

  /** Code of the division whose authority registered it, six digits. */
  public String registrar() {
    return text.substring(2, 8);
  }

  /**
   * Whether the organization code within (places 9 to 17) bears out its own check character; some
   * old ones do not.
   */
  public boolean innerCheckHolds() {
    return innerCheckCharacter(text.substring(8, 16)) == text.charAt(16);
  }

  /** Whether it was registered in the city, by its province or by the state. */
  public boolean registeredIn(String cityCode) {
    var city = cityCode.substring(0, 4);
    return registrar().startsWith(city)
        || registrar().equals(city.substring(0, 2) + "0000")
        || registrar().equals("100000");
  }

  @Override
  public String toString() {
    return text;
  }

  private static String normalized(String typed) {
    return BLANKS
        .matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
        .replaceAll("")
        .toUpperCase(Locale.ROOT);
  }

  private static boolean wellFormed(String text) {
    return text.length() == LENGTH && firstWrongPlace(text).isEmpty();
  }

  private static Optional<Integer> firstWrongPlace(String text) {
    for (int i = 0; i < LENGTH; i++) {
      var value = ALPHABET.indexOf(text.charAt(i));
      if (value < 0 || (i >= 2 && i < 8 && value > 9)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** The 18th character for the first 17: 31 less the weighted sum, modulo 31. */
  private static char checkCharacter(String text) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += ALPHABET.indexOf(text.charAt(i)) * WEIGHTS[i];
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }

  /** GB 11714 counts letters in the plain alphabet, A = 10 to Z = 35. */
  private static char innerCheckCharacter(String body) {
    int sum = 0;
    for (int i = 0; i < INNER_WEIGHTS.length; i++) {
      sum += Character.digit(body.charAt(i), 36) * INNER_WEIGHTS[i];
    }
    return "0123456789X0".charAt(11 - sum % 11);
  }
}
