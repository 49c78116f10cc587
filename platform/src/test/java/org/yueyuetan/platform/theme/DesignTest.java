package org.yueyuetan.platform.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.need.Kind;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.need.Needs;
import org.yueyuetan.platform.need.Visibility;
import org.yueyuetan.platform.organization.Field;

/** What staff see of a month's needs, and how what they decide binds the next run. */
@PlatformTest
class DesignTest {

  private static final YearMonth MARCH = YearMonth.of(2026, 3);
  private static final Scope.Region CITY = new Scope.Region("3715");

  @Autowired JdbcClient jdbc;
  @Autowired Needs needs;
  @Autowired Themes themes;
  @Autowired Designs designs;
  @Autowired People people;
  @LocalServerPort int port;

  private SignedIn pu;
  private SignedIn city;
  private final List<Long> meals = new ArrayList<>();
  private final List<Long> videos = new ArrayList<>();

  @BeforeEach
  void needsAboutTwoThings() {
    pu = NeedFixture.representative(jdbc, "pu", NeedFixture.organization(jdbc, "蒲心社工"));
    city = NeedFixture.staff(jdbc, "city", "3715");
    meals.clear();
    videos.clear();
    for (var title : List.of("独居老人送餐人手不足", "周末给独居老人送餐缺人", "老人午间送餐没有志愿者", "独居老人送餐没有人手")) {
      meals.add(accepted(title));
    }
    for (var title : List.of("项目宣传缺视频拍摄", "想拍摄短视频缺设备", "短视频剪辑没有人会", "活动视频拍摄需要帮忙")) {
      videos.add(accepted(title));
    }
  }

  @Test
  void needsAboutOneThingAreInOneGroup() {
    var design = designs.run(MARCH, CITY);

    assertThat(groupOf(design, meals.getFirst()).needs()).containsAll(meals);
    assertThat(groupOf(design, videos.getFirst()).needs()).containsAll(videos);
    assertThat(groupOf(design, meals.getFirst()).needs()).doesNotContainAnyElementsOf(videos);
    assertThat(designs.find(MARCH, CITY)).contains(design);
  }

  @Test
  void aCandidateKeepsItsNameAndWhatFitsItIsOffered() {
    themes.gather(MARCH, new ThemeDraft("一餐热饭", "", Field.ELDERLY), meals.subList(0, 3), city);

    var group = groupOf(designs.run(MARCH, CITY), meals.getFirst());

    assertThat(group.title()).isEqualTo("一餐热饭");
    assertThat(group.candidate()).isPresent();
    assertThat(group.free()).containsExactly(meals.getLast());
  }

  @Test
  void whatStaffTookOutOfACandidateIsNotOfferedForItAgain() {
    var theme = themes.gather(MARCH, new ThemeDraft("一餐热饭", "", Field.ELDERLY), meals, city);
    var version = themes.find(theme).orElseThrow().version();
    themes.remove(theme, List.of(meals.getLast()), version, city);

    var design = designs.run(MARCH, CITY);

    assertThat(groupOf(design, meals.getFirst()).needs()).doesNotContain(meals.getLast());
  }

  @Test
  void whatStaffLeftOutOfAGroupIsNotOfferedForItsCandidate() {
    var title = new ThemeDraft("一餐热饭", "", Field.ELDERLY);
    var theme = themes.gather(MARCH, title, meals.subList(0, 3), city);
    themes.leaveOut(theme, List.of(meals.getLast()), city);

    var group = groupOf(designs.run(MARCH, CITY), meals.getFirst());

    assertThat(group.needs()).containsExactlyInAnyOrderElementsOf(meals.subList(0, 3));
    assertThat(group.free()).isEmpty();
  }

  @Test
  void aGroupWithoutANameSuggestsTheWordsOfANeedAsTitle() {
    var group = groupOf(designs.run(MARCH, CITY), meals.getFirst());

    assertThat(group.suggestedTitle()).isEqualTo(group.example()).isNotEqualTo(group.title());
  }

  @Test
  void needsThatStaffPutTogetherStayTogetherAndPartedOnesApart() {
    var mixed = List.of(meals.get(0), videos.get(0));
    themes.gather(MARCH, new ThemeDraft("老人的一天拍成片", "", Field.ELDERLY), mixed, city);
    themes.gather(MARCH, new ThemeDraft("一餐热饭", "", Field.ELDERLY), List.of(meals.get(1)), city);

    var design = designs.run(MARCH, CITY);

    assertThat(groupOf(design, meals.get(0)).needs())
        .containsAll(mixed)
        .doesNotContain(meals.get(1));
  }

  @Test
  void kindsAreKeptWithTheMostFirst() {
    jdbc.sql("update need set kind = 'MONEY' where id = :one")
        .param("one", meals.getFirst())
        .update();
    designs.run(MARCH, CITY);

    var stored = designs.find(MARCH, CITY).orElseThrow();
    assertThat(groupOf(stored, meals.getFirst()).kinds().firstEntry())
        .isEqualTo(Map.entry(Kind.TRAINING, 3));
  }

  @Test
  void whoeverTakesWhatAColleagueGatheredIsTakenToWhatIsLeft() {
    var design = designs.run(MARCH, CITY);
    var group = groupOf(design, meals.getFirst());
    themes.gather(
        MARCH, new ThemeDraft("一餐热饭", "", Field.ELDERLY), List.of(meals.getFirst()), city);
    var site = Site.at(port).signedIn(people.organizer());
    site.get("/themes/2026-03/design?group=" + group.representative());

    var told =
        site.post(
            "/themes/2026-03/design",
            Map.of(
                "group",
                group.representative(),
                "title",
                "热饭",
                "field",
                "ELDERLY",
                "need",
                group.free()));

    assertThat(told.statusCode()).isEqualTo(409);
    assertThat(groupOf(designs.find(MARCH, CITY).orElseThrow(), meals.getFirst()).free())
        .isNotEmpty()
        .doesNotContain(meals.getFirst());
  }

  @Test
  void whatTheCityPartedStaysApartForACountyToo() {
    var elsewhere = accepted("独居老人晚饭送餐没人手");
    themes.gather(
        MARCH,
        new ThemeDraft("一餐热饭", "", Field.ELDERLY),
        List.of(meals.get(0), meals.get(1)),
        city);
    themes.gather(
        MARCH, new ThemeDraft("送餐人手", "", Field.ELDERLY), List.of(meals.get(2), elsewhere), city);
    jdbc.sql("update need set region_code = :yanggu where id = any (:ids)")
        .param("yanggu", NeedFixture.YANGGU)
        .param("ids", new Long[] {meals.get(1), elsewhere})
        .update();

    var design = designs.run(MARCH, new Scope.Region("371521"));

    assertThat(design.needs()).isEqualTo(2);
    assertThat(design.groups())
        .noneMatch(group -> group.needs().contains(elsewhere) && group.size() > 1);
  }

  @Test
  void aCountySeesItsOwnNeedsOnly() {
    assertThat(designs.run(MARCH, new Scope.Region("371523")).needs()).isZero();
    assertThat(designs.find(MARCH, CITY)).isEmpty();
  }

  private static Group groupOf(Design design, long need) {
    return design.groups().stream()
        .filter(group -> group.needs().contains(need))
        .findFirst()
        .orElseThrow(() -> new AssertionError(need + " is in no group of " + design));
  }

  private long accepted(String title) {
    var id =
        needs.stateAndSubmit(
            NeedFixture.draft(title, Visibility.PUBLIC), pu.organization().orElseThrow(), pu);
    needs.accept(id, city);
    return id;
  }
}
