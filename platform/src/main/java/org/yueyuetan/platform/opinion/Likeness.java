package org.yueyuetan.platform.opinion;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How much opinions say the same as a text, told by the pairs of neighbouring letters they share
 * (Dice 1945). Punctuation, case and width do not matter. A short opinion that stands whole within
 * a long one is like it, too.
 *
 * <p>Knows for each pair which opinions have it, so that a text is compared only with those that
 * share something with it.
 */
final class Likeness {

  private static final double LIKE = 0.5;
  private static final double CONTAINED = 0.85;

  /** Shorter ones are contained in anything. */
  private static final int TELLING = 4;

  /** An opinion that says nearly the same, and how nearly. */
  record Near(Opinion opinion, double likeness) {

    static final Comparator<Near> NEAREST_FIRST =
        Comparator.comparingDouble((Near near) -> -near.likeness())
            .thenComparingLong(near -> near.opinion().id());
  }

  private final List<Opinion> opinions;
  private final int[] sizes;
  private final Map<Long, List<Integer>> having = new HashMap<>();

  private Likeness(List<Opinion> opinions) {
    this.opinions = List.copyOf(opinions);
    this.sizes = new int[opinions.size()];
    for (var place = 0; place < sizes.length; place++) {
      var pairs = pairs(opinions.get(place).text());
      sizes[place] = pairs.size();
      for (var pair : pairs) {
        having.computeIfAbsent(pair, none -> new ArrayList<>()).add(place);
      }
    }
  }

  static Likeness of(List<Opinion> opinions) {
    return new Likeness(opinions);
  }

  /** Those that say nearly what the text says, the nearest first. */
  List<Near> near(String text) {
    var pairs = pairs(text);
    var shared = new int[sizes.length];
    pairs.forEach(pair -> having.getOrDefault(pair, List.of()).forEach(place -> shared[place]++));
    return IntStream.range(0, sizes.length)
        .filter(place -> shared[place] > 0)
        .mapToObj(place ->
            new Near(opinions.get(place), likeness(shared[place], pairs.size(), sizes[place])))
        .filter(near -> near.likeness() > 0)
        .sorted(Near.NEAREST_FIRST)
        .toList();
  }

  /** Letters and digits of a text: what is left when it says anything. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static double likeness(int shared, int one, int other) {
    var dice = 2.0 * shared / (one + other);
    var shorter = Math.min(one, other);
    var contained = shorter >= TELLING && shared >= CONTAINED * shorter;
    return dice >= LIKE || contained ? dice : 0;
  }

  private static Set<Long> pairs(String text) {
    var letters = plain(text).codePoints().toArray();
    var pairs = new HashSet<Long>();
    for (var i = 1; i < letters.length; i++) {
      pairs.add(((long) letters[i - 1] << Integer.SIZE) + letters[i]);
    }
    return pairs;
  }
}
