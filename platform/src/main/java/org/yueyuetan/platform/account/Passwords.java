package org.yueyuetan.platform.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.form.Form;

/**
 * How passwords are judged, made and kept: bcrypt, at least eight characters of three classes (GB/T
 * 22239).
 */
@Component
class Passwords {

  static final int LEAST = 8;

  /** bcrypt reads no further. */
  private static final int MOST_BYTES = 72;

  /** No characters that are read for another. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz";

  private static final String CAPITALS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String DIGITS = "23456789";

  private static final List<String> INITIAL =
      List.of(
          CAPITALS, LETTERS, LETTERS, LETTERS, DIGITS, DIGITS, DIGITS, CAPITALS, LETTERS, DIGITS);

  private final BCryptPasswordEncoder encoder;
  private final String decoy;

  Passwords(PasswordStrength strength) {
    encoder = new BCryptPasswordEncoder(strength.rounds());
    decoy = hash("decoy");
  }

  String hash(String password) {
    return encoder.encode(password);
  }

  boolean matches(String password, String hash) {
    return fits(password) && encoder.matches(password, hash);
  }

  /** As slow as a real comparison, so that an unknown user name is not told apart by time. */
  void pretendToMatch(String password) {
    var _ = matches(password, decoy);
  }

  /** Reads a new password that was typed twice. It is never trimmed. */
  String read(Form form, String field, String username) {
    var password = form.untrimmed(field);
    if (password.isEmpty()) {
      form.reject(field, "form.required");
    } else if (password.length() < LEAST || classes(password) < 3 || !fits(password)) {
      form.reject(field, "account.password.weak");
    } else if (!username.isEmpty()
        && password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT))) {
      form.reject(field, "account.password.containsName");
    } else if (!password.equals(form.untrimmed(field + "Again"))) {
      form.reject(field + "Again", "account.password.differ");
    }
    return password;
  }

  /** An initial password to be told once and changed at the first sign-in. */
  String initial() {
    var bytes = new byte[INITIAL.size()];
    new SecureRandom().nextBytes(bytes);
    return initial(bytes);
  }

  /** The initial password that these bytes spell, one byte a character. */
  String initial(byte[] bytes) {
    var password = new StringBuilder();
    for (var i = 0; i < INITIAL.size(); i++) {
      var alphabet = INITIAL.get(i);
      password.append(alphabet.charAt((bytes[i] & 0xff) % alphabet.length()));
    }
    return password.toString();
  }

  private static boolean fits(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
  }

  private static int classes(String password) {
    var lower = false;
    var upper = false;
    var digit = false;
    var other = false;
    for (var c : password.codePoints().toArray()) {
      lower |= Character.isLowerCase(c);
      upper |= Character.isUpperCase(c);
      digit |= Character.isDigit(c);
      other |= !Character.isLetterOrDigit(c);
    }
    return (lower ? 1 : 0) + (upper ? 1 : 0) + (digit ? 1 : 0) + (other ? 1 : 0);
  }
}
