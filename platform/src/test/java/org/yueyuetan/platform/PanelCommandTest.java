package org.yueyuetan.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class PanelCommandTest {

  private static final String POOL =
      """
      编号,层级,必邀
      a,县级,0
      b,县级,
      c,社区,0
      d,社区,1
      e,社区,否
      """;
  private static final String QUOTAS =
      """
      feature,value,min,max
      层级,县级,1,2
      层级,社区,1,2
      """;

  @TempDir private Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theLotteryItsDrawAndSubstitutesAreToldAsJson() throws IOException {
    assertThat(panel(POOL, QUOTAS, "--must", "必邀", "--seed", "2021-11")).isZero();
    var json = JsonMapper.builder().build().readTree(out.toString());
    assertThat(json.at("/probabilities/d").asDouble()).isEqualTo(1);
    assertThat(json.at("/minimum").asDouble()).isCloseTo(.5, within(1e-6));
    assertThat(json.at("/gap").asDouble()).isLessThan(1e-6);
    assertThat(json.at("/seed").asString()).isEqualTo("2021-11");
    assertThat(json.at("/drawn")).hasSize(3);
    var declined =
        json.at("/drawn").values().stream()
            .map(node -> node.asString())
            .filter(id -> !id.equals("d"))
            .findFirst()
            .orElseThrow();

    out.getBuffer().setLength(0);
    assertThat(panel(POOL, QUOTAS, "--must", "必邀", "--seed", "2021-11", "--declined", declined))
        .isZero();
    var again = JsonMapper.builder().build().readTree(out.toString());
    assertThat(again.at("/substitutes")).hasSize(1);
    assertThat(again.at("/substitutes/0/round").asInt()).isEqualTo(2);
    assertThat(again.at("/substitutes/0/members").toString()).doesNotContain(declined);
    assertThat(again.at("/substitutes/0/members")).hasSize(3);
  }

  @Test
  void tablesOfSortitionToolsAreReadAndRowsWithoutIdAreNumbered() throws IOException {
    assertThat(
            Yueyuetan.commandLine()
                .setOut(new PrintWriter(out, true))
                .execute(
                    "panel",
                    "--pool",
                    file("respondents.csv", "gender,age\nfemale,old\nmale,old\nmale,young\n"),
                    "--quotas",
                    file("categories.csv", "category,feature,min,max\ngender,female,1,1\n"),
                    "--size",
                    "2"))
        .isZero();
    var json = JsonMapper.builder().build().readTree(out.toString());
    assertThat(json.at("/probabilities/2").asDouble()).isEqualTo(1);
    assertThat(json.at("/probabilities/4").asDouble()).isCloseTo(.5, within(1e-6));
  }

  @Test
  void atMostOneOfEachHousehold() throws IOException {
    var pool = "编号,户\na,甲\nb,甲\nc,乙\nd,\ne,\n";
    assertThat(panel(pool, "feature,value,min,max\n户,*,0,1\n")).isZero();
    var json = JsonMapper.builder().build().readTree(out.toString());
    json.at("/panels")
        .values()
        .forEach(
            panel -> assertThat(panel.at("/members").toString()).doesNotContain("\"a\",\"b\""));
    assertThat(json.at("/minimum").asDouble()).isCloseTo(.5, within(1e-6));
    assertThat(panel("编号,户\na,甲\nb,甲\nc,甲\n", "feature,value,min,max\n户,*,0,1\n")).isEqualTo(2);
    assertThat(err.toString()).contains("row 2 (户 = 甲), column max: write 3, not 1");
  }

  @Test
  void mistakesAreToldByRowAndColumnWithExitCodeTwo() throws IOException {
    assertThat(panel(POOL + "a,县级,0\n", QUOTAS)).isEqualTo(2);
    assertThat(err.toString()).contains("pool.csv, row 7, column 编号", "row 2");
    assertThat(panel(POOL + ",县级,0\n", QUOTAS)).isEqualTo(2);
    assertThat(err.toString()).contains("row 7, column 编号: is empty");
    assertThat(panel(POOL, QUOTAS + "领域,文化,0,1\n")).isEqualTo(2);
    assertThat(err.toString()).contains("quotas.csv, row 4, column feature", "no column \"领域\"");
    assertThat(panel(POOL, QUOTAS + "层级,社区,0,1\n")).isEqualTo(2);
    assertThat(err.toString()).contains("quotas.csv, row 4, column value", "row 3");
    assertThat(panel(POOL, QUOTAS + "层级,镇街,两,3\n")).isEqualTo(2);
    assertThat(err.toString()).contains("quotas.csv, row 4, column min: \"两\"");
    assertThat(panel(POOL, QUOTAS + "层级,镇街,3,2\n")).isEqualTo(2);
    assertThat(err.toString()).contains("quotas.csv, row 4, column max: 2 is below min 3");
    assertThat(panel(POOL + "f,县级,也许\n", QUOTAS, "--must", "必邀")).isEqualTo(2);
    assertThat(err.toString()).contains("pool.csv, row 7, column 必邀: 也许");
    assertThat(panel(POOL, QUOTAS, "--chance", "层级")).isEqualTo(2);
    assertThat(err.toString()).contains("pool.csv, row 2, column 层级: \"县级\" is no chance");
    assertThat(panel(POOL, "feature,value,min\n")).isEqualTo(2);
    assertThat(err.toString()).contains("quotas.csv has no column \"max\"");
  }

  @Test
  void quotasThatCannotBeKeptAreAnsweredWithTheSmallestChange() throws IOException {
    assertThat(panel(POOL, "feature,value,min,max\n层级,县级,1,2\n层级,镇街,1,2\n")).isEqualTo(2);
    assertThat(err.toString())
        .contains("quotas.csv", "row 3 (层级 = 镇街), column min: write 0, not 1");
  }

  @Test
  void moreSeatsThanMembersAndUnknownDeclinersAreRefused() throws IOException {
    assertThat(panel("编号,层级\na,县级\n", QUOTAS)).isEqualTo(2);
    assertThat(err.toString()).contains("3 seats and 1 members");
    assertThat(panel(POOL, QUOTAS, "--seed", "s", "--declined", "nobody")).isEqualTo(2);
    assertThat(err.toString()).contains("nobody cannot decline: not listed");
    assertThat(panel(POOL, QUOTAS, "--declined", "a")).isEqualTo(2);
    assertThat(err.toString()).contains("--declined needs the --seed");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private int panel(String pool, String quotas, String... more) throws IOException {
    var args = new ArrayList<String>();
    args.addAll(
        List.of(
            "panel",
            "--pool",
            file("pool.csv", pool),
            "--quotas",
            file("quotas.csv", quotas),
            "--size",
            "3",
            "--id",
            "编号"));
    args.addAll(List.of(more));
    return Yueyuetan.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args.toArray(String[]::new));
  }
}
