package org.yueyuetan.platform.document;

import static org.yueyuetan.platform.document.WordPage.twips;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.yueyuetan.platform.document.OfficialFont.Written;

/** Writes the ruled tables of a Word file. */
final class WordTable {

  private static final Written HEADER = OfficialFont.HEADING.at(12);
  private static final Written CELL = OfficialFont.BODY.at(12);

  private final XWPFDocument document;

  WordTable(XWPFDocument document) {
    this.document = document;
  }

  void ruled(Block.Table ruled, float width) {
    var table = document.createTable(ruled.rows().size() + 1, ruled.header().size());
    table.setWidthType(TableWidthType.DXA);
    table.setWidth(twips(width));
    table.setTableAlignment(TableRowAlign.CENTER);
    table.setCellMargins(40, 90, 40, 90);
    table.getRow(0).setRepeatHeader(true);
    var widths = TableLayout.widths(ruled, width);
    var columns = table.getCTTbl().addNewTblGrid();
    for (float wide : widths) {
      columns.addNewGridCol().setW(BigInteger.valueOf(twips(wide)));
    }
    var centred = TableLayout.centred(ruled);
    for (int column = 0; column < widths.length; column++) {
      int wide = twips(widths[column]);
      cell(table.getRow(0).getCell(column), wide, ruled.header().get(column), HEADER, true);
      for (int row = 0; row < ruled.rows().size(); row++) {
        var text = ruled.rows().get(row).get(column);
        cell(table.getRow(row + 1).getCell(column), wide, text, CELL, centred[column]);
      }
    }
    table.getRows().forEach(row -> row.setCantSplitRow(true));
  }

  private static void cell(
      XWPFTableCell cell, int width, String text, Written written, boolean centred) {
    cell.setWidthType(TableWidthType.DXA);
    cell.setWidth(String.valueOf(width));
    cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
    var lines = text.isBlank() ? List.of("") : text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      var paragraph = i == 0 ? cell.getParagraphArray(0) : cell.addParagraph();
      paragraph.setAlignment(centred ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
      paragraph.setKeepNext(written.equals(HEADER));
      WordPage.exact(paragraph, 360);
      paragraph.getCTP().getPPr().addNewSnapToGrid().setVal(false);
      OfficialFont.write(paragraph, lines.get(i), written);
    }
  }
}
