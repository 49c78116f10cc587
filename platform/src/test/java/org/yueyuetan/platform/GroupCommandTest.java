package org.yueyuetan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class GroupCommandTest {

  private static final String TABLE =
      """
      编号,标题,月份
      a,路灯不亮，晚上看不见,2021-11
      b,"路灯坏了，晚上走路看不见",2021-10
      c,古琴修理,2021-11
      """
          .replace("a,路灯不亮，晚上看不见", "a,\"路灯不亮，晚上看不见\"");

  @TempDir private Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void groupsOfATableInAnyUsualEncodingAreToldAsJson() throws IOException {
    for (var charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("GB18030")}) {
      out.getBuffer().setLength(0);
      assertThat(group(file("t.csv", TABLE, charset), "--month", "月份")).isZero();
      var json = JsonMapper.builder().build().readTree(out.toString());
      assertThat(json.at("/groups/0/size").asInt()).isEqualTo(2);
      assertThat(json.at("/groups/0/growth/before").asInt()).isEqualTo(1);
      assertThat(json.at("/alone/0").asString()).isEqualTo("c");
    }
  }

  @Test
  void staffsDecisionsAndWordsAreRead() throws IOException {
    var decisions =
        file(
            "d.json",
            "{\"merges\":[[\"a\",\"c\"]],\"names\":[{\"name\":\"杂\",\"anchors\":[\"c\"]}]}",
            StandardCharsets.UTF_8);
    var words = file("w.txt", "古琴 路灯", StandardCharsets.UTF_8);
    assertThat(
            group(
                file("t.csv", "\uFEFF" + TABLE, StandardCharsets.UTF_8),
                "--constraints",
                decisions.toString(),
                "--words",
                words.toString()))
        .as(err.toString())
        .isZero();
    var json = JsonMapper.builder().build().readTree(out.toString());
    assertThat(json.at("/groups/0/name").asString()).isEqualTo("杂");
    assertThat(json.at("/groups/0/size").asInt()).isEqualTo(3);
  }

  @Test
  void mistakesAreToldByRowAndColumnWithExitCodeTwo() throws IOException {
    assertThat(group(file("t.csv", TABLE + "a,再来\n", StandardCharsets.UTF_8))).isEqualTo(2);
    assertThat(err.toString()).contains("t.csv, row 5, column 编号", "row 2");
    assertThat(group(file("u.csv", TABLE + ",再来\n", StandardCharsets.UTF_8))).isEqualTo(2);
    assertThat(err.toString()).contains("u.csv, row 5, column 编号");
    assertThat(group(file("v.csv", "x,y\n1,2\n", StandardCharsets.UTF_8))).isEqualTo(2);
    assertThat(err.toString()).contains("v.csv has no column \"编号\"; it has x, y");
    assertThat(group(file("w.csv", TABLE + "d,再来,去年\n", StandardCharsets.UTF_8), "--month", "月份"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("w.csv, row 5, column 月份");
    assertThat(group(folder.resolve("none.csv"))).isEqualTo(2);
    assertThat(err.toString()).contains("none.csv cannot be read");
  }

  private Path file(String name, String text, Charset charset) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(charset));
  }

  private int group(Path texts, String... more) {
    var line =
        Yueyuetan.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    var args = new ArrayList<String>();
    args.addAll(List.of("group", "--texts", texts.toString(), "--id", "编号", "--text", "标题"));
    args.addAll(List.of(more));
    return line.execute(args.toArray(String[]::new));
  }
}
