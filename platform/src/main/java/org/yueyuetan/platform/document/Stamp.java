package org.yueyuetan.platform.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.yueyuetan.platform.document.Canvas.Ink;
import org.yueyuetan.platform.document.Setting.Run;

/** What a signed place shows: a heading in red and a few lines in small letters. */
public final class Stamp {

  private static final int HEADING = 13;
  private static final int SMALL = 9;
  private static final float PITCH = 13;
  private static final float SIDE = 8;

  private Stamp() {}

  /**
   * A PDF file whose only field looks like the stamp; libraries for signatures take the looks over.
   *
   * @param width of the place, in points
   * @param height of the place, in points
   */
  public static byte[] template(float width, float height, String heading, List<String> lines) {
    return Typeface.reading(() -> drawn(width, height, heading, lines));
  }

  private static byte[] drawn(float width, float height, String heading, List<String> lines) {
    try (var file = new PdfFile("", "")) {
      var size = new PDRectangle(width, height);
      try (var canvas = file.page(size)) {
        var top = (height - HEADING - 6 - lines.size() * PITCH) / 2;
        write(canvas, new Run(heading, OfficialFont.HEADING.at(HEADING)), top, Ink.RED);
        for (int i = 0; i < lines.size(); i++) {
          var run = new Run(lines.get(i), OfficialFont.BODY.at(SMALL));
          write(canvas, fitting(run, width - 2 * SIDE), top + HEADING + 6 + i * PITCH, Ink.BLACK);
        }
      }
      var page = file.document().getPage(0);
      file.field(page, "stamp", heading, size);
      dress(file, page, size);
      return file.bytes();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static void write(Canvas canvas, Run run, float top, Ink ink) {
    int points = run.written().points();
    canvas.mark(Setting.line(run), SIDE, top + 0.88f * points, ink);
  }

  /** A line that is too long ends in an ellipsis: the certificate tells all of it. */
  private static Run fitting(Run run, float width) {
    var text = run.text();
    var fitted = run;
    while (Setting.line(fitted).width() > width && text.length() > 1) {
      text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
      fitted = new Run(text + "…", run.written());
    }
    return fitted;
  }

  /** The drawing of the page becomes the looks of the field. */
  private static void dress(PdfFile file, PDPage page, PDRectangle size) throws IOException {
    var drawing = new PDFormXObject(file.document());
    try (var out = drawing.getContentStream().createOutputStream();
        var in = page.getContents()) {
      in.transferTo(out);
    }
    drawing.setBBox(size);
    drawing.setResources(page.getResources());
    var appearance = new PDAppearanceDictionary();
    appearance.getCOSObject().setDirect(true);
    appearance.setNormalAppearance(new PDAppearanceStream(drawing.getCOSObject()));
    var form = file.document().getDocumentCatalog().getAcroForm();
    ((PDSignatureField) form.getFields().getFirst())
        .getWidgets()
        .getFirst()
        .setAppearance(appearance);
  }
}
