package org.yueyuetan.platform.document;

import static org.yueyuetan.platform.document.PageGrid.LINE;
import static org.yueyuetan.platform.document.PageGrid.mm;

import java.util.ArrayList;
import java.util.List;
import org.yueyuetan.platform.document.Canvas.Ink;
import org.yueyuetan.platform.document.OfficialDocument.Imprint;
import org.yueyuetan.platform.document.Setting.Run;

/** Lays out the version record (版记), which stands on the foot of the type area. */
final class ImprintLayout {

  private static final int POINTS = 14;
  private static final float OUTER = mm(0.35);
  private static final float INNER = mm(0.25);

  private final PageGrid grid = PageGrid.UPRIGHT;
  private final List<Strip> recipients = new ArrayList<>();
  private final List<Strip> printed = new ArrayList<>();
  private final boolean ruled;

  private ImprintLayout(Imprint imprint, boolean ruled) {
    this.ruled = ruled;
    for (var line : imprint.recipients()) {
      recipients(line.label() + "：", line.sentence());
    }
    if (ruled && !(imprint.office().isBlank() && imprint.printed().isEmpty())) {
      var office = set(imprint.office());
      var date = set(imprint.printed().map(day -> Dates.day(day) + "印发").orElse(""));
      var tag = Tag.paragraph();
      printed.add(
          Strip.line((canvas, left, top) -> {
            canvas.text(tag, office, left + POINTS, top, LINE);
            canvas.text(tag, date, left + grid.width - POINTS - date.width(), top, LINE);
          }));
    }
  }

  /** The record of a document; that of a letter has neither rules nor printer. */
  static ImprintLayout of(OfficialDocument document, Imprint imprint) {
    return new ImprintLayout(imprint, !(document.head() instanceof Head.Letter));
  }

  float height() {
    return (recipients.size() + printed.size()) * LINE;
  }

  Strip.Drawing drawing() {
    return (canvas, left, _) -> {
      float top = grid.bottom() - height();
      float inner = top + recipients.size() * LINE;
      var all = new ArrayList<>(recipients);
      all.addAll(printed);
      for (int i = 0; i < all.size(); i++) {
        all.get(i).drawing().on(canvas, left, top + i * LINE);
      }
      if (ruled) {
        canvas.rule(left, top, grid.width, OUTER, Ink.BLACK);
        if (!recipients.isEmpty() && !printed.isEmpty()) {
          canvas.rule(left, inner, grid.width, INNER, Ink.BLACK);
        }
        canvas.rule(left, grid.bottom() - OUTER, grid.width, OUTER, Ink.BLACK);
      }
    };
  }

  private void recipients(String label, String names) {
    var opening = new Run(label, OfficialFont.BODY.at(POINTS));
    float hanging = Setting.line(opening).width();
    float measure = grid.width - 2 * POINTS;
    var tag = Tag.paragraph();
    var lines =
        Setting.lines(
            measure, measure - hanging, opening, new Run(names, OfficialFont.BODY.at(POINTS)));
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      float indent = POINTS + (i == 0 ? 0 : hanging);
      recipients.add(
          Strip.line((canvas, left, top) -> canvas.text(tag, line, left + indent, top, LINE)));
    }
  }

  private static Line set(String text) {
    return Setting.line(new Run(text, OfficialFont.BODY.at(POINTS)));
  }
}
