package org.yueyuetan.platform.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects cells row by row into a {@link Table} and stops at the limits. */
final class TableBuilder {

  private final int mostRows;
  private final List<Table.Row> rows = new ArrayList<>();
  private List<String> header = List.of();
  private List<String> cells = new ArrayList<>();
  private Set<Integer> rounded = new HashSet<>();

  TableBuilder(int mostRows) {
    this.mostRows = mostRows;
  }

  void cell(int column, String text, boolean isRounded) throws UnreadableFile {
    var value = text.strip();
    if (value.isEmpty()) {
      return;
    }
    if (column >= Sheets.MOST_COLUMNS) {
      throw new UnreadableFile("document.file.tooWide", String.valueOf(Sheets.MOST_COLUMNS));
    }
    while (cells.size() <= column) {
      cells.add("");
    }
    cells.set(column, value);
    if (isRounded) {
      rounded.add(column);
    }
  }

  void endRow(int number) throws UnreadableFile {
    if (cells.isEmpty()) {
      return;
    }
    if (header.isEmpty()) {
      header = cells;
    } else {
      if (rows.size() == mostRows) {
        throw new UnreadableFile("document.file.tooManyRows", String.valueOf(mostRows));
      }
      while (cells.size() < header.size()) {
        cells.add("");
      }
      rows.add(new Table.Row(number, cells, rounded));
    }
    cells = new ArrayList<>();
    rounded = new HashSet<>();
  }

  Table build() throws UnreadableFile {
    if (header.isEmpty()) {
      throw new UnreadableFile("document.file.empty");
    }
    return new Table(header, rows);
  }
}
