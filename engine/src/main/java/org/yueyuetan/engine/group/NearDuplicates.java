package org.yueyuetan.engine.group;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Folds texts that say the same in nearly the same letters: those whose sets of character pairs
 * have a Jaccard index of at least {@link #ALIKE}. Exact, not sampled: two such sets share one of
 * the rarest pairs of each (prefix filter; Chaudhuri, Ganti, Kaushik 2006, <i>A Primitive Operator
 * for Similarity Joins in Data Cleaning</i>; Bayardo, Ma, Srikant 2007, <i>Scaling Up All Pairs
 * Similarity Search</i>).
 *
 * <p>From the shortest text on, a text is folded into the first earlier one that is like it and is
 * not folded itself, so that chains of small differences do not drift away.
 */
final class NearDuplicates {

  /** Jaccard index from which on two texts are the same. */
  static final double ALIKE = .8;

  private static final int BUCKETS = 1 << 18;

  private final int[][] pairs;
  private final long[] bits;
  private final int[] leader;

  /** How many texts have the pairs of a bucket. */
  private final int[] texts = new int[BUCKETS];

  private NearDuplicates(int[][] pairs) {
    this.pairs = pairs;
    this.bits = Arrays.stream(pairs).mapToLong(NearDuplicates::bits).toArray();
    this.leader = new int[pairs.length];
  }

  /**
   * Finds for each text the one it is folded into; itself when it is not.
   *
   * @param texts in canonical order
   * @param apart texts that staff keep apart from others: never folded, nothing is folded into them
   */
  static int[] fold(List<String> texts, BitSet apart) {
    return new NearDuplicates(
            texts.stream().parallel().map(NearDuplicates::pairs).toArray(int[][]::new))
        .fold(apart);
  }

  private int[] fold(BitSet apart) {
    rareFirst();
    int[] order =
        IntStream.range(0, pairs.length)
            .boxed()
            .sorted(Comparator.<Integer>comparingInt(i -> pairs[i].length))
            .mapToInt(Integer::intValue)
            .toArray();
    var prefixes = new IntLists(BUCKETS);
    int[] seen = new int[pairs.length];
    Arrays.fill(seen, -1);
    for (int text : order) {
      leader[text] = text;
      if (apart.get(text) || pairs[text].length == 0) {
        continue;
      }
      int earliest = earliestLike(text, prefixes, seen);
      if (earliest >= 0) {
        leader[text] = earliest;
      } else {
        for (int i = 0; i < prefix(text); i++) {
          prefixes.add(bucket(pairs[text][i]), text);
        }
      }
    }
    return leader;
  }

  private int earliestLike(int text, IntLists prefixes, int[] seen) {
    for (int i = 0; i < prefix(text); i++) {
      int bucket = bucket(pairs[text][i]);
      for (int at = prefixes.first(bucket); at >= 0; at = prefixes.next(at)) {
        int other = prefixes.value(at);
        if (seen[other] != text) {
          seen[other] = text;
          if (mayBeAlike(text, other) && alike(text, other)) {
            return other;
          }
        }
      }
    }
    return -1;
  }

  private int prefix(int text) {
    int length = pairs[text].length;
    return length - (int) Math.ceil(ALIKE * length) + 1;
  }

  /**
   * Bits that only one set has stand for pairs that only it has, at least one for each bit (bitmap
   * filter; Sandes, Teodoro, Melo 2020, <i>Bitmap filter: speeding up exact set similarity joins
   * with bitwise operations</i>). Turns most candidates away with two operations.
   */
  private boolean mayBeAlike(int one, int other) {
    int a = pairs[one].length;
    int b = pairs[other].length;
    double both = ALIKE / (1 + ALIKE) * (a + b);
    return a - Long.bitCount(bits[one] & ~bits[other]) >= both - 1e-9
        && b - Long.bitCount(bits[other] & ~bits[one]) >= both - 1e-9;
  }

  private static long bits(int[] set) {
    long bits = 0;
    for (int pair : set) {
      bits |= 1L << ((pair * 0x9E3779B9) >>> 26);
    }
    return bits;
  }

  private boolean alike(int one, int other) {
    int[] a = pairs[one];
    int[] b = pairs[other];
    int both = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      int difference = compare(a[i], b[j]);
      if (difference == 0) {
        both++;
        i++;
        j++;
      } else if (difference < 0) {
        i++;
      } else {
        j++;
      }
    }
    return both >= ALIKE * (a.length + b.length - both);
  }

  /** Orders the pairs of every text by how many texts have them; buckets stand for exact counts. */
  private void rareFirst() {
    for (int[] set : pairs) {
      for (int pair : set) {
        texts[bucket(pair)]++;
      }
    }
    Arrays.stream(pairs)
        .parallel()
        .forEach(set -> {
          long[] keys = new long[set.length];
          for (int i = 0; i < set.length; i++) {
            keys[i] = (long) texts[bucket(set[i])] << 32 | Integer.toUnsignedLong(set[i]);
          }
          Arrays.sort(keys);
          for (int i = 0; i < set.length; i++) {
            set[i] = (int) keys[i];
          }
        });
  }

  private int compare(int one, int other) {
    int byTexts = Integer.compare(texts[bucket(one)], texts[bucket(other)]);
    return byTexts != 0 ? byTexts : Integer.compareUnsigned(one, other);
  }

  private static int bucket(int pair) {
    int mixed = pair * 0x9E3779B9;
    return (mixed ^ mixed >>> 15) & BUCKETS - 1;
  }

  /** The different pairs of neighbouring letters and digits; one letter alone makes a pair. */
  private static int[] pairs(String text) {
    var plain = letters(text);
    if (plain.length() == 1) {
      return new int[] {plain.charAt(0)};
    }
    return IntStream.range(1, plain.length())
        .map(i -> plain.charAt(i - 1) << 16 | plain.charAt(i))
        .sorted()
        .distinct()
        .toArray();
  }

  /** What is left of a text without blanks and punctuation. */
  static String letters(String text) {
    var letters = new StringBuilder(text.length());
    Dictionary.plain(text)
        .chars()
        .filter(c -> Character.isLetterOrDigit(c) || Character.isSurrogate((char) c))
        .forEach(c -> letters.append((char) c));
    return letters.toString();
  }
}
