package org.yueyuetan.platform.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.account.Scope;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
class FiguresTest {

  private static final List<String> REGIONS = List.of("371502000000", "371526000000");
  private static final List<String> VISIBILITIES = List.of("PUBLIC", "ORGANIZATIONS", "STAFF");
  private static final List<String> STATES =
      List.of("DRAFT", "SUBMITTED", "ACCEPTED", "TAKEN_UP", "ANSWERED", "DECLINED", "WITHDRAWN");
  private static final List<String> TALK_STATES =
      List.of("PLANNED", "CONVENING", "HELD", "FOLLOWING_UP", "CLOSED", "CANCELLED");

  @Autowired Month month;
  @Autowired Figures figures;
  @Autowired TestClock clock;
  @Autowired People people;
  @LocalServerPort int port;

  @BeforeEach
  void thePlatformIsInUse() {
    people.organizer();
  }

  @RepeatedTest(6)
  void theNumberShownIsTheNumberOfRowsBehindIt(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var organizations = worldOf(random);
    var scopes =
        List.of(
            Scope.PUBLISHED,
            new Scope.Region("3715"),
            new Scope.Region("371526"),
            new Scope.Own(organizations.getFirst()));
    var periods =
        List.of(
            Period.ALL,
            Period.of(Year.of(2026), clock.getZone()),
            Period.of(YearMonth.of(2026, 3), clock.getZone()));

    for (var scope : scopes) {
      for (var period : periods) {
        for (var figure : figures.all(scope, period)) {
          assertThat(allRows(scope, figure.key(), period, 1 + random.nextInt(7)))
              .as("%s for %s in %s", figure.key(), scope, period.key())
              .hasSize(Math.toIntExact(figure.value()))
              .doesNotHaveDuplicates();
        }
      }
    }
  }

  @Test
  void theMonthsOfAYearAddUpToTheYear() {
    worldOf(new Random(7));
    var months = figures.months(Scope.PUBLISHED, Year.of(2026));

    for (var figure : figures.all(Scope.PUBLISHED, Period.of(Year.of(2026), clock.getZone()))) {
      var sum =
          months.values().stream().mapToLong(counts -> counts.getOrDefault(figure.key(), 0L)).sum();
      assertThat(sum).as(figure.key()).isEqualTo(figure.value());
    }
  }

  @Test
  void thePublicCountsOnlyWhatIsPublic() {
    var agency = month.organization("蒲心");
    month.need(agency, "公开", "PUBLIC");
    month.need(agency, "内部", "STAFF");

    assertThat(value(Scope.PUBLISHED, "needs")).isEqualTo(1);
    assertThat(value(new Scope.Own(agency), "needs")).isEqualTo(2);
    assertThat(value(new Scope.Region("371502"), "needs")).isEqualTo(2);
    assertThat(value(new Scope.Region("371526"), "needs")).isEqualTo(1);
  }

  @Test
  void aPromiseIsOverdueTheDayAfterItsDay() {
    var talk = month.talk("三月月月谈", Optional.empty());
    month.commitment(talk, Optional.empty(), "办两场培训", LocalDate.of(2026, 3, 2));
    assertThat(value(Scope.PUBLISHED, "openCommitments")).isEqualTo(1);
    assertThat(value(Scope.PUBLISHED, "overdueCommitments")).isZero();

    clock.advance(Duration.ofDays(1));

    assertThat(value(Scope.PUBLISHED, "overdueCommitments")).isEqualTo(1);
  }

  @Test
  void rowsTellNoPersonalData() {
    var talk = month.talk("三月月月谈", Optional.empty());
    month.attend(talk, "柳园街道办事处", Optional.empty());
    month.opinion(talk, "要有固定场地");

    var page =
        Site.at(port).get("/figures/attendances").body()
            + Site.at(port).get("/figures/opinions").body();

    assertThat(page).contains("柳园街道办事处", "要有固定场地").doesNotContain("赵某某", "钱某某", "13900000000");
  }

  @Test
  void theInterfaceSaysWhatThePagesSay() {
    month.need(month.organization("蒲心"), "场地", "PUBLIC");
    var site = Site.at(port);

    var answer = site.get("/api/v1/figures?lang=en");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("max-age=60");
    assertThat(answer.headers().firstValue("ETag")).isPresent();
    var all = JsonMapper.shared().readValue(answer.body(), FigureApi.PublicFigure[].class);
    assertThat(all).extracting(FigureApi.PublicFigure::key).containsExactlyElementsOf(Figures.KEYS);
    var needs =
        Arrays.stream(all).filter(figure -> figure.key().equals("needs")).findFirst().orElseThrow();
    assertThat(needs.value()).isEqualTo(1);
    assertThat(needs.label()).isEqualTo("Needs");
    assertThat(needs.rowsUrl()).isEqualTo("http://127.0.0.1:" + port + "/figures/needs");
    assertThat(site.get("/api/v1/figures").body()).contains("需求");
    assertThat(site.get("/v3/api-docs").body()).contains("/api/v1/figures", "rowsUrl");
  }

  @Test
  void everyFigureOpens() {
    worldOf(new Random(3));
    var site = Site.at(port);

    assertThat(site.get("/figures").statusCode()).isEqualTo(200);
    assertThat(site.get("/year/2026").statusCode()).isEqualTo(200);
    for (var key : Figures.KEYS) {
      assertThat(site.get("/figures/" + key).statusCode()).as(key).isEqualTo(200);
      assertThat(site.get("/figures/" + key + "?period=2026-03").statusCode())
          .as(key)
          .isEqualTo(200);
    }
    assertThat(site.get("/figures/salaries").statusCode()).isEqualTo(404);
    assertThat(site.get("/figures/needs?period=2026-13").statusCode()).isEqualTo(404);
    assertThat(site.get("/figures/needs?period=a'b").statusCode()).isEqualTo(404);
    assertThat(site.get("/figures/needs?after=x").statusCode()).isEqualTo(200);
    assertThat(site.get("/year/99999").statusCode()).isEqualTo(404);
  }

  private List<FigureRow> allRows(Scope scope, String key, Period period, int page) {
    var all = new ArrayList<FigureRow>();
    for (var rows = figures.rows(scope, key, period, Optional.empty(), page);
        !rows.isEmpty();
        rows = figures.rows(scope, key, period, Optional.of(rows.getLast().id()), page)) {
      all.addAll(rows);
    }
    return all;
  }

  private long value(Scope scope, String key) {
    return figures.all(scope).stream()
        .collect(Collectors.toMap(Figure::key, Figure::value))
        .getOrDefault(key, 0L);
  }

  /** Organizations, needs and talks in all kinds of states, spread over some months. */
  private List<Long> worldOf(Random random) {
    var organizations = new ArrayList<Long>();
    for (var n = 0; n < 4; n++) {
      organizations.add(month.organization("单位" + n, REGIONS.get(n % REGIONS.size())));
    }
    for (var n = 0; n < 25; n++) {
      clock.advance(Duration.ofDays(random.nextInt(9)));
      var need = month.need(pick(random, organizations), "需求" + n, pick(random, VISIBILITIES));
      if (random.nextBoolean()) {
        month.answer(need, "答复" + n);
      }
      month.setStatus("need", need, pick(random, STATES));
    }
    for (var n = 0; n < 5; n++) {
      clock.advance(Duration.ofDays(random.nextInt(9)));
      var talk = month.talk("月月谈" + n, Optional.empty());
      for (var i = random.nextInt(6); i > 0; i--) {
        month.attend(talk, "单位" + i, Optional.empty());
        month.opinion(talk, "意见" + i);
        var due = LocalDate.now(clock).plusDays(random.nextInt(20) - 10);
        var promise =
            month.commitment(talk, Optional.of(pick(random, organizations)), "承诺" + i, due);
        month.setStatus("commitment", promise, pick(random, List.of("OPEN", "KEPT", "CANCELLED")));
      }
      month.setStatus("talk", talk, pick(random, TALK_STATES));
    }
    return organizations;
  }

  private static <T> T pick(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
