package org.yueyuetan.platform.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What changed from one wording to the next: the longest common subsequence (Wagner and Fischer,
 * 1974) of their characters and numbers, or of their sentences where they are too long for that.
 */
public final class Difference {

  /** Time and space are the product of both lengths: up to this, characters are compared. */
  private static final int MOST_CELLS = 1_000_000;

  /**
   * A number or a day changes as a whole: nobody reads 2<del>1</del>0<ins>2</ins>. Possessive, for
   * what may be given back costs the stack: a text of nothing but points and digits would use it
   * up.
   */
  private static final Pattern CHARACTER =
      Pattern.compile("[0-9]+(?:[-.,:][0-9]+)*+|.", Pattern.DOTALL);

  private static final Pattern SENTENCE = Pattern.compile("[^。；，、\\n]*[。；，、\\n]?");

  private Difference() {}

  public static List<Change> between(String before, String after) {
    var cells = (long) before.length() * after.length();
    return cells <= MOST_CELLS
        ? between(parts(CHARACTER, before), parts(CHARACTER, after))
        : between(parts(SENTENCE, before), parts(SENTENCE, after));
  }

  private static List<Change> between(List<String> before, List<String> after) {
    var length = new short[before.size() + 1][after.size() + 1];
    for (var i = before.size() - 1; i >= 0; i--) {
      for (var j = after.size() - 1; j >= 0; j--) {
        length[i][j] =
            before.get(i).equals(after.get(j))
                ? (short) (length[i + 1][j + 1] + 1)
                : (short) Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    var parts = new ArrayList<Change>();
    var i = 0;
    var j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        add(parts, Change.Kind.KEPT, before.get(i++));
        j++;
      } else if (j == after.size() || (i < before.size() && length[i + 1][j] >= length[i][j + 1])) {
        add(parts, Change.Kind.GONE, before.get(i++));
      } else {
        add(parts, Change.Kind.NEW, after.get(j++));
      }
    }
    return Collections.unmodifiableList(parts);
  }

  private static void add(List<Change> parts, Change.Kind kind, String text) {
    if (!parts.isEmpty() && parts.getLast().kind() == kind) {
      parts.add(new Change(kind, parts.removeLast().text() + text));
    } else {
      parts.add(new Change(kind, text));
    }
  }

  private static List<String> parts(Pattern part, String text) {
    return part.matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(found -> !found.isEmpty())
        .toList();
  }
}
