package org.yueyuetan.platform.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * Reads a {@code .csv} file as spreadsheet programs write it in China: UTF-8 with or without a
 * mark, or GB18030.
 */
final class CsvReader {

  /** Excel's way to keep a code from becoming a number. */
  private static final Pattern KEPT_AS_TEXT = Pattern.compile("=\"(.*)\"", Pattern.DOTALL);

  private static final Pattern ROUNDED = Pattern.compile("[0-9](\\.[0-9]+)?[Ee]\\+(1[0-9]|2[0-9])");

  private CsvReader() {}

  static Table read(byte[] content, int mostRows) throws UnreadableFile {
    var text = decoded(content);
    if (text.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\r' && c != '\n' && c != '\f')) {
      throw notText();
    }
    var table = new TableBuilder(mostRows);
    var format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter(text))
            .setIgnoreEmptyLines(false)
            .setTrailingData(true)
            .get();
    try (var parser = CSVParser.parse(text, format)) {
      int number = 0;
      for (var record : parser) {
        number++;
        for (int column = 0; column < record.size(); column++) {
          var cell = record.get(column).strip();
          var kept = KEPT_AS_TEXT.matcher(cell);
          table.cell(
              column, kept.matches() ? kept.group(1) : cell, ROUNDED.matcher(cell).matches());
        }
        table.endRow(number);
      }
    } catch (IOException | UncheckedIOException damaged) {
      throw new UnreadableFile("document.file.brokenCsv");
    }
    return table.build();
  }

  private static String decoded(byte[] content) throws UnreadableFile {
    if (startsWith(content, 0xFF, 0xFE) || startsWith(content, 0xFE, 0xFF)) {
      return decoded(content, StandardCharsets.UTF_16).orElseThrow(CsvReader::notText);
    }
    return decoded(content, StandardCharsets.UTF_8)
        .or(() -> decoded(content, Charset.forName("GB18030")))
        .orElseThrow(CsvReader::notText);
  }

  private static Optional<String> decoded(byte[] content, Charset charset) {
    try {
      var text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException another) {
      return Optional.empty();
    }
  }

  private static UnreadableFile notText() {
    return new UnreadableFile("document.file.notASheet");
  }

  /** The one of comma, tab and semicolon that the first line has most of. */
  private static char delimiter(String text) {
    var first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    char best = ',';
    for (char candidate : new char[] {'\t', ';'}) {
      if (count(first, candidate) > count(first, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String line, char sought) {
    return line.chars().filter(c -> c == sought).count();
  }

  private static boolean startsWith(byte[] content, int first, int second) {
    return content.length > 1 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
  }
}
