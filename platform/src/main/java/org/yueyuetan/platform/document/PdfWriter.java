package org.yueyuetan.platform.document;

import static org.yueyuetan.platform.document.PageGrid.mm;

import java.util.function.Consumer;
import org.yueyuetan.platform.document.Setting.Run;

/** Writes an official document as a tagged PDF file with its fonts inside. */
final class PdfWriter {

  private static final int NUMBER = 14;

  private PdfWriter() {}

  static byte[] write(OfficialDocument document) {
    return Typeface.reading(() -> written(document, file -> {}));
  }

  /** With another PDF file inside. */
  static byte[] write(OfficialDocument document, String name, byte[] inside) {
    return Typeface.reading(() -> written(document, file -> file.attach(name, inside)));
  }

  private static byte[] written(OfficialDocument document, Consumer<PdfFile> more) {
    try (var file = new PdfFile(document.title().replace("\n", ""), document.author())) {
      var pages = Layout.of(document).pages();
      for (int i = 0; i < pages.size(); i++) {
        var page = pages.get(i);
        try (var canvas = file.page(page.grid())) {
          page.placed()
              .forEach(placed -> placed.drawing().on(canvas, page.grid().left, placed.top()));
          if (page.numbered()) {
            number(canvas, page.grid(), i + 1);
          }
        }
      }
      more.accept(file);
      return file.bytes();
    }
  }

  /** 7 mm under the type area, a character from its right edge, from its left on even pages. */
  private static void number(Canvas canvas, PageGrid grid, int number) {
    var line = Setting.line(new Run("— " + number + " —", OfficialFont.NUMBER.at(NUMBER)));
    var dash = line.glyphs().getFirst();
    float under = mm(7) + dash.face().inkAbove(dash.codePoint()) * NUMBER;
    boolean odd = number % 2 == 1;
    if (grid == PageGrid.UPRIGHT) {
      float x = odd ? grid.right() - NUMBER - line.width() : grid.left + NUMBER;
      canvas.number(line, x, grid.bottom() + under, false);
    } else {
      // Where it stands on the upright sheet: the left margin here is the foot there.
      float y = odd ? grid.bottom() - NUMBER - line.width() : grid.top + NUMBER;
      canvas.number(line, grid.left - under, y, true);
    }
  }
}
