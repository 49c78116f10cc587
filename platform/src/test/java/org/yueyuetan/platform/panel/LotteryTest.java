package org.yueyuetan.platform.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yueyuetan.engine.panel.Draw;
import org.yueyuetan.engine.panel.Member;
import org.yueyuetan.engine.panel.Quota;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.Rights;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.command.PanelCommand;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.lifecycle.IllegalMove;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.organization.AnOrganization;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.organization.Kind;
import org.yueyuetan.platform.organization.Level;
import org.yueyuetan.platform.organization.Organizations;
import org.yueyuetan.platform.talk.Answer;
import org.yueyuetan.platform.talk.Answers;
import org.yueyuetan.platform.talk.Convening;
import org.yueyuetan.platform.talk.InvitationDraft;
import org.yueyuetan.platform.talk.Party;
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
  private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofMinutes(1);

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
  @Autowired Previews previews;
  @Autowired Substitutes substitutes;
  @Autowired HandChanges byHand;
  @Autowired Verification verification;
  @Autowired TalkList list;
  @Autowired SortitionTable table;
  @Autowired Pool pool;
  @Autowired Wording wording;
  @Autowired Lots lots;
  @Autowired TransactionTemplate transaction;
  @Autowired Audit audit;
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
  void partyLevelDistrictFieldAndKindMayEachHaveAQuotaThatEveryDrawKeeps() {
    organizations.register(
        AnOrganization.named("古楼街道办事处")
            .kind(Kind.PUBLIC_BODY)
            .level(Level.TOWNSHIP)
            .fields()
            .draft());
    organizations.register(
        AnOrganization.named("阳谷志愿服务队")
            .kind(Kind.VOLUNTEER_TEAM)
            .in(NeedFixture.YANGGU)
            .fields(Field.VOLUNTEER)
            .draft());
    drawn(
        4,
        new Allotment(Feature.PARTY, "TOWNSHIP", 1, 1),
        new Allotment(Feature.LEVEL, "CITY", 1, 1),
        new Allotment(Feature.DISTRICT, NeedFixture.YANGGU, 1, 1),
        new Allotment(Feature.FIELD, "CHARITY", 1, 1),
        new Allotment(Feature.KIND, "VOLUNTEER_TEAM", 1, 1));

    var another = talks.find(staff.scope(), other()).orElseThrow();
    var panel =
        pool.of(staff.scope(), another, plan(4)).stream()
            .filter(member -> onList().contains(member.organization()))
            .toList();
    assertThat(panel).hasSize(4);
    assertThat(stored().plan().allotments())
        .allMatch(each ->
            panel.stream().filter(member -> member.has(each.feature(), each.value())).count() == 1);
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

    assertThat(previews.of(own, plan(1), county, AS_LONG_AS_IT_TAKES).orElseThrow().pool())
        .isEqualTo(1);
    assertThatThrownBy(() -> sortitions.save(talk, plan(3), 0, county))
        .isInstanceOf(NotFound.class);
  }

  // --- commitment, list, draw ---

  @Test
  void theSeedIsFixedBeforeTheListAndShownAfterIt() {
    sortitions.save(talk, plan(3), 0, staff);
    assertThatThrownBy(() -> sortitions.freeze(talk, 0, "", staff)).isInstanceOf(IllegalMove.class);
    sortitions.commit(talk, 0, "", staff);
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
    assertThat(verify(drawn)).allMatch(Check::same);
    assertThatThrownBy(() -> sortitions.draw(talk, 3, "", staff)).isInstanceOf(IllegalMove.class);
  }

  @Test
  void theLanguageOfTheComputerDoesNotMatter() {
    var before = Locale.getDefault(Locale.Category.FORMAT);
    Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      sortitions.save(talk, Plan.of(3), 0, staff);
      sortitions.commit(talk, 0, SEED, "", staff);
      sortitions.freeze(talk, 1, "", staff);
      sortitions.draw(talk, 2, "", staff);
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, before);
    }
    assertThat(verify(stored())).allMatch(Check::same);
  }

  @Test
  void whoeverChangesTheStoredListIsFoundOut() {
    drawn(3);
    jdbc.sql("update sortition set pool = replace(pool, '第12中心,0', '第12中心,1')").update();
    assertThat(verify(stored())).anyMatch(check -> !check.same());
  }

  @Test
  void theCommandDrawsTheSameFromTheFiles() throws Exception {
    drawn(3, cities(1, 2));
    convene();
    decline(stored().opened().orElseThrow().last().seated().getFirst());
    substitutes.substitute(talk, stored().version(), staff);
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
    sortitions.commit(talk, 0, SEED, "", staff);
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
    assertThat(commit(site, 0).statusCode()).isEqualTo(409);
  }

  @Test
  void whatWasTypedStaysWhenSomebodyElseWasFasterWithTheSeedOrTheList() {
    convening.list(talk, List.of(id("第1中心")), staff);
    sortitions.save(talk, plan(3), 0, staff);
    sortitions.save(talk, plan(4), 0, staff);
    var site = Site.at(port).signedIn(people.with("second", "钱科员", Rights.organizer()));
    site.get("/talks/" + talk + "/lottery/prepare");
    var late = commit(site, 0);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("value=\"7\"", "value=\"主办单位\"");
    assertThat(stored().status()).isEqualTo(SortitionStatus.PREPARING);

    assertThat(commit(site, 1).body()).contains("承诺已公布");
    assertThat(stored().plan().seats()).isEqualTo(7);
    var typed = Map.of("version", 1, "seats", 6, "relevance", "NONE", "announced", "晚间开奖号码");
    var freeze = "/talks/" + talk + "/lottery/freeze";
    var later = site.post(freeze, typed);
    assertThat(later.statusCode()).isEqualTo(409);
    assertThat(later.body()).contains("value=\"6\"", "value=\"晚间开奖号码\"");
    assertThat(stored().fixed()).isEmpty();
  }

  @Test
  void theListIsFixedAsItStandsOnThePage() {
    sortitions.save(talk, plan(3), 0, staff);
    sortitions.commit(talk, 0, SEED, "", staff);
    var site = Site.at(port).signedIn(people.with("second", "钱科员", Rights.organizer()));
    site.get("/talks/" + talk + "/lottery/prepare");
    site.post(
        "/talks/" + talk + "/lottery/freeze",
        Map.of("version", 1, "seats", 5, "relevance", "NONE"));
    assertThat(stored().fixed().orElseThrow().snapshot().seats()).isEqualTo(5);
    assertThat(stored().plan().seats()).isEqualTo(5);
  }

  @Test
  void nothingIsLockedWhileALotteryIsComputedAndWhoeverChangesThePlanMeanwhileIsNotOverruled() {
    sortitions.save(talk, plan(3), 0, staff);
    sortitions.commit(talk, 0, SEED, "", staff);
    var slow =
        new Sortitions(
            table,
            pool,
            list,
            previews,
            wording,
            meanwhile(() -> sortitions.save(talk, plan(4), 1, staff)),
            talks,
            convening,
            transaction,
            clock,
            audit);

    assertThatThrownBy(() -> slow.freeze(talk, 1, "", staff)).isInstanceOf(EditedElsewhere.class);
    assertThat(stored().fixed()).isEmpty();
    assertThat(stored().plan().seats()).isEqualTo(4);
  }

  @Test
  void noSubstituteIsDrawnWhenSomebodyElseDeclinesMeanwhile() {
    drawn(3);
    convene();
    var seated = stored().opened().orElseThrow().last().seated();
    decline(seated.getFirst());
    var slow =
        new Substitutes(
            sortitions,
            table,
            list,
            meanwhile(() -> decline(seated.getLast())),
            convening,
            transaction,
            audit);

    assertThatThrownBy(() -> slow.substitute(talk, stored().version(), staff))
        .isInstanceOf(EditedElsewhere.class);
    assertThat(stored().opened().orElseThrow().rounds()).hasSize(1);
    assertThat(substitutes.substitute(talk, stored().version(), staff)).isEqualTo(2);
  }

  @Test
  void whoeverTriesAnotherPlanDoesNotWaitForTheOneBefore() {
    var fresh = new Lots();
    var first = new Lots.Asker(talk, 1);
    assertThat(fresh.answer(first, intricate(1), Duration.ZERO)).isEmpty();
    assertThat(fresh.answer(new Lots.Asker(talk, 2), intricate(2), Duration.ZERO)).isEmpty();
    assertThat(fresh.answer(first, intricate(1), Duration.ZERO)).isEmpty();

    var easy = new org.yueyuetan.engine.panel.Convening(members(3, 1), List.of(), 1);
    assertThat(fresh.answer(first, easy, Duration.ofSeconds(10))).isPresent();
    fresh.destroy();
  }

  @Test
  void aListIsFixedWhenItIsComputedAndThePageMayBeLeftMeanwhile() {
    sortitions.save(talk, plan(3), 0, staff);
    sortitions.commit(talk, 0, SEED, "", staff);
    var easy = new org.yueyuetan.engine.panel.Convening(members(3, 1), List.of(), 1);
    for (int person = -2; person < 0; person++) {
      var busy = intricate(person);
      assertThat(lots.answer(new Lots.Asker(talk, person), busy, Duration.ZERO)).isEmpty();
    }
    var site = Site.at(port).signedIn(people.with("second", "钱科员", Rights.organizer()));
    site.get("/talks/" + talk + "/lottery/prepare");
    var typed = Map.of("version", 1, "seats", 5, "relevance", "NONE", "announced", "晚间开奖号码");
    var early = site.post("/talks/" + talk + "/lottery/freeze", typed);
    assertThat(early.statusCode()).isEqualTo(422);
    assertThat(early.body()).contains("还在计算", "hx-include=\"#plan\"", "value=\"晚间开奖号码\"");
    assertThat(stored().fixed()).isEmpty();

    lots.answer(new Lots.Asker(talk, -2), easy, AS_LONG_AS_IT_TAKES);
    lots.answer(new Lots.Asker(talk, -1), easy, AS_LONG_AS_IT_TAKES);
    site.post("/talks/" + talk + "/lottery/freeze", typed);
    assertThat(stored().fixed().orElseThrow().snapshot().seats()).isEqualTo(5);
  }

  private static final int FEATURES = 10;

  /** Takes minutes, but stops at once when it is given up. */
  private static org.yueyuetan.engine.panel.Convening intricate(int seed) {
    var members = members(240, seed);
    var quotas = new ArrayList<Quota>();
    for (int feature = 0; feature < FEATURES; feature++) {
      for (int value = 0; value < 3; value++) {
        var name = "f" + feature;
        var wanted = String.valueOf(value);
        int seated =
            (int)
                members.stream()
                    .limit(60)
                    .filter(member -> wanted.equals(member.features().get(name)))
                    .count();
        quotas.add(new Quota(name, wanted, seated, seated));
      }
    }
    return new org.yueyuetan.engine.panel.Convening(members, quotas, 60);
  }

  private static List<Member> members(int count, int seed) {
    var random = new Random(seed);
    return IntStream.range(0, count)
        .mapToObj(n -> {
          var features = new HashMap<String, String>();
          IntStream.range(0, FEATURES)
              .forEach(f -> features.put("f" + f, String.valueOf(random.nextInt(3))));
          return new Member(String.valueOf(n), features, false, 0, 0);
        })
        .toList();
  }

  @Test
  void aCityOfTwoThousandIsDrawnFrom() {
    jdbc.sql(
            """
            insert into organization (name, kind, level, region_code, party_type, words, created_at)
            select '样例单位' || n, (array['SOCIAL_GROUP', 'FOUNDATION', 'SERVICE_AGENCY'])[1 + n % 3],
                   (array['CITY', 'COUNTY', 'TOWNSHIP', 'COMMUNITY'])[1 + n % 4], '371502000000', 'NONE', '', now()
            from generate_series(1, 1988) n
            """)
        .update();
    drawn(200, cities(40, 60), new Allotment(Feature.LEVEL, "COUNTY", 60, 80));
    assertThat(onList()).hasSize(200);
    assertThat(stored().fixed().orElseThrow().gap()).isLessThan(1e-6);
  }

  @Test
  void aDrawThatWasGivenUpStaysOnTheProtocol() {
    sortitions.save(talk, plan(3), 0, staff);
    sortitions.commit(talk, 0, SEED, "", staff);
    sortitions.abandon(talk, 1, "名录刚刚更新", staff);
    var site = Site.at(port).signedIn(people.with("second", "钱科员", Rights.organizer()));
    assertThat(site.get("/talks/" + talk + "/lottery").body())
        .contains("名录刚刚更新", Draw.commitment(SEED))
        .doesNotContain(SEED);
    sortitions.save(talk, plan(3), 0, staff);
    assertThat(stored().status()).isEqualTo(SortitionStatus.PREPARING);
  }

  @Test
  void whatWasFixedBeforeADrawWasGivenUpStaysToReadForEveryone() {
    sortitions.save(talk, plan(3, cities(1, 1)), 0, staff);
    sortitions.commit(talk, 0, SEED, "", staff);
    sortitions.freeze(talk, 1, "晚间开奖号码", staff);
    var fixed = stored().fixed().orElseThrow();
    var givenUp = stored().id();
    byHand.add(talk, 2, id("第1中心"), "承办单位", staff);
    sortitions.abandon(talk, 3, "名录刚刚更新", staff);
    convene();

    var page = "/talks/" + talk + "/lottery";
    assertThat(Site.at(port).get(page).body())
        .contains("名录刚刚更新", Draw.commitment(SEED), fixed.snapshot().hash(), "晚间开奖号码", "承办单位")
        .doesNotContain(SEED);
    var files = page + "/abandoned/" + givenUp + "/files/";
    assertThat(Site.at(port).get(files + "pool.csv").body()).isEqualTo(fixed.snapshot().pool());
    assertThat(Site.at(port).get(files + "panels.csv").body()).isEqualTo(fixed.panels());
    assertThat(Site.at(port).get("/talks/" + talk).body()).contains(page);
  }

  // --- by hand before the draw ---

  @Test
  void whoeverStoodOnTheListBeforeTheCommitmentStandsInTheProtocolWithAReason() {
    convening.list(talk, List.of(id("第1中心")), staff);
    convening.add(talk, new InvitationDraft("李四工作室", Party.COMMUNITY, "", "", ""), staff);
    sortitions.save(talk, plan(3), 0, staff);
    assertThatThrownBy(() -> sortitions.commit(talk, 0, SEED, "", staff))
        .isInstanceOf(ReasonMissing.class);
    assertThat(stored().commitment()).isEmpty();

    sortitions.commit(talk, 0, SEED, "主办单位", staff);
    sortitions.freeze(talk, 1, "", staff);
    sortitions.draw(talk, 2, "", staff);
    convene();
    assertThat(Site.at(port).get("/talks/" + talk + "/lottery").body())
        .contains("第1中心", "名录外嘉宾（社区（村））", "主办单位", "聊城市民政局工作人员")
        .doesNotContain("李四工作室", staff.name());
  }

  @Test
  void fromTheCommitmentOnNobodyJoinsOrLeavesTheListWithoutAReasonThatEverybodyReads() {
    sortitions.save(talk, plan(3), 0, staff);
    sortitions.commit(talk, 0, SEED, "", staff);
    var site = Site.at(port).signedIn(people.with("second", "钱科员", Rights.organizer()));
    var page = "/talks/" + talk + "/convening";
    site.get(page);
    var unreasoned = site.post(page, Map.of("organization", id("第1中心")));
    assertThat(unreasoned.statusCode()).isEqualTo(422);
    assertThat(unreasoned.body()).contains("id=\"listReason-fault\"");
    var guest = Map.of("unit", "李四工作室", "party", "COMMUNITY");
    var unknown = site.post("/talks/" + talk + "/guests", guest);
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("李四工作室");
    assertThat(list.of(talk)).isEmpty();

    site.post(page, Map.of("organization", id("第1中心"), "listReason", "承办单位"));
    var reasoned = new HashMap<>(guest);
    reasoned.put("guestReason", "社区议题需要");
    site.post("/talks/" + talk + "/guests", reasoned);
    assertThat(list.of(talk)).hasSize(2);
    var first = list.of(talk).getFirst().invitation();
    var refused =
        site.post(
            "/talks/" + talk + "/invitations/" + first + "/remove", Map.of("from", "convening"));
    assertThat(refused.body()).contains("增减单位要写明理由", "value=\"" + first + "\" selected");
    assertThat(list.of(talk)).hasSize(2);
    byHand.strike(talk, stored().version(), first, "换人承办", staff);

    assertThat(byHand.of(stored()))
        .extracting(Sortition.Change::reason)
        .containsExactly("承办单位", "社区议题需要", "换人承办");
    assertThat(onList()).isEmpty();
  }

  @Test
  void whoeverWasCalledByHandIsNotDrawnAsWell() {
    sortitions.save(talk, plan(11), 0, staff);
    sortitions.commit(talk, 0, SEED, "", staff);
    byHand.add(talk, 1, id("第1中心"), "承办单位", staff);
    sortitions.freeze(talk, 2, "", staff);
    sortitions.draw(talk, 3, "", staff);
    assertThat(stored().opened().orElseThrow().last().seated())
        .hasSize(11)
        .doesNotContain(id("第1中心"));
  }

  @Test
  void whoeverWasStruckBeforeTheDrawStopsNeitherDrawNorSubstitutesAndComesBackWithAReasonOnly() {
    sortitions.save(talk, plan(11), 0, staff);
    sortitions.commit(talk, 0, SEED, "", staff);
    sortitions.freeze(talk, 1, "", staff);
    var struck = List.of(id("第1中心"), id("第2中心"));
    for (var each : struck) {
      byHand.add(talk, stored().version(), each, "承办单位", staff);
      byHand.strike(talk, stored().version(), invitation(each), "改由他人承办", staff);
    }

    sortitions.draw(talk, stored().version(), "", staff);
    var first = stored().opened().orElseThrow().last().seated();
    assertThat(first).as("only one of twelve is not drawn").containsAnyElementsOf(struck);
    assertThat(onList())
        .containsExactlyInAnyOrderElementsOf(
            first.stream().filter(each -> !struck.contains(each)).toList());
    assertThatThrownBy(() -> substitutes.substitute(talk, stored().version(), staff))
        .as("too few are left")
        .isInstanceOf(NoSubstitutes.class);
    assertThatThrownBy(() -> convening.list(talk, struck, staff)).isInstanceOf(ReasonMissing.class);
  }

  @Test
  void whoeverWasStruckWhileThePlanWasOpenIsNotDrawnFrom() {
    convening.list(talk, List.of(id("第1中心")), staff);
    sortitions.save(talk, plan(11), 0, staff);
    sortitions.commit(talk, 0, SEED, "承办单位", staff);
    byHand.strike(talk, 1, invitation(id("第1中心")), "改由他人承办", staff);
    sortitions.freeze(talk, stored().version(), "", staff);
    assertThat(names()).hasSize(11).doesNotContain(id("第1中心"));
    sortitions.draw(talk, stored().version(), "", staff);
    assertThat(onList()).hasSize(11);
  }

  // --- after the draw ---

  @Test
  void whoeverWasStruckIsNoSubstitute() {
    drawn(9);
    var first = stored().opened().orElseThrow().last().seated();
    var waiting = names().stream().filter(each -> !first.contains(each)).toList();
    var struck = waiting.getLast();
    byHand.add(talk, stored().version(), struck, "部门点名参加", staff);
    byHand.strike(talk, stored().version(), invitation(struck), "单位正在注销", staff);
    for (var each : first.subList(0, 2)) {
      byHand.strike(talk, stored().version(), invitation(each), "单位正在注销", staff);
    }

    assertThat(substitutes.substitute(talk, stored().version(), staff)).isEqualTo(2);
    assertThat(onList()).hasSize(9).containsAll(waiting.subList(0, 2)).doesNotContain(struck);
    assertThat(verify(stored())).allMatch(Check::same);
  }

  @Test
  void whoeverDeclinesIsReplacedByLotEvenLate() {
    drawn(3, cities(1, 1));
    convene();
    var before = stored().opened().orElseThrow().last().seated();
    var gone = before.getLast();
    decline(gone);
    clock.set(TalkFixture.DAY.atTime(13, 30));

    assertThat(substitutes.substitute(talk, stored().version(), staff)).isEqualTo(1);
    var after = stored().opened().orElseThrow();
    assertThat(after.last().seated()).hasSize(3).doesNotContain(gone);
    assertThat(after.last().seated())
        .containsAll(before.stream().filter(id -> !id.equals(gone)).toList());
    assertThat(after.last().number()).isEqualTo(2);
    assertThat(substitutes.substitute(talk, stored().version(), staff)).isZero();
    assertThat(verify(stored())).allMatch(Check::same);
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

    byHand.add(talk, stored().version(), outside, "部门点名参加", staff);
    byHand.strike(talk, stored().version(), invitation(seated.getFirst()), "单位正在注销", staff);
    assertThat(onList()).contains(outside).doesNotContain(seated.getFirst());
    assertThat(substitutes.substitute(talk, stored().version(), staff)).isEqualTo(1);
    assertThat(stored().opened().orElseThrow().last().seated())
        .doesNotContain(outside, seated.getFirst());
    assertThat(verify(stored())).allMatch(Check::same);

    var site = Site.at(port).signedIn(people.with("second", "钱科员", Rights.organizer()));
    assertThat(site.get("/talks/" + talk + "/lottery").body()).contains("部门点名参加", "单位正在注销");
    site.get("/talks/" + talk + "/convening");
    var other =
        stored().fixed().orElseThrow().snapshot().names().keySet().stream()
            .filter(id -> !onList().contains(id) && !id.equals(seated.getFirst()))
            .findFirst()
            .orElseThrow();
    var answer = site.post("/talks/" + talk + "/convening", Map.of("organization", List.of(other)));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(onList()).doesNotContain(other);
  }

  @Test
  void whoeverLeftTheRegistrySinceTheListWasFixedIsReplacedByLot() {
    sortitions.save(talk, plan(3), 0, staff);
    sortitions.commit(talk, 0, SEED, "", staff);
    sortitions.freeze(talk, 1, "", staff);
    var left = names().stream().limit(8).toList();
    jdbc.sql("update organization set active = false where id = any(:ids)")
        .param("ids", left.toArray(Long[]::new))
        .update();

    sortitions.draw(talk, 2, "", staff);
    var first = stored().opened().orElseThrow().last().seated();
    assertThat(onList()).doesNotContainAnyElementsOf(left);
    assertThat(substitutes.missing(stored()))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(first.stream().filter(left::contains).toList());

    substitutes.substitute(talk, stored().version(), staff);
    assertThat(onList())
        .hasSize(3)
        .doesNotContainAnyElementsOf(left)
        .containsExactlyInAnyOrderElementsOf(stored().opened().orElseThrow().last().seated());
    assertThat(verify(stored())).allMatch(Check::same);
  }

  @Test
  void nothingIsDrawnOrChangedByHandOnceTheTalkHasBegun() {
    drawn(3);
    var seated = stored().opened().orElseThrow().last().seated();
    var version = stored().version();
    var other = names().stream().filter(id -> !seated.contains(id)).findFirst().orElseThrow();
    clock.set(TalkFixture.DAY.atTime(14, 30));

    assertThatThrownBy(() -> substitutes.substitute(talk, version, staff))
        .isInstanceOf(Begun.class);
    assertThatThrownBy(() -> byHand.add(talk, version, other, "部门点名", staff))
        .isInstanceOf(Begun.class);
    assertThatThrownBy(
            () -> byHand.strike(talk, version, invitation(seated.getLast()), "注销", staff))
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
            Map.of(
                "version", 1, "strike", invitation(seated.getFirst()), "strikeReason", "单位正在注销"));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("单位正在注销");
    assertThat(onList()).containsAll(seated);
  }

  // --- who reads it ---

  @Test
  void theProtocolIsPublicFromTheCommitmentOnAndARepresentativeSeesTheOwnChance() {
    var visitor = Site.at(port);
    var page = "/talks/" + talk + "/lottery";
    sortitions.save(talk, plan(3), 0, staff);
    assertThat(visitor.get(page).statusCode()).isEqualTo(404);
    sortitions.commit(talk, 0, SEED, "", staff);
    assertThat(visitor.get(page).body()).contains(Draw.commitment(SEED)).doesNotContain(SEED);
    assertThat(visitor.get("/talks/" + talk).statusCode()).isEqualTo(404);
    assertThat(visitor.get(page + "/files/pool.csv").statusCode()).isEqualTo(404);
    assertThat(sortitions.freeze(talk, 1, "", staff)).isEmpty();
    sortitions.draw(talk, 2, "", staff);

    assertThat(visitor.get(page).body())
        .contains(Draw.commitment(SEED), SEED, "没有人工增减", "./yueyuetan panel --pool pool.csv")
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
  void doubtersShareOneComputationThatMayBeLeftAndOnlyOneIsComputedAtATime() throws Exception {
    drawn(3);
    var fresh = new Verification();
    var drawn = stored();
    sortitions.save(other(), plan(2), 0, staff);
    var another = table.ofTalk(other()).orElseThrow();
    var mayEnd = new CountDownLatch(1);
    Callable<List<Check>> work =
        () -> {
          mayEnd.await();
          return List.of(new Check("panel.check.draw", true));
        };
    Callable<List<Check>> again =
        () -> {
          throw new AssertionError("was computed before");
        };
    assertThat(fresh.of(drawn, work, Duration.ZERO)).isEmpty();
    assertThat(fresh.of(drawn, again, Duration.ZERO)).isEmpty();
    assertThatThrownBy(() -> fresh.of(another, again, Duration.ZERO))
        .isInstanceOf(BeingChecked.class);
    mayEnd.countDown();
    assertThat(fresh.of(drawn, again, AS_LONG_AS_IT_TAKES)).isPresent();
  }

  @Test
  void aListThatIsChangedAfterACheckIsFoundOutToo() {
    drawn(3);
    assertThat(verify(stored())).allMatch(Check::same);
    jdbc.sql("update sortition set pool = replace(pool, '第12中心,0', '第12中心,1')").update();
    assertThat(verify(stored())).anyMatch(check -> !check.same());
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
    return previews.of(talk(), plan, staff, AS_LONG_AS_IT_TAKES).orElseThrow();
  }

  private Talk talk() {
    return talks.find(staff.scope(), talk).orElseThrow();
  }

  private Sortition stored() {
    return table.ofTalk(talk).orElseThrow();
  }

  /** Somebody does this while a lottery is computed. */
  private static Lots meanwhile(Runnable what) {
    return new Lots() {
      @Override
      org.yueyuetan.engine.panel.Answer answer(org.yueyuetan.engine.panel.Convening convening) {
        assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
        what.run();
        return super.answer(convening);
      }
    };
  }

  private long other() {
    return jdbc.sql("select id from talk where title = '另一次'")
        .query(Long.class)
        .optional()
        .orElseGet(() -> planning.plan(TalkFixture.draft("另一次"), staff));
  }

  private HttpResponse<String> commit(Site site, int version) {
    return site.post(
        "/talks/" + talk + "/lottery/commit",
        Map.of("version", version, "seats", 7, "relevance", "NONE", "listReason", "主办单位"));
  }

  private void drawn(int seats, Allotment... allotments) {
    sortitions.save(talk, plan(seats, allotments), 0, staff);
    sortitions.commit(talk, 0, SEED, "", staff);
    assertThat(sortitions.freeze(talk, 1, "", staff)).isEmpty();
    sortitions.draw(talk, 2, "", staff);
  }

  private void convene() {
    convening.send(talk, Instant.parse("2026-03-18T15:59:00Z"), staff);
  }

  private void decline(long organization) {
    answers.onBehalf(talk, invitation(organization), Answer.no("当日另有安排"), staff);
  }

  private List<Long> onList() {
    return list.of(talk).stream().flatMap(each -> each.organization().stream()).toList();
  }

  private long invitation(long organization) {
    return list.of(talk).stream()
        .filter(each -> each.organization().equals(Optional.of(organization)))
        .findFirst()
        .orElseThrow()
        .invitation();
  }

  private List<Check> verify(Sortition sortition) {
    return verification.of(sortition, AS_LONG_AS_IT_TAKES).orElseThrow();
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
