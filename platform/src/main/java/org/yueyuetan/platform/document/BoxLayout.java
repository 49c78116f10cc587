package org.yueyuetan.platform.document;

import static org.yueyuetan.platform.document.PageGrid.mm;

import java.util.ArrayList;
import java.util.List;
import org.yueyuetan.platform.document.Setting.Run;

/** Lays out what stands in a box and is never cut: the place of a signature, a QR code. */
final class BoxLayout {

  private static final float PITCH = 20;
  private static final float SIDE = mm(3);
  private static final float FIELD = mm(66);
  private static final float LEAST = mm(30);
  private static final float CODE = mm(24);

  /** Between one box and the next. */
  private static final float GAP = mm(4);

  private BoxLayout() {}

  /** Names on the left, the field on the right. */
  static Strip of(Block.Place place, PageGrid grid) {
    float words = grid.width - FIELD;
    var lines = new ArrayList<>(lines(place.label(), OfficialFont.HEADING, words));
    place.lines().forEach(line -> lines.addAll(lines(line, OfficialFont.BODY, words)));
    float height = Math.max(LEAST, lines.size() * PITCH + 2 * SIDE);
    var tag = Tag.paragraph();
    return box(
        height,
        (canvas, left, top) -> {
          canvas.frame(left, top, grid.width, height);
          canvas.frame(left + words, top, FIELD, height);
          column(canvas, tag, lines, left + SIDE, top + (height - lines.size() * PITCH) / 2);
          canvas.field(place.field(), place.label(), left + words, top, FIELD, height);
        });
  }

  /** The code on the left, what it is for on the right. */
  static Strip of(Block.Code code, PageGrid grid) {
    var modules = QrCode.modules(code.address());
    float words = CODE + 2 * SIDE;
    var lines = new ArrayList<Line>();
    code.lines().forEach(line -> lines.addAll(lines(line, OfficialFont.BODY, grid.width - words)));
    float height = Math.max(CODE, lines.size() * PITCH);
    var tag = Tag.paragraph();
    return box(
        height,
        (canvas, left, top) -> {
          canvas.code(modules, left, top, CODE);
          column(canvas, tag, lines, left + words, top + (height - lines.size() * PITCH) / 2);
        });
  }

  private static Strip box(float height, Strip.Drawing drawing) {
    return new Strip(
        height + GAP,
        false,
        false,
        null,
        (canvas, left, top) -> drawing.on(canvas, left, top + GAP));
  }

  private static void column(Canvas canvas, Tag tag, List<Line> lines, float x, float top) {
    for (int i = 0; i < lines.size(); i++) {
      canvas.text(tag, lines.get(i), x, top + i * PITCH, PITCH);
    }
  }

  private static List<Line> lines(String text, OfficialFont font, float width) {
    float measure = width - 2 * SIDE;
    return Setting.lines(measure, measure, new Run(text, font.at(12)));
  }
}
