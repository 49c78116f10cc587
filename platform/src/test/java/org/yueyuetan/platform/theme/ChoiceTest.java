package org.yueyuetan.platform.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.engine.theme.Rule;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.account.Rights;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.command.ThemeCommand;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.organization.Field;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** Whose turn it is, over the months, and what a doubter can check. */
@PlatformTest
class ChoiceTest {

  @Autowired JdbcClient jdbc;
  @Autowired Themes themes;
  @Autowired Settings settings;
  @Autowired People people;
  @LocalServerPort int port;

  private final List<SignedIn> voters = new ArrayList<>();
  private SignedIn city;

  @BeforeEach
  void fiveOrganizations() {
    voters.clear();
    for (var name : List.of("甲社", "乙社", "丙社", "丁社", "戊社")) {
      voters.add(
          NeedFixture.representative(
              jdbc, "rep" + voters.size(), NeedFixture.organization(jdbc, name)));
    }
    city = NeedFixture.staff(jdbc, "city", "3715");
  }

  @Test
  void aMinorityGetsItsTurnAlthoughItNeverHasTheMostApprovals() {
    var winners = new ArrayList<String>();
    for (var month = 1; month <= 4; month++) {
      winners.add(decide(YearMonth.of(2026, month), ""));
    }

    assertThat(winners).startsWith("多数的主题").contains("少数的主题");
    assertThat(themes.choice(YearMonth.of(2026, 4)).orElseThrow().byRule())
        .containsEntry("av", first(YearMonth.of(2026, 4)));
  }

  @Test
  void whatStaffDecidedCountsForTheNextMonthAndNotWhatTheRuleProposed() {
    for (var month = 1; month <= 4; month++) {
      decide(YearMonth.of(2026, month), "多数的主题");
    }

    var overruled = themes.choice(YearMonth.of(2026, 4)).orElseThrow();
    assertThat(overruled.followsProposal()).isFalse();
    assertThat(overruled.proposal().orElseThrow().explanation().parts().toString())
        .as("the minority has waited since January")
        .contains("2026, 1");
  }

  @Test
  void aChoiceCountedAgainGivesTheSameAndAForgedOneIsFound() {
    var month = YearMonth.of(2026, 1);
    decide(month, "");
    var choice = themes.choice(month).orElseThrow();

    assertThat(themes.sameAgain(choice)).isTrue();
    jdbc.sql("update theme_choice set result = jsonb_set(result, '{scores,0,value}', '\"99\"')")
        .update();
    assertThat(themes.sameAgain(themes.choice(month).orElseThrow())).isFalse();
    assertThat(Site.at(port).get("/themes/2026-01/check").body()).contains("结果与留存的不一致");
  }

  @Test
  void anyoneDownloadsTheAnswersWithoutNames() {
    decide(YearMonth.of(2026, 1), "");

    var file = Site.at(port).get("/themes/2026-01/snapshot");

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).contains("\"voters\"", "\"approvals\"").doesNotContain("甲社");
  }

  @Test
  void whatAnyoneDownloadsGivesTheSameThemeOnTheCommandLine(@TempDir Path folder)
      throws IOException {
    decide(YearMonth.of(2026, 1), "少数的主题");
    var chosen = decide(YearMonth.of(2026, 2), "");
    var snapshot = Site.at(port).get("/themes/2026-02/snapshot").body();
    var file = Files.writeString(folder.resolve("theme.json"), snapshot);

    var out = new StringWriter();
    var code =
        new CommandLine(new ThemeCommand())
            .setOut(new PrintWriter(out))
            .execute("--rule", "fair-turn", file.toString());

    assertThat(code).isZero();
    var winners = JsonMapper.builder().build().readTree(out.toString()).get(0).get("winners");
    assertThat(winners).hasSize(2);
    assertThat(themes.find(winners.get(1).asLong()).orElseThrow().title()).isEqualTo(chosen);
  }

  @Test
  void staffOfACountyReadNeitherTheNamesNorTheLinesOfOthers() {
    decide(YearMonth.of(2026, 1), "");
    var home = people.with("home", "东昌府", Rights.organizer(NeedFixture.DONGCHANGFU));
    var away = people.with("away", "阳谷", Rights.organizer(NeedFixture.YANGGU));

    assertThat(Site.at(port).signedIn(home).get("/themes/2026-01").body())
        .contains("为什么是这个主题")
        .doesNotContain("甲社");
    assertThat(Site.at(port).signedIn(home).get("/themes/fairness?year=2026").body())
        .contains("甲社");
    assertThat(Site.at(port).signedIn(away).get("/themes/fairness?year=2026").body())
        .contains("表过态的单位")
        .doesNotContain("甲社");
  }

  @Test
  void theYearAtAGlanceHoldsTheMonthsOfTheYearAndTheRuleLooksBackOverAll() {
    decide(YearMonth.of(2025, 12), "多数的主题");
    decide(YearMonth.of(2026, 1), "");

    assertThat(themes.rounds(2026))
        .extracting(Ballot.Round::month)
        .containsExactly(YearMonth.of(2026, 1));
    assertThat(themes.choice(YearMonth.of(2026, 1)).orElseThrow().ballot().past())
        .extracting(Ballot.Round::month)
        .containsExactly(YearMonth.of(2025, 12));
  }

  @Test
  void whatEachRuleWouldHaveChosenIsKeptInTheOrderOfTheRules() {
    decide(YearMonth.of(2026, 1), "");

    assertThat(themes.choice(YearMonth.of(2026, 1)).orElseThrow().byRule().keySet())
        .containsExactlyElementsOf(Arrays.stream(Rule.values()).map(Rule::key).toList());
  }

  @Test
  void whoAnsweredWhatIsToldToTheBureauOnlyAndTheFileStillGivesTheSame() {
    var month = YearMonth.of(2026, 1);
    decide(month, "");
    var visitor = Site.at(port).get("/themes/2026-01").body();
    var bureau = Site.at(port).signedIn(people.organizer()).get("/themes/2026-01").body();

    assertThat(visitor).contains("为什么是这个主题").doesNotContain("甲社", "丁社");
    assertThat(bureau).contains("甲社", "丁社");
    var open = themes.choice(month).orElseThrow().ballot().withoutNames();
    assertThat(Counting.byRule(open)).isEqualTo(themes.choice(month).orElseThrow().byRule());
    assertThat(open.votes())
        .extracting(Ballot.Vote::organization)
        .containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void theRuleIsSetByTheBureauAloneAndAFaultyWordListNamesItsLine() {
    var bureau = people.organizer();
    var county = people.with("county", "县里", Rights.organizer("371502000000"));
    var site = Site.at(port).signedIn(bureau);
    site.get("/themes/method");

    var faulty = site.post("/themes/method", method("quota", "社工站\n-\n养老"));
    assertThat(faulty.statusCode()).isEqualTo(422);
    assertThat(faulty.body()).contains("第 2 行");
    assertThat(settings.get(Setting.THEME_RULE)).isEqualTo("fair-turn");

    assertThat(site.post("/themes/method", method("quota", "社工站 社会工作服务站")).statusCode())
        .isEqualTo(200);
    assertThat(themes.rule().key()).isEqualTo("quota");
    assertThat(site.post("/themes/method", method("av", "")).statusCode())
        .as("somebody who still saw the old version")
        .isEqualTo(409);
    assertThat(site.post("/themes/method", method("av", "-")).body())
        .as("a fault does not make the old version new")
        .contains("name=\"ruleVersion\" value=\"0\"");

    var stranger = Site.at(port).signedIn(county);
    stranger.get("/themes/method");
    assertThat(stranger.post("/themes/method", method("av", "")).statusCode()).isEqualTo(403);
  }

  @Test
  void withoutAnyApprovalTheBureauDecidesAndSaysWhy() {
    var month = YearMonth.of(2026, 1);
    var theme = themes.gather(month, new ThemeDraft("场地共享", "", Field.ELDERLY), List.of(), city);
    themes.open(month, LocalDate.of(2026, 3, 6), themes.state(month).version(), city);
    themes.close(month, themes.state(month).version(), city);

    themes.choose(month, theme, "没有单位表态，先谈场地", themes.state(month).version(), city);

    assertThat(themes.choice(month).orElseThrow().proposal()).isEmpty();
    assertThat(Site.at(port).get("/themes/2026-01").body()).contains("还没有单位表态", "先谈场地");
    assertThat(Site.at(port).get("/themes/2026-01/snapshot").statusCode()).isEqualTo(200);
  }

  /** Three want the first theme, two the second; {@code wanted} empty follows the rule. */
  private String decide(YearMonth month, String wanted) {
    var most = themes.gather(month, new ThemeDraft("多数的主题", "", Field.ELDERLY), List.of(), city);
    var few = themes.gather(month, new ThemeDraft("少数的主题", "", Field.ELDERLY), List.of(), city);
    themes.open(month, LocalDate.of(2026, 3, 6), themes.state(month).version(), city);
    voters.subList(0, 3).forEach(me -> themes.approve(month, List.of(most), me));
    voters.subList(3, 5).forEach(me -> themes.approve(month, List.of(few), me));
    themes.close(month, themes.state(month).version(), city);
    var proposed = themes.proposal(month).orElseThrow().theme();
    var chosen = wanted.isEmpty() ? proposed : wanted.startsWith("多数") ? most : few;
    themes.choose(
        month, chosen, chosen == proposed ? "" : "市里另有安排", themes.state(month).version(), city);
    return themes.find(chosen).orElseThrow().title();
  }

  private long first(YearMonth month) {
    return themes.candidates(month).getFirst().id();
  }

  private static Map<String, String> method(String rule, String words) {
    return Map.of("rule", rule, "words", words, "ruleVersion", "0", "wordsVersion", "0");
  }
}
