package org.yueyuetan.platform.opinion;

import java.util.Optional;
import java.util.regex.Pattern;
import org.yueyuetan.platform.form.Form;

/**
 * An opinion as a guest types it on the phone.
 *
 * @param agenda the question it answers
 * @param anyway also when others have said nearly the same
 * @param unnamed the page told the guest that nobody reads who states it
 */
public record Statement(String text, Optional<Long> agenda, boolean anyway, boolean unnamed) {

  /** Characters as people see them. */
  public static final int LONGEST = 140;

  /** A character that people see may be put together of many. */
  private static final int LONGEST_WRITTEN = 10 * LONGEST;

  private static final Pattern CHARACTER = Pattern.compile("\\X");

  static Statement read(Form form) {
    var text = form.required("text", LONGEST_WRITTEN).replaceAll("\\s+", " ");
    var length = CHARACTER.matcher(text).results().count();
    if (form.fault("text").isEmpty() && Likeness.plain(text).isEmpty()) {
      form.reject("text", "opinion.fault.nothing");
    } else if (length > LONGEST) {
      form.reject("text", "form.tooLong", String.valueOf(LONGEST), String.valueOf(length));
    }
    return new Statement(text, form.id("agenda"), form.ticked("anyway"), form.ticked("unnamed"));
  }
}
