package org.yueyuetan.platform.intake;

import java.util.List;

/**
 * The first rows as they were understood: keys of the columns that the file has, and their cells.
 */
public record Preview(List<String> columns, List<Line> lines) {

  static final Preview NONE = new Preview(List.of(), List.of());

  public record Line(int number, List<String> cells) {}
}
