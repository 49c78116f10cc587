package org.yueyuetan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MatchCommandTest {

  private static final String LEFT = "id,quota\n微电影,60\n饺子宴,40\n空巢,5\n";
  private static final String RIGHT = "id,quota\n联合会,50\n摄影社,30\n";
  private static final String PAIRS =
      """
      left,right,left_rank,right_rank,cap
      微电影,联合会,1,2,
      微电影,摄影社,2,1,
      饺子宴,联合会,1,1,
      饺子宴,摄影社,2,2,5
      空巢,摄影社,1,,
      """;

  @TempDir private Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void whoHasHowMuchOfWhomAndWhoIsUnmatchedIsToldAsJson() throws IOException {
    assertThat(match(LEFT, RIGHT, PAIRS)).isZero();
    var json = json();
    assertThat(gifts(json)).containsExactly("微电影 联合会 10", "微电影 摄影社 30", "饺子宴 联合会 40");
    assertThat(json.at("/unmatched/left").toString()).isEqualTo("[\"空巢\"]");
    assertThat(json.at("/unmatched/right")).isEmpty();
    assertThat(json.at("/blockingPairs").asInt()).isZero();
    assertThat(json.at("/total").asLong()).isEqualTo(80);
    assertThat(json.at("/unfilled/left/0/id").asString()).isEqualTo("微电影");
    assertThat(json.at("/unfilled/left/0/missing").asLong()).isEqualTo(20);
    assertThat(json.at("/unfilled/left/0/reason").asString()).isEqualTo("others_preferred");
    assertThat(json.at("/unfilled/left/1/reason").asString()).isEqualTo("no_partner");
    assertThat(json.at("/explanation/text").asString()).contains("4 pairs that accept each other");
  }

  @Test
  void theBestForTheOtherSideIsAnswered() throws IOException {
    var parties = "id,quota\n甲,1\n乙,1\n";
    var pairs = "left,right,left_rank,right_rank\n甲,甲,1,2\n甲,乙,2,1\n乙,乙,1,2\n乙,甲,2,1\n";
    assertThat(match(parties, parties, pairs)).isZero();
    assertThat(gifts(json())).containsExactly("乙 乙 1", "甲 甲 1");
    assertThat(json().at("/differences")).hasSize(4);
    assertThat(match(parties, parties, pairs, "--optimal", "right")).isZero();
    assertThat(gifts(json())).containsExactly("乙 甲 1", "甲 乙 1");
    assertThat(match(parties, parties, pairs, "--optimal", "both")).isEqualTo(2);
    assertThat(err.toString()).contains("--optimal is left or right, not both");
  }

  @Test
  void whatSpreadsheetProgramsSaveIsRead() throws IOException {
    var left = "\uFEFF\"id\",\"quota\"\r\n\"a, \"\"b\"\"\",3\r\n\r\n";
    var right = "id,quota,remark\r\n\"line\nbreak\",2,x\r\n";
    var pairs = "right_rank,left_rank,right,left\r\n1,1,\"line\nbreak\",\"a, \"\"b\"\"\"";
    assertThat(match(left, right, pairs)).isZero();
    assertThat(gifts(json())).containsExactly("a, \"b\" line\nbreak 2");

    Files.writeString(folder.resolve("left.csv"), LEFT, Charset.forName("GB18030"));
    write("right.csv", RIGHT);
    write("pairs.csv", PAIRS);
    assertThat(run(List.of())).isZero();
    assertThat(json().at("/total").asLong()).isEqualTo(80);
  }

  @Test
  void aRowLongerThanTheBufferAndManyRowsAreRead() throws IOException {
    var remark = "好".repeat(100_000);
    var right = new StringBuilder("id,quota\n");
    var pairs = new StringBuilder("left,right,left_rank,right_rank\n");
    for (int i = 0; i < 9000; i++) {
      right.append("r").append(i).append(",1\n");
      pairs.append("a,r").append(i).append(',').append(i + 1).append(",1\n");
    }
    var left = "remark,id,quota\n%s,a,9000\n".formatted(remark);
    assertThat(match(left, right.toString(), pairs.toString())).isZero();
    assertThat(json().at("/total").asLong()).isEqualTo(9000);
  }

  @Test
  void mistakesAreToldByFileRowAndColumnWithExitCodeTwo() throws IOException {
    refused(LEFT + "空巢,1\n", RIGHT, PAIRS, "left.csv, row 5, column id: 空巢 stands in row 4");
    refused(LEFT + ",1\n", RIGHT, PAIRS, "left.csv, row 5, column id: is empty");
    refused(LEFT, RIGHT + "x,0\n", PAIRS, "right.csv, row 4, column quota: \"0\"");
    refused(LEFT, RIGHT + "x,-3\n", PAIRS, "right.csv, row 4, column quota: \"-3\"");
    refused(LEFT, RIGHT + "x,三\n", PAIRS, "right.csv, row 4, column quota: \"三\"");
    refused(LEFT, RIGHT + "x\n", PAIRS, "right.csv, row 4, column quota: \"\"");
    refused(LEFT, "id\nx\n", PAIRS, "right.csv has no column \"quota\"; it has id");
    refused("id,quota,lot\na,3,4\n", RIGHT, PAIRS, "left.csv, row 2, column lot: 4 is more than");
    refused(LEFT, RIGHT, PAIRS + "微电影,某社,3,1,\n", "row 7, column right: \"某社\" is not in");
    refused(LEFT, RIGHT, PAIRS + "某,摄影社,3,1,\n", "row 7, column left: \"某\" is not in");
    refused(LEFT, RIGHT, PAIRS + "空巢,摄影社,1,2,\n", "row 7: 空巢 and 摄影社 stand in row 6 already");
    refused(LEFT, RIGHT, PAIRS + "空巢,联合会,一,2,\n", "row 7, column left_rank: \"一\"");
    refused(LEFT, RIGHT, PAIRS + "空巢,联合会,1,0,\n", "row 7, column right_rank: \"0\"");
    refused(LEFT, RIGHT, PAIRS + "空巢,联合会,1,9999999999,\n", "9999999999 is too large");
    refused(LEFT, RIGHT, PAIRS + "空巢,联合会,1,1,0\n", "row 7, column cap: \"0\"");
    refused(LEFT, RIGHT, PAIRS + "\"空巢,联合会,1,1\n", "row 7 has a quote that is never closed");
    refused(LEFT, RIGHT, "", "pairs.csv is empty; its first row names the columns");
    refused(
        LEFT,
        "id,quota\nx,999999999999999999\n"
            + "y%d,999999999999999999\n".repeat(9).formatted(1, 2, 3, 4, 5, 6, 7, 8, 9),
        PAIRS,
        "right.csv, row 11, column quota: right y9: the quotas of this side add up to more than");
  }

  private void refused(String left, String right, String pairs, String because) throws IOException {
    err.getBuffer().setLength(0);
    assertThat(match(left, right, pairs)).as(because).isEqualTo(2);
    assertThat(err.toString()).contains(because);
  }

  private JsonNode json() {
    return JsonMapper.builder().build().readTree(out.toString());
  }

  private static List<String> gifts(JsonNode json) {
    return json.at("/allocation").values().stream()
        .map(gift ->
            "%s %s %d"
                .formatted(
                    gift.at("/left").asString(),
                    gift.at("/right").asString(),
                    gift.at("/amount").asLong()))
        .toList();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private int match(String left, String right, String pairs, String... more) throws IOException {
    write("left.csv", left);
    write("right.csv", right);
    write("pairs.csv", pairs);
    return run(List.of(more));
  }

  private int run(List<String> more) {
    out.getBuffer().setLength(0);
    var args = new ArrayList<String>(List.of("match"));
    for (var table : List.of("left", "right", "pairs")) {
      args.add("--" + table);
      args.add(folder.resolve(table + ".csv").toString());
    }
    args.addAll(more);
    return Yueyuetan.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args.toArray(String[]::new));
  }
}
