package org.yueyuetan.platform.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Official documents to write and to measure. */
final class Samples {

  static final LocalDate DAY = LocalDate.of(2021, 11, 4);

  /** 21 characters, so that lines break at every place of it. */
  private static final String CLAUSE = "为发挥社会组织在基层治理中的作用，特此作出规定。";

  static final String MIXED =
      "今年以来，我市召开“社会组织月月谈”8期，收到意见126条（其中书面意见45条），办结率达到98.5%，联系电话0635-8288888——"
          + "各县（市、区）民政部门要按照“谁主管、谁负责”的原则，《实施方案》印发后10日内报送台账；逾期不报的，予以通报。";

  private Samples() {}

  static OfficialDocument notice(List<Block> body) {
    return OfficialDocument.of(
            new Head.Ordinary("聊城市民政局文件", "聊民〔2021〕12号"),
            "聊城市民政局关于印发《聊城市志愿服务激励办法（试行）》的通知",
            "聊城市民政局")
        .to("各县（市、区）民政局，各市级社会组织")
        .saying(body);
  }

  static OfficialDocument sealed(List<Block> body) {
    return notice(body)
        .sealed("聊城市民政局", DAY)
        .imprint(OfficialDocument.Imprint.of("市委两新工委", "聊城市民政局办公室", DAY));
  }

  /** Paragraphs without letters or digits: their lines fill the grid to the point. */
  static List<Block> plain(int paragraphs) {
    return IntStream.range(0, paragraphs)
        .mapToObj(i -> Block.paragraph("社会组织参与基层治理工作".repeat(12)))
        .toList();
  }

  static List<Block> mixed(int paragraphs) {
    var blocks = new ArrayList<Block>();
    for (int i = 1; i <= paragraphs; i++) {
      blocks.add(Block.heading(1, Ordinal.heading(1, i) + "总体要求"));
      blocks.add(Block.paragraph("研".repeat(i % 28) + MIXED + CLAUSE.repeat(i % 3 + 1)));
      blocks.add(Block.heading(2, "（一）明确责任。", MIXED));
    }
    return blocks;
  }

  static Block comparison(int rows) {
    return Block.table(
        "",
        List.of("序号", "意见", "提出单位", "采纳情况", "对应条款"),
        IntStream.rangeClosed(1, rows)
            .mapToObj(row ->
                List.of(String.valueOf(row), MIXED, "蒲心社会工作服务中心", "采纳", Ordinal.article(row)))
            .toList(),
        List.of(1, 6, 3, 2, 2));
  }
}
