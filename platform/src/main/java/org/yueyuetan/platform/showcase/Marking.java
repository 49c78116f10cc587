package org.yueyuetan.platform.showcase;

import java.util.Map;
import java.util.Optional;
import org.yueyuetan.platform.form.Form;

/**
 * What a guest marks on a card.
 *
 * @param wish empty to take it back
 * @param reachable the organization may learn whom to reach
 */
public record Marking(Optional<Wish> wish, String word, boolean reachable) {

  public static final int WORD = 60;

  public static final Marking NONE = new Marking(Optional.empty(), "", false);

  /** Field names carry the card's number: a page holds many such forms. */
  static Marking read(Form form, long card) {
    return new Marking(
        form.choice("wish", Wish.class),
        form.text("word-" + card, WORD),
        form.ticked("reachable-" + card));
  }

  /** As stored, to be shown for editing. */
  public Form form(long card) {
    return Form.of(Map.of("word-" + card, word, "reachable-" + card, reachable ? "on" : ""));
  }
}
