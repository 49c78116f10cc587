package org.yueyuetan.platform.document;

import java.util.List;
import java.util.Set;

/**
 * What stands in the first sheet of a file: its first row that is not blank, and the rows below it,
 * blank ones left out. Cells hold the text that a person sees; a date is {@code 2021-11-24}.
 */
public record Table(List<String> header, List<Row> rows) {

  public Table {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param number as the spreadsheet program counts, from 1
   * @param cells as many as the header has, empty ones as ""; further ones only where something
   *     stands in them
   * @param rounded columns, from 0, whose long number the spreadsheet program had cut to 15 digits
   *     before we saw it
   */
  public record Row(int number, List<String> cells, Set<Integer> rounded) {
    public Row {
      cells = List.copyOf(cells);
      rounded = Set.copyOf(rounded);
    }

    public String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }
  }
}
