package org.yueyuetan.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;

class WordDocumentTest {

  @Test
  void aBriefStandsOnTheOfficialPage() throws Exception {
    var bytes = brief();

    try (var read = new XWPFDocument(new ByteArrayInputStream(bytes))) {
      var margins = read.getDocument().getBody().getSectPr().getPgMar();
      assertThat(margins.getTop().toString()).isEqualTo("2098");
      assertThat(margins.getLeft().toString()).isEqualTo("1587");
      assertThat(
              read.getParagraphs().stream()
                  .map(XWPFParagraph::getText)
                  .filter(text -> !text.isBlank()))
          .startsWith("聊城市社会组织月月谈简报", "2021年第3期", "\u3000聊城市民政局\t2021年3月31日", "社会组织怎样陪伴困境儿童")
          .contains("一、基本情况", "二、意见与承诺");
      assertThat(read.getTables().getFirst().getRow(1).getCell(0).getText()).isEqualTo("建立档案");
      assertThat(read.getFooterList()).hasSize(2);
      assertThat(read.getParagraphs().getFirst().getRuns().getFirst().getFontFamily())
          .isEqualTo("方正小标宋简体");
    }
  }

  private static byte[] brief() throws Exception {
    var text =
        "3月31日，聊城市民政局召开第3期社会组织月月谈，围绕困境儿童暑期陪伴座谈对接。东昌府区、临清市等8个县（市、区）的32家社会组织、4个部门参加，"
            + "共提出意见12条，达成承诺6项，签约项目2个，计划投入45.3万元。";
    return new WordDocument()
        .named("聊城市社会组织月月谈简报 2021年第3期", "聊城市民政局")
        .masthead("聊城市社会组织月月谈简报", "2021年第3期", "聊城市民政局", "2021年3月31日")
        .title("社会组织怎样陪伴困境儿童")
        .heading("一、基本情况")
        .paragraph(text)
        .paragraph(text + "\n" + text)
        .heading("二、意见与承诺")
        .paragraph("蒲心社工：", text)
        .table(
            List.of("事项", "责任单位", "完成时限", "进展"),
            List.of(
                List.of("建立档案", "市社会组织服务中心", "2021年4月15日", "已完成"),
                List.of("组织三十名志愿者每周入户陪伴，形成记录并按月报送", "蒲心社会工作服务中心", "2021年8月31日", "进行中")),
            List.of(4, 3, 2, 1))
        .paragraph(text)
        .distribution(List.of("报：市委、市政府。", "送：各县（市、区）民政局，参会社会组织。", "发：市社会组织服务中心。"))
        .bytes();
  }
}
