package org.yueyuetan.platform.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Splits a text that was written elsewhere into clauses: by the numbers that stand before its
 * paragraphs, which the program then gives anew. What bears no number is a paragraph, or, in
 * measures, goes on with the article above.
 */
public final class Pasted {

  /** A text beyond this is no document that anybody would read. */
  static final int MOST = 100_000;

  private static final String NUMBER = "[一二三四五六七八九十百零〇]{1,7}";
  private static final String SPACE = "[\\s　]*";

  /** What stands before a paragraph of its kind; the group is the paragraph itself. */
  private record Mark(ClauseKind kind, Pattern pattern) {
    Mark(ClauseKind kind, String before, String text) {
      this(kind, Pattern.compile(before + SPACE + "(" + text + ")"));
    }

    Optional<ClauseDraft> read(String line) {
      var found = pattern.matcher(line);
      return found.matches()
          ? Optional.of(new ClauseDraft(kind, found.group(1)))
          : Optional.empty();
    }
  }

  private static final List<Mark> OF_MEASURES =
      List.of(
          new Mark(ClauseKind.CHAPTER, "第" + NUMBER + "章", ".*"),
          new Mark(ClauseKind.ARTICLE, "第(?:" + NUMBER + "|\\d{1,3})条", ".*"));

  private static final List<Mark> OF_OTHERS =
      List.of(
          new Mark(ClauseKind.SECTION, NUMBER + "[、．.]", ".+"),
          new Mark(ClauseKind.SUBSECTION, "[（(]" + NUMBER + "[）)]", ".+"),
          new Mark(ClauseKind.ITEM, "\\d{1,2}[.．、](?!\\d)", ".+"));

  private Pasted() {}

  /** The clauses of a text; blank lines are passed over. */
  public static List<ClauseDraft> split(String text, Genre genre) {
    var clauses = new ArrayList<ClauseDraft>();
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(line -> add(clauses, line, genre));
    return clauses;
  }

  private static void add(List<ClauseDraft> clauses, String line, Genre genre) {
    var marks = genre == Genre.MEASURES ? OF_MEASURES : OF_OTHERS;
    var marked = marks.stream().flatMap(mark -> mark.read(line).stream()).findFirst();
    if (marked.isPresent()) {
      clauses.add(marked.get());
    } else if (genre == Genre.MEASURES
        && !clauses.isEmpty()
        && clauses.getLast().kind() == ClauseKind.ARTICLE) {
      var above = clauses.removeLast();
      clauses.add(new ClauseDraft(ClauseKind.ARTICLE, above.text() + "\n" + line));
    } else {
      clauses.add(new ClauseDraft(genre.kinds().getFirst(), line));
    }
  }
}
