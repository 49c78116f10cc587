package org.yueyuetan.engine.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.yueyuetan.engine.Explanation;
import org.yueyuetan.engine.group.Dictionary;

class SuggesterTest {

  private static final Span HALF_YEAR =
      new Span(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 9, 30));

  private static final Wanted GRID =
      new Wanted(
          "网格微服务",
          "网格微服务：把网格员和志愿者的服务拍成短片，放到社区屏幕上，让居民看得见。短片拍摄剪辑",
          "COMMUNITY",
          "371502",
          HALF_YEAR,
          List.of(new Part("短片", "SERVICE", 8, 2, "部"), new Part("经费", "MONEY", 50_000, 1, "")));

  private static final Given FILM = given("微电影协会", "会员能拍摄、剪辑公益短片，可为社区服务项目免费制作。", "SERVICE", 6, "部");
  private static final Given LAW = given("律师协会", "提供法律咨询讲座，调解邻里纠纷。", "SERVICE", 12, "场");
  private static final Given FUND = given("企业联合会", "会员企业愿意出资支持公益项目。", "MONEY", 200_000, "");

  private final Suggester suggester =
      new Suggester(Weights.STANDARD, Dictionary.standard(), 20, 10);

  @Test
  void theProviderWhoSpeaksOfTheSameMatterComesFirstAndTheReasonsNameTheirNumbers() {
    var matches = suggest(GRID, LAW, FILM, FUND).ofWanted("网格微服务");

    var best = matches.getFirst();
    assertThat(best.given()).isEqualTo("微电影协会");
    assertThat(best.part()).isEqualTo("短片");
    assertThat(words(best)).contains("短片", "拍摄", "剪辑");
    assertThat(leaf(best, "suggest.amount").values())
        .containsEntry("usable", 6L)
        .containsEntry("of", 8L);
    assertThat(leaf(best, "suggest.span").values()).containsEntry("days", 183L);
    assertThat(best.why().because().stream().mapToDouble(SuggesterTest::points).sum())
        .isEqualTo(best.score(), within(1e-9));
    assertThat(best.score()).isGreaterThan(75);
  }

  @Test
  void bothSidesAreToldTheSameScore() {
    var suggestions = suggest(GRID, LAW, FILM, FUND);

    assertThat(suggestions.ofGiven("微电影协会"))
        .isEqualTo(
            suggestions.ofWanted("网格微服务").stream()
                .filter(match -> match.given().equals("微电影协会"))
                .toList());
  }

  @Test
  void whoGivesLessThanTheSmallestUsefulLotIsNotSuggested() {
    assertThat(suggest(GRID, given("微电影协会", FILM.text(), "SERVICE", 1, "部")).ofWanted()).isEmpty();
  }

  @Test
  void whoGivesAnotherSortOfThingOrAtAnotherTimeIsNotSuggested() {
    var later =
        new Given(
            "g",
            FILM.text(),
            "",
            "",
            new Span(HALF_YEAR.until().plusDays(1), LocalDate.MAX),
            "SERVICE",
            6,
            "部");

    assertThat(suggest(GRID, given("g", FILM.text(), "VENUE", 6, "部")).ofWanted()).isEmpty();
    assertThat(suggest(GRID, later).ofWanted()).isEmpty();
  }

  @Test
  void amountsInDifferentUnitsAreNotCompared() {
    var match = suggest(GRID, given("g", FILM.text(), "SERVICE", 1, "分钟")).ofWanted("网格微服务");

    assertThat(leaf(match.getFirst(), "suggest.amount").values()).containsEntry("usable", 0L);
  }

  @Test
  void aProviderForTheWholeCityEarnsHalfTheDistrict() {
    var whole = new Given("g", FILM.text(), "", "", Span.ALWAYS, "SERVICE", 6, "部");

    var match = suggest(GRID, whole).ofWanted("网格微服务").getFirst();
    assertThat(points(leaf(match, "suggest.district"))).isEqualTo(7.5);
  }

  @Test
  void rowsWithoutWordsAndEmptyListsAreNoTrouble() {
    assertThat(suggester.suggest(List.of(), List.of()).ofWanted()).isEmpty();
    assertThat(suggest(GRID, given("g", "。", "SERVICE", 6, "部")).ofWanted()).hasSize(1);
  }

  @Test
  void twoRowsWithOneIdAreRefused() {
    assertThatThrownBy(() -> suggest(GRID, FILM, FILM))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("微电影协会");
  }

  @Property(tries = 15)
  void theOrderOfTheRowsChangesNothing(
      @ForAll @IntRange(min = 1, max = 40) int size, @ForAll int seed) {
    var market = Market.of(size, 2 * size, seed);
    var wanted = new ArrayList<>(market.wanted());
    var given = new ArrayList<>(market.given());
    Collections.shuffle(wanted, new Random(seed));
    Collections.shuffle(given, new Random(seed + 1L));

    assertThat(suggester.suggest(wanted, given))
        .isEqualTo(suggester.suggest(market.wanted(), market.given()));
  }

  @Test
  void plantedPairsAreFoundAmongManyOthersInLittleTime() {
    var market = Market.of(280, 1000, 1);
    long before = System.nanoTime();
    var suggestions = suggester.suggest(market.wanted(), market.given());
    long millis = (System.nanoTime() - before) / 1_000_000;

    var found =
        market.wanted().stream()
            .filter(wanted ->
                suggestions
                    .ofWanted(wanted.id())
                    .getFirst()
                    .given()
                    .equals("g" + wanted.id().substring(1)))
            .count();
    assertThat(found).isGreaterThanOrEqualTo(275);
    assertThat(millis).isLessThan(3000);
  }

  private Suggestions suggest(Wanted wanted, Given... given) {
    return suggester.suggest(List.of(wanted), List.of(given));
  }

  private static Given given(String id, String text, String kind, long limit, String unit) {
    return new Given(id, text, "COMMUNITY", "371502", HALF_YEAR, kind, limit, unit);
  }

  private static Explanation leaf(Match match, String key) {
    return match.why().because().stream()
        .filter(why -> why.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static double points(Explanation why) {
    return ((Number) why.values().getOrDefault("points", 0)).doubleValue();
  }

  private static List<Object> words(Match match) {
    return List.copyOf((List<?>) leaf(match, "suggest.words").values().getOrDefault("words", ""));
  }
}
