package org.yueyuetan.platform.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The letters of a PDF file with the places where they stand, read back from the file itself. */
final class PdfPages implements AutoCloseable {

  final PDDocument document;
  private final List<List<TextPosition>> pages = new ArrayList<>();

  PdfPages(OfficialDocument official) throws IOException {
    document = Loader.loadPDF(official.pdf());
    new PDFTextStripper() {
      @Override
      protected void processTextPosition(TextPosition letter) {
        while (pages.size() < getCurrentPageNo()) {
          pages.add(new ArrayList<>());
        }
        pages.getLast().add(letter);
      }
    }.getText(document);
  }

  /** One line of letters on the same baseline, from the left. */
  record Line(String text, float points, List<TextPosition> letters) {

    /** Millimetres from the left edge of the paper. */
    double left() {
      return millimetres(letters.getFirst().getXDirAdj());
    }

    double right() {
      var last = letters.getLast();
      return millimetres(last.getXDirAdj() + last.getWidthDirAdj());
    }

    /** Millimetres from the upper edge of the paper to where the letters stand. */
    double baseline() {
      return millimetres(letters.getFirst().getYDirAdj());
    }
  }

  int count() {
    return document.getNumberOfPages();
  }

  /** Lines of a page, counted from 1, from top to bottom. */
  List<Line> lines(int page) {
    var baselines = new TreeMap<Integer, List<TextPosition>>();
    if (page <= pages.size()) {
      for (var letter : pages.get(page - 1)) {
        baselines
            .computeIfAbsent(Math.round(letter.getYDirAdj()), y -> new ArrayList<>())
            .add(letter);
      }
    }
    return baselines.values().stream()
        .map(letters ->
            letters.stream()
                .sorted((a, b) -> Float.compare(a.getXDirAdj(), b.getXDirAdj()))
                .toList())
        .map(letters ->
            new Line(
                letters.stream().map(TextPosition::getUnicode).collect(Collectors.joining()),
                letters.getFirst().getFontSizeInPt(),
                letters))
        .toList();
  }

  Line line(int page, String text) {
    return lines(page).stream()
        .filter(line -> line.text().contains(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError(text + " is not among " + texts(page)));
  }

  List<String> texts(int page) {
    return lines(page).stream().map(Line::text).toList();
  }

  String text() throws IOException {
    return new PDFTextStripper().getText(document);
  }

  static double millimetres(float points) {
    return points * 25.4 / 72;
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
