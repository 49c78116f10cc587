package org.yueyuetan.platform.outcome;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines where nothing else does it for us, as inside a drawing. */
final class Wrapping {

  private static final double LATIN = 0.56;

  /** May not begin a line; one of them hangs over the end instead. */
  private static final String CLOSING = "，。、；：！？）》】”’";

  private static final int CHINESE_FROM = 0x2E80;

  private Wrapping() {}

  /**
   * At most {@code most} lines, the last one ending in "…" when there is more.
   *
   * @param ems width of a line; a Chinese character is one em wide
   */
  static List<String> wrap(String text, double ems, int most) {
    var lines = new ArrayList<String>();
    var rest = text.strip().replaceAll("\\s+", " ");
    while (!rest.isEmpty() && lines.size() < most) {
      var end = fitting(rest, ems);
      if (end < rest.length() && lines.size() == most - 1) {
        lines.add(rest.substring(0, fitting(rest, ems - 1)).strip() + "…");
        return lines;
      }
      if (end < rest.length() && isLatin(rest, end - 1) && isLatin(rest, end)) {
        var space = rest.lastIndexOf(' ', end);
        end = space > 0 ? space : end;
      }
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    return lines;
  }

  /** How many chars of the text fit on a line; at least one character. */
  private static int fitting(String text, double ems) {
    var end = 0;
    var width = 0.0;
    while (end < text.length()) {
      width += text.codePointAt(end) >= CHINESE_FROM ? 1 : LATIN;
      if (width > ems && end > 0) {
        break;
      }
      end = text.offsetByCodePoints(end, 1);
    }
    var hangs = end < text.length() && CLOSING.indexOf(text.charAt(end)) >= 0;
    return hangs ? end + 1 : end;
  }

  private static boolean isLatin(String text, int at) {
    return text.charAt(at) < CHINESE_FROM && text.charAt(at) != ' ';
  }
}
