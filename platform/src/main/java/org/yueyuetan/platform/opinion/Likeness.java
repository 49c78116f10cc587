package org.yueyuetan.platform.opinion;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How much two opinions say the same, told by the pairs of neighbouring letters they share (Dice
 * 1945). Punctuation, case and width do not matter. A short opinion that stands whole within a long
 * one is like it, too.
 */
final class Likeness {

  private static final double LIKE = 0.5;
  private static final double CONTAINED = 0.85;

  /** Shorter ones are contained in anything. */
  private static final int TELLING = 4;

  private static final int MOST_SHOWN = 3;

  private record Near(Opinion opinion, double likeness) {}

  private Likeness() {}

  /** Those of the opinions that say nearly what the text says, the nearest first. */
  static List<Opinion> near(String text, List<Opinion> opinions) {
    var pairs = pairs(text);
    return opinions.stream()
        .map(opinion -> new Near(opinion, likeness(pairs, pairs(opinion.text()))))
        .filter(near -> near.likeness() > 0)
        .sorted(Comparator.comparingDouble(near -> -near.likeness()))
        .limit(MOST_SHOWN)
        .map(Near::opinion)
        .toList();
  }

  /** Letters and digits of a text: what is left when it says anything. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static double likeness(Set<String> one, Set<String> other) {
    var shared = one.stream().filter(other::contains).count();
    var dice = 2.0 * shared / Math.max(1, one.size() + other.size());
    var shorter = Math.min(one.size(), other.size());
    var contained = shorter >= TELLING && shared >= CONTAINED * shorter;
    return dice >= LIKE || contained ? dice : 0;
  }

  private static Set<String> pairs(String text) {
    var letters = plain(text).codePoints().mapToObj(Character::toString).toList();
    var pairs = new HashSet<String>();
    for (var i = 1; i < letters.size(); i++) {
      pairs.add(letters.get(i - 1) + letters.get(i));
    }
    return pairs;
  }
}
