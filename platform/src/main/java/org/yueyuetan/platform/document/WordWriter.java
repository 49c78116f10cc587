package org.yueyuetan.platform.document;

import static org.yueyuetan.platform.document.WordPage.CHARACTER;
import static org.yueyuetan.platform.document.WordPage.LINE;
import static org.yueyuetan.platform.document.WordPage.WIDTH;
import static org.yueyuetan.platform.document.WordPage.twips;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.yueyuetan.platform.document.OfficialDocument.Signature;

/** Writes an official document as a Word file, paragraph by paragraph. */
final class WordWriter {

  private static final int INDENT = 2 * CHARACTER;

  /** A line of a mark is so much higher than its letters. */
  private static final float MARK_LINE = 1.1f;

  private final OfficialDocument official;
  private final XWPFDocument document = new XWPFDocument();
  private final WordPage page;
  private final WordTable tables;

  WordWriter(OfficialDocument official) {
    this.official = official;
    OfficialFont.declare(document);
    page = new WordPage(document, official.head());
    tables = new WordTable(document);
  }

  byte[] bytes() {
    head();
    title(official.title(), 0);
    blank();
    if (!official.addressee().isBlank()) {
      body(paragraph(ParagraphAlignment.BOTH), official.addressee() + "：");
    }
    int from = document.getParagraphs().size();
    text();
    int until = document.getParagraphs().size();
    annexes(Attachment.names(official.attachments()));
    if (official.head() instanceof Head.Minutes minutes) {
      attendance(minutes.attendance());
    }
    official.signature().ifPresent(signature -> signature(signature, from, until));
    if (!official.note().isBlank()) {
      body(indented(), "（" + official.note() + "）");
    }
    var last = attachments();
    official.imprint().ifPresent(imprint -> imprint(imprint, last));
    var properties = document.getProperties().getCoreProperties();
    properties.setTitle(official.title().replace("\n", ""));
    properties.setCreator(official.author());
    try (var out = new ByteArrayOutputStream()) {
      document.write(out);
      document.close();
      return out.toByteArray();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private void head() {
    switch (official.head()) {
      case Head.Ordinary ordinary -> ordinary(ordinary);
      case Head.Letter letter -> letter(letter);
      case Head.Minutes minutes ->
          series(minutes.mark(), 35, 2, minutes.number(), minutes.unit(), minutes.date());
      case Head.Brief brief ->
          series(brief.mark(), 20, 1, brief.issue(), brief.unit(), brief.date());
      case Head.Plain plain -> {
        body(paragraph(ParagraphAlignment.RIGHT), plain.number());
        blank();
        blank();
      }
    }
  }

  private void ordinary(Head.Ordinary head) {
    int lines = marking(head.marking());
    mark(head.mark(), twips(PageGrid.mm(35)) - lines * LINE);
    blank();
    blank();
    XWPFParagraph number;
    if (head.signers().isEmpty()) {
      number = paragraph(ParagraphAlignment.CENTER);
      body(number, head.number());
    } else {
      number = signers(head);
    }
    redRule(number);
  }

  /** 签发人, two on a line; the number stands on the last of these lines. */
  private XWPFParagraph signers(Head.Ordinary head) {
    var names = head.signers();
    var line = paragraph(ParagraphAlignment.LEFT);
    for (int first = 0; first < names.size(); first += 2) {
      boolean last = first + 2 >= names.size();
      if (first > 0) {
        line = paragraph(ParagraphAlignment.LEFT);
      }
      rightTab(line, WIDTH - CHARACTER);
      body(line, last ? "\u3000" + head.number() : "");
      line.createRun().addTab();
      body(line, first == 0 ? "签发人：" : "");
      var pair = String.join("\u3000", names.subList(first, Math.min(first + 2, names.size())));
      OfficialFont.write(line, pair, OfficialFont.SUBHEADING.at(16));
    }
    return line;
  }

  private void letter(Head.Letter head) {
    var marking = head.marking().lines();
    var line = paragraph(ParagraphAlignment.LEFT);
    rightTab(line, WIDTH);
    if (!marking.isEmpty()) {
      body(line, marking.getFirst());
    }
    line.createRun().addTab();
    body(line, head.number());
    marking.stream()
        .skip(1)
        .forEach(text ->
            OfficialFont.write(
                paragraph(ParagraphAlignment.LEFT), text, OfficialFont.HEADING.at(16)));
    blank();
    blank();
  }

  private void series(
      String mark, double millimetres, int blank, String issue, String unit, String date) {
    mark(mark, twips(PageGrid.mm(millimetres)));
    for (int i = 0; i < blank; i++) {
      blank();
    }
    var line = paragraph(ParagraphAlignment.CENTER);
    body(line, issue);
    if (!unit.isBlank() || !date.isBlank()) {
      line = paragraph(ParagraphAlignment.LEFT);
      rightTab(line, WIDTH - CHARACTER);
      body(line, "\u3000" + unit);
      line.createRun().addTab();
      body(line, date);
    }
    redRule(line);
  }

  private int marking(Head.Marking marking) {
    for (var text : marking.lines()) {
      var font = text.equals(marking.copy()) ? OfficialFont.BODY : OfficialFont.HEADING;
      OfficialFont.write(paragraph(ParagraphAlignment.LEFT), text, font.at(16));
    }
    return marking.lines().size();
  }

  private void mark(String name, int before) {
    int points = WordPage.markSize(name, 60);
    // An empty paragraph, for space before the first one on a page is not kept by every program.
    var space = paragraph(ParagraphAlignment.LEFT);
    WordPage.exact(space, before);
    space.getCTP().getPPr().addNewSnapToGrid().setVal(false);
    var mark = paragraph(ParagraphAlignment.CENTER);
    WordPage.exact(mark, twips(points * MARK_LINE));
    mark.getCTP().getPPr().addNewSnapToGrid().setVal(false);
    OfficialFont.write(mark, name, OfficialFont.TITLE.at(points).red());
  }

  /** 4 mm under the letters of the line; two lines follow it. */
  private void redRule(XWPFParagraph paragraph) {
    var rule = paragraph.getCTP().getPPr().addNewPBdr().addNewBottom();
    rule.setVal(STBorder.SINGLE);
    rule.setSz(BigInteger.valueOf(16));
    rule.setSpace(BigInteger.valueOf(5));
    rule.setColor(WordPage.RED);
    blank();
    blank();
  }

  private void title(String text, int level) {
    var title = paragraph(ParagraphAlignment.CENTER);
    title.setKeepNext(true);
    outline(title, level);
    title.getCTP().getPPr().addNewSnapToGrid().setVal(false);
    var lines = TitleLines.of(text, TextLayout.TITLE_LENGTH);
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0) {
        title.createRun().addBreak();
      }
      OfficialFont.write(title, lines.get(i), OfficialFont.TITLE.at(22));
    }
  }

  /**
   * The body. LibreOffice moves a paragraph that stays with the next one as a whole. If it is the
   * only one, the first page or that of the seal would be without text: where they are two, its
   * last lines are a paragraph of their own.
   */
  private void text() {
    if (official.signature().isPresent()
        && official.body().size() == 1
        && official.body().getFirst() instanceof Block.Paragraph(var lead, var text)
        && lead.isEmpty()
        && text.lines().count() == 1
        && Typeface.reading(() -> Layout.of(official).pagesOfText()) > 1) {
      int end = Typeface.reading(() -> TextLayout.withSignature(text));
      if (end > 0) {
        body(indented(), text.substring(0, end));
        body(paragraph(ParagraphAlignment.BOTH), text.substring(end));
        return;
      }
    }
    official.body().forEach(block -> block(block, PageGrid.UPRIGHT));
  }

  private void block(Block block, PageGrid grid) {
    switch (block) {
      case Block.Paragraph(var lead, var text) -> paragraphs(OfficialFont.SUBHEADING, lead, text);
      case Block.Heading(var level, var text, var following) -> heading(level, text, following);
      case Block.Chapter(var text) -> {
        var chapter = paragraph(ParagraphAlignment.CENTER);
        chapter.setKeepNext(true);
        outline(chapter, 1);
        OfficialFont.write(chapter, text, OfficialFont.HEADING.at(16));
      }
      case Block.Article(var number, var paragraphs) -> {
        for (int i = 0; i < paragraphs.size(); i++) {
          paragraphs(OfficialFont.HEADING, i == 0 ? number + "\u3000" : "", paragraphs.get(i));
        }
      }
      case Block.Table table -> {
        if (!table.caption().isBlank()) {
          var caption = paragraph(ParagraphAlignment.CENTER);
          caption.setKeepNext(true);
          OfficialFont.write(caption, table.caption(), OfficialFont.HEADING.at(14));
        }
        tables.ruled(table, grid.width);
        WordPage.exact(document.createParagraph(), LINE / 2);
      }
      case Block.Place place -> place(place);
      case Block.Code code -> code.lines().forEach(line -> body(indented(), line));
    }
  }

  private void heading(int level, String text, String following) {
    var font =
        switch (level) {
          case 1 -> OfficialFont.HEADING;
          case 2 -> OfficialFont.SUBHEADING;
          default -> OfficialFont.BODY;
        };
    if (!following.isBlank()) {
      paragraphs(font, text, following);
      return;
    }
    var heading = indented();
    heading.setKeepNext(true);
    outline(heading, level);
    OfficialFont.write(heading, text, font.at(16));
  }

  /** Each line of the text is a paragraph; the lead opens the first. */
  private void paragraphs(OfficialFont leadFont, String lead, String text) {
    var lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    var first = indented();
    if (!lead.isEmpty()) {
      OfficialFont.write(first, lead, leadFont.at(16));
    }
    for (int i = 0; i < lines.size(); i++) {
      body(i == 0 ? first : indented(), lines.get(i));
    }
  }

  /** On paper there is room for signature and seal below the names. */
  private void place(Block.Place place) {
    var label = paragraph(ParagraphAlignment.LEFT);
    label.setKeepNext(true);
    OfficialFont.write(label, place.label(), OfficialFont.HEADING.at(16));
    for (var line : place.lines()) {
      var paragraph = paragraph(ParagraphAlignment.LEFT);
      paragraph.setKeepNext(true);
      body(paragraph, line);
    }
    blank().setKeepNext(true);
    blank();
  }

  /** 附件说明. */
  private void annexes(List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    blank();
    int label = 3 * CHARACTER;
    if (names.size() == 1) {
      body(hanging(INDENT, label), "附件：" + names.getFirst());
      return;
    }
    int number = CHARACTER * 5 / 4;
    for (int i = 0; i < names.size(); i++) {
      var line = i == 0 ? hanging(INDENT, label + number) : hanging(INDENT + label, number);
      body(line, (i == 0 ? "附件：" : "") + (i + 1) + ".");
      line.createRun().addTab();
      body(line, names.get(i));
    }
  }

  private void attendance(List<Head.Attendance> blocks) {
    if (blocks.isEmpty()) {
      return;
    }
    blank();
    for (var block : blocks) {
      var label = block.label() + "：";
      var line = hanging(INDENT, label.length() * CHARACTER);
      OfficialFont.write(line, label, OfficialFont.HEADING.at(16));
      body(line, block.names());
    }
  }

  /**
   * The end of the text, which is these paragraphs, stays with it, list of annexes and all. A text
   * of one paragraph lets the list go alone: programs move paragraphs as a whole, and the first
   * page is not to be without text.
   */
  private void signature(Signature signature, int textFrom, int textUntil) {
    var paragraphs = document.getParagraphs();
    boolean alone = textUntil - textFrom == 1 && paragraphs.size() > textUntil;
    int company = alone ? textUntil : textUntil - 1;
    paragraphs.subList(company, paragraphs.size()).forEach(one -> one.setKeepNext(true));
    // Two lines of it, at the least, share the page.
    var last = paragraphs.get(company).getCTP().getPPr();
    if (last.isSetWidowControl()) {
      last.unsetWidowControl();
    }
    for (int i = 0; i < (signature.sealed() ? 2 : 1); i++) {
      blank().setKeepNext(true);
    }
    var day = Dates.day(signature.date());
    int unitWidth = width(signature.unit());
    int dateWidth = width(day);
    int unitRight;
    int dateRight;
    if (signature.sealed()) {
      unitRight = Math.max(0, 4 * CHARACTER + (dateWidth - unitWidth) / 2);
      dateRight = unitRight + (unitWidth - dateWidth) / 2;
    } else {
      dateRight = Math.max(2 * CHARACTER, unitWidth - dateWidth);
      unitRight = dateRight + dateWidth + 2 * CHARACTER - unitWidth;
    }
    var unit = paragraph(ParagraphAlignment.RIGHT);
    unit.setIndentationRight(unitRight);
    unit.setKeepNext(true);
    body(unit, signature.unit());
    var date = paragraph(ParagraphAlignment.RIGHT);
    date.setIndentationRight(dateRight);
    body(date, day);
  }

  /** Digits are half as wide as characters in the fonts that offices have. */
  private static int width(String text) {
    return text.codePoints().map(c -> c < 0x80 ? CHARACTER / 2 : CHARACTER).sum();
  }

  /** Returns how the last page lies. */
  private PageGrid attachments() {
    var lies = PageGrid.UPRIGHT;
    var all = official.attachments();
    for (int i = 0; i < all.size(); i++) {
      var attachment = all.get(i);
      var grid = attachment.landscape() ? PageGrid.ACROSS : PageGrid.UPRIGHT;
      boolean turned = grid != lies;
      if (turned) {
        page.turn(lies, grid);
        lies = grid;
      }
      int first = document.getParagraphs().size();
      var label = Attachment.label(all, i);
      if (!label.isEmpty()) {
        OfficialFont.write(paragraph(ParagraphAlignment.LEFT), label, OfficialFont.HEADING.at(16));
        blank();
      }
      title(attachment.title(), 0);
      blank();
      document.getParagraphs().get(first).setPageBreak(!turned);
      attachment.body().forEach(block -> block(block, grid));
    }
    return lies;
  }

  /** Where the pages turn before it is taken from the layout of the same text in PDF. */
  private void imprint(OfficialDocument.Imprint imprint, PageGrid last) {
    int breaks = Typeface.reading(() -> Layout.of(official).breaksBeforeImprint());
    float height = Typeface.reading(() -> ImprintLayout.of(official, imprint).height());
    if (last != PageGrid.UPRIGHT) {
      page.turn(last, PageGrid.UPRIGHT);
      breaks--;
    }
    for (int i = 0; i < breaks; i++) {
      var turned = document.createParagraph();
      WordPage.exact(turned, 20);
      turned.createRun().addBreak(BreakType.PAGE);
    }
    boolean ruled = !(official.head() instanceof Head.Letter);
    new WordImprint(document, imprint, ruled).write(twips(height));
    // The frames stand on the page of the paragraph after them.
    WordPage.exact(document.createParagraph(), 20);
  }

  private static void outline(XWPFParagraph paragraph, int level) {
    paragraph.getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level));
  }

  static void rightTab(XWPFParagraph paragraph, int at) {
    var tab = paragraph.getCTP().getPPr().addNewTabs().addNewTab();
    tab.setVal(STTabJc.RIGHT);
    tab.setPos(BigInteger.valueOf(at));
  }

  private static void body(XWPFParagraph paragraph, String text) {
    if (!text.isEmpty()) {
      OfficialFont.write(paragraph, text, OfficialFont.BODY.at(16));
    }
  }

  private XWPFParagraph blank() {
    return paragraph(ParagraphAlignment.LEFT);
  }

  private XWPFParagraph indented() {
    var paragraph = paragraph(ParagraphAlignment.BOTH);
    paragraph.setIndentationFirstLine(INDENT);
    return paragraph;
  }

  /** The first line begins at {@code left}, the others so much further in. */
  private XWPFParagraph hanging(int left, int further) {
    var paragraph = paragraph(ParagraphAlignment.BOTH);
    paragraph.setIndentationLeft(left + further);
    paragraph.setIndentationHanging(further);
    return paragraph;
  }

  private XWPFParagraph paragraph(ParagraphAlignment side) {
    var paragraph = document.createParagraph();
    paragraph.setAlignment(side);
    WordPage.exact(paragraph, LINE);
    var properties = paragraph.getCTP().getPPr();
    // A line is not pulled to the next page to keep another company: a page has 22 of them.
    properties.addNewWidowControl().setVal(false);
    // A line has 28 characters: no space is put around digits, and no mark hangs out of the type
    // area.
    properties.addNewOverflowPunct().setVal(false);
    properties.addNewAutoSpaceDE().setVal(false);
    properties.addNewAutoSpaceDN().setVal(false);
    return paragraph;
  }
}
