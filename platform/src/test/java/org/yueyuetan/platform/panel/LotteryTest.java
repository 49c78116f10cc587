package org.yueyuetan.platform.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.engine.panel.Draw;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.account.Rights;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.command.PanelCommand;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.lifecycle.IllegalMove;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.organization.AnOrganization;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.organization.Level;
import org.yueyuetan.platform.organization.Organizations;
import org.yueyuetan.platform.talk.Answer;
import org.yueyuetan.platform.talk.Answers;
import org.yueyuetan.platform.talk.Convening;
import org.yueyuetan.platform.talk.Planning;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.TalkDayFixture;
import org.yueyuetan.platform.talk.TalkFixture;
import org.yueyuetan.platform.talk.Talks;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
class LotteryTest {

  private static final String SEED = "a seed for tests";

  @TempDir private Path folder = Path.of("");
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired People people;
  @Autowired Organizations organizations;
  @Autowired Talks talks;
  @Autowired Planning planning;
  @Autowired Convening convening;
  @Autowired Answers answers;
  @Autowired Sortitions sortitions;
  @Autowired SortitionTable table;
  @LocalServerPort int port;

  private SignedIn staff = SignedIn.visitor();
  private long talk;

  @BeforeEach
  void aTalkIsPlannedAndTwelveMayCome() {
    staff = people.organizer().me();
    talk = planning.plan(TalkFixture.draft("共话志愿情"), staff);
    for (int i = 1; i <= 12; i++) {
      organizations.register(
          AnOrganization.named("第" + i + "中心")
              .serial(i)
              .level(i <= 4 ? Level.CITY : Level.COUNTY)
              .fields(i % 3 == 0 ? Field.CHARITY : Field.VOLUNTEER, Field.COMMUNITY)
              .draft());
    }
  }

  // --- what would come of a plan ---

  @Test
  void everybodysChanceIsAsFairAsQuotasAllow() {
    var odds = preview(plan(4, cities(1, 1))).odds().orElseThrow();

    assertThat(odds.minimum()).isCloseTo(.25, within(1e-6));
    assertThat(odds.even()).isCloseTo(4. / 12, within(1e-9));
    assertThat(odds.groups()).extracting(group -> group.names().size()).containsExactly(4, 8);
    assertThat(odds.histogram().bars().stream().mapToInt(Histogram.Bar::count).sum()).isEqualTo(12);
  }

  @Test
  void quotasThatCannotBeKeptAreAnsweredWithTheSmallestChange() {
    var preview = preview(plan(4, cities(1, 1), new Allotment(Feature.LEVEL, "COUNTY", 0, 2)));

    assertThat(preview.odds()).isEmpty();
    assertThat(preview.proved()).isTrue();
    assertThat(preview.adjustments()).hasSize(1);
    var after = preview.adjustments().getFirst().after();
    var before = preview.adjustments().getFirst().before();
    assertThat(after.most()).isEqualTo(before.most() + 1);
  }

  @Test
  void aQuotaOnAValueThatNobodyHasIsToldAsImpossible() {
    var preview = preview(plan(4, new Allotment(Feature.FIELD, "LEGAL", 1, 2)));

    assertThat(preview.adjustments().getFirst().after())
        .isEqualTo(new Allotment(Feature.FIELD, "LEGAL", 0, 2));
  }

  @Test
  void anOrganizationCountsInEachOfItsFields() {
    var preview =
        preview(
            plan(
                3,
                new Allotment(Feature.FIELD, "COMMUNITY", 3, 3),
                new Allotment(Feature.FIELD, "CHARITY", 1, 1)));

    assertThat(preview.odds()).isPresent();
    assertThat(preview.odds().orElseThrow().minimum()).isCloseTo(.25, within(1e-6));
  }

  @Test
  void emptyPoolsTooManySeatsAndTooManyMustsAreTold() {
    assertThat(preview(plan(13)).problem()).isEqualTo("panel.problem.seats");
    assertThat(
            preview(
                    new Plan(
                        3,
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Field.LEGAL),
                        Relevance.NONE,
                        false,
                        List.of(),
                        List.of()))
                .problem())
        .isEqualTo("panel.problem.empty");
    assertThat(preview(musts(1, 1L, 2L)).problem()).isEqualTo("panel.problem.musts");
    convening.list(talk, List.of(id("第1中心")), staff);
    assertThat(preview(musts(3, id("第1中心"))).problem()).isEqualTo("panel.problem.mustOutside");
  }

  @Test
  void whoWasInvitedLessComesFirstAndNobodyLosesMoreThanHalf() {
    var earlier = planning.plan(TalkFixture.draft("上一次"), staff);
    jdbc.sql("update talk set starts_at = starts_at - interval '30 days' where id = :id")
        .param("id", earlier)
        .update();
    convening.list(earlier, List.of(id("第1中心"), id("第2中心")), staff);
    jdbc.sql("update invitation set status = 'INVITED', invited_at = now()").update();

    var plan =
        new Plan(
            3,
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Relevance.NONE,
            true,
            List.of(),
            List.of());
    var groups = preview(plan).odds().orElseThrow().groups();
    assertThat(groups.getFirst().names()).containsExactlyInAnyOrder("第1中心", "第2中心");
    assertThat(groups.getFirst().chance()).isCloseTo(.125, within(1e-4));
    assertThat(groups.getLast().chance()).isCloseTo(.275, within(1e-4));
  }

  @Test
  void whoStatedANeedOfTheThemeHasAHigherChance() {
    TalkDayFixture.theme(jdbc, talk, "志愿者补贴");
    var plan =
        new Plan(
            3,
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Relevance.STRONG,
            false,
            List.of(),
            List.of());
    var groups = preview(plan).odds().orElseThrow().groups();
    assertThat(groups.getLast().names()).containsExactly("志愿者补贴中心");
    assertThat(groups.getLast().chance()).isGreaterThan(.45);
  }

  @Test
  void staffOfACountyDrawFromTheirCountyOnly() {
    organizations.register(AnOrganization.named("阳谷甲").in(NeedFixture.YANGGU).draft());
    var county = people.with("county", "赵科长", Rights.organizer(NeedFixture.YANGGU)).me();
    var own =
        talks.find(county.scope(), planning.plan(TalkFixture.draft("县里的月谈"), county)).orElseThrow();

    assertThat(sortitions.preview(own, plan(1), county).pool()).isEqualTo(1);
    assertThatThrownBy(() -> sortitions.save(talk, plan(3), 0, county))
        .isInstanceOf(NotFound.class);
  }

  // --- commitment, list, draw ---

  @Test
  void theSeedIsFixedBeforeTheListAndShownAfterIt() {
    sortitions.save(talk, plan(3), 0, staff);
    assertThatThrownBy(() -> sortitions.freeze(talk, 0, "", staff)).isInstanceOf(IllegalMove.class);
    sortitions.commit(talk, 0, staff);
    var committed = stored();
    assertThat(committed.commitment()).matches("[0-9a-f]{64}");
    assertThat(committed.opened()).isEmpty();
    assertThat(table.seed(committed.id())).matches("[0-9a-f]{64}");

    assertThat(sortitions.freeze(talk, 1, "", staff)).isEmpty();
    assertThat(stored().fixed().orElseThrow().snapshot().size()).isEqualTo(12);
    assertThatThrownBy(() -> sortitions.save(talk, plan(5), 2, staff))
        .isInstanceOf(EditedElsewhere.class);
    organizations.register(AnOrganization.named("后来的中心").serial(99).draft());

    sortitions.draw(talk, 2, "", staff);
    var drawn = stored();
    assertThat(Draw.commitment(drawn.opened().orElseThrow().secret()))
        .isEqualTo(committed.commitment());
    assertThat(drawn.fixed().orElseThrow().snapshot().names()).hasSize(12);
    assertThat(onList()).containsExactlyInAnyOrderElementsOf(drawn.opened().get().last().seated());
    assertThat(sortitions.verify(drawn)).allMatch(Check::same);
    assertThatThrownBy(() -> sortitions.draw(talk, 3, "", staff)).isInstanceOf(IllegalMove.class);
  }

  @Test
  void whoeverChangesTheStoredListIsFoundOut() {
    drawn(3);
    jdbc.sql("update sortition set pool = replace(pool, '第12中心,0', '第12中心,1')").update();
    assertThat(sortitions.verify(stored())).anyMatch(check -> !check.same());
  }

  @Test
  void theCommandDrawsTheSameFromTheFiles() throws Exception {
    drawn(3, cities(1, 2));
    convene();
    decline(stored().opened().orElseThrow().last().seated().getFirst());
    sortitions.substitute(talk, stored().version(), staff);
    var drawn = stored();
    var opened = drawn.opened().orElseThrow();
    var snapshot = drawn.fixed().orElseThrow().snapshot();

    var json = run(snapshot, opened);
    assertThat(ids(json.at("/drawn"))).isEqualTo(opened.rounds().getFirst().seated());
    assertThat(ids(json.at("/substitutes/0/members"))).isEqualTo(opened.last().seated());
    assertThat(json.at("/minimum").asDouble())
        .isCloseTo(drawn.fixed().orElseThrow().minimum(), within(1e-9));
  }

  @Test
  void aPublicTextThatWasAnnouncedBecomesPartOfTheSeed() {
    sortitions.save(talk, plan(3), 0, staff);
    sortitions.commit(talk, 0, SEED, staff);
    sortitions.freeze(talk, 1, "晚间开奖号码", staff);
    var site = Site.at(port).signedIn(people.with("second", "钱科员", Rights.organizer()));
    assertThat(site.get("/talks/" + talk + "/lottery").body())
        .contains("晚间开奖号码")
        .doesNotContain(SEED);
    assertThat(site.post("/talks/" + talk + "/lottery/draw", Map.of("version", 2)).statusCode())
        .isEqualTo(422);
    site.post("/talks/" + talk + "/lottery/draw", Map.of("version", 2, "publicText", "3 8 1"));
    assertThat(stored().opened().orElseThrow().seed()).isEqualTo(SEED + "+3 8 1");
  }

  @Test
  void twoEditorsAtOnceAreTold() {
    sortitions.save(talk, plan(3), 0, staff);
    assertThatThrownBy(() -> sortitions.save(talk, plan(4), 9, staff))
        .isInstanceOf(EditedElsewhere.class);
    sortitions.save(talk, plan(4), stored().version(), staff);

    var site = Site.at(port).signedIn(people.with("second", "钱科员", Rights.organizer()));
    site.get("/talks/" + talk + "/lottery/prepare");
    var answer =
        site.post(
            "/talks/" + talk + "/lottery/prepare",
            Map.of("version", 0, "seats", 7, "relevance", "NONE"));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("value=\"7\"");
    assertThat(stored().plan().seats()).isEqualTo(4);
    assertThat(site.post("/talks/" + talk + "/lottery/commit", Map.of("version", 0)).statusCode())
        .isEqualTo(409);
  }

  @Test
  void aDrawThatWasGivenUpStaysOnTheProtocol() {
    sortitions.save(talk, plan(3), 0, staff);
    sortitions.commit(talk, 0, SEED, staff);
    sortitions.abandon(talk, 1, "名录刚刚更新", staff);
    var site = Site.at(port).signedIn(people.with("second", "钱科员", Rights.organizer()));
    assertThat(site.get("/talks/" + talk + "/lottery").body())
        .contains("名录刚刚更新", Draw.commitment(SEED))
        .doesNotContain(SEED);
    sortitions.save(talk, plan(3), 0, staff);
    assertThat(stored().status()).isEqualTo(SortitionStatus.PREPARING);
  }

  // --- after the draw ---

  @Test
  void whoeverDeclinesIsReplacedByLotEvenLate() {
    drawn(3, cities(1, 1));
    convene();
    var before = stored().opened().orElseThrow().last().seated();
    var gone = before.getLast();
    decline(gone);
    clock.set(TalkFixture.DAY.atTime(13, 30));

    assertThat(sortitions.substitute(talk, stored().version(), staff)).isEqualTo(1);
    var after = stored().opened().orElseThrow();
    assertThat(after.last().seated()).hasSize(3).doesNotContain(gone);
    assertThat(after.last().seated())
        .containsAll(before.stream().filter(id -> !id.equals(gone)).toList());
    assertThat(after.last().number()).isEqualTo(2);
    assertThat(sortitions.substitute(talk, stored().version(), staff)).isZero();
    assertThat(sortitions.verify(stored())).allMatch(Check::same);
  }

  @Test
  void nobodyIsDrawnWhenThoseWhoAreLeftCannotKeepTheQuotas() {
    var site = Site.at(port).signedIn(people.with("second", "钱科员", Rights.organizer()));
    drawn(4, cities(4, 4));
    convene();
    decline(stored().opened().orElseThrow().last().seated().getFirst());
    site.get("/talks/" + talk + "/lottery");
    var answer =
        site.post("/talks/" + talk + "/lottery/substitutes", Map.of("version", stored().version()));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("层级 市级");
    assertThat(stored().opened().orElseThrow().rounds()).hasSize(1);
  }

  @Test
  void nobodyJoinsOrLeavesADrawnListWithoutAReason() {
    drawn(3);
    var seated = stored().opened().orElseThrow().last().seated();
    var outside =
        stored().fixed().orElseThrow().snapshot().names().keySet().stream()
            .filter(id -> !seated.contains(id))
            .findFirst()
            .orElseThrow();
    assertThatThrownBy(() -> convening.list(talk, List.of(outside), staff))
        .isInstanceOf(ReasonMissing.class);
    assertThat(onList()).doesNotContain(outside);

    sortitions.add(talk, stored().version(), outside, "部门点名参加", staff);
    sortitions.strike(talk, stored().version(), seated.getFirst(), "单位正在注销", staff);
    assertThat(onList()).contains(outside).doesNotContain(seated.getFirst());
    assertThat(sortitions.substitute(talk, stored().version(), staff)).isEqualTo(1);
    assertThat(stored().opened().orElseThrow().last().seated())
        .doesNotContain(outside, seated.getFirst());
    assertThat(sortitions.verify(stored())).allMatch(Check::same);

    var site = Site.at(port).signedIn(people.with("second", "钱科员", Rights.organizer()));
    assertThat(site.get("/talks/" + talk + "/lottery").body()).contains("部门点名参加", "单位正在注销");
    site.get("/talks/" + talk + "/convening");
    var other =
        stored().fixed().orElseThrow().snapshot().names().keySet().stream()
            .filter(id -> !onList().contains(id) && !id.equals(seated.getFirst()))
            .findFirst()
            .orElseThrow();
    var answer = site.post("/talks/" + talk + "/convening", Map.of("organization", List.of(other)));
    assertThat(answer.uri().getPath()).isEqualTo("/talks/" + talk + "/lottery");
    assertThat(answer.body()).contains("增减单位要写明理由");
  }

  @Test
  void whoeverLeftTheRegistrySinceTheListWasFixedIsReplacedByLot() {
    sortitions.save(talk, plan(3), 0, staff);
    sortitions.commit(talk, 0, SEED, staff);
    sortitions.freeze(talk, 1, "", staff);
    var left = names().stream().limit(8).toList();
    jdbc.sql("update organization set active = false where id = any(:ids)")
        .param("ids", left.toArray(Long[]::new))
        .update();

    sortitions.draw(talk, 2, "", staff);
    var first = stored().opened().orElseThrow().last().seated();
    assertThat(onList()).doesNotContainAnyElementsOf(left);
    assertThat(sortitions.missing(stored()))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(first.stream().filter(left::contains).toList());

    sortitions.substitute(talk, stored().version(), staff);
    assertThat(onList())
        .hasSize(3)
        .doesNotContainAnyElementsOf(left)
        .containsExactlyInAnyOrderElementsOf(stored().opened().orElseThrow().last().seated());
    assertThat(sortitions.verify(stored())).allMatch(Check::same);
  }

  @Test
  void nothingIsDrawnOrChangedByHandOnceTheTalkHasBegun() {
    drawn(3);
    var seated = stored().opened().orElseThrow().last().seated();
    var version = stored().version();
    var other = names().stream().filter(id -> !seated.contains(id)).findFirst().orElseThrow();
    clock.set(TalkFixture.DAY.atTime(14, 30));

    assertThatThrownBy(() -> sortitions.substitute(talk, version, staff)).isInstanceOf(Begun.class);
    assertThatThrownBy(() -> sortitions.add(talk, version, other, "部门点名", staff))
        .isInstanceOf(Begun.class);
    assertThatThrownBy(() -> sortitions.strike(talk, version, seated.getLast(), "注销", staff))
        .isInstanceOf(Begun.class);
    assertThat(onList()).containsExactlyInAnyOrderElementsOf(seated);
  }

  @Test
  void whatWasTypedStaysWhenSomebodyElseWasFaster() {
    drawn(3);
    var seated = stored().opened().orElseThrow().last().seated();
    var site = Site.at(port).signedIn(people.with("second", "钱科员", Rights.organizer()));
    site.get("/talks/" + talk + "/lottery");
    var answer =
        site.post(
            "/talks/" + talk + "/lottery/strike",
            Map.of("version", 1, "strike", seated.getFirst(), "strikeReason", "单位正在注销"));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("单位正在注销");
    assertThat(onList()).containsAll(seated);
  }

  // --- who reads it ---

  @Test
  void theProtocolIsPublicOnceTheTalkIsConvenedAndARepresentativeSeesTheOwnChance() {
    drawn(3);
    var visitor = Site.at(port);
    var page = "/talks/" + talk + "/lottery";
    assertThat(visitor.get(page).statusCode()).isEqualTo(404);
    assertThat(visitor.get(page + "/files/pool.csv").statusCode()).isEqualTo(404);
    convene();

    assertThat(visitor.get(page).body())
        .contains(Draw.commitment(SEED), SEED, "./yueyuetan panel --pool pool.csv")
        .doesNotContain("本单位的机会")
        .doesNotContain("张样例");
    assertThat(visitor.get(page + "/files/pool.csv").body()).contains("编号,名称,必邀", "第1中心");
    assertThat(visitor.get(page + "/files/seed.csv").statusCode()).isEqualTo(404);
    assertThat(visitor.post(page + "/verify", Map.of()).body())
        .contains("一致")
        .doesNotContain("不一致");
    var representative = people.representative("rep", id("第5中心"));
    assertThat(Site.at(port).signedIn(representative).get(page).body()).contains("本单位的机会");
  }

  @Test
  void doubtersShareOneComputationAndWaitForNoOther() {
    drawn(3);
    var drawn = stored();
    var checks = new Checks();
    var same = List.of(new Check("panel.check.draw", true));
    checks.of(
        drawn,
        () -> {
          assertThatThrownBy(() -> checks.of(drawn, () -> same)).isInstanceOf(BeingChecked.class);
          return same;
        });
    assertThat(
            checks.of(
                drawn,
                () -> {
                  throw new AssertionError("was computed before");
                }))
        .isEqualTo(same);
  }

  @Test
  void aListThatIsChangedAfterACheckIsFoundOutToo() {
    drawn(3);
    assertThat(sortitions.verify(stored())).allMatch(Check::same);
    jdbc.sql("update sortition set pool = replace(pool, '第12中心,0', '第12中心,1')").update();
    assertThat(sortitions.verify(stored())).anyMatch(check -> !check.same());
  }

  @Test
  void aPlanThatIsBadlyTypedComesBackWithItsFaults() {
    var site = Site.at(port).signedIn(people.with("second", "钱科员", Rights.organizer()));
    site.get("/talks/" + talk + "/lottery/prepare");
    var answer =
        site.post(
            "/talks/" + talk + "/lottery/prepare",
            Map.of(
                "version", 0,
                "seats", "很多",
                "region", "999",
                "relevance", "NONE",
                "musts", "没有的中心",
                "least-LEVEL-CITY", "3",
                "most-LEVEL-CITY", "2"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("没有的中心", "至多不能小于至少", "value=\"很多\"");
    assertThat(table.ofTalk(talk)).isEmpty();
  }

  private static Allotment cities(int least, int most) {
    return new Allotment(Feature.LEVEL, "CITY", least, most);
  }

  private static Plan plan(int seats, Allotment... allotments) {
    return new Plan(
        seats,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Relevance.NONE,
        false,
        List.of(allotments),
        List.of());
  }

  private static Plan musts(int seats, Long... ids) {
    return new Plan(
        seats,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Relevance.NONE,
        false,
        List.of(),
        List.of(ids));
  }

  private Preview preview(Plan plan) {
    return sortitions.preview(talk(), plan, staff);
  }

  private Talk talk() {
    return talks.find(staff.scope(), talk).orElseThrow();
  }

  private Sortition stored() {
    return table.ofTalk(talk).orElseThrow();
  }

  private void drawn(int seats, Allotment... allotments) {
    sortitions.save(talk, plan(seats, allotments), 0, staff);
    sortitions.commit(talk, 0, SEED, staff);
    assertThat(sortitions.freeze(talk, 1, "", staff)).isEmpty();
    sortitions.draw(talk, 2, "", staff);
  }

  private void convene() {
    convening.send(talk, Instant.parse("2026-03-18T15:59:00Z"), staff);
  }

  private void decline(long organization) {
    var invitation =
        sortitions.called(talk).stream()
            .filter(each -> each.organization() == organization)
            .findFirst()
            .orElseThrow();
    answers.onBehalf(talk, invitation.invitation(), Answer.no("当日另有安排"), staff);
  }

  private List<Long> onList() {
    return sortitions.called(talk).stream().map(Sortitions.Called::organization).toList();
  }

  private Set<Long> names() {
    return stored().fixed().orElseThrow().snapshot().names().keySet();
  }

  private long id(String name) {
    return organizations.byName(name).orElseThrow().id();
  }

  private JsonNode run(Snapshot snapshot, Sortition.Opened opened) throws Exception {
    Files.writeString(folder.resolve("pool.csv"), snapshot.pool());
    Files.writeString(folder.resolve("quotas.csv"), snapshot.quotas());
    var words = new ArrayList<String>();
    for (var word : snapshot.command(opened.seed(), opened.gone()).split(" (?=--)")) {
      words.addAll(List.of(word.split(" ", 2)));
    }
    var args =
        words.subList(2, words.size()).stream()
            .map(word -> word.replaceAll("^'|'$", ""))
            .map(word -> word.endsWith(".csv") ? folder.resolve(word).toString() : word)
            .toList();
    var out = new StringWriter();
    assertThat(
            new CommandLine(new PanelCommand())
                .setOut(new PrintWriter(out, true))
                .execute(args.toArray(String[]::new)))
        .isZero();
    return JsonMapper.builder().build().readTree(out.toString());
  }

  private static List<Long> ids(JsonNode names) {
    return names.values().stream().map(node -> Long.valueOf(node.asString())).sorted().toList();
  }
}
