package org.yueyuetan.platform.document;

import com.google.zxing.qrcode.encoder.ByteMatrix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.yueyuetan.platform.document.Line.Glyph;

/** One page of a PDF file to draw on; {@code y} runs down from the upper edge of the paper. */
final class Canvas implements AutoCloseable {

  /** The baseline lies this far under the upper edge of the letters' square. */
  private static final float BASELINE = 0.88f;

  private final PdfFile file;
  private final PDPage page;
  private final PDPageContentStream content;
  private final float paper;

  Canvas(PdfFile file, PDPage page) {
    this.file = file;
    this.page = page;
    this.paper = page.getMediaBox().getHeight();
    try {
      content = new PDPageContentStream(file.document(), page);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  /** How a line is coloured. */
  enum Ink {
    BLACK,
    RED
  }

  /** Writes a line in the middle of a strip. */
  void text(Tag tag, Line line, float x, float top, float height) {
    text(tag, line, x, top, height, Ink.BLACK);
  }

  void text(Tag tag, Line line, float x, float top, float height, Ink ink) {
    if (line.glyphs().isEmpty()) {
      return;
    }
    float points = line.glyphs().getFirst().points();
    baseline(tag, line, x, top + (height - points) / 2 + BASELINE * points, ink);
  }

  /** Writes a line whose letters stand on {@code y}. */
  void baseline(Tag tag, Line line, float x, float y, Ink ink) {
    drawn(() -> {
      content.beginMarkedContent(COSName.getPDFName(tag.role), file.mark(tag, page));
      colour(ink);
      write(line, x, y, false);
      content.endMarkedContent();
    });
  }

  /** A line that is no part of the text, on {@code y}. */
  void mark(Line line, float x, float y, Ink ink) {
    drawn(() -> {
      content.beginMarkedContent(COSName.ARTIFACT);
      colour(ink);
      write(line, x, y, false);
      content.endMarkedContent();
    });
  }

  /**
   * The page number, which is no part of the text.
   *
   * @param turned whether it runs down the page, as on a sheet that lies across
   */
  void number(Line line, float x, float y, boolean turned) {
    drawn(() -> {
      content.beginMarkedContent(COSName.ARTIFACT);
      colour(Ink.BLACK);
      write(line, x, y, turned);
      content.endMarkedContent();
    });
  }

  /** A horizontal rule whose upper edge is {@code y}. */
  void rule(float x, float y, float length, float thickness, Ink ink) {
    drawn(() -> {
      content.beginMarkedContent(COSName.ARTIFACT);
      colour(ink);
      content.addRect(x, paper - y - thickness, length, thickness);
      content.fill();
      content.endMarkedContent();
    });
  }

  /** A square of dark and light modules. */
  void code(ByteMatrix modules, float x, float top, float side) {
    float module = side / modules.getWidth();
    drawn(() -> {
      content.beginMarkedContent(COSName.ARTIFACT);
      colour(Ink.BLACK);
      for (int row = 0; row < modules.getHeight(); row++) {
        for (int column = 0; column < modules.getWidth(); column++) {
          if (modules.get(column, row) == 1) {
            content.addRect(x + column * module, paper - top - (row + 1) * module, module, module);
          }
        }
      }
      content.fill();
      content.endMarkedContent();
    });
  }

  /** An empty field for a signature. */
  void field(String name, String label, float x, float top, float width, float height) {
    file.field(page, name, label, new PDRectangle(x, paper - top - height, width, height));
  }

  /** The frame of a table's cell. */
  void frame(float x, float top, float width, float height) {
    drawn(() -> {
      content.beginMarkedContent(COSName.ARTIFACT);
      content.setLineWidth(0.5f);
      content.addRect(x, paper - top - height, width, height);
      content.stroke();
      content.endMarkedContent();
    });
  }

  private void colour(Ink ink) throws IOException {
    if (ink == Ink.RED) {
      content.setNonStrokingColor(0.85f, 0f, 0f);
    } else {
      content.setNonStrokingColor(0f);
    }
  }

  /** Letters that follow each other in one font are one piece. */
  private void write(Line line, float x, float y, boolean turned) throws IOException {
    content.beginText();
    List<Glyph> glyphs = line.glyphs();
    var piece = new StringBuilder();
    float at = 0;
    float begun = 0;
    for (int i = 0; i < glyphs.size(); i++) {
      var glyph = glyphs.get(i);
      if (piece.isEmpty()) {
        begun = at;
      }
      piece.appendCodePoint(glyph.codePoint());
      at += glyph.advance() + line.slack();
      if (i == glyphs.size() - 1 || !joined(glyph, glyphs.get(i + 1))) {
        content.setFont(file.font(glyph.face()), glyph.points());
        content.setCharacterSpacing(glyph.tightening() + line.slack());
        content.setTextMatrix(
            turned
                ? new Matrix(0, -1, 1, 0, x, paper - y - begun)
                : new Matrix(1, 0, 0, 1, x + begun, paper - y));
        content.showText(piece.toString());
        piece.setLength(0);
      }
    }
    content.endText();
  }

  private static boolean joined(Glyph glyph, Glyph next) {
    return glyph.face() == next.face() && glyph.points() == next.points();
  }

  @Override
  public void close() {
    drawn(content::close);
  }

  private interface Drawn {
    void draw() throws IOException;
  }

  private static void drawn(Drawn what) {
    try {
      what.draw();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }
}
