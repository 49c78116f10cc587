package org.yueyuetan.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

class OfficialWordTest {

  @Test
  void aNoticeStandsOnTheOfficialPage() throws IOException {
    try (var word = open(Samples.sealed(Samples.mixed(2)))) {
      var section = word.getDocument().getBody().getSectPr();
      assertThat(section.getPgMar().getTop()).hasToString("2098");
      assertThat(section.getPgMar().getLeft()).hasToString("1587");
      assertThat(section.getDocGrid().getLinePitch()).hasToString("579");
      assertThat(word.getFooterList()).hasSize(2);

      var mark = paragraph(word, "聊城市民政局文件").getRuns().getFirst();
      assertThat(mark.getFontFamily()).isEqualTo("方正小标宋简体");
      assertThat(mark.getColor()).isEqualTo("C00000");
      var number = paragraph(word, "聊民〔2021〕12号");
      assertThat(number.getAlignment()).isEqualTo(ParagraphAlignment.CENTER);
      assertThat(number.getCTP().getPPr().getPBdr().getBottom().xgetColor().getStringValue())
          .isEqualTo("C00000");
      assertThat(
              paragraph(word, "聊城市民政局关于印发\n《聊城市志愿服务激励办法（试行）》的通知")
                  .getRuns()
                  .getFirst()
                  .getFontSizeAsDouble())
          .isEqualTo(22);
      assertThat(paragraph(word, "一、总体要求").getRuns().getFirst().getFontFamily()).isEqualTo("黑体");
      var lead = paragraph(word, "（一）明确责任。" + Samples.MIXED);
      assertThat(lead.getRuns().getFirst().getFontFamily()).isEqualTo("楷体");
      assertThat(lead.getRuns().getLast().getFontFamily()).isEqualTo("仿宋");
      assertThat(lead.getIndentationFirstLine()).isBetween(630, 634);
      int tighter =
          ((BigInteger) lead.getCTP().getRArray(1).getRPr().getSpacingArray(0).getVal()).intValue();
      assertThat(28 * (16 * 20 + tighter)).isLessThanOrEqualTo(WordPage.WIDTH);
      assertThat(word.getProperties().getCoreProperties().getCreator()).isEqualTo("聊城市民政局");
    }
  }

  @Test
  void theDateKeepsFourCharactersFromTheRightForTheSeal() throws IOException {
    try (var word = open(Samples.sealed(Samples.plain(1)))) {
      var date = paragraph(word, "2021年11月4日");
      assertThat(date.getAlignment()).isEqualTo(ParagraphAlignment.RIGHT);
      assertThat(date.getIndentationRight()).isEqualTo(4 * WordPage.CHARACTER);
    }
  }

  @Test
  void theEndOfTheTextStaysWithTheSealAndTheFirstPageKeepsText() throws IOException {
    var annex = List.of(Attachment.annex("任务分工", Samples.plain(1)));
    try (var word = open(Samples.sealed(Samples.plain(1)).with(annex))) {
      var whole = "社会组织参与基层治理工作".repeat(12);
      int stays = 26 + 3 * 28;
      assertThat(paragraph(word, whole.substring(0, stays)).isKeepNext()).isFalse();
      var end = paragraph(word, whole.substring(stays));
      assertThat(end.isKeepNext()).isTrue();
      assertThat(end.getIndentationFirstLine()).isNotPositive();
      assertThat(paragraph(word, "附件：任务分工").isKeepNext()).isTrue();
    }
    var two = List.of(Block.paragraph("第一段。"), Block.paragraph("第二段。"));
    try (var word = open(Samples.sealed(two).with(annex))) {
      assertThat(paragraph(word, "第一段。").isKeepNext()).isFalse();
      assertThat(paragraph(word, "第二段。").isKeepNext()).isTrue();
      assertThat(paragraph(word, "附件：任务分工").isKeepNext()).isTrue();
    }
  }

  @Test
  void theVersionRecordIsFramedOnTheFootOfThePage() throws IOException {
    try (var word = open(Samples.sealed(Samples.plain(1)))) {
      var printed = paragraph(word, "聊城市民政局办公室\t2021年11月4日印发").getCTP().getPPr();
      assertThat(printed.getFramePr().getYAlign()).hasToString("bottom");
      assertThat(printed.getPBdr().getTop().getSz()).hasToString("6");
      assertThat(printed.getPBdr().getBottom().getSz()).hasToString("8");
      assertThat(paragraph(word, "抄送：市委两新工委。").getCTP().getPPr().isSetFramePr()).isTrue();
    }
  }

  @Test
  void aWideTableLiesAcrossInASectionOfItsOwn() throws IOException {
    var document =
        Samples.notice(Samples.plain(1))
            .with(
                List.of(
                    Attachment.annex("意见采纳情况对照表", List.of(Samples.comparison(3))).across(),
                    Attachment.annex("申请表", Samples.plain(1))));
    try (var word = open(document)) {
      var ended =
          word.getParagraphs().stream()
              .filter(paragraph -> paragraph.getCTP().isSetPPr())
              .filter(paragraph -> paragraph.getCTP().getPPr().isSetSectPr())
              .map(paragraph -> paragraph.getCTP().getPPr().getSectPr().getPgSz().getOrient())
              .toList();
      assertThat(ended).containsExactly(null, STPageOrientation.LANDSCAPE);
      assertThat(word.getDocument().getBody().getSectPr().getPgSz().isSetOrient()).isFalse();
      var table = word.getTables().getFirst();
      assertThat(table.getRow(0).isRepeatHeader()).isTrue();
      assertThat(table.getCTTbl().getTblGrid().sizeOfGridColArray()).isEqualTo(5);
      assertThat(paragraph(word, "附件：1.\t意见采纳情况对照表").getIndentationHanging()).isPositive();
    }
  }

  @Test
  void aLetterHasItsNameInTheHeadOfItsFirstPageOnly() throws IOException {
    var letter =
        OfficialDocument.of(new Head.Letter("聊城市民政局", "聊民函〔2021〕3号"), "聊城市民政局关于商请支持的函", "聊城市民政局")
            .saying(Samples.plain(1));
    try (var word = open(letter)) {
      assertThat(word.getHeaderList()).hasSize(1);
      assertThat(word.getHeaderList().getFirst().getText()).contains("聊城市民政局");
      assertThat(word.getDocument().getBody().getSectPr().isSetTitlePg()).isTrue();
      assertThat(paragraph(word, "\t聊民函〔2021〕3号").getCTP().getPPr().isSetTabs()).isTrue();
    }
  }

  private static XWPFDocument open(OfficialDocument official) throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(official.docx()));
  }

  private static XWPFParagraph paragraph(XWPFDocument word, String text) {
    return word.getParagraphs().stream()
        .filter(paragraph -> paragraph.getText().strip().equals(text.strip()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(text));
  }
}
