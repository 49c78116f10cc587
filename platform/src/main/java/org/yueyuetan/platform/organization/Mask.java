package org.yueyuetan.platform.organization;

/**
 * Hides personal data so far that only who knows it recognizes it: 张*, 138****1234,
 * z***@example.com.
 */
public final class Mask {

  private static final int MOBILE = 11;

  private Mask() {}

  public static String name(String name) {
    return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
  }

  public static String phone(String phone) {
    if (phone.length() >= MOBILE) {
      return phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
    }
    return phone.length() < 6
        ? "*".repeat(phone.length())
        : phone.substring(0, 2) + "****" + phone.substring(phone.length() - 2);
  }

  public static String email(String email) {
    var at = email.indexOf('@');
    return at < 1 ? "*".repeat(email.length()) : email.charAt(0) + "***" + email.substring(at);
  }
}
