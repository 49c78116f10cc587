package org.yueyuetan.platform.command;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A table in a file, row by row and without an object per cell: for tables of tens of millions of
 * rows. Encodings and messages as of {@link CsvFile}.
 */
final class Rows {

  private final String name;
  private final Reader reader;
  private final int atMost;
  private List<String> header = List.of();

  private char[] buffer = new char[1 << 16];
  private int begin;
  private int filled;
  private boolean ended;

  private int[] from = new int[16];
  private int[] to = new int[16];
  private int cells;
  private int number;

  private Rows(String name, Reader reader, int atMost) {
    this.name = name;
    this.reader = reader;
    this.atMost = atMost;
  }

  /** How a file is written, and how many lines it has, the last one included. */
  private record Written(Charset charset, int lines) {}

  /** Reads a file from its header on. */
  static void read(Path file, Consumer<Rows> each) {
    var written = written(file);
    try (var reader = reader(file, written.charset())) {
      var rows = new Rows(file.getFileName().toString(), reader, written.lines());
      rows.readHeader();
      each.accept(rows);
    } catch (IOException unreadable) {
      throw unreadable(file);
    }
  }

  private static BadInput unreadable(Path file) {
    return new BadInput("%s cannot be read; check the path. 文件无法读取，请检查路径。".formatted(file));
  }

  /** Looks through the whole file first, for what was read cannot be taken back. */
  private static Written written(Path file) {
    for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      try (var reader = reader(file, charset)) {
        return new Written(charset, lines(reader));
      } catch (CharacterCodingException undecodable) {
        // the other one, then
      } catch (IOException unreadable) {
        throw unreadable(file);
      }
    }
    throw new BadInput(
        "%s is neither UTF-8 nor GB18030. Save it as CSV UTF-8. 编码不是 UTF-8 或 GB18030，请另存为 UTF-8。"
            .formatted(file.getFileName()));
  }

  private static int lines(Reader reader) throws IOException {
    char[] text = new char[1 << 16];
    int lines = 1;
    for (int read = reader.read(text); read >= 0; read = reader.read(text)) {
      for (int at = 0; at < read; at++) {
        lines += text[at] == '\n' ? 1 : 0;
      }
    }
    return lines;
  }

  private static Reader reader(Path file, Charset charset) throws IOException {
    return new InputStreamReader(Files.newInputStream(file), charset.newDecoder());
  }

  private void readHeader() {
    fill();
    if (filled > 0 && buffer[0] == '\uFEFF') {
      begin = 1;
    }
    if (!next()) {
      throw new BadInput(
          "%s is empty; its first row names the columns. 文件为空，首行应为列名。".formatted(name));
    }
    var names = new ArrayList<String>();
    for (int cell = 0; cell < cells; cell++) {
      names.add(text(cell));
    }
    header = names;
  }

  /** At least as many as there are rows. */
  int atMost() {
    return atMost;
  }

  /** The number of a column, from 0. */
  int column(String sought) {
    return new CsvFile(name, header, List.of()).column(sought);
  }

  /** The same, −1 if there is none. */
  int optionalColumn(String sought) {
    return header.indexOf(sought);
  }

  /** The row as spreadsheet programs count, from 1, the header included. */
  int number() {
    return number;
  }

  /** Goes to the next row that is not empty; false at the end. */
  boolean next() {
    do {
      while (!split()) {
        fill();
      }
      if (cells == 0) {
        return false;
      }
    } while (cells == 1 && from[0] == to[0]);
    number++;
    return true;
  }

  String text(int column) {
    return column < cells ? new String(buffer, from[column], to[column] - from[column]) : "";
  }

  boolean isEmpty(int column) {
    return column < 0 || column >= cells || from[column] == to[column];
  }

  /** The number in a row's cell among these ids; −1 if it is none of them. */
  int find(int column, Ids ids) {
    return column < cells ? ids.find(buffer, from[column], to[column]) : -1;
  }

  /** Adds the row's cell to these ids; −1 if it is one of them already. */
  int add(int column, Ids ids) {
    return ids.add(buffer, from[column], to[column]);
  }

  /** A whole number in a cell. */
  long amount(int column, String columnName, long least) {
    long value = 0;
    int end = column < cells ? to[column] : 0;
    int at = column < cells ? from[column] : 0;
    boolean whole = at < end && end - at <= 18;
    for (; whole && at < end; at++) {
      int digit = buffer[at] - '0';
      whole = digit >= 0 && digit <= 9;
      value = 10 * value + digit;
    }
    if (!whole || value < least) {
      throw bad(
          columnName,
          "\"%s\" is not a whole number from %d on; write digits only 应为不小于 %d 的整数，只写数字"
              .formatted(text(column), least, least));
    }
    return value;
  }

  BadInput bad(String column, String what) {
    return new BadInput("%s, row %d, column %s: %s".formatted(name, number, column, what));
  }

  /** Finds the cells of the row that begins here; false if it does not end in the buffer. */
  private boolean split() {
    cells = 0;
    if (begin == filled && ended) {
      return true;
    }
    int at = begin;
    int start = begin;
    while (at < filled) {
      char c = buffer[at];
      if (c == '"' && at == start) {
        at = closing(at);
        if (at < 0) {
          return false;
        }
      } else if (c == ',') {
        cell(start, at++);
        start = at;
      } else if (c == '\n') {
        cell(start, at);
        begin = at + 1;
        return true;
      } else {
        at++;
      }
    }
    if (!ended) {
      return false;
    }
    cell(start, filled);
    begin = filled;
    return true;
  }

  /** The place after the quote that closes a cell; −1 if it is not in the buffer. */
  private int closing(int opening) {
    for (int at = opening + 1; at < filled; at++) {
      if (buffer[at] == '"') {
        if (at + 1 == filled && !ended) {
          return -1;
        }
        if (at + 1 == filled || buffer[at + 1] != '"') {
          return at + 1;
        }
        at++;
      }
    }
    if (ended) {
      throw new BadInput(
          "%s is not a CSV table: row %d has a quote that is never closed. Save it as CSV again. 文件不是有效的 CSV，请重新另存。"
              .formatted(name, number + 1));
    }
    return -1;
  }

  /** Notes a cell without the space around it, and without its quotes. */
  private void cell(int start, int end) {
    int first = start;
    int last = end;
    while (first < last && buffer[first] <= ' ') {
      first++;
    }
    while (first < last && buffer[last - 1] <= ' ') {
      last--;
    }
    if (cells == from.length) {
      from = Arrays.copyOf(from, 2 * cells);
      to = Arrays.copyOf(to, 2 * cells);
    }
    if (last - first >= 2 && buffer[first] == '"' && buffer[last - 1] == '"') {
      first++;
      last = unquoted(first, last - 1);
    }
    from[cells] = first;
    to[cells++] = last;
  }

  private int unquoted(int first, int last) {
    int kept = first;
    for (int at = first; at < last; at++) {
      buffer[kept++] = buffer[at];
      if (buffer[at] == '"') {
        at++;
      }
    }
    return kept;
  }

  /** Reads on, behind the row that began. */
  private void fill() {
    try {
      System.arraycopy(buffer, begin, buffer, 0, filled - begin);
      filled -= begin;
      begin = 0;
      if (filled == buffer.length) {
        buffer = Arrays.copyOf(buffer, 2 * filled);
      }
      int read = reader.read(buffer, filled, buffer.length - filled);
      ended = read < 0;
      filled += Math.max(read, 0);
    } catch (IOException unreadable) {
      throw new BadInput("%s cannot be read on. 文件读取中断，请重试。".formatted(name));
    }
  }
}
