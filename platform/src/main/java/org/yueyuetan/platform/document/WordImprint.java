package org.yueyuetan.platform.document;

import static org.yueyuetan.platform.document.WordPage.LINE;
import static org.yueyuetan.platform.document.WordPage.WIDTH;
import static org.yueyuetan.platform.document.WordPage.twips;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STYAlign;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFramePr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPBdr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHAnchor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVAnchor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STWrap;
import org.yueyuetan.platform.document.OfficialDocument.Imprint;
import org.yueyuetan.platform.document.OfficialFont.Written;

/**
 * Writes the version record (版记) of a Word file: frames on the foot of the type area. LibreOffice
 * wants the same borders on all paragraphs of a frame, so the printer's line has a frame of its
 * own.
 */
final class WordImprint {

  private static final Written WRITTEN = OfficialFont.BODY.at(14);

  /** 0.35 mm and 0.25 mm in eighths of a point. */
  private static final int OUTER = 8;

  private static final int INNER = 6;

  /** One character of the record. */
  private static final int CHARACTER = 280;

  private final XWPFDocument document;
  private final Imprint imprint;
  private final boolean ruled;
  private final boolean printer;

  /**
   * The record to write.
   *
   * @param ruled that of a letter has neither rules nor printer
   */
  WordImprint(XWPFDocument document, Imprint imprint, boolean ruled) {
    this.document = document;
    this.imprint = imprint;
    this.ruled = ruled;
    this.printer = ruled && !(imprint.office().isBlank() && imprint.printed().isEmpty());
  }

  /**
   * Writes it.
   *
   * @param height of all its lines
   */
  void write(int height) {
    for (var line : imprint.recipients()) {
      var label = line.label() + "：";
      var paragraph = paragraph();
      int hanging = label.length() * CHARACTER;
      paragraph.setIndentationLeft(CHARACTER + hanging);
      paragraph.setIndentationHanging(hanging);
      OfficialFont.write(paragraph, label + line.sentence(), WRITTEN);
      var frame = frame(paragraph);
      if (printer) {
        frame.setVAnchor(STVAnchor.PAGE);
        frame.setY(BigInteger.valueOf(twips(PageGrid.UPRIGHT.bottom()) - height));
        rule(borders(paragraph).addNewTop(), OUTER);
      } else {
        onFoot(frame);
        if (ruled) {
          rule(borders(paragraph).addNewTop(), OUTER);
          rule(borders(paragraph).addNewBottom(), OUTER);
        }
      }
    }
    if (printer) {
      printer();
    }
  }

  private void printer() {
    var paragraph = paragraph();
    paragraph.setIndentationLeft(CHARACTER);
    WordWriter.rightTab(paragraph, WIDTH - CHARACTER);
    OfficialFont.write(paragraph, imprint.office(), WRITTEN);
    paragraph.createRun().addTab();
    imprint
        .printed()
        .ifPresent(day -> OfficialFont.write(paragraph, Dates.day(day) + "印发", WRITTEN));
    onFoot(frame(paragraph));
    rule(borders(paragraph).addNewTop(), imprint.recipients().isEmpty() ? OUTER : INNER);
    rule(borders(paragraph).addNewBottom(), OUTER);
  }

  private XWPFParagraph paragraph() {
    var paragraph = document.createParagraph();
    paragraph.setAlignment(ParagraphAlignment.LEFT);
    paragraph.setIndentationRight(CHARACTER);
    WordPage.exact(paragraph, LINE);
    return paragraph;
  }

  private static CTFramePr frame(XWPFParagraph paragraph) {
    var frame = paragraph.getCTP().getPPr().addNewFramePr();
    frame.setW(BigInteger.valueOf(WIDTH));
    frame.setWrap(STWrap.AROUND);
    frame.setHAnchor(STHAnchor.PAGE);
    frame.setX(BigInteger.valueOf(twips(PageGrid.UPRIGHT.left)));
    return frame;
  }

  private static void onFoot(CTFramePr frame) {
    frame.setVAnchor(STVAnchor.MARGIN);
    frame.setYAlign(STYAlign.BOTTOM);
  }

  private static CTPBdr borders(XWPFParagraph paragraph) {
    var properties = paragraph.getCTP().getPPr();
    return properties.isSetPBdr() ? properties.getPBdr() : properties.addNewPBdr();
  }

  private static void rule(CTBorder border, int eighths) {
    border.setVal(STBorder.SINGLE);
    border.setSz(BigInteger.valueOf(eighths));
    border.setSpace(BigInteger.ZERO);
    border.setColor("000000");
  }
}
