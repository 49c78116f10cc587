package org.yueyuetan.platform.document;

import static org.yueyuetan.platform.document.PageGrid.CHARACTER;
import static org.yueyuetan.platform.document.PageGrid.LINE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yueyuetan.platform.document.OfficialDocument.Signature;
import org.yueyuetan.platform.document.Setting.Run;

/** Turns the words of a document or of an attachment into strips of the page. */
final class TextLayout {

  /** Characters of a title, in 2号, on an upright line. */
  static final int TITLE_LENGTH = 20;

  private static final float INDENT = 2 * CHARACTER;

  /** A signature is not alone on its page: so many lines of text go with it. */
  private static final int WITH_SIGNATURE = 2;

  private final PageGrid grid;
  private final List<Strip> strips = new ArrayList<>();

  private TextLayout(PageGrid grid) {
    this.grid = grid;
  }

  /** Everything below the head, as far as the version record. */
  static List<Strip> main(OfficialDocument document) {
    var layout = new TextLayout(PageGrid.UPRIGHT);
    layout.title(document.title(), 1);
    layout.blank();
    if (!document.addressee().isBlank()) {
      layout.lines(Tag.paragraph(), 0, 0, body(document.addressee() + "："));
    }
    int from = layout.strips.size();
    document.body().forEach(layout::block);
    int until = layout.strips.size();
    layout.annexes(Attachment.names(document.attachments()));
    if (document.head() instanceof Head.Minutes minutes) {
      layout.attendance(minutes.attendance());
    }
    document.signature().ifPresent(signature -> layout.signature(signature, from, until));
    if (!document.note().isBlank()) {
      layout.lines(Tag.paragraph(), INDENT, 0, body("（" + document.note() + "）"));
    }
    return layout.strips;
  }

  /** Where the lines of a paragraph that go with the signature begin; 0 if it has one line only. */
  static int withSignature(String paragraph) {
    var lines =
        Setting.lines(PageGrid.UPRIGHT.width - INDENT, PageGrid.UPRIGHT.width, body(paragraph));
    int stay = Math.min(lines.size() - 1, Math.max(lines.size() - WITH_SIGNATURE, 1));
    long letters =
        lines.subList(0, stay).stream()
            .flatMap(line -> line.glyphs().stream())
            .filter(glyph -> glyph.codePoint() != ' ')
            .count();
    int end = 0;
    for (; letters > 0; end = paragraph.offsetByCodePoints(end, 1)) {
      if (Setting.inked(paragraph.codePointAt(end))) {
        letters--;
      }
    }
    return end;
  }

  /**
   * An attachment, which begins on a page of its own.
   *
   * @param label such as 附件2; empty for a text that is issued
   */
  static List<Strip> attachment(Attachment attachment, String label) {
    var layout = new TextLayout(attachment.landscape() ? PageGrid.ACROSS : PageGrid.UPRIGHT);
    if (!label.isEmpty()) {
      layout.lines(Tag.paragraph(), 0, 0, new Run(label, OfficialFont.HEADING.at(16)));
      layout.blank();
    }
    layout.title(attachment.title(), 2);
    layout.blank();
    attachment.body().forEach(layout::block);
    return layout.strips;
  }

  private void title(String text, int level) {
    var tag = Tag.heading(level);
    int most = Math.round(TITLE_LENGTH * grid.width / PageGrid.UPRIGHT.width);
    for (var line : TitleLines.of(text, most)) {
      centred(tag, new Run(line, OfficialFont.TITLE.at(22)));
    }
  }

  private void block(Block block) {
    switch (block) {
      case Block.Paragraph(var lead, var text) -> paragraphs(OfficialFont.SUBHEADING, lead, text);
      case Block.Heading(var level, var text, var following) -> {
        var font =
            level == 1
                ? OfficialFont.HEADING
                : level == 2 ? OfficialFont.SUBHEADING : OfficialFont.BODY;
        if (following.isBlank()) {
          int from = strips.size();
          lines(Tag.heading(level + 1), INDENT, 0, new Run(text, font.at(16)));
          keepWithNext(from);
        } else {
          paragraphs(font, text, following);
        }
      }
      case Block.Chapter(var text) -> {
        int from = strips.size();
        centred(Tag.heading(2), new Run(text, OfficialFont.HEADING.at(16)));
        keepWithNext(from);
      }
      case Block.Article(var number, var paragraphs) -> {
        for (int i = 0; i < paragraphs.size(); i++) {
          paragraphs(OfficialFont.HEADING, i == 0 ? number + "\u3000" : "", paragraphs.get(i));
        }
      }
      case Block.Table table -> strips.addAll(TableLayout.of(table, grid));
      case Block.Place place -> strips.add(BoxLayout.of(place, grid).keptWithNext());
      case Block.Code code -> strips.add(BoxLayout.of(code, grid));
    }
  }

  /** Each line of the text is a paragraph; the lead opens the first. */
  private void paragraphs(OfficialFont leadFont, String lead, String text) {
    var rest = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    var opening = new Run(lead, leadFont.at(16));
    if (rest.isEmpty() && !lead.isEmpty()) {
      lines(Tag.paragraph(), INDENT, 0, opening);
    }
    for (int i = 0; i < rest.size(); i++) {
      var run = body(rest.get(i));
      if (i == 0) {
        lines(Tag.paragraph(), INDENT, 0, opening, run);
      } else {
        lines(Tag.paragraph(), INDENT, 0, run);
      }
    }
  }

  /** 附件说明. */
  private void annexes(List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    blank();
    var label = body("附件：");
    float names0 = INDENT + 3 * CHARACTER;
    if (names.size() == 1) {
      lines(Tag.paragraph(), INDENT, names0, label, body(names.getFirst()));
      return;
    }
    for (int i = 0; i < names.size(); i++) {
      var number = body(i + 1 + ". ");
      float hanging = names0 + Setting.line(number).width();
      var name = body(names.get(i));
      if (i == 0) {
        lines(Tag.paragraph(), INDENT, hanging, label, number, name);
      } else {
        lines(Tag.paragraph(), names0, hanging, number, name);
      }
    }
  }

  private void attendance(List<Head.Attendance> blocks) {
    if (blocks.isEmpty()) {
      return;
    }
    blank();
    for (var block : blocks) {
      var label = new Run(block.label() + "：", OfficialFont.HEADING.at(16));
      float hanging = INDENT + Setting.line(label).width();
      lines(Tag.paragraph(), INDENT, hanging, label, body(block.names()));
    }
  }

  /**
   * The last lines of the text, which stands between these strips, stay with it, list of annexes
   * and all; one line at the least stays on the first page.
   */
  private void signature(Signature signature, int textFrom, int textUntil) {
    int company =
        textUntil - textFrom > 1
            ? Math.max(textUntil - WITH_SIGNATURE, textFrom + 1)
            : strips.size() - WITH_SIGNATURE;
    keepWithNext(Math.max(company, 0));
    int from = strips.size();
    for (int i = 0; i < (signature.sealed() ? 2 : 1); i++) {
      blank();
    }
    var unit = Setting.line(body(signature.unit()));
    var date = Setting.line(body(Dates.day(signature.date())));
    float unitX;
    float dateX;
    if (signature.sealed()) {
      float dateRight = grid.width - 4 * CHARACTER;
      float centre = Math.min(dateRight - date.width() / 2, grid.width - unit.width() / 2);
      unitX = centre - unit.width() / 2;
      dateX = centre - date.width() / 2;
    } else {
      float dateEnd = 2 * CHARACTER + date.width();
      unitX = grid.width - 2 * CHARACTER - Math.max(unit.width(), dateEnd);
      dateX = unitX + 2 * CHARACTER;
    }
    var tag = Tag.paragraph();
    strips.add(strip(tag, unit, Math.max(unitX, 0)));
    strips.add(strip(tag, date, dateX));
    keepWithNext(from, strips.size() - 1);
  }

  private void centred(Tag tag, Run run) {
    for (var line : Setting.lines(grid.width, grid.width, run)) {
      strips.add(strip(tag, line, (grid.width - line.width()) / 2).keptWithNext());
    }
  }

  private void lines(Tag tag, float first, float hanging, Run... runs) {
    var lines = Setting.lines(grid.width - first, grid.width - hanging, Arrays.asList(runs));
    for (int i = 0; i < lines.size(); i++) {
      strips.add(strip(tag, lines.get(i), i == 0 ? first : hanging));
    }
  }

  private static Strip strip(Tag tag, Line line, float indent) {
    return Strip.line((canvas, left, top) -> canvas.text(tag, line, left + indent, top, LINE));
  }

  private void blank() {
    strips.add(Strip.blank());
  }

  private void keepWithNext(int from) {
    keepWithNext(from, strips.size());
  }

  private void keepWithNext(int from, int until) {
    for (int i = from; i < until; i++) {
      strips.set(i, strips.get(i).keptWithNext());
    }
  }

  private static Run body(String text) {
    return new Run(text, OfficialFont.BODY.at(16));
  }
}
