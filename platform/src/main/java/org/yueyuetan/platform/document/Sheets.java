package org.yueyuetan.platform.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Spreadsheets in and out. What a file is, is told by its bytes: people rename files, and systems
 * export web pages as {@code .xls}.
 */
public final class Sheets {

  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  public static final int MOST_BYTES = 10 * 1024 * 1024;
  public static final int MOST_ROWS = 20_000;
  static final int MOST_COLUMNS = 200;

  private Sheets() {}

  /**
   * Reads the first sheet of an {@code .xlsx} file, or a {@code .csv} file in UTF-8, UTF-16 or
   * GB18030.
   *
   * @throws UnreadableFile when it is something else, protected, broken or too large
   */
  public static Table read(byte[] content) throws UnreadableFile {
    if (content.length == 0) {
      throw new UnreadableFile("document.file.empty");
    }
    if (content.length > MOST_BYTES) {
      throw new UnreadableFile("document.file.sheetTooLarge", megabytes(MOST_BYTES));
    }
    return switch (Container.of(content)) {
      case XLSX -> XlsxReader.read(content, MOST_ROWS);
      case ENCRYPTED -> throw new UnreadableFile("document.file.encrypted");
      case OLD_EXCEL -> throw new UnreadableFile("document.file.oldExcel");
      case WEB_PAGE -> throw new UnreadableFile("document.file.webPage");
      case TOO_LARGE -> throw new UnreadableFile("document.file.bomb");
      case BROKEN -> throw new UnreadableFile("document.file.broken");
      case DOCX, PPTX, MACROS, OTHER -> throw new UnreadableFile("document.file.notASheet");
      case PERHAPS_TEXT -> CsvReader.read(content, MOST_ROWS);
    };
  }

  /**
   * Writes an {@code .xlsx} file row by row, so that its size costs no memory. Texts stay texts,
   * whatever sign they begin with: none becomes a formula.
   */
  public static void write(OutputStream out, Sheet... sheets) throws IOException {
    XlsxWriter.write(out, List.of(sheets));
  }

  /**
   * Writes a {@code .csv} file that Excel and WPS open as UTF-8, with the same guard against
   * formulas.
   */
  public static void writeCsv(OutputStream out, List<String> header, Iterable<List<String>> rows)
      throws IOException {
    CsvWriter.write(out, header, rows);
  }

  static String megabytes(int bytes) {
    return String.valueOf(bytes / (1024 * 1024));
  }
}
