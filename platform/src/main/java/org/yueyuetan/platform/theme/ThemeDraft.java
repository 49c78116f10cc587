package org.yueyuetan.platform.theme;

import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.organization.Field;

/** Words of a theme as staff write them. */
public record ThemeDraft(String title, String question, Field field) {

  public static final int TITLE = 40;
  public static final int QUESTION = 300;

  static ThemeDraft read(Form form) {
    return new ThemeDraft(
        form.required("title", TITLE).replaceAll("\\s+", " "),
        form.text("question", QUESTION),
        form.need("field", form.choice("field", Field.class), Field.OTHER));
  }
}
