package org.yueyuetan.platform.policy;

import java.util.regex.Pattern;
import org.yueyuetan.platform.form.Form;

/**
 * Emoji have no place in an official document, and its fonts do not have them. Signs that are text
 * unless asked to be pictures, such as ★ and ①, may stay.
 */
final class Emoji {

  private static final String ONE =
      "(?:[\\x{1F1E6}-\\x{1F1FF}]{2}|\\p{IsEmoji}\\uFE0F\\u20E3?|\\p{IsEmoji_Presentation})\\p{IsEmoji_Modifier}?";

  /**
   * With what is joined to it, such as the members of a family; possessive, so that a family
   * without end does not use up the stack.
   */
  private static final Pattern PATTERN =
      Pattern.compile(ONE + "(?:\\u200D(?:" + ONE + "|\\p{IsEmoji}))*+");

  private Emoji() {}

  /** Tells beside each of these fields which emoji is in it. */
  static void refuse(Form form, String... fields) {
    for (var field : fields) {
      var found = PATTERN.matcher(form.typed(field));
      if (found.find() && form.fault(field).isEmpty()) {
        form.reject(field, "policy.fault.emoji", found.group());
      }
    }
  }

  /** What somebody said elsewhere, as it may be quoted. */
  static String without(String text) {
    return PATTERN.matcher(text).replaceAll("").strip();
  }
}
