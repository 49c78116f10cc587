package org.yueyuetan.platform.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yueyuetan.platform.document.Line.Glyph;
import org.yueyuetan.platform.document.OfficialFont.Written;

/** Sets text into lines by the rules of Chinese typesetting (避头尾). */
final class Setting {

  private static final String NOT_AT_START = "。，、；：？！）》〉」』】〕〗”’％‰℃!),.:;?]}%";
  private static final String NOT_AT_END = "（《〈「『【〔〖“‘([{￥¥$";

  /** A line may be spread by this part of its measure; beyond, it stays ragged. */
  private static final float MOST_SLACK = 0.1f;

  private Setting() {}

  /** Text in one font. */
  record Run(String text, Written written) {}

  static List<Line> lines(float first, float rest, Run... runs) {
    return lines(first, rest, Arrays.asList(runs));
  }

  /**
   * Lines of at most the given widths.
   *
   * @param first width of the first line
   * @param rest width of the others
   */
  static List<Line> lines(float first, float rest, List<Run> runs) {
    var glyphs = glyphs(runs);
    var lines = new ArrayList<Line>();
    int start = 0;
    while (start < glyphs.size()) {
      float measure = lines.isEmpty() ? first : rest;
      int end = end(glyphs, start, measure);
      boolean last = end == glyphs.size();
      lines.add(line(glyphs.subList(start, end), measure, last));
      start = end;
      while (start < glyphs.size() && glyphs.get(start).codePoint() == ' ') {
        start++;
      }
    }
    return lines;
  }

  /** One line, however long it gets. */
  static Line line(Run... runs) {
    return new Line(glyphs(Arrays.asList(runs)), 0);
  }

  private static int end(List<Glyph> glyphs, int start, float measure) {
    float width = 0;
    int end = start;
    while (end < glyphs.size() && width + glyphs.get(end).advance() <= measure + 0.05f) {
      width += glyphs.get(end++).advance();
    }
    if (end == glyphs.size()) {
      return end;
    }
    for (int at = end; at > start; at--) {
      if (breakable(glyphs.get(at - 1).codePoint(), glyphs.get(at).codePoint())) {
        return at;
      }
    }
    return Math.max(end, start + 1);
  }

  private static Line line(List<Glyph> glyphs, float measure, boolean last) {
    int length = glyphs.size();
    while (length > 1 && glyphs.get(length - 1).codePoint() == ' ') {
      length--;
    }
    var line = new Line(glyphs.subList(0, length), 0);
    float missing = measure - line.width();
    return last || length < 2 || missing > MOST_SLACK * measure || missing <= 0
        ? line
        : new Line(line.glyphs(), missing / (length - 1));
  }

  /** Whether a character of a text is set as a letter other than a space. */
  static boolean inked(int c) {
    return visible(c) && (c == '\u3000' || !Character.isWhitespace(c));
  }

  static boolean breakable(int before, int after) {
    boolean dashes = before == after && (before == '—' || before == '…');
    return !dashes
        && !(wordPart(before) && wordPart(after))
        && NOT_AT_START.indexOf(after) < 0
        && NOT_AT_END.indexOf(before) < 0;
  }

  private static boolean wordPart(int c) {
    return c < 0x250 && (Character.isLetterOrDigit(c) || ".,:/@-_%+".indexOf(c) >= 0);
  }

  private static List<Glyph> glyphs(List<Run> runs) {
    var glyphs = new ArrayList<Glyph>();
    for (var run : runs) {
      var written = run.written();
      run.text()
          .codePoints()
          .map(c -> Character.isWhitespace(c) && c != '\u3000' ? ' ' : c)
          .filter(Setting::visible)
          .forEach(c -> glyphs.add(glyph(c, written)));
    }
    return glyphs;
  }

  private static Glyph glyph(int codePoint, Written written) {
    float points = written.points();
    var letter = Typeface.letter(written.font(), codePoint);
    float tightening = points == PageGrid.TEXT ? PageGrid.CHARACTER - PageGrid.TEXT : 0;
    float advance = letter.face().advance(letter.codePoint()) * points + tightening;
    return new Glyph(letter.codePoint(), letter.face(), points, advance, tightening);
  }

  /** Selectors and joiners change how the letter before them looks, and show nothing themselves. */
  private static boolean visible(int c) {
    int type = Character.getType(c);
    return type != Character.FORMAT
        && type != Character.CONTROL
        && !(c >= 0xFE00 && c <= 0xFE0F)
        && !(c >= 0xE0100 && c <= 0xE01EF)
        && type != Character.SURROGATE;
  }
}
