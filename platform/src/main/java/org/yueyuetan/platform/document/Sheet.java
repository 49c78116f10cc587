package org.yueyuetan.platform.document;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sheet to be written.
 *
 * @param rows cells may be text, {@link Number}, {@link java.time.LocalDate}, {@link
 *     java.time.LocalDateTime} or an {@link java.util.Optional} of these
 */
public record Sheet(String name, List<Column> columns, Iterator<? extends List<?>> rows) {

  public Sheet {
    columns = List.copyOf(columns);
  }

  public static Sheet of(String name, List<Column> columns, Stream<? extends List<?>> rows) {
    return new Sheet(name, columns, rows.iterator());
  }

  /**
   * A column of a sheet.
   *
   * @param width in Latin characters; a Han character takes two
   * @param note shown when the pointer rests on the header; may be empty
   * @param values offered for choosing in the cells below; empty for free text
   */
  public record Column(String header, int width, String note, List<String> values) {
    public Column {
      values = List.copyOf(values);
    }

    public Column(String header, int width) {
      this(header, width, "", List.of());
    }
  }
}
