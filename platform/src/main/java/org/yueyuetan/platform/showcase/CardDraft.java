package org.yueyuetan.platform.showcase;

import java.util.Map;
import org.yueyuetan.platform.form.Form;

/** The words of a card as typed. */
public record CardDraft(String who, String gives, String wants, boolean published) {

  private static final int WORDS = 300;

  static CardDraft read(Form form) {
    return new CardDraft(
        form.required("who", WORDS),
        form.text("gives", WORDS),
        form.text("wants", WORDS),
        form.ticked("published"));
  }

  static Form form(Card card) {
    return Form.of(
        Map.of(
            "who", card.who(),
            "gives", card.gives(),
            "wants", card.wants(),
            "published", card.published() ? "on" : ""));
  }

  static CardDraft of(Card card) {
    return new CardDraft(card.who(), card.gives(), card.wants(), card.published());
  }
}
