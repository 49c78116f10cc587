package org.yueyuetan.platform.document;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes {@code .csv} with a byte order mark, without which Excel takes the Chinese for another
 * encoding.
 */
final class CsvWriter {

  private static final Pattern NUMBER = Pattern.compile("-[0-9]+(\\.[0-9]+)?");

  private CsvWriter() {}

  static void write(OutputStream out, List<String> header, Iterable<List<String>> rows)
      throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write('\uFEFF');
    var csv = new CSVPrinter(writer, CSVFormat.RFC4180);
    csv.printRecord(header.stream().map(CsvWriter::harmless));
    for (var row : rows) {
      csv.printRecord(row.stream().map(CsvWriter::harmless));
    }
    csv.flush();
  }

  /**
   * A cell that begins like a formula would be run by the program that opens it. A negative number
   * is none.
   */
  private static String harmless(String cell) {
    var formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    return formula && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
  }
}
