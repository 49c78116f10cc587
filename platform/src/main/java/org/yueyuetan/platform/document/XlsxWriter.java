package org.yueyuetan.platform.document;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/** Writes sheets with a frozen, filterable header; keeps only a window of rows in memory. */
final class XlsxWriter {

  private static final int WINDOW = 200;
  private static final int LONGEST_CELL = 32_767;
  private static final int MOST_LIST_CHARACTERS = 255;
  private static final XSSFColor INK = colour(0x1F, 0x23, 0x28);
  private static final XSSFColor PAPER = colour(0xF3, 0xEF, 0xE6);
  private static final XSSFColor LINE = colour(0xB5, 0x89, 0x00);

  private final SXSSFWorkbook book;
  private final CellStyle headerStyle;
  private final CellStyle text;
  private final CellStyle number;
  private final CellStyle date;
  private final CellStyle minute;

  private XlsxWriter(SXSSFWorkbook book) {
    this.book = book;
    this.headerStyle = headerStyle(book);
    this.text = style(book, "@");
    ((XSSFCellStyle) text).setQuotePrefixed(true);
    text.setWrapText(true);
    this.number = style(book, "General");
    this.date = style(book, "yyyy-mm-dd");
    this.minute = style(book, "yyyy-mm-dd hh:mm");
  }

  static void write(OutputStream out, List<Sheet> sheets) throws IOException {
    try (var book = new SXSSFWorkbook(WINDOW)) {
      var writer = new XlsxWriter(book);
      for (var sheet : sheets) {
        writer.sheet(sheet);
      }
      book.write(out);
    }
  }

  private void sheet(Sheet sheet) {
    var page = book.createSheet(WorkbookUtil.createSafeSheetName(sheet.name()));
    var columns = sheet.columns();
    var header = page.createRow(0);
    header.setHeightInPoints(26);
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      page.setColumnWidth(i, Math.min(column.width() + 2, 120) * 256);
      page.setDefaultColumnStyle(i, text);
      var cell = header.createCell(i);
      cell.setCellValue(column.header());
      cell.setCellStyle(headerStyle);
      if (!column.note().isEmpty()) {
        note(page, cell, column.note());
      }
      if (!column.values().isEmpty()) {
        offer(page, i, column.values());
      }
    }
    page.createFreezePane(0, 1);
    int at = 1;
    while (sheet.rows().hasNext()) {
      var row = page.createRow(at++);
      int column = 0;
      for (var value : sheet.rows().next()) {
        fill(row.createCell(column++), value);
      }
    }
    page.setAutoFilter(
        new CellRangeAddress(0, Math.max(at - 1, 0), 0, Math.max(columns.size() - 1, 0)));
    page.setFitToPage(true);
    page.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    page.getPrintSetup().setLandscape(columns.size() > 5);
    page.getPrintSetup().setFitWidth((short) 1);
    page.getPrintSetup().setFitHeight((short) 0);
    page.setRepeatingRows(new CellRangeAddress(0, 0, 0, 0));
  }

  private void fill(Cell cell, Object value) {
    switch (value) {
      case Optional<?> maybe -> maybe.ifPresent(there -> fill(cell, there));
      case Number amount -> {
        cell.setCellValue(amount.doubleValue());
        cell.setCellStyle(number);
      }
      case LocalDate day -> {
        cell.setCellValue(day);
        cell.setCellStyle(date);
      }
      case LocalDateTime at -> {
        cell.setCellValue(at);
        cell.setCellStyle(minute);
      }
      default -> {
        var words = value.toString();
        cell.setCellValue(
            words.length() <= LONGEST_CELL ? words : words.substring(0, LONGEST_CELL - 1) + "…");
        cell.setCellStyle(text);
      }
    }
  }

  private void note(SXSSFSheet page, Cell cell, String words) {
    var anchor = book.getCreationHelper().createClientAnchor();
    anchor.setAnchorType(ClientAnchor.AnchorType.MOVE_DONT_RESIZE);
    anchor.setCol1(cell.getColumnIndex());
    anchor.setCol2(cell.getColumnIndex() + 3);
    anchor.setRow1(1);
    anchor.setRow2(2 + words.length() / 16 + words.lines().toList().size());
    var comment = page.createDrawingPatriarch().createCellComment(anchor);
    comment.setString(new XSSFRichTextString(words));
    cell.setCellComment(comment);
  }

  private static void offer(SXSSFSheet page, int column, List<String> values) {
    // The format holds a list inside the rule only up to this length; longer ones stand in the
    // note.
    if (String.join(",", values).length() > MOST_LIST_CHARACTERS
        || values.stream().anyMatch(v -> v.contains(","))) {
      return;
    }
    var helper = page.getDataValidationHelper();
    var rule =
        helper.createValidation(
            helper.createExplicitListConstraint(values.toArray(String[]::new)),
            new CellRangeAddressList(1, Sheets.MOST_ROWS, column, column));
    rule.setErrorStyle(DataValidation.ErrorStyle.WARNING);
    rule.setShowErrorBox(true);
    rule.setSuppressDropDownArrow(true);
    page.addValidationData(rule);
  }

  private static CellStyle style(SXSSFWorkbook book, String format) {
    var style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    style.setVerticalAlignment(VerticalAlignment.TOP);
    return style;
  }

  private static CellStyle headerStyle(SXSSFWorkbook book) {
    var font = (XSSFFont) book.createFont();
    font.setBold(true);
    font.setColor(INK);
    var style = (XSSFCellStyle) book.createCellStyle();
    style.setFont(font);
    style.setFillForegroundColor(PAPER);
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setBorderBottom(BorderStyle.MEDIUM);
    style.setBottomBorderColor(LINE);
    style.setAlignment(HorizontalAlignment.LEFT);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    return style;
  }

  private static XSSFColor colour(int red, int green, int blue) {
    return new XSSFColor(new byte[] {(byte) red, (byte) green, (byte) blue});
  }
}
