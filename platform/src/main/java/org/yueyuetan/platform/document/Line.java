package org.yueyuetan.platform.document;

import java.util.List;

/**
 * A line of set text.
 *
 * @param slack what is spread between its letters, so that it fills its measure
 */
record Line(List<Glyph> glyphs, float slack) {

  Line {
    glyphs = List.copyOf(glyphs);
  }

  /**
   * One letter.
   *
   * @param advance its width
   * @param tightening that is part of {@code advance}
   */
  record Glyph(int codePoint, Typeface face, float points, float advance, float tightening) {}

  float width() {
    return (float) glyphs.stream().mapToDouble(Glyph::advance).sum()
        + slack * Math.max(glyphs.size() - 1, 0);
  }
}
