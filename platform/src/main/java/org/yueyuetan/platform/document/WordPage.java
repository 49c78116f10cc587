package org.yueyuetan.platform.document;

import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** The pages of a Word file: paper, margins, grid, page numbers, the frame of a letter. */
final class WordPage {

  /** Type area: 156 mm in twentieths of a point. */
  static final int WIDTH = twips(PageGrid.UPRIGHT.width);

  /** 22 lines on 225 mm. */
  static final int LINE = 579;

  static final int CHARACTER = twips(PageGrid.CHARACTER);

  static final String RED = "C00000";

  private static final int NUMBER = 14;

  private final XWPFDocument document;
  private final boolean letter;

  WordPage(XWPFDocument document, Head head) {
    this.document = document;
    this.letter = head instanceof Head.Letter;
    var section = document.getDocument().getBody().addNewSectPr();
    dress(section, PageGrid.UPRIGHT);
    document.getSettings().setEvenAndOddHeadings(true);
    number(HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT);
    number(HeaderFooterType.EVEN, ParagraphAlignment.LEFT);
    if (head instanceof Head.Letter first) {
      section.addNewTitlePg();
      letterHead(first);
      letterFoot();
    }
  }

  /** Ends a section with the last paragraph so far; what follows lies as told. */
  void turn(PageGrid before, PageGrid after) {
    var last = document.getDocument().getBody().getSectPr();
    var ended = document.getParagraphs().getLast().getCTP().getPPr().addNewSectPr();
    ended.set(last);
    dress(ended, before);
    dress(last, after);
    if (last.isSetTitlePg()) {
      last.unsetTitlePg();
    }
  }

  private void dress(CTSectPr section, PageGrid grid) {
    var size = section.isSetPgSz() ? section.getPgSz() : section.addNewPgSz();
    size.setW(BigInteger.valueOf(twips(grid.paperWidth)));
    size.setH(BigInteger.valueOf(twips(grid.paperHeight)));
    if (grid == PageGrid.ACROSS) {
      size.setOrient(STPageOrientation.LANDSCAPE);
    } else if (size.isSetOrient()) {
      size.unsetOrient();
    }
    var margins = section.isSetPgMar() ? section.getPgMar() : section.addNewPgMar();
    margins.setTop(BigInteger.valueOf(twips(grid.top)));
    margins.setLeft(BigInteger.valueOf(twips(grid.left)));
    margins.setRight(BigInteger.valueOf(twips(grid.paperWidth - grid.right())));
    margins.setBottom(BigInteger.valueOf(twips(grid.paperHeight - grid.bottom())));
    margins.setHeader(BigInteger.valueOf(twips(PageGrid.mm(letter ? 28 : 15))));
    // The number's line hangs 7 mm under the type area and is 5 mm high.
    double foot = letter ? 20 : grid == PageGrid.ACROSS ? 14 : 23;
    margins.setFooter(BigInteger.valueOf(twips(PageGrid.mm(foot))));
    var lines = section.isSetDocGrid() ? section.getDocGrid() : section.addNewDocGrid();
    lines.setType(STDocGrid.LINES);
    lines.setLinePitch(BigInteger.valueOf(LINE));
  }

  private void number(HeaderFooterType pages, ParagraphAlignment side) {
    var paragraph = document.createFooter(pages).createParagraph();
    paragraph.setAlignment(side);
    paragraph.setIndentationLeft(20 * NUMBER);
    paragraph.setIndentationRight(20 * NUMBER);
    if (letter) {
      paragraph.setSpacingAfter(twips(PageGrid.mm(3)));
    }
    var written = OfficialFont.NUMBER.at(NUMBER);
    OfficialFont.write(paragraph, "— ", written);
    var field = paragraph.getCTP().addNewFldSimple();
    field.setInstr("PAGE");
    var run = field.addNewR();
    OfficialFont.dress(run, written);
    run.addNewT().setStringValue("1");
    OfficialFont.write(paragraph, " —", written);
  }

  /** The name 30 mm under the edge of the paper, and 4 mm below it the first double rule. */
  private void letterHead(Head.Letter head) {
    var paragraph = document.createHeader(HeaderFooterType.FIRST).createParagraph();
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    int points = markSize(head.mark(), 44);
    exact(paragraph, twips(points * 1.1f));
    OfficialFont.write(paragraph, head.mark(), OfficialFont.TITLE.at(points).red());
    doubleRule(paragraph, STBorder.THICK_THIN_SMALL_GAP, 9);
  }

  private void letterFoot() {
    var paragraph = document.createFooter(HeaderFooterType.FIRST).createParagraph();
    exact(paragraph, 20);
    doubleRule(paragraph, STBorder.THIN_THICK_SMALL_GAP, 0);
  }

  /** 170 mm, in the middle of the paper. */
  private static void doubleRule(XWPFParagraph paragraph, STBorder.Enum kind, int space) {
    paragraph.setIndentationLeft(-twips(PageGrid.mm(8)));
    paragraph.setIndentationRight(-twips(PageGrid.mm(6)));
    var rule = paragraph.getCTP().getPPr().addNewPBdr().addNewBottom();
    rule.setVal(kind);
    rule.setSz(BigInteger.valueOf(24));
    rule.setSpace(BigInteger.valueOf(space));
    rule.setColor(RED);
  }

  /** Points of a mark, so that it stays on one line. */
  static int markSize(String mark, int largest) {
    int letters = Math.max(mark.codePointCount(0, mark.length()), 1);
    return (int) Math.min(largest, 0.96f * PageGrid.UPRIGHT.width / letters);
  }

  static void exact(XWPFParagraph paragraph, int height) {
    var properties =
        paragraph.getCTP().isSetPPr()
            ? paragraph.getCTP().getPPr()
            : paragraph.getCTP().addNewPPr();
    var spacing = properties.isSetSpacing() ? properties.getSpacing() : properties.addNewSpacing();
    spacing.setLine(BigInteger.valueOf(height));
    spacing.setLineRule(STLineSpacingRule.EXACT);
    spacing.setBefore(BigInteger.ZERO);
    spacing.setAfter(BigInteger.ZERO);
  }

  static int twips(float points) {
    return Math.round(points * 20);
  }
}
