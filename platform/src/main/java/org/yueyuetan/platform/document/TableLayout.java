package org.yueyuetan.platform.document;

import static org.yueyuetan.platform.document.PageGrid.LINE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.yueyuetan.platform.document.Setting.Run;

/** Lays out a ruled table, row by row. */
final class TableLayout {

  private static final int POINTS = 12;
  private static final float PITCH = 18;
  private static final float SIDE = 4.5f;
  private static final float ABOVE = 3.5f;

  /** A column with nothing longer is centred. */
  private static final int SHORT = 6;

  private final Block.Table table;
  private final PageGrid grid;
  private final float[] widths;
  private final boolean[] centred;
  private final Tag tag = Tag.table();

  private TableLayout(Block.Table table, PageGrid grid) {
    this.table = table;
    this.grid = grid;
    this.widths = widths(table, grid.width);
    this.centred = centred(table);
  }

  static List<Strip> of(Block.Table table, PageGrid grid) {
    return new TableLayout(table, grid).strips();
  }

  private List<Strip> strips() {
    var strips = new ArrayList<Strip>();
    if (!table.caption().isBlank()) {
      var caption = Tag.paragraph();
      var run = new Run(table.caption(), OfficialFont.HEADING.at(14));
      for (var line : Setting.lines(grid.width, grid.width, run)) {
        float indent = (grid.width - line.width()) / 2;
        strips.add(
            Strip.line((canvas, left, top) -> canvas.text(caption, line, left + indent, top, LINE))
                .keptWithNext());
      }
    }
    var header = row(table.header(), OfficialFont.HEADING, true, Integer.MAX_VALUE).getFirst();
    strips.add(header.keptWithNext());
    int most = (int) ((grid.height - header.height() - 2 * ABOVE) / PITCH);
    for (var cells : table.rows()) {
      row(cells, OfficialFont.BODY, false, Math.max(most, 1))
          .forEach(strip -> strips.add(strip.under(header)));
    }
    return strips;
  }

  /** A row; one that is higher than a page is several. */
  private List<Strip> row(List<String> texts, OfficialFont font, boolean header, int most) {
    var row = tag.row();
    var cells =
        IntStream.range(0, texts.size())
            .mapToObj(column ->
                new Cell(
                    header ? row.headerCell() : row.cell(),
                    lines(texts.get(column), font, widths[column] - 2 * SIDE),
                    header || centred[column]))
            .toList();
    int highest = Math.max(1, cells.stream().mapToInt(cell -> cell.lines.size()).max().orElse(1));
    var strips = new ArrayList<Strip>();
    for (int from = 0; from < highest; from += most) {
      int first = from;
      int until = Math.min(highest, from > highest - most ? highest : from + most);
      float height = (until - from) * PITCH + 2 * ABOVE;
      strips.add(
          new Strip(
              height,
              false,
              false,
              null,
              (canvas, left, top) -> draw(canvas, cells, first, until, left, top, height)));
    }
    return strips;
  }

  private record Cell(Tag tag, List<Line> lines, boolean centred) {}

  private void draw(
      Canvas canvas, List<Cell> cells, int from, int until, float left, float top, float height) {
    float x = left;
    for (int column = 0; column < cells.size(); column++) {
      var cell = cells.get(column);
      canvas.frame(x, top, widths[column], height);
      var lines =
          cell.lines.subList(Math.min(from, cell.lines.size()), Math.min(until, cell.lines.size()));
      float y = top + (height - lines.size() * PITCH) / 2;
      for (var line : lines) {
        float indent = cell.centred ? (widths[column] - line.width()) / 2 : SIDE;
        canvas.text(cell.tag, line, x + indent, y, PITCH);
        y += PITCH;
      }
      x += widths[column];
    }
  }

  private static List<Line> lines(String text, OfficialFont font, float width) {
    return text.lines()
        .flatMap(line -> Setting.lines(width, width, new Run(line, font.at(POINTS))).stream())
        .toList();
  }

  static float[] widths(Block.Table table, float width) {
    int columns = table.header().size();
    var shares = table.shares();
    float total = shares.stream().mapToInt(Integer::intValue).sum();
    var widths = new float[columns];
    for (int i = 0; i < columns; i++) {
      widths[i] = shares.isEmpty() ? width / columns : width * shares.get(i) / total;
    }
    return widths;
  }

  /** Which columns hold only short words. */
  static boolean[] centred(Block.Table table) {
    var centred = new boolean[table.header().size()];
    for (int i = 0; i < centred.length; i++) {
      int column = i;
      centred[i] = table.rows().stream().allMatch(row -> row.get(column).length() <= SHORT);
    }
    return centred;
  }
}
