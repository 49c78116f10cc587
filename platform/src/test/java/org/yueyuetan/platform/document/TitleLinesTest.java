package org.yueyuetan.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitleLinesTest {

  @Test
  void aLongTitleBreaksBetweenWordsIntoAnUnevenOutline() {
    assertThat(TitleLines.of("聊城市民政局关于印发《聊城市志愿服务激励办法（试行）》的通知", 20))
        .containsExactly("聊城市民政局关于印发", "《聊城市志愿服务激励办法（试行）》的通知");
    assertThat(TitleLines.of("聊城市民政局关于2021年社会组织参与社区治理工作情况的报告", 20))
        .containsExactly("聊城市民政局关于2021年社会组织", "参与社区治理工作情况的报告");
  }

  @Test
  void theAuthorMayBreakItOtherwise() {
    assertThat(TitleLines.of("聊城市民政局\n关于召开座谈会的通知", 20)).containsExactly("聊城市民政局", "关于召开座谈会的通知");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "短标题",
        "中共聊城市委社会工作部聊城市民政局聊城市财政局聊城市人力资源和社会保障局关于加强社会工作专业人才队伍建设推进志愿服务健康发展的实施意见",
        "关于关于关于关于关于关于关于关于关于关于关于关于关于关于关于关于关于关于关于关于关于关于关于关于关于关于关于关于",
        "《《《《《《《《《《《《《《《《《《《《《《《《《《《《《《《《《《《《《《《《《《《《《《《《",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void everyTitleFitsAndKeepsItsWords(String title) {
    List<String> lines = TitleLines.of(title, 20);
    assertThat(String.join("", lines)).isEqualTo(title);
    assertThat(lines).allMatch(line -> line.codePoints().filter(c -> c > 0x250).count() <= 20);
  }
}
