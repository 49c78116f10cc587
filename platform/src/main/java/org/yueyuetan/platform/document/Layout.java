package org.yueyuetan.platform.document;

import java.util.ArrayList;
import java.util.List;

/** A document in pages: what stands where. */
final class Layout {

  /** Two lengths that differ by less are the same. */
  private static final float HAIR = 0.1f;

  private final List<Page> pages = new ArrayList<>();
  private float y;
  private int pagesOfText;
  private int breaksBeforeImprint;

  /**
   * One page.
   *
   * @param numbered whether it shows its number
   */
  record Page(PageGrid grid, List<Placed> placed, boolean numbered) {}

  /** A drawing and where it begins. */
  record Placed(float top, Strip.Drawing drawing) {}

  private Layout() {}

  static Layout of(OfficialDocument document) {
    var layout = new Layout();
    layout.main(document);
    for (int i = 0; i < document.attachments().size(); i++) {
      var attachment = document.attachments().get(i);
      layout.turn(attachment.landscape() ? PageGrid.ACROSS : PageGrid.UPRIGHT, true);
      layout.flow(TextLayout.attachment(attachment, Attachment.label(document.attachments(), i)));
    }
    document
        .imprint()
        .ifPresent(imprint ->
            layout.imprint(ImprintLayout.of(document, imprint), onEvenPage(document.head())));
    return layout;
  }

  List<Page> pages() {
    return pages;
  }

  /** How many pages the text takes with its signature, without what is attached. */
  int pagesOfText() {
    return pagesOfText;
  }

  /** How many pages are turned between the end of the text and the version record. */
  int breaksBeforeImprint() {
    return breaksBeforeImprint;
  }

  /** A document printed on both sides of its sheets ends with its version record on a back. */
  private static boolean onEvenPage(Head head) {
    return head instanceof Head.Ordinary || head instanceof Head.Minutes;
  }

  private void main(OfficialDocument document) {
    turn(PageGrid.UPRIGHT, !(document.head() instanceof Head.Letter));
    var head = HeadLayout.of(document.head());
    head.drawings().forEach(drawing -> place(0, drawing));
    y = head.titleTop();
    flow(TextLayout.main(document));
    pagesOfText = pages.size();
  }

  private void turn(PageGrid grid, boolean numbered) {
    pages.add(new Page(grid, new ArrayList<>(), numbered));
    y = grid.top;
  }

  private void place(float top, Strip.Drawing drawing) {
    pages.getLast().placed().add(new Placed(top, drawing));
  }

  private void flow(List<Strip> strips) {
    int next = 0;
    while (next < strips.size()) {
      int end = next + 1;
      while (end < strips.size() && strips.get(end - 1).withNext()) {
        end++;
      }
      var together = strips.subList(next, end);
      var grid = pages.getLast().grid();
      if (y > grid.top && below(together, y) > grid.bottom() + HAIR) {
        turn(grid, true);
      }
      together.forEach(this::put);
      next = end;
    }
  }

  /** Where these strips would end. */
  private float below(List<Strip> strips, float from) {
    var grid = pages.getLast().grid();
    float at = from;
    for (var strip : strips) {
      at = (strip.onGrid() ? grid.onGrid(at) : at) + strip.height();
    }
    return at;
  }

  private void put(Strip strip) {
    var grid = pages.getLast().grid();
    if (y > grid.top && below(List.of(strip), y) > grid.bottom() + HAIR) {
      turn(grid, true);
    }
    var header = strip.header();
    if (header != null && y == grid.top) {
      place(y, header.drawing());
      y += header.height();
    }
    float top = strip.onGrid() ? grid.onGrid(y) : y;
    place(top, strip.drawing());
    y = top + strip.height();
  }

  private void imprint(ImprintLayout imprint, boolean onEvenPage) {
    var last = pages.getLast().grid();
    boolean fits =
        last == PageGrid.UPRIGHT && y + imprint.height() <= PageGrid.UPRIGHT.bottom() + HAIR;
    if (!fits || (onEvenPage && pages.size() % 2 == 1)) {
      boolean blankFirst = onEvenPage && pages.size() % 2 == 0;
      if (blankFirst) {
        turn(PageGrid.UPRIGHT, false);
      }
      turn(PageGrid.UPRIGHT, !blankFirst);
      breaksBeforeImprint = blankFirst ? 2 : 1;
    }
    place(0, imprint.drawing());
  }
}
