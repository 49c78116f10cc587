package org.yueyuetan.platform.document;

import static org.yueyuetan.platform.document.WordPage.LINE;
import static org.yueyuetan.platform.document.WordPage.WIDTH;
import static org.yueyuetan.platform.document.WordPage.twips;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHAnchor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVAnchor;
import org.yueyuetan.platform.document.OfficialDocument.Imprint;
import org.yueyuetan.platform.document.OfficialFont.Written;

/**
 * Writes the version record (版记) of a Word file: a table that floats on the foot of the type area.
 */
final class WordImprint {

  private static final Written WRITTEN = OfficialFont.BODY.at(14);

  /** 0.35 mm and 0.25 mm in eighths of a point. */
  private static final int OUTER = 8;

  private static final int INNER = 6;

  /** One character of the record. */
  private static final int CHARACTER = 280;

  private final XWPFDocument document;

  WordImprint(XWPFDocument document) {
    this.document = document;
  }

  /**
   * Writes it.
   *
   * @param ruled that of a letter has neither rules nor printer
   * @param height of all its lines
   */
  void write(Imprint imprint, boolean ruled, int height) {
    boolean printer = ruled && !(imprint.office().isBlank() && imprint.printed().isEmpty());
    int recipients = imprint.recipients().size();
    if (recipients == 0 && !printer) {
      return;
    }
    var table = document.createTable(recipients + (printer ? 1 : 0), 1);
    place(table, height);
    if (ruled) {
      table.setTopBorder(XWPFBorderType.SINGLE, OUTER, 0, "000000");
      table.setBottomBorder(XWPFBorderType.SINGLE, OUTER, 0, "000000");
    }
    for (int i = 0; i < recipients; i++) {
      var line = imprint.recipients().get(i);
      var label = line.label() + "：";
      var paragraph = line(table.getRow(i));
      int hanging = label.length() * CHARACTER;
      paragraph.setIndentationLeft(CHARACTER + hanging);
      paragraph.setIndentationHanging(hanging);
      OfficialFont.write(paragraph, label + line.sentence(), WRITTEN);
    }
    if (printer) {
      var row = table.getRow(recipients);
      var paragraph = line(row);
      paragraph.setIndentationLeft(CHARACTER);
      WordWriter.rightTab(paragraph, WIDTH - CHARACTER);
      OfficialFont.write(paragraph, imprint.office(), WRITTEN);
      paragraph.createRun().addTab();
      imprint
          .printed()
          .ifPresent(day -> OfficialFont.write(paragraph, Dates.day(day) + "印发", WRITTEN));
      if (recipients > 0) {
        var rule = row.getCell(0).getCTTc().getTcPr().addNewTcBorders().addNewTop();
        rule.setVal(STBorder.SINGLE);
        rule.setSz(BigInteger.valueOf(INNER));
        rule.setColor("000000");
      }
    }
  }

  /** Measured from the paper, which every program understands. */
  private static void place(XWPFTable table, int height) {
    table.removeBorders();
    table.setWidthType(TableWidthType.DXA);
    table.setWidth(WIDTH);
    var margins = table.getCTTbl().getTblPr().addNewTblCellMar();
    for (var side : List.of(margins.addNewLeft(), margins.addNewRight())) {
      side.setType(STTblWidth.DXA);
      side.setW(BigInteger.ZERO);
    }
    var place = table.getCTTbl().getTblPr().addNewTblpPr();
    place.setHorzAnchor(STHAnchor.PAGE);
    place.setTblpX(BigInteger.valueOf(twips(PageGrid.UPRIGHT.left)));
    place.setVertAnchor(STVAnchor.PAGE);
    place.setTblpY(BigInteger.valueOf(twips(PageGrid.UPRIGHT.bottom()) - height));
  }

  private static XWPFParagraph line(XWPFTableRow row) {
    var cell = row.getCell(0);
    cell.setWidthType(TableWidthType.DXA);
    cell.setWidth(String.valueOf(WIDTH));
    row.setCantSplitRow(true);
    var paragraph = cell.getParagraphArray(0);
    paragraph.setAlignment(ParagraphAlignment.LEFT);
    paragraph.setIndentationRight(CHARACTER);
    WordPage.exact(paragraph, LINE);
    return paragraph;
  }
}
