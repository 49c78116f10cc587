package org.yueyuetan.platform.document;

import static org.yueyuetan.platform.document.PageGrid.CHARACTER;
import static org.yueyuetan.platform.document.PageGrid.LINE;
import static org.yueyuetan.platform.document.PageGrid.mm;

import java.util.ArrayList;
import java.util.List;
import org.yueyuetan.platform.document.Canvas.Ink;
import org.yueyuetan.platform.document.Setting.Run;

/** Places the head of a document (版头) on its first page, by the distances of the standard. */
final class HeadLayout {

  /** 发文机关标志 is no larger than this, and smaller where the name is long. */
  private static final float LARGEST_MARK = 60;

  private static final float SQUARE_BELOW_BASELINE = 0.12f;

  private final PageGrid grid = PageGrid.UPRIGHT;
  private final List<Strip.Drawing> drawings = new ArrayList<>();
  private float titleTop;

  private HeadLayout() {}

  /**
   * A head in place.
   *
   * @param titleTop where the title begins
   */
  record Placed(List<Strip.Drawing> drawings, float titleTop) {}

  static Placed of(Head head) {
    var layout = new HeadLayout();
    switch (head) {
      case Head.Ordinary ordinary -> layout.ordinary(ordinary);
      case Head.Letter letter -> layout.letter(letter);
      case Head.Minutes minutes ->
          layout.series(minutes.mark(), 35, 2, minutes.number(), minutes.unit(), minutes.date());
      case Head.Brief brief ->
          layout.series(brief.mark(), 20, 1, brief.issue(), brief.unit(), brief.date());
      case Head.Plain plain -> layout.plain(plain);
    }
    return new Placed(layout.drawings, layout.titleTop);
  }

  private void ordinary(Head.Ordinary head) {
    float top = grid.top;
    for (var line : marking(head.marking())) {
      left(line, 0, top);
      top += LINE;
    }
    float numberTop = mark(head.mark(), grid.top + mm(35), LARGEST_MARK) + 2 * LINE;
    if (head.signers().isEmpty()) {
      centred(body(head.number()), numberTop);
    } else {
      numberTop = signers(head.signers(), numberTop);
      left(body(head.number()), CHARACTER, numberTop);
    }
    ruleUnder(numberTop);
  }

  /** 签发人, two on a line; the last line is that of the number. */
  private float signers(List<String> names, float top) {
    var label = body("签发人：");
    for (int first = 0; first < names.size(); first += 2) {
      top += first == 0 ? 0 : LINE;
      var pair = String.join("\u3000", names.subList(first, Math.min(first + 2, names.size())));
      var line = Setting.line(new Run(pair, OfficialFont.SUBHEADING.at(16)));
      float column = line(names).width();
      float x = grid.right() - CHARACTER - column;
      place(line, x, top);
      if (first == 0) {
        place(label, x - label.width(), top);
      }
    }
    return top;
  }

  private static Line line(List<String> names) {
    return Setting.line(
        new Run(
            String.join("\u3000", names.subList(0, Math.min(2, names.size()))),
            OfficialFont.SUBHEADING.at(16)));
  }

  private void letter(Head.Letter head) {
    float rule = mark(head.mark(), mm(30), 44) + mm(4);
    doubleRule(rule, 1.5f, 0.5f);
    doubleRule(grid.paperHeight - mm(20) - 3.5f, 0.5f, 1.5f);
    float first = rule + 3.5f + 16 * 7 / 8f - (LINE - 16) / 2;
    float top = first;
    for (var line : marking(head.marking())) {
      left(line, 0, top);
      top += LINE;
    }
    var number = body(head.number());
    place(number, grid.right() - number.width(), first);
    titleTop = grid.onGrid(Math.max(top, first + LINE) + 2 * LINE);
  }

  /** 粗细双线, 170 mm long. */
  private void doubleRule(float y, float above, float below) {
    float length = mm(170);
    float x = (grid.paperWidth - length) / 2;
    drawings.add((canvas, left, top) -> {
      canvas.rule(x, y, length, above, Ink.RED);
      canvas.rule(x, y + 3.5f - below, length, below, Ink.RED);
    });
  }

  /** A series of minutes or briefs: name, issue, unit and date, rule. */
  private void series(
      String mark, double millimetres, int blank, String issue, String unit, String date) {
    float top = mark(mark, grid.top + mm(millimetres), LARGEST_MARK) + blank * LINE;
    if (!issue.isBlank()) {
      centred(body(issue), top);
      top += LINE;
    }
    if (!unit.isBlank() || !date.isBlank()) {
      left(body(unit), CHARACTER, top);
      var day = body(date);
      place(day, grid.right() - CHARACTER - day.width(), top);
      top += LINE;
    }
    ruleUnder(top - LINE);
  }

  private void plain(Head.Plain head) {
    var number = body(head.number());
    place(number, grid.right() - number.width(), grid.top);
    titleTop = grid.top + 3 * LINE;
  }

  /** Returns where the mark ends. */
  private float mark(String name, float inkTop, float largest) {
    int letters = Math.max(name.codePointCount(0, name.length()), 1);
    int points = (int) Math.min(largest, 0.96f * grid.width / letters);
    var line = Setting.line(new Run(name, OfficialFont.TITLE.at(points)));
    float above =
        (float)
            line.glyphs().stream()
                .mapToDouble(glyph -> glyph.face().inkAbove(glyph.codePoint()))
                .max()
                .orElse(0);
    float baseline = inkTop + above * points;
    float x = grid.left + (grid.width - line.width()) / 2;
    var tag = Tag.paragraph();
    drawings.add((canvas, left, top) -> canvas.baseline(tag, line, x, baseline, Ink.RED));
    return baseline + SQUARE_BELOW_BASELINE * points;
  }

  /** The red rule, 4 mm under the letters of a line. */
  private void ruleUnder(float lineTop) {
    float y = lineTop + (LINE + 16) / 2 + mm(4);
    drawings.add((canvas, left, top) -> canvas.rule(grid.left, y, grid.width, 2, Ink.RED));
    titleTop = grid.onGrid(y + 2 * LINE);
  }

  private static List<Line> marking(Head.Marking marking) {
    var lines = new ArrayList<Line>();
    if (!marking.copy().isBlank()) {
      lines.add(body(marking.copy()));
    }
    for (var text : List.of(marking.secrecy(), marking.urgency())) {
      if (!text.isBlank()) {
        lines.add(Setting.line(new Run(text, OfficialFont.HEADING.at(16))));
      }
    }
    return lines;
  }

  private static Line body(String text) {
    return Setting.line(new Run(text, OfficialFont.BODY.at(16)));
  }

  private void centred(Line line, float top) {
    place(line, grid.left + (grid.width - line.width()) / 2, top);
  }

  private void left(Line line, float indent, float top) {
    place(line, grid.left + indent, top);
  }

  private void place(Line line, float x, float y) {
    var tag = Tag.paragraph();
    drawings.add((canvas, left, top) -> canvas.text(tag, line, x, y, LINE));
  }
}
