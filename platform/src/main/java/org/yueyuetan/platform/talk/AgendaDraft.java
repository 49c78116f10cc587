package org.yueyuetan.platform.talk;

import org.yueyuetan.platform.form.Form;

/**
 * One item of an agenda as typed.
 *
 * @param question put to the parties to be discussed (议题)
 */
public record AgendaDraft(String title, String speaker, int minutes, boolean question) {

  static AgendaDraft read(Form form) {
    return new AgendaDraft(
        form.required("item", 120),
        form.text("speaker", 120),
        form.need("minutes", form.whole("minutes", 1, 600), 1),
        form.ticked("question"));
  }
}
