package org.yueyuetan.platform.words;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Chinese full-text search on a plain PostgreSQL, whose own parser knows no Chinese.
 *
 * <p>A text is indexed by every two neighbouring characters of each run of Han characters, by the
 * last character of the run, and by its lower-cased latin and digit words. A query is cut into
 * words by Lucene's SmartCN (a hidden Markov model over a dictionary); each word is looked for by
 * its two-character parts, so that a text contains a word whenever its letters say so, however the
 * cutter would have cut the text itself. Any part of a text, two Han characters or longer, finds
 * the text.
 *
 * <p>Both results are complete, quoted values: they are <b>cast</b>, not parsed — {@code
 * cast(:words as tsvector)} and {@code words @@ cast(:query as tsquery)}.
 */
public final class Words {

  private static final Pattern RUN =
      Pattern.compile("(?<han>\\p{IsHan}+)|[\\p{L}\\p{N}&&\\P{IsHan}]+");

  /** PostgreSQL refuses a lexeme of 2 KB and more. */
  private static final int LONGEST_WORD = 100;

  private Words() {}

  /**
   * The value of a {@code tsvector} column for these texts, to be written as {@code cast(:words as
   * tsvector)}.
   */
  public static String index(String... texts) {
    Set<String> lexemes = new LinkedHashSet<>();
    for (var text : texts) {
      var runs = RUN.matcher(plain(text));
      while (runs.find()) {
        if (runs.group("han") == null) {
          lexemes.add(clipped(runs.group()));
        } else {
          var run = characters(runs.group());
          lexemes.addAll(pairs(run));
          lexemes.add(run.getLast());
        }
      }
    }
    return lexemes.stream().map(lexeme -> "'" + lexeme + "'").collect(Collectors.joining(" "));
  }

  /**
   * A query for what a person typed, to be asked as {@code words @@ cast(:query as tsquery)}; empty
   * when nothing in it can be searched for. All words must be there. A single character and latin
   * words match as beginnings.
   */
  public static Optional<String> query(String typed) {
    Set<String> terms = new LinkedHashSet<>();
    var runs = RUN.matcher(plain(typed));
    while (runs.find()) {
      if (runs.group("han") == null) {
        terms.add(beginning(clipped(runs.group())));
      } else {
        for (var word : words(runs.group())) {
          if (word.size() == 1) {
            terms.add(beginning(word.getFirst()));
          } else {
            pairs(word).forEach(pair -> terms.add("'" + pair + "'"));
          }
        }
      }
    }
    return terms.isEmpty() ? Optional.empty() : Optional.of(String.join(" & ", terms));
  }

  /** Full-width letters and compatibility forms become the usual ones. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static String beginning(String term) {
    return "'" + term + "':*";
  }

  private static String clipped(String word) {
    return word.length() <= LONGEST_WORD
        ? word
        : word.substring(0, word.offsetByCodePoints(0, LONGEST_WORD / 2));
  }

  private static List<String> characters(String run) {
    return run.codePoints().mapToObj(Character::toString).toList();
  }

  private static List<String> pairs(List<String> characters) {
    var pairs = new ArrayList<String>();
    for (int i = 1; i < characters.size(); i++) {
      pairs.add(characters.get(i - 1) + characters.get(i));
    }
    return pairs;
  }

  /**
   * The words of a run of Han characters. Neighbouring single characters are joined: the cutter
   * leaves names such as 蒲心 in pieces.
   */
  private static List<List<String>> words(String run) {
    var words = new ArrayList<List<String>>();
    var singles = new ArrayList<String>();
    int from = 0;
    for (int to : cuts(run)) {
      var word = characters(run.substring(from, to));
      from = to;
      if (word.size() == 1) {
        singles.addAll(word);
        continue;
      }
      if (!singles.isEmpty()) {
        words.add(List.copyOf(singles));
        singles.clear();
      }
      words.add(word);
    }
    if (!singles.isEmpty()) {
      words.add(singles);
    }
    return words;
  }

  /**
   * Where words end, the end of the run last. Rare characters beyond the basic plane are left
   * uncut.
   */
  private static List<Integer> cuts(String run) {
    if (run.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
      return List.of(run.length());
    }
    var cuts = new LinkedHashSet<Integer>();
    try (var cutter = new HMMChineseTokenizer()) {
      cutter.setReader(new StringReader(run));
      var offset = cutter.addAttribute(OffsetAttribute.class);
      cutter.reset();
      while (cutter.incrementToken()) {
        if (offset.startOffset() > 0) {
          cuts.add(offset.startOffset());
        }
        cuts.add(offset.endOffset());
      }
      cutter.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    cuts.add(run.length());
    return cuts.stream().sorted().toList();
  }
}
