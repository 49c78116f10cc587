package org.yueyuetan.platform.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.junit.jupiter.api.Test;
import org.yueyuetan.platform.document.OfficialDocument.Imprint;
import org.yueyuetan.platform.document.OfficialDocument.Recipients;

/** The places of GB/T 9704-2012, measured on the file. Lengths are millimetres. */
class OfficialPdfTest {

  private static final double TOP = 37;
  private static final double BOTTOM = 297 - 35;
  private static final double LEFT = 28;
  private static final double RIGHT = 210 - 26;
  private static final double LINE = 225.0 / 22;
  private static final double CHARACTER = 156.0 / 28;

  private static final List<Block> SHORT = List.of(Block.paragraph("请认真贯彻执行。"));

  @Test
  void aPageHas22LinesOf28Characters() throws IOException {
    try (var pages = new PdfPages(Samples.notice(Samples.plain(16)))) {
      var body = body(pages, 2);
      assertThat(body).hasSize(22);
      var full = body.stream().filter(line -> line.text().length() == 28).toList();
      assertThat(full).hasSizeGreaterThan(10);
      for (var line : full) {
        assertThat(line.left()).isCloseTo(LEFT, within(0.1));
        assertThat(line.right()).isCloseTo(RIGHT, within(0.2));
      }
      for (int i = 1; i < body.size(); i++) {
        assertThat(body.get(i).baseline() - body.get(i - 1).baseline())
            .isCloseTo(LINE, within(0.05));
      }
    }
  }

  @Test
  void nothingButThePageNumberLeavesTheTypeArea() throws IOException {
    try (var pages = new PdfPages(Samples.sealed(Samples.mixed(12)))) {
      for (int page = 1; page <= pages.count(); page++) {
        for (var line : body(pages, page)) {
          assertThat(line.left()).as(line.text()).isGreaterThan(LEFT - 0.1);
          assertThat(line.right()).as(line.text()).isLessThan(RIGHT + 0.3);
          assertThat(line.baseline()).isBetween(TOP, BOTTOM);
        }
      }
    }
  }

  @Test
  void noLineBeginsOrEndsWithAMarkThatMayNot() throws IOException {
    try (var pages = new PdfPages(Samples.notice(Samples.mixed(28)))) {
      for (int page = 2; page <= pages.count(); page++) {
        for (var line : body(pages, page)) {
          assertThat("。，、；：？！）》”").doesNotContain(line.text().substring(0, 1));
          assertThat("（《“").doesNotContain(line.text().substring(line.text().length() - 1));
          assertThat(line.text()).doesNotContainPattern("^—[^—]");
        }
      }
      assertThat(pages.text()).contains("0635-8288888", "98.5%");
    }
  }

  @Test
  void theMarkStands35UnderTheTopAndTheNumberTwoLinesBelow() throws IOException {
    try (var pages = new PdfPages(Samples.notice(Samples.plain(1)))) {
      var mark = pages.line(1, "聊城市民政局文件");
      double size = PdfPages.millimetres(mark.points());
      assertThat(mark.baseline() - size * 0.86).isCloseTo(TOP + 35, within(1.5));
      assertThat(mark.left() - LEFT).isCloseTo(RIGHT - mark.right(), within(0.5));

      var number = pages.line(1, "聊民〔2021〕12号");
      double under = number.baseline() - mark.baseline() - size * 0.12;
      assertThat(under).isBetween(2 * LINE, 3 * LINE);
      assertThat(number.left() - LEFT).isCloseTo(RIGHT - number.right(), within(0.5));
      assertThat(pages.line(1, "通知").baseline() - number.baseline()).isGreaterThan(2 * LINE);
    }
  }

  @Test
  void aDocumentToAHigherBodyNamesWhoSignsIt() throws IOException {
    var report =
        OfficialDocument.of(
                new Head.Ordinary(
                    "聊城市民政局文件",
                    "聊民〔2021〕13号",
                    new Head.Marking("000012", "秘密★1年", "特急"),
                    List.of("王某某")),
                "聊城市民政局关于社会组织工作情况的报告",
                "聊城市民政局")
            .to("市政府")
            .saying(Samples.plain(1));
    try (var pages = new PdfPages(report)) {
      assertThat(pages.texts(1)).startsWith("000012", "秘密★1年", "特急", "聊城市民政局文件");
      var number = pages.line(1, "聊民〔2021〕13号");
      assertThat(number.text()).endsWith("签发人：王某某");
      assertThat(number.left()).isCloseTo(LEFT + CHARACTER, within(0.2));
      assertThat(number.right()).isCloseTo(RIGHT - CHARACTER, within(0.3));
    }
  }

  @Test
  void pageNumbersStandOutsideOnTheRightAndOnEvenPagesOnTheLeft() throws IOException {
    try (var pages = new PdfPages(Samples.notice(Samples.plain(16)))) {
      var odd = pages.lines(1).getLast();
      var even = pages.lines(2).getLast();
      assertThat(odd.text()).isEqualTo("— 1 —");
      assertThat(even.text()).isEqualTo("— 2 —");
      double character = PdfPages.millimetres(14);
      assertThat(odd.right()).isCloseTo(RIGHT - character, within(0.4));
      assertThat(even.left()).isCloseTo(LEFT + character, within(0.4));
      assertThat(odd.points()).isEqualTo(14);
      assertThat(odd.baseline()).isBetween(BOTTOM + 7, BOTTOM + 10);
    }
  }

  @Test
  void theDateStandsFourCharactersFromTheRightWhereASealWillBe() throws IOException {
    try (var pages = new PdfPages(Samples.notice(SHORT).sealed("聊城市民政局", Samples.DAY))) {
      var date = pages.line(1, "2021年11月4日");
      var unit = pages.lines(1).get(pages.lines(1).indexOf(date) - 1);
      assertThat(unit.text()).isEqualTo("聊城市民政局");
      assertThat(date.right()).isCloseTo(RIGHT - 4 * CHARACTER, within(0.3));
      assertThat((unit.left() + unit.right()) / 2)
          .isCloseTo((date.left() + date.right()) / 2, within(0.3));
      var text = pages.lines(1).get(pages.lines(1).indexOf(date) - 2);
      assertThat(unit.baseline() - text.baseline()).isCloseTo(3 * LINE, within(0.1));
    }
  }

  @Test
  void withoutASealTheDateBeginsTwoCharactersAfterTheUnit() throws IOException {
    try (var pages = new PdfPages(Samples.notice(SHORT).unsealed("聊城市民政局", Samples.DAY))) {
      var date = pages.line(1, "2021年11月4日");
      var unit = pages.lines(1).get(pages.lines(1).indexOf(date) - 1);
      assertThat(date.left() - unit.left()).isCloseTo(2 * CHARACTER, within(0.1));
      assertThat(date.right()).isCloseTo(RIGHT - 2 * CHARACTER, within(0.3));
    }
  }

  @Test
  void aSignatureIsNeverAloneOnItsPage() throws IOException {
    for (int paragraphs = 1; paragraphs <= 12; paragraphs++) {
      try (var pages = new PdfPages(Samples.sealed(Samples.plain(paragraphs)))) {
        for (int page = 1; page <= pages.count(); page++) {
          var texts = pages.texts(page);
          if (texts.contains("2021年11月4日")) {
            assertThat(texts.getFirst()).isNotEqualTo("聊城市民政局");
          }
        }
      }
    }
  }

  @Test
  void textStandsOnTheFirstPageAndOnThatOfTheSealThoughAnnexesAreListedBetween()
      throws IOException {
    var annexes =
        List.of(
            Attachment.annex("任务分工", SHORT),
            Attachment.annex("意见采纳情况对照表", SHORT),
            Attachment.annex("联系方式", SHORT));
    for (int lines = 2; lines <= 24; lines++) {
      var text = Block.paragraph("文".repeat(26 + 28 * (lines - 1)));
      var document = Samples.sealed(List.of(text)).with(annexes);
      try (var pages = new PdfPages(document)) {
        for (int page = 1; page <= pages.count(); page++) {
          var texts = pages.texts(page);
          if (page == 1 || texts.contains("2021年11月4日")) {
            assertThat(texts).as(lines + " lines").anyMatch(line -> line.contains("文文文"));
          }
        }
      }
    }
  }

  @Test
  void theVersionRecordClosesTheFootOfAnEvenPage() throws IOException {
    for (int paragraphs : List.of(1, 4, 8)) {
      try (var pages = new PdfPages(Samples.sealed(Samples.plain(paragraphs)))) {
        assertThat(pages.count() % 2).isZero();
        var printed = pages.line(pages.count(), "印发");
        assertThat(printed.text()).isEqualTo("聊城市民政局办公室2021年11月4日印发");
        assertThat(printed.baseline()).isBetween(BOTTOM - LINE, BOTTOM);
        assertThat(printed.points()).isEqualTo(14);
        assertThat(pages.line(pages.count(), "抄送").text()).isEqualTo("抄送：市委两新工委。");
      }
    }
  }

  @Test
  void annexesAreListedBelowTheTextAndBeginOnPagesOfTheirOwn() throws IOException {
    var document =
        Samples.notice(SHORT)
            .with(
                List.of(
                    Attachment.issued(
                        "聊城市志愿服务激励办法（试行）",
                        List.of(Block.chapter("第一章　总　则"), Block.article("第一条", "为了激励。"))),
                    Attachment.annex("意见采纳情况对照表", List.of(Samples.comparison(12))).across(),
                    Attachment.annex("申请表", Samples.plain(1))))
            .sealed("聊城市民政局", Samples.DAY);
    try (var pages = new PdfPages(document)) {
      assertThat(pages.text()).contains("附件：1. 意见采纳情况对照表").contains("2. 申请表");
      assertThat(pages.texts(3)).startsWith("聊城市志愿服务激励办法（试行）", "第一章　总　则", "第一条　为了激励。");
      assertThat(pages.texts(4)).startsWith("附件1", "意见采纳情况对照表", "序号意见提出单位采纳情况对应条款");
      var across = pages.document.getPage(3).getMediaBox();
      assertThat(across.getWidth()).isGreaterThan(across.getHeight());
      assertThat(pages.texts(5)).startsWith("序号意见提出单位采纳情况对应条款");
      assertThat(pages.texts(pages.count())).startsWith("附件2", "申请表");
    }
  }

  @Test
  void aLetterHasItsNameAboveTheTypeAreaAndNoNumberOnItsFirstPage() throws IOException {
    var letter =
        OfficialDocument.of(new Head.Letter("聊城市民政局", "聊民函〔2021〕3号"), "聊城市民政局关于商请支持的函", "聊城市民政局")
            .to("市财政局")
            .saying(Samples.plain(6))
            .sealed("聊城市民政局", Samples.DAY);
    try (var pages = new PdfPages(letter)) {
      var mark = pages.lines(1).getFirst();
      assertThat(mark.text()).isEqualTo("聊城市民政局");
      assertThat(mark.baseline() - PdfPages.millimetres(mark.points()) * 0.86)
          .isCloseTo(30, within(1.5));
      assertThat(pages.line(1, "聊民函〔2021〕3号").right()).isCloseTo(RIGHT, within(0.3));
      assertThat(pages.texts(1)).noneMatch(text -> text.contains("— 1 —"));
      assertThat(pages.texts(2)).contains("— 2 —");
    }
  }

  @Test
  void minutesSayWhoWasThereAndABriefWhoGetsIt() throws IOException {
    var minutes =
        OfficialDocument.of(
                new Head.Minutes(
                    "社会组织月月谈会议纪要",
                    "〔2021〕8号",
                    "",
                    "",
                    List.of(
                        new Head.Attendance("出席", "市民政局王某；" + "蒲心社会工作服务中心张某；".repeat(4)),
                        new Head.Attendance("请假", "启联科技有限公司周某"))),
                "社会组织参与社区治理月月谈会议纪要",
                "聊城市民政局")
            .saying(Samples.plain(1));
    try (var pages = new PdfPages(minutes)) {
      var first = pages.line(1, "出席：");
      var second = pages.lines(1).get(pages.lines(1).indexOf(first) + 1);
      assertThat(first.left()).isCloseTo(LEFT + 2 * CHARACTER, within(0.2));
      assertThat(second.left()).isCloseTo(LEFT + 5 * CHARACTER, within(0.2));
      assertThat(pages.text()).contains("请假：启联科技有限公司周某");
    }
    var brief =
        OfficialDocument.of(
                new Head.Brief("月月谈简报", "第8期", "聊城市民政局", "2021年11月4日"), "怎样陪伴困境儿童", "聊城市民政局")
            .saying(Samples.plain(1))
            .imprint(
                Imprint.of(List.of(new Recipients("报", "市政府"), new Recipients("送", "各县民政局。"))));
    try (var pages = new PdfPages(brief)) {
      assertThat(pages.count()).isEqualTo(1);
      assertThat(pages.texts(1))
          .startsWith("月月谈简报", "第8期", "聊城市民政局2021年11月4日", "怎样陪伴困境儿童")
          .contains("报：市政府。", "送：各县民政局。");
    }
  }

  @Test
  void allFontsAreInsideAndTextComesOutAsItWentIn() throws IOException {
    var names = "王㛃、𠮷田某、赵䶮";
    try (var pages =
        new PdfPages(
            Samples.sealed(
                List.of(Block.paragraph(names + "、😀某"), Block.paragraph(Samples.MIXED))))) {
      var fonts = new ArrayList<String>();
      for (var page : pages.document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          var font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
          assertThat(font.getName()).as("a subset").contains("+");
          fonts.add(font.getName().substring(7));
        }
      }
      assertThat(fonts)
          .contains("YueyuetanSong", "YueyuetanFang", "YueyuetanRare", "YueyuetanNumber");
      assertThat(pages.text().replaceAll("\\R|— \\d —", ""))
          .contains(names + "、□某")
          .contains(Samples.MIXED);
    }
  }

  @Test
  void theFileSaysWhatItIsAndWhatItsPartsAre() throws IOException {
    try (var pages =
        new PdfPages(Samples.sealed(List.of(Block.heading(1, "一、总体要求"), Samples.comparison(2))))) {
      var catalog = pages.document.getDocumentCatalog();
      assertThat(catalog.getLanguage()).isEqualTo("zh-CN");
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(pages.document.getDocumentInformation().getTitle())
          .isEqualTo("聊城市民政局关于印发《聊城市志愿服务激励办法（试行）》的通知");
      assertThat(pages.document.getDocumentInformation().getAuthor()).isEqualTo("聊城市民政局");
      var roles = new ArrayList<String>();
      roles(catalog.getStructureTreeRoot().getKids(), roles);
      assertThat(roles).contains("Document", "H1", "H2", "P", "Table");
      assertThat(Collections.frequency(roles, "TR")).isEqualTo(3);
      assertThat(Collections.frequency(roles, "TH")).isEqualTo(5);
      assertThat(Collections.frequency(roles, "TD")).isEqualTo(10);
    }
  }

  @Test
  void aCellHigherThanAPageIsContinuedOnTheNext() throws IOException {
    var table =
        Block.table(
            "",
            List.of("项目", "说明"),
            List.of(List.of("一", Samples.MIXED.repeat(30) + "完")),
            List.of());
    try (var pages = new PdfPages(Samples.notice(List.of(table)))) {
      assertThat(pages.count()).isGreaterThan(2);
      assertThat(pages.texts(pages.count())).startsWith("项目说明");
      assertThat(pages.text()).contains("完");
    }
  }

  private static void roles(List<Object> kids, List<String> roles) {
    for (var kid : kids) {
      if (kid instanceof PDStructureElement element) {
        roles.add(element.getStructureType());
        roles(element.getKids(), roles);
      }
    }
  }

  /** Lines of a page without its number. */
  private static List<PdfPages.Line> body(PdfPages pages, int page) {
    return pages.lines(page).stream().filter(line -> !line.text().contains("— " + page)).toList();
  }
}
