package org.yueyuetan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./yueyuetan theme}, as an analyst uses it. */
class ThemeCommandTest {

  private static final Path RECORDED =
      Path.of("../engine/src/test/resources/theme/histories_30_with_winners.json");

  @TempDir Path folder;

  private record Answer(int code, String out, String err) {
    JsonNode json() {
      return JsonMapper.builder().build().readTree(out);
    }
  }

  @Test
  void everyRuleIsRunOnEveryHistory() throws IOException {
    var recorded = JsonMapper.builder().build().readTree(Files.readString(RECORDED));

    var answer = theme("--rule", "all", RECORDED.toString());

    assertThat(answer.code()).isZero();
    assertThat(answer.json()).hasSize(30 * 11);
    int place = 0;
    for (var result : answer.json()) {
      var winners = recorded.get(place++ / 11).get("winners").path(result.get("rule").asString());
      if (!winners.isMissingNode()) {
        assertThat(result.get("winners")).isEqualTo(winners);
      }
    }
  }

  @Test
  void aResultCarriesItsMetricsAndItsReasons() throws IOException {
    var file =
        file(
            """
            [{"voters":["Elm","Ash"],"rounds":[
              {"cands":["care","fees"],"approvals":[["care"],["fees"]],"name":"2021-03"},
              {"cands":["care","fees"],"approvals":[["care"],["fees"],["fees"]],
               "voters":["Elm","Ash","Oak"],"name":"2021-04"}]}]
            """);

    var result = theme("--rule", "default", file).json().get(0);

    assertThat(result.get("rule").asString()).isEqualTo("fair-turn");
    assertThat(result.get("winners").toString()).isEqualTo("[\"care\",\"fees\"]");
    assertThat(result.get("metrics").propertyNames())
        .containsExactlyInAnyOrder(
            "quotaCompliance", "influenceGini", "satisfaction", "longestDrySpell");
    assertThat(result.get("explanation").get(1).toString())
        .contains("1 who waited since 2021-03", "\"Ash\":", "\"runnerUp\":\"care\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[{\"voters\":[1],\"rounds\":[| line 2, column 1: this is not JSON",
        "7| is no list of histories",
        "[{\"voters\":[1]}]| history 1: has no list \"rounds\"; add one",
        "[{\"voters\":[1,2],\"rounds\":[{\"cands\":[1],\"approvals\":[[1]]}]}]| history 1, round 1: 1 approval lists for 2 voters; give each voter one",
        "[{\"voters\":[1],\"rounds\":[{\"cands\":[1],\"approvals\":[1]}]}]| history 1, round 1, voter 1: approvals must be a list",
        "[{\"voters\":[\"Elm\"],\"rounds\":[{\"cands\":[1],\"approvals\":[[9]]}]}]| history 1, round 1: voter Elm approves 9, which is no candidate",
        "[{\"voters\":[5,5],\"rounds\":[{\"cands\":[1],\"approvals\":[[],[]]}]}]| history 1, round 1: voter 5 is named twice",
        "[{\"voters\":[5],\"rounds\":[{\"cands\":[1,1],\"approvals\":[[]]}]}]| round 1 names candidate 1 twice",
        "[{\"voters\":[null],\"rounds\":[{\"cands\":[1],\"approvals\":[[]]}]}]| a name must be a text or a whole number, not null",
      })
  void aBadFileIsNamedWithThePlaceAndTheCure(String content, String message) throws IOException {
    var file = file(content + "\n");

    var answer = theme(file);

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).startsWith(file).contains(message.strip());
    assertThat(answer.out()).isEmpty();
  }

  @Test
  void badArgumentsAreAnsweredWithTheCure() {
    assertThat(theme("no-such-file.json").err()).contains("no-such-file.json is not there");
    assertThat(theme().err()).contains("which FILE? Or --simulate N");
    assertThat(theme("--rule", "lottery", RECORDED.toString()).err())
        .contains("no rule is called lottery; there are av, pav");
    assertThat(theme("--simulate", "0").err()).contains("a number from 1 on");
    assertThat(theme("--simulate", "0").code()).isEqualTo(2);
  }

  @Test
  void aSimulationPrintsTheSameTableForTheSameSeed() {
    var table = theme("--simulate", "20", "--seed", "7");

    assertThat(table.out().lines()).hasSize(13).anyMatch(row -> row.startsWith("| `fair-turn` |"));
    assertThat(theme("--simulate", "20", "--seed", "7")).isEqualTo(table);
    assertThat(theme("--simulate", "20", "--seed", "8")).isNotEqualTo(table);
  }

  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("history.json"), content).toString();
  }

  private static Answer theme(String... arguments) {
    var words = new String[arguments.length + 1];
    words[0] = "theme";
    System.arraycopy(arguments, 0, words, 1, arguments.length);
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Yueyuetan.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(words);
    return new Answer(code, out.toString(), err.toString());
  }
}
