package org.yueyuetan.platform.document;

/**
 * The official page: A4 with a type area (版心) of 156 × 225 mm, 22 lines of 28 characters. All
 * lengths are points; {@code y} runs down from the upper edge of the paper.
 */
enum PageGrid {
  UPRIGHT(210, 297, 28, 37, 156, 225),
  /** Lies across: what is left on the upright page is on top here, so that the sheet turns once. */
  ACROSS(297, 210, 35, 28, 225, 156);

  /** From line to line. */
  static final float LINE = mm(225) / 22;

  /** From character to character. */
  static final float CHARACTER = mm(156) / 28;

  /** 3号, the size of the text. */
  static final float TEXT = 16;

  final float paperWidth;
  final float paperHeight;
  final float left;
  final float top;
  final float width;
  final float height;

  PageGrid(double paperWidth, double paperHeight, double left, double top, double w, double h) {
    this.paperWidth = mm(paperWidth);
    this.paperHeight = mm(paperHeight);
    this.left = mm(left);
    this.top = mm(top);
    this.width = mm(w);
    this.height = mm(h);
  }

  float right() {
    return left + width;
  }

  float bottom() {
    return top + height;
  }

  static float mm(double length) {
    return (float) (length * 72 / 25.4);
  }

  /** The next place on the grid of lines at or below {@code y}. */
  float onGrid(float y) {
    return top + (float) Math.ceil((y - top) / LINE - 0.01) * LINE;
  }
}
