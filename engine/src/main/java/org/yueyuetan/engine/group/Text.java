package org.yueyuetan.engine.group;

import java.time.YearMonth;
import java.util.Optional;

/**
 * One short text to be grouped, for instance the title and body of a need.
 *
 * @param id names the text in the result and in constraints; unique among the texts of one run
 * @param text what it says; may be blank, then it stands alone
 * @param kind what sort of need it is, counted per group; "" when unknown
 * @param district where it comes from, counted per group; "" when unknown
 * @param month when it was stated; growth is told when the texts of a run come from several months
 */
public record Text(
    String id, String text, String kind, String district, Optional<YearMonth> month) {

  public Text {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a text has no id: \"" + text + "\"");
    }
  }

  /** A text of which nothing else is known. */
  public static Text of(String id, String text) {
    return new Text(id, text, "", "", Optional.empty());
  }
}
