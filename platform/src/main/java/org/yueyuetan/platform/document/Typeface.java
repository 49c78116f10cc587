package org.yueyuetan.platform.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A free font that stands in for an official one in PDF files. Each is read once, when a document
 * first needs it.
 */
final class Typeface {

  /** What no font of ours can write is shown as this. */
  private static final int BOX = '□';

  private static final ReentrantLock READING = new ReentrantLock();
  private static final Map<String, Typeface> READ = new ConcurrentHashMap<>();

  final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final float unitsPerEm;

  private Typeface(String file) {
    try (var in = Typeface.class.getResourceAsStream("/fonts/" + file)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its font " + file);
      }
      font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
      glyphs = font.getUnicodeCmapLookup();
      unitsPerEm = font.getUnitsPerEm();
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /** Work that measures or embeds letters: fonts are read from one place at a time. */
  static <T> T reading(Supplier<T> work) {
    READING.lock();
    try {
      return work.get();
    } finally {
      READING.unlock();
    }
  }

  /** A character in the font that can write it. */
  record Letter(int codePoint, Typeface face) {}

  /**
   * The character in the font asked for, or else in one that has it, or else a box: a rare
   * character in a name must not cost the document.
   */
  static Letter letter(OfficialFont wanted, int codePoint) {
    return Stream.of(wanted.file(), OfficialFont.BODY.file(), "rare.ttf")
        .map(Typeface::read)
        .filter(face -> face.has(codePoint))
        .findFirst()
        .map(face -> new Letter(codePoint, face))
        .orElseGet(() -> new Letter(BOX, read(OfficialFont.BODY.file())));
  }

  private static Typeface read(String file) {
    return READ.computeIfAbsent(file, Typeface::new);
  }

  private boolean has(int codePoint) {
    return glyphs.getGlyphId(codePoint) != 0;
  }

  /** Its own width, in parts of the size of the letters. */
  float advance(int codePoint) {
    try {
      return font.getAdvanceWidth(glyphs.getGlyphId(codePoint)) / unitsPerEm;
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /** How far the ink of a character reaches above its baseline. */
  float inkAbove(int codePoint) {
    try {
      var glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(codePoint));
      return glyph == null ? 0 : glyph.getBoundingBox().getUpperRightY() / unitsPerEm;
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
