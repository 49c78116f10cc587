package org.yueyuetan.platform.selection;

import java.util.List;

/**
 * How well two seem to suit each other before anybody has chosen.
 *
 * @param score 0 to 100
 * @param words that both texts have
 * @param reasons keys of what speaks for it
 */
public record Suggested(double score, List<String> words, List<String> reasons) {

  public Suggested {
    words = List.copyOf(words);
    reasons = List.copyOf(reasons);
  }

  public long points() {
    return Math.round(score);
  }
}
