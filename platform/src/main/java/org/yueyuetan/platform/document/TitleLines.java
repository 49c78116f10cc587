package org.yueyuetan.platform.document;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Breaks a title into few lines whose words stay whole and whose outline is a trapezium or a
 * rhombus (梯形或菱形), as the standard asks.
 */
final class TitleLines {

  /** Beyond this no good outline is looked for: the title is filled line by line. */
  private static final int MOST_LINES = 5;

  private static final String POOR_START = "的了等、”》）";
  private static final List<String> POOR_END =
      List.of("关于", "对", "和", "与", "及", "在", "《", "“", "（");

  /** Words that the analyser cuts and a title must not. */
  private static final List<String> WHOLE =
      List.of("社会组织", "志愿服务", "社区治理", "月月谈", "公益创投", "社会工作", "困境儿童", "会议纪要", "实施方案", "激励办法");

  private static final List<String> GOOD_START = List.of("关于", "印发", "转发", "贯彻", "开展", "以及", "《");

  private TitleLines() {}

  /**
   * The lines of a title.
   *
   * @param most characters on a line
   */
  static List<String> of(String title, int most) {
    if (title.contains("\n")) {
      return title.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
    var text = title.strip();
    if (width(text) <= most) {
      return List.of(text);
    }
    var places = places(text);
    for (int lines = (int) Math.ceil(width(text) / most); lines <= MOST_LINES; lines++) {
      var search = new Search(text, places, most, lines);
      search.go(0, 0);
      if (search.best != null) {
        return search.best;
      }
    }
    return filled(text, most);
  }

  /** Latin letters and digits take half the place. */
  private static double width(String text) {
    return text.codePoints().mapToDouble(c -> c < 0x250 ? 0.6 : 1).sum();
  }

  /** Where words end. */
  private static List<Integer> places(String text) {
    var places = new ArrayList<Integer>();
    try (var words = new HMMChineseTokenizer()) {
      words.setReader(new StringReader(text));
      var offset = words.addAttribute(OffsetAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        int at = offset.endOffset();
        if (at < text.length()
            && !Character.isLowSurrogate(text.charAt(at))
            && Setting.breakable(text.codePointBefore(at), text.codePointAt(at))
            && WHOLE.stream().noneMatch(whole -> cuts(text, whole, at))) {
          places.add(at);
        }
      }
      words.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return places;
  }

  private static boolean cuts(String text, String whole, int at) {
    int found = text.lastIndexOf(whole, at);
    return found >= 0 && found < at && at < found + whole.length();
  }

  private static List<String> filled(String text, int most) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (width(line.toString()) + 1 > most) {
            lines.add(line.toString());
            line.setLength(0);
          }
          line.appendCodePoint(c);
        });
    lines.add(line.toString());
    return lines;
  }

  /** Tries every way to break into the given number of lines. */
  private static final class Search {

    private final String text;
    private final List<Integer> places;
    private final int most;
    private final String[] lines;
    private double lowest = Double.MAX_VALUE;
    private @Nullable List<String> best;

    Search(String text, List<Integer> places, int most, int lines) {
      this.text = text;
      this.places = places;
      this.most = most;
      this.lines = new String[lines];
    }

    void go(int line, int from) {
      if (line == lines.length - 1) {
        lines[line] = text.substring(from);
        if (width(lines[line]) <= most && cost() < lowest) {
          lowest = cost();
          best = Arrays.stream(lines).map(String::strip).toList();
        }
        return;
      }
      for (int place : places) {
        if (place > from && width(text.substring(from, place)) <= most) {
          lines[line] = text.substring(from, place);
          go(line + 1, place);
        }
      }
    }

    private double cost() {
      double mean = width(text) / lines.length;
      double cost = 0;
      int open = 0;
      for (int i = 0; i < lines.length; i++) {
        var line = lines[i];
        cost += Math.pow(width(line) - mean, 2) / mean;
        if (i > 0) {
          cost += POOR_START.indexOf(line.codePointAt(0)) >= 0 ? 20 : 0;
          cost -= GOOD_START.stream().anyMatch(line::startsWith) ? 3 : 0;
          cost += 6 * Math.max(open, 0);
        }
        if (i < lines.length - 1) {
          cost += POOR_END.stream().anyMatch(line::endsWith) ? 20 : 0;
        }
        open += count(line, "《") - count(line, "》") + count(line, "（") - count(line, "）");
      }
      return cost + outline();
    }

    /** A rectangle or an hourglass is not wanted. */
    private double outline() {
      var widths = Arrays.stream(lines).mapToDouble(TitleLines::width).toArray();
      double cost = 0;
      for (int i = 1; i < widths.length; i++) {
        cost += widths[i] == widths[i - 1] ? 2 : 0;
        if (i < widths.length - 1 && widths[i] < widths[i - 1] && widths[i] < widths[i + 1]) {
          cost += 15;
        }
      }
      return cost;
    }

    private static int count(String line, String mark) {
      return line.length() - line.replace(mark, "").length();
    }
  }
}
