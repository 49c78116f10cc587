package org.yueyuetan.platform.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.yueyuetan.platform.document.OfficialFont.Written;

/**
 * A Word document on the official page (GB/T 9704-2012: A4, type area 156 × 225 mm, 22 lines of 28
 * characters), with the parts of a brief (简报): red masthead, title, headings, text, tables,
 * distribution list.
 *
 * <p>Paragraphs are written in the order of the calls; {@link #bytes()} ends the document.
 */
public final class WordDocument {

  /** Type area: 156 mm in twentieths of a point. */
  private static final int WIDTH = 8844;

  /** 28.95 pt: 22 lines on 225 mm. */
  private static final int LINE = 579;

  private static final int TWO_CHARACTERS = 640;

  /** One character from the edge, while the rule beside it keeps the full width. */
  private static final String SPACE = "\u3000";

  private static final String RED = "C00000";

  private final XWPFDocument document = new XWPFDocument();

  public WordDocument() {
    page();
    OfficialFont.declare(document);
    document.getSettings().setEvenAndOddHeadings(true);
    pageNumber(HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT);
    pageNumber(HeaderFooterType.EVEN, ParagraphAlignment.LEFT);
  }

  /** 版头: name in red, issue number centred, issuing unit left and date right, red rule. */
  public WordDocument masthead(String name, String issue, String unit, String date) {
    var mark = paragraph(ParagraphAlignment.CENTER, 1.6);
    // Long names are set smaller, so that the mark stays on one line.
    int size = Math.clamp(436L / Math.max(name.codePointCount(0, name.length()), 1), 22, 44);
    write(mark, name, OfficialFont.TITLE.at(size).red());
    write(paragraph(ParagraphAlignment.CENTER, 1), issue, OfficialFont.BODY.at(16));
    var line = paragraph(ParagraphAlignment.LEFT, 1);
    var tab = line.getCTP().getPPr().addNewTabs().addNewTab();
    tab.setVal(STTabJc.RIGHT);
    tab.setPos(BigInteger.valueOf(WIDTH - TWO_CHARACTERS / 2));
    write(line, SPACE + unit, OfficialFont.BODY.at(16));
    line.createRun().addTab();
    write(line, date, OfficialFont.BODY.at(16));
    var rule = line.getCTP().getPPr().addNewPBdr().addNewBottom();
    rule.setVal(STBorder.SINGLE);
    rule.setSz(BigInteger.valueOf(18));
    rule.setSpace(BigInteger.valueOf(4));
    rule.setColor(RED);
    return this;
  }

  public WordDocument title(String text) {
    paragraph(ParagraphAlignment.CENTER, 1);
    var title = paragraph(ParagraphAlignment.CENTER, 1.2);
    title.setKeepNext(true);
    write(title, text, OfficialFont.TITLE.at(22));
    paragraph(ParagraphAlignment.CENTER, 1);
    return this;
  }

  /** A heading in 黑体, such as 一、基本情况. */
  public WordDocument heading(String text) {
    var paragraph = indented();
    paragraph.setKeepNext(true);
    paragraph.getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.ZERO);
    write(paragraph, text, OfficialFont.HEADING.at(16));
    return this;
  }

  /**
   * Text in 仿宋, first line indented by two characters; each line of {@code text} is a paragraph.
   */
  public WordDocument paragraph(String text) {
    text.lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> write(indented(), line.strip(), OfficialFont.BODY.at(16)));
    return this;
  }

  /** A paragraph that opens with a lead word in 楷体, such as a speaker's name. */
  public WordDocument paragraph(String lead, String text) {
    var paragraph = indented();
    write(paragraph, lead, OfficialFont.SUBHEADING.at(16));
    write(paragraph, text, OfficialFont.BODY.at(16));
    return this;
  }

  /** A ruled table over the full width; its header is repeated on each page. */
  public WordDocument table(List<String> header, List<List<String>> rows) {
    return table(header, rows, List.of());
  }

  /**
   * A ruled table.
   *
   * @param shares relative widths of the columns; empty for equal ones
   */
  public WordDocument table(List<String> header, List<List<String>> rows, List<Integer> shares) {
    var table = document.createTable(rows.size() + 1, header.size());
    table.setWidthType(TableWidthType.DXA);
    table.setWidth(WIDTH);
    table.setTableAlignment(TableRowAlign.CENTER);
    table.setCellMargins(40, 90, 40, 90);
    table.getRow(0).setRepeatHeader(true);
    int[] widths = widths(header.size(), shares);
    for (int column = 0; column < header.size(); column++) {
      cell(table, 0, column, widths[column], header.get(column), OfficialFont.HEADING.at(12));
      for (int row = 0; row < rows.size(); row++) {
        var cells = rows.get(row);
        cell(
            table,
            row + 1,
            column,
            widths[column],
            column < cells.size() ? cells.get(column) : "",
            OfficialFont.BODY.at(12));
      }
    }
    table.getRows().forEach(row -> row.setCantSplitRow(true));
    paragraph(ParagraphAlignment.LEFT, 0.5);
    return this;
  }

  /** 版记 of a brief: who gets it, between two rules, one line each, such as 报：市委、市政府. */
  public WordDocument distribution(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      var paragraph = paragraph(ParagraphAlignment.LEFT, 1);
      if (i == 0) {
        paragraph.setSpacingBefore(LINE);
        rule(paragraph.getCTP().getPPr().addNewPBdr().addNewTop());
      }
      if (i == lines.size() - 1) {
        var borders = paragraph.getCTP().getPPr();
        rule((borders.isSetPBdr() ? borders.getPBdr() : borders.addNewPBdr()).addNewBottom());
      }
      paragraph.setKeepNext(i < lines.size() - 1);
      write(paragraph, SPACE + lines.get(i), OfficialFont.BODY.at(14));
    }
    return this;
  }

  /** What file managers and screen readers call the document. */
  public WordDocument named(String title, String author) {
    var properties = document.getProperties().getCoreProperties();
    properties.setTitle(title);
    properties.setCreator(author);
    return this;
  }

  public byte[] bytes() {
    try (var out = new ByteArrayOutputStream()) {
      document.write(out);
      document.close();
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void page() {
    var section = document.getDocument().getBody().addNewSectPr();
    var size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(11906));
    size.setH(BigInteger.valueOf(16838));
    var margins = section.addNewPgMar();
    margins.setTop(millimetres(37));
    margins.setLeft(millimetres(28));
    margins.setRight(millimetres(26));
    margins.setBottom(millimetres(35));
    margins.setHeader(millimetres(15));
    // The number's line hangs 7 mm under the type area and is 5 mm high.
    margins.setFooter(millimetres(23));
    var grid = section.addNewDocGrid();
    grid.setType(STDocGrid.LINES);
    grid.setLinePitch(BigInteger.valueOf(LINE));
  }

  private void pageNumber(HeaderFooterType pages, ParagraphAlignment side) {
    var paragraph = document.createFooter(pages).createParagraph();
    paragraph.setAlignment(side);
    paragraph.setIndentationLeft(TWO_CHARACTERS / 2);
    paragraph.setIndentationRight(TWO_CHARACTERS / 2);
    var written = OfficialFont.NUMBER.at(14);
    write(paragraph, "— ", written);
    var field = paragraph.getCTP().addNewFldSimple();
    field.setInstr("PAGE");
    var run = field.addNewR();
    OfficialFont.dress(run, written);
    run.addNewT().setStringValue("1");
    write(paragraph, " —", written);
  }

  private XWPFParagraph indented() {
    var paragraph = paragraph(ParagraphAlignment.BOTH, 1);
    paragraph.setIndentationFirstLine(TWO_CHARACTERS);
    return paragraph;
  }

  private XWPFParagraph paragraph(ParagraphAlignment side, double lines) {
    var paragraph = document.createParagraph();
    paragraph.setAlignment(side);
    var spacing = paragraph.getCTP().getPPr().addNewSpacing();
    spacing.setLine(BigInteger.valueOf(Math.round(LINE * lines)));
    spacing.setLineRule(STLineSpacingRule.EXACT);
    spacing.setBefore(BigInteger.ZERO);
    spacing.setAfter(BigInteger.ZERO);
    return paragraph;
  }

  private static void cell(
      XWPFTable table, int row, int column, int width, String text, Written written) {
    var cell = table.getRow(row).getCell(column);
    cell.setWidthType(TableWidthType.DXA);
    cell.setWidth(String.valueOf(width));
    cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
    var paragraph = cell.getParagraphArray(0);
    paragraph.setAlignment(row == 0 ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
    paragraph.setKeepNext(row == 0);
    paragraph.getCTP().getPPr().addNewSnapToGrid().setVal(false);
    write(paragraph, text, written);
  }

  private static void write(XWPFParagraph paragraph, String text, Written written) {
    var run = paragraph.createRun();
    run.setText(text);
    OfficialFont.dress(run.getCTR(), written);
  }

  private static void rule(org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder border) {
    border.setVal(STBorder.SINGLE);
    border.setSz(BigInteger.valueOf(6));
    border.setSpace(BigInteger.valueOf(4));
    border.setColor("000000");
  }

  private static int[] widths(int columns, List<Integer> shares) {
    int total = shares.stream().mapToInt(Integer::intValue).sum();
    int[] widths = new int[columns];
    for (int i = 0; i < columns; i++) {
      widths[i] = shares.size() == columns ? WIDTH * shares.get(i) / total : WIDTH / columns;
    }
    return widths;
  }

  private static BigInteger millimetres(int length) {
    return BigInteger.valueOf(Math.round(length * 1440 / 25.4));
  }
}
