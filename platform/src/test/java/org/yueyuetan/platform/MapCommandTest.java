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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class MapCommandTest {

  private static final String HEADER = "participant,group-id,n-votes,n-disagree,路灯,停车,公园\n";
  private static final String COMMENTS =
      """
      comment-id,moderated,comment-body
      路灯,1,"路灯要亮，
      晚上也要亮"
      停车,0,停车难
      公园,-1,广告
      """;

  @TempDir private Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theMapIsToldAsJsonWithoutRejectedOpinions() throws IOException {
    var rows = new StringBuilder(HEADER);
    for (int i = 0; i < 20; i++) {
      rows.append("p%02d,,3,0,1,%d,1\n".formatted(i, i < 12 ? 1 : -1));
    }
    rows.append("silent,,0,0,,,\n");
    for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      out.getBuffer().setLength(0);
      var votes = file("votes.csv", rows.toString(), charset);
      var comments = file("comments.csv", COMMENTS, charset);
      assertThat(map("--votes", votes, "--comments", comments)).as(err.toString()).isZero();
      var json = JsonMapper.builder().build().readTree(out.toString());
      assertThat(json.at("/k").asInt()).isEqualTo(2);
      assertThat(json.at("/silhouette").asDouble()).isEqualTo(1);
      assertThat(json.at("/groups/0/size").asInt()).isEqualTo(12);
      assertThat(json.at("/groups/1/representative/0/comment").asString()).isEqualTo("停车");
      assertThat(json.at("/groups/1/representative/0/side").asString()).isEqualTo("disagree");
      assertThat(json.at("/groups/1/representative/0/explanation/text").asString())
          .isEqualTo("8 of the 8 in group 2 who saw opinion 停车 disagree; elsewhere 0 of 12");
      assertThat(json.at("/consensus/0/comment").asString()).isEqualTo("路灯");
      assertThat(json.at("/groupAware").propertyNames()).containsExactly("路灯", "停车");
      assertThat(json.at("/participants/20/group").isNull()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,,,,1,2,0 | v.csv, row 2, column 停车: \"2\" is no vote; write 1",
        "a,,,,yes,,0 | v.csv, row 2, column 路灯: \"yes\" is no vote; write 1",
        ",,,,1,1,0 | v.csv, row 2, column participant: is empty",
      })
  void mistakesInVotesAreToldByRowAndColumn(String row, String message) throws IOException {
    assertThat(map("--votes", file("v.csv", HEADER + row + "\n"))).isEqualTo(2);
    assertThat(err.toString()).contains(message);
  }

  @Test
  void otherMistakesAreToldWithTheirPlaceAndCure() throws IOException {
    assertThat(map("--votes", file("v.csv", HEADER + "a,,,,1,1,1\nb\na\n"))).isEqualTo(2);
    assertThat(err.toString())
        .contains("v.csv, row 4, column participant: a stands in row 2 already; keep one row");
    assertThat(map("--votes", file("w.csv", "participant,o1,o1\n"))).isEqualTo(2);
    assertThat(err.toString()).contains("w.csv, row 1, column 3: o1 stands in an earlier column");
    assertThat(map("--votes", file("x.csv", "who,o1\n"))).isEqualTo(2);
    assertThat(err.toString()).contains("x.csv has no column \"participant\"; it has who, o1");
    assertThat(map("--votes", file("y.csv", ""))).isEqualTo(2);
    assertThat(err.toString()).contains("y.csv is empty");
    var votes = file("v.csv", HEADER);
    assertThat(map("--votes", votes, "--comments", file("c.csv", "comment-id,moderated\n路灯,no\n")))
        .isEqualTo(2);
    assertThat(err.toString()).contains("c.csv, row 2, column moderated: \"no\" is not 1");
    assertThat(map("--votes", folder.resolve("none.csv").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("none.csv cannot be read");
  }

  @Test
  void aTableWithoutRowsHasAnEmptyMap() throws IOException {
    assertThat(map("--votes", file("v.csv", HEADER))).isZero();
    assertThat(out.toString()).contains("\"k\":0", "\"silhouette\":null");
  }

  private String file(String name, String text) throws IOException {
    return file(name, text, StandardCharsets.UTF_8);
  }

  private String file(String name, String text, Charset charset) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(charset)).toString();
  }

  private int map(String... options) {
    var args = new ArrayList<>(List.of("map"));
    args.addAll(List.of(options));
    return Yueyuetan.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args.toArray(String[]::new));
  }
}
