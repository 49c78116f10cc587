package org.yueyuetan.platform.document;

import org.jspecify.annotations.Nullable;

/**
 * A strip across the type area that no page break cuts.
 *
 * @param onGrid whether it begins on the grid of lines
 * @param withNext whether no page may end with it
 * @param header repeated above it where it opens a page
 */
record Strip(
    float height, boolean onGrid, boolean withNext, @Nullable Strip header, Drawing drawing) {

  /** Draws itself where the page has room for it. */
  interface Drawing {
    void on(Canvas canvas, float left, float top);
  }

  static Strip line(Drawing drawing) {
    return new Strip(PageGrid.LINE, true, false, null, drawing);
  }

  static Strip blank() {
    return line((canvas, left, top) -> {});
  }

  Strip keptWithNext() {
    return new Strip(height, onGrid, true, header, drawing);
  }

  Strip under(Strip header) {
    return new Strip(height, onGrid, withNext, header, drawing);
  }
}
