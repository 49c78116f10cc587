package org.yueyuetan.platform.policy;

import org.yueyuetan.platform.form.Form;

/** A clause as somebody writes it. */
public record ClauseDraft(ClauseKind kind, String text) {

  public static final int TEXT = 3000;

  static ClauseDraft read(Form form, Genre genre) {
    var kind = form.need("kind", form.choice("kind", ClauseKind.class), genre.kinds().getFirst());
    if (!genre.kinds().contains(kind)) {
      form.reject("kind", "form.choice", kind.name());
    }
    var draft = new ClauseDraft(kind, form.required("text", TEXT));
    Emoji.refuse(form, "text");
    return draft;
  }
}
