package org.yueyuetan.engine.group;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of the field, which no general dictionary knows. A plain list that an office edits, one
 * entry a line:
 *
 * <pre>
 * 社工站 社会工作服务站    a word that is never cut; further words on the line mean the same
 * -希望 请            words that say nothing about the subject
 * {@literal @}东昌府区          names of places that every subject has: counted, never compared
 * # …                 a remark
 * </pre>
 *
 * <p>Where two words begin at one character the longer one is taken (longest match). Immutable.
 */
public final class Dictionary {

  private static final Pattern BLANKS = Pattern.compile("[\\s\u3000]+");

  private final Map<String, String> words = new HashMap<>();
  private final Set<String> silent = new HashSet<>();
  private final int longest;

  private Dictionary(List<String> standard, List<String> own) {
    for (var lines : List.of(standard, own)) {
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < lines.size(); i++) {
        read(i + 1, plain(lines.get(i)).strip(), seen);
      }
    }
    longest = words.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  /**
   * Reads a word list.
   *
   * @throws IllegalArgumentException when a sign stands without a word, or a word is listed twice;
   *     the message names the line
   */
  public static Dictionary of(List<String> lines) {
    return new Dictionary(List.of(), lines);
  }

  /** The list that comes with the engine: organizations, social work, city matters, Liaocheng. */
  public static Dictionary standard() {
    return of(standardLines());
  }

  /** The standard list and an office's own; where they differ the office's own wins. */
  public static Dictionary standardAnd(List<String> lines) {
    return new Dictionary(standardLines(), lines);
  }

  /** The length of the longest word of the list that begins here, or 0. */
  int match(CharSequence text, int from, int to) {
    for (int length = Math.min(longest, to - from); length > 1; length--) {
      if (words.containsKey(text.subSequence(from, from + length).toString())) {
        return length;
      }
    }
    return 0;
  }

  /** The word that stands for this one and all that mean the same. */
  String meaning(String word) {
    return words.getOrDefault(word, word);
  }

  boolean isSilent(String meaning) {
    return silent.contains(meaning);
  }

  /** Full-width letters and compatibility forms become the usual ones, capitals small. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private void read(int number, String line, Set<String> seen) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    char sign = line.charAt(0);
    boolean quiet = sign == '-' || sign == '@';
    var entries = BLANKS.split(quiet ? line.substring(1).strip() : line);
    if (entries[0].isEmpty()) {
      throw new IllegalArgumentException(
          "line " + number + " of the word list has a sign but no word: " + line);
    }
    for (var entry : entries) {
      if (!seen.add(entry)) {
        throw new IllegalArgumentException(
            "line " + number + " of the word list: " + entry + " stands there a second time");
      }
      if (quiet) {
        silent.add(entry);
      } else {
        silent.remove(entry);
      }
      if (sign != '-') {
        words.put(entry, quiet ? entry : entries[0]);
      }
    }
  }

  private static List<String> standardLines() {
    try (InputStream in =
        Objects.requireNonNull(Dictionary.class.getResourceAsStream("dictionary.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
