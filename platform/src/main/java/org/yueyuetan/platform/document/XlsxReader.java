package org.yueyuetan.platform.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;

/**
 * Reads the first sheet of an {@code .xlsx} file as a stream of cells: a large file does not fill
 * the memory.
 */
final class XlsxReader {

  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private XlsxReader() {}

  static Table read(byte[] content, int mostRows) throws UnreadableFile {
    try (var file = OPCPackage.open(new ByteArrayInputStream(content))) {
      var reader = new XSSFReader(file);
      var sheets = reader.getSheetsData();
      if (!sheets.hasNext()) {
        throw new UnreadableFile("document.file.empty");
      }
      var cells = new Cells(new TableBuilder(mostRows), countsFrom1904(reader));
      var xml = XMLHelper.newXMLReader();
      xml.setContentHandler(
          new XSSFSheetXMLHandler(
              reader.getStylesTable(),
              new ReadOnlySharedStringsTable(file, false),
              cells,
              cells.formatter,
              false));
      try (var sheet = sheets.next()) {
        xml.parse(new InputSource(sheet));
      }
      return cells.table.build();
    } catch (Stop stop) {
      throw stop.reason;
    } catch (UnreadableFile told) {
      throw told;
    } catch (Exception damaged) {
      // POI reports damage by a dozen kinds of exceptions, checked and unchecked: to the person all
      // mean the same.
      throw new UnreadableFile("document.file.broken");
    }
  }

  /** Workbooks made on old Macs count days from 1904. */
  private static boolean countsFrom1904(XSSFReader reader) throws IOException, XMLStreamException {
    try (InputStream workbook = openWorkbook(reader)) {
      var xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(workbook);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("workbookPr")) {
          var value = xml.getAttributeValue(null, "date1904");
          return "1".equals(value) || "true".equals(value);
        }
      }
      return false;
    }
  }

  private static InputStream openWorkbook(XSSFReader reader) throws IOException {
    try {
      return reader.getWorkbookData();
    } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException broken) {
      throw new IOException(broken);
    }
  }

  /** Carries a refusal out of the parser's callbacks. */
  private static final class Stop extends RuntimeException {
    private final UnreadableFile reason;

    private Stop(UnreadableFile reason) {
      super(reason);
      this.reason = reason;
    }
  }

  private static final class Cells implements XSSFSheetXMLHandler.SheetContentsHandler {
    private final TableBuilder table;
    private final DataFormatter formatter;
    private boolean rounded;
    private int row;
    private int column;

    private Cells(TableBuilder table, boolean from1904) {
      this.table = table;
      this.formatter =
          new DataFormatter(Locale.CHINA) {
            @Override
            public String formatRawCellContents(double value, int formatIndex, String format) {
              if (DateUtil.isADateFormat(formatIndex, format) && DateUtil.isValidExcelDate(value)) {
                return date(DateUtil.getLocalDateTime(value, from1904, true), value);
              }
              rounded = Math.abs(value) >= 1e15;
              if (format.equalsIgnoreCase("General") || format.equals("@")) {
                return plain(value);
              }
              var text = super.formatRawCellContents(value, formatIndex, format, from1904);
              return text.matches("-?[0-9.]+E[+-]?[0-9]+") ? plain(value) : text;
            }
          };
    }

    private static String date(LocalDateTime at, double value) {
      if (value < 1) {
        return at.toLocalTime().toString();
      }
      return at.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? at.toLocalDate().toString()
          : MINUTES.format(at);
    }

    private static String plain(double value) {
      return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    @Override
    public void startRow(int rowNumber) {
      row = rowNumber;
      column = -1;
    }

    @Override
    public void cell(
        @Nullable String reference, @Nullable String text, @Nullable XSSFComment comment) {
      column = reference == null ? column + 1 : new CellReference(reference).getCol();
      try {
        table.cell(column, text == null ? "" : text, rounded);
      } catch (UnreadableFile reason) {
        throw new Stop(reason);
      }
      rounded = false;
    }

    @Override
    public void endRow(int rowNumber) {
      try {
        table.endRow(row + 1);
      } catch (UnreadableFile reason) {
        throw new Stop(reason);
      }
    }
  }
}
