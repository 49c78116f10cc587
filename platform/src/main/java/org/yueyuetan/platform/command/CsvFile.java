package org.yueyuetan.platform.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table in a file, of any number of rows: UTF-8 with or without a mark, or GB18030. Analysts'
 * files are larger than those that people upload.
 *
 * @param name of the file, for messages
 */
record CsvFile(String name, List<String> header, List<CSVRecord> rows) {

  static CsvFile read(Path file) {
    var name = file.getFileName().toString();
    var format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    try (var parser = CSVParser.parse(text(file), format)) {
      var records = parser.getRecords();
      if (records.isEmpty()) {
        throw new BadInput(
            "%s is empty; its first row names the columns. 文件为空，首行应为列名。".formatted(name));
      }
      var header = records.getFirst().stream().map(String::strip).toList();
      return new CsvFile(name, header, records.subList(1, records.size()));
    } catch (IOException | UncheckedIOException broken) {
      throw new BadInput(
          "%s is not a CSV table: %s. Save it as CSV again. 文件不是有效的 CSV，请重新另存。"
              .formatted(name, broken.getMessage()));
    }
  }

  /** The number of a column, from 0. */
  int column(String sought) {
    int column = header.indexOf(sought);
    if (column < 0) {
      throw new BadInput(
          "%s has no column \"%s\"; it has %s. Name one of these. 文件没有“%s”列，请从已有列中选择。"
              .formatted(name, sought, String.join(", ", header), sought));
    }
    return column;
  }

  /** The row as spreadsheet programs count, from 1, the header included. */
  int number(CSVRecord row) {
    return (int) row.getRecordNumber();
  }

  static String cell(CSVRecord row, int column) {
    return column < row.size() ? row.get(column).strip() : "";
  }

  static String text(Path file) {
    try {
      byte[] content = Files.readAllBytes(file);
      String text;
      try {
        text = decoded(content, StandardCharsets.UTF_8);
      } catch (CharacterCodingException notUtf8) {
        text = decoded(content, Charset.forName("GB18030"));
      }
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException neither) {
      throw new BadInput(
          "%s is neither UTF-8 nor GB18030. Save it as CSV UTF-8. 编码不是 UTF-8 或 GB18030，请另存为 UTF-8。"
              .formatted(file.getFileName()));
    } catch (IOException unreadable) {
      throw new BadInput("%s cannot be read; check the path. 文件无法读取，请检查路径。".formatted(file));
    }
  }

  private static String decoded(byte[] content, Charset charset) throws CharacterCodingException {
    return charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
  }
}
