package org.yueyuetan.platform.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.account.Rights;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.agreement.AgreementSigned;
import org.yueyuetan.platform.agreement.Contribution;
import org.yueyuetan.platform.agreement.Manner;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Fault;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.lifecycle.IllegalMove;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.need.NeedStatus;
import org.yueyuetan.platform.need.Needs;
import org.yueyuetan.platform.need.Visibility;
import org.yueyuetan.platform.organization.Organizations;
import org.yueyuetan.platform.outcome.Figures;
import org.yueyuetan.platform.outcome.Period;
import org.yueyuetan.platform.outcome.Thing;
import org.yueyuetan.platform.outcome.ThingKind;
import org.yueyuetan.platform.outcome.Threads;
import org.yueyuetan.platform.project.Advance;
import org.yueyuetan.platform.project.Advances;
import org.yueyuetan.platform.project.ProjectFixture;
import org.yueyuetan.platform.project.Projects;
import org.yueyuetan.platform.project.Provisions;

@PlatformTest
@Import(SelectionFixture.class)
class SelectionTest {

  private static final String REASON = "负责人是近亲属";

  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired People people;
  @Autowired SelectionFixture fixture;
  @Autowired Organizations organizations;
  @Autowired Needs needs;
  @Autowired Projects projects;
  @Autowired Provisions provisions;
  @Autowired Advances advances;
  @Autowired Selections selections;
  @Autowired Rankings rankings;
  @Autowired Results results;
  @Autowired Confirmations confirmations;
  @Autowired ConfirmedPairs confirmedPairs;
  @Autowired Clockwork clockwork;
  @Autowired SelectionTable table;
  @Autowired EntryTable entries;
  @Autowired TransactionTemplate transaction;
  @Autowired Threads threads;
  @Autowired Figures figures;
  @Autowired ApplicationEventPublisher events;
  @LocalServerPort int port;

  private SignedIn staff = SignedIn.visitor();

  /**
   * Puxin would rather work with Film, Jiayin with Studio; Film prefers Jiayin, Studio Puxin. Each
   * needs eight videos; each makes eight.
   */
  @BeforeEach
  void twoProjectsAndTwoProviders() {
    fixture.forget();
    staff = people.organizer().me();
    fixture.project("蒲心", staff);
    fixture.project("佳音", staff);
    fixture.videos("微电影", 8);
    fixture.videos("影视社", 8);
  }

  private long opened() {
    return fixture.opened(SelectionFixture.draft(Side.PROJECT), staff);
  }

  private void rankCrosswise(long round) {
    fixture.rank(round, staff, "蒲心", "微电影", "影视社");
    fixture.rank(round, staff, "佳音", "影视社", "微电影");
    fixture.rank(round, staff, "微电影", "佳音", "蒲心");
    fixture.rank(round, staff, "影视社", "蒲心", "佳音");
  }

  private Selection of(long round) {
    return selections.find(staff.scope(), round).orElseThrow();
  }

  private Preview preview(long round) {
    return results.preview(of(round));
  }

  private void close(long round) {
    selections.close(round, of(round).version(), staff);
  }

  private long announced() {
    var round = opened();
    rankCrosswise(round);
    close(round);
    announce(round);
    return round;
  }

  private void announce(long round) {
    results.announce(round, of(round).version(), preview(round).hash(), staff);
  }

  private List<String> held(long round) {
    return results.paired(of(round)).stream()
        .filter(each -> !each.pair().is(PairStatus.RELEASED))
        .map(SelectionTest::told)
        .toList();
  }

  private static String told(Paired each) {
    return "%s–%s %d"
        .formatted(
            each.project().organizationName(),
            each.provider().organizationName(),
            each.pair().amount());
  }

  private Pair pair(long round, String organization) {
    return results.paired(of(round)).stream()
        .filter(each ->
            each.project().organizationName().equals(organization)
                || each.provider().organizationName().equals(organization))
        .map(Paired::pair)
        .filter(pair -> pair.is(PairStatus.AWAITING))
        .findFirst()
        .orElseThrow();
  }

  private void confirm(long round, String organization) {
    confirmations.confirm(fixture.of(organization), round, pair(round, organization).id());
  }

  private List<String> toldTo(String organization) {
    return jdbc
        .sql("select key from notice where account_id = :account order by id")
        .param("account", fixture.of(organization).id())
        .query(String.class)
        .list()
        .stream()
        .filter(key -> key.startsWith("selection."))
        .map(key -> key.substring("selection.notice.".length()))
        .toList();
  }

  private void onDay(LocalDate day) {
    clock.set(day.atTime(8, 0));
    clockwork.run();
  }

  // --- the result ---

  @Test
  void theSideThatTheRoundFavoursGetsItsBestAndBothAreShown() {
    var round = opened();
    rankCrosswise(round);
    close(round);

    var preview = preview(round);

    assertThat(preview.certificate().isStable()).isTrue();
    assertThat(preview.unmatched())
        .as("nobody gives money")
        .allSatisfy((entry, why) -> assertThat(why.kind()).isEqualTo(Why.Kind.NOBODY_FITS));
    assertThat(preview.outcome().only(Side.PROVIDER)).hasSize(2);
    announce(round);
    assertThat(held(round)).containsExactlyInAnyOrder("蒲心–微电影 8", "佳音–影视社 8");
  }

  @Test
  void aRunIsTheSameAgainFromWhatWasStored() {
    var round = announced();
    var run = results.run(of(round), 1).orElseThrow();

    assertThat(results.verify(run)).isTrue();
    assertThat(of(round).seed()).isEqualTo(run.snapshot().seed());
    assertThat(org.yueyuetan.engine.panel.Draw.commitment(of(round).seed()))
        .isEqualTo(of(round).commitment());
    assertThatThrownBy(() -> jdbc.sql("update selection_run set seed = 'x'").update())
        .as("nobody changes it afterwards")
        .hasMessageContaining("append-only");
  }

  @Test
  void everybodyLearnsWhyNotTheFirstChoiceWithoutTheRanksOfOthers() {
    var round = opened();
    fixture.rank(round, staff, "蒲心", "微电影", "影视社");
    fixture.rank(round, staff, "佳音", "微电影");
    fixture.rank(round, staff, "微电影", "佳音", "蒲心");
    fixture.rank(round, staff, "影视社", "蒲心");
    close(round);
    announce(round);
    var reasons = results.reasons(of(round));

    var first = reasons.first(fixture.entry(round, "蒲心", staff)).orElseThrow();

    assertThat(first).isEqualTo(new Why(Why.Kind.FULL, "微电影", 1, ""));
    assertThat(reasons.first(fixture.entry(round, "佳音", staff))).isEmpty();
  }

  @Test
  void whoIsUnmatchedAndWhyIsTold() {
    fixture.videos("外县社", 8);
    fixture.videos("孤社", 8);
    var round = opened();
    rankCrosswise(round);
    fixture.rank(round, staff, "外县社", "蒲心");
    close(round);

    var unmatched =
        preview(round).unmatched().entrySet().stream()
            .filter(each -> Set.of("外县社", "孤社").contains(each.getKey().organizationName()))
            .map(each -> each.getKey().organizationName() + " " + each.getValue().kind())
            .toList();

    assertThat(unmatched).containsExactlyInAnyOrder("外县社 NOBODY_MUTUAL", "孤社 NO_RANKS");
  }

  @Test
  void lessThanASmallestLotIsNotGiven() {
    fixture.videos("小社", 1);
    var round = opened();
    fixture.rank(round, staff, "蒲心", "小社", "微电影");
    fixture.rank(round, staff, "小社", "蒲心");
    fixture.rank(round, staff, "微电影", "蒲心");
    close(round);
    announce(round);

    assertThat(held(round)).containsExactly("蒲心–微电影 8");
    assertThat(results.reasons(of(round)).first(fixture.entry(round, "蒲心", staff)))
        .map(Why::kind)
        .contains(Why.Kind.LOT);
  }

  @Test
  void staffOverruleAPairForAReasonOnRecordUntilTheResultIsTold() {
    var round = opened();
    rankCrosswise(round);
    close(round);
    var seen = preview(round);
    var puxin = fixture.entry(round, "蒲心", staff).id();
    var film = fixture.entry(round, "微电影", staff).id();
    results.overrule(round, puxin, film, REASON, of(round).version(), staff);

    assertThatThrownBy(() -> results.announce(round, of(round).version(), seen.hash(), staff))
        .as("the preview that staff saw is another")
        .isInstanceOf(EditedElsewhere.class);
    announce(round);

    assertThat(held(round)).containsExactlyInAnyOrder("蒲心–影视社 8", "佳音–微电影 8");
    assertThat(results.reasons(of(round)).first(fixture.entry(round, "蒲心", staff)))
        .contains(new Why(Why.Kind.OVERRULED, "微电影", 1, REASON));
    assertThatThrownBy(() -> results.takeBack(round, puxin, film, of(round).version(), staff))
        .isInstanceOf(IllegalMove.class);
  }

  // --- ranking ---

  @Test
  void ranksChangeUntilTheRoundClosesAndNotAfter() {
    var round = opened();
    fixture.rank(round, staff, "蒲心", "影视社");
    fixture.rank(round, staff, "蒲心", "微电影", "影视社");
    assertThat(rankings.ranksOf(fixture.entry(round, "蒲心", staff)).values())
        .containsExactlyInAnyOrder(1, 2);

    clock.set(SelectionFixture.CLOSES.atTime(23, 59));
    fixture.rank(round, staff, "蒲心", "微电影");
    clock.set(SelectionFixture.CLOSES.plusDays(1).atTime(0, 0));

    assertThatThrownBy(() -> fixture.rank(round, staff, "蒲心", "影视社"))
        .as("by the date alone, before the job came")
        .isInstanceOf(RankingOver.class);
    assertThat(rankings.ranksOf(fixture.entry(round, "蒲心", staff))).hasSize(1);
  }

  @Test
  void twoBrowsersDoNotOverwriteEachOther() {
    var round = opened();
    var entry = fixture.entry(round, "蒲心", staff);
    var other = fixture.entry(round, "微电影", staff).id();
    rankings.rank(fixture.of("蒲心"), round, entry.id(), Ranking.of(List.of(other)), 0);

    assertThatThrownBy(
            () -> rankings.rank(fixture.of("蒲心"), round, entry.id(), Ranking.of(List.of()), 0))
        .isInstanceOf(EditedElsewhere.class);
    assertThat(rankings.ranksOf(entry)).hasSize(1);
  }

  @Test
  void unknownDoubledAndTiedPartnersAreToldAndNothingIsSaved() {
    var known = Map.of(1L, "微电影", 2L, "影视社");

    assertThat(faults(known, false, "1", "1")).containsExactly("selection.fault.doubled");
    assertThat(faults(known, false, "1", "7")).containsExactly("selection.fault.unknown");
    assertThat(faults(known, false, "1", "2")).containsExactly("selection.fault.tie");
    assertThat(faults(known, true, "1", "2")).isEmpty();
    assertThatThrownBy(() -> Ranking.of(List.of(1L, 1L)))
        .isInstanceOf(IllegalArgumentException.class);

    var round = opened();
    var own = fixture.entry(round, "蒲心", staff);
    var sameSide = fixture.entry(round, "佳音", staff).id();
    assertThatThrownBy(() ->
            rankings.rank(fixture.of("蒲心"), round, own.id(), Ranking.of(List.of(sameSide)), 0))
        .isInstanceOf(NotFound.class);
  }

  private static List<String> faults(Map<Long, String> known, boolean ties, String... candidates) {
    var form =
        new Form(
            Map.of(
                "candidate", List.of(candidates),
                "rank-1", List.of("3"),
                "rank-2", List.of("3"),
                "then", List.of("submit")));
    Ranking.read(form, known, ties);
    return form.faults().stream().map(fault -> fault.key()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"一", "abc", "0", "-1", "2.5", "10000", "1 2"})
  void aPlaceThatIsNoWholeNumberIsToldWithTheNameOfThePartner(String typed) {
    var form =
        new Form(
            Map.of(
                "candidate", List.of("1", "2"),
                "rank-1", List.of("1"),
                "rank-2", List.of(typed),
                "then", List.of("draft")));

    Ranking.read(form, Map.of(1L, "微电影", 2L, "影视社"), false);

    assertThat(form.faults())
        .containsExactly(
            new Fault("rank-2", "selection.fault.rank", List.of("影视社", typed, "9999")));
  }

  @Test
  void rubbishIsNotSavedAndThatNobodyWillDoIsAskedOnce() {
    var round = opened();
    var own = fixture.entry(round, "蒲心", staff);
    var film = fixture.entry(round, "微电影", staff).id();
    var page = "/selections/" + round + "/mine/" + own.id();
    var phone = Site.at(port).signedIn(people.representative("care", own.organization()));
    var typed =
        new HashMap<>(
            Map.of("version", "0", "candidate", film, "rank-" + film, "随便", "then", "submit"));

    var rubbish = phone.post(page, typed);
    typed.put("rank-" + film, "");
    var nobody = phone.post(page, typed);

    assertThat(rubbish.statusCode()).isEqualTo(422);
    assertThat(rubbish.body())
        .contains("微电影的名次“随便”不是", "value=\"随便\"")
        .doesNotContain("name=\"nobody\"");
    assertThat(nobody.statusCode()).isEqualTo(422);
    assertThat(nobody.body()).contains("name=\"nobody\"");
    assertThat(rankings.own(fixture.of("蒲心"), round, own.id()).rankedAt()).isEmpty();

    typed.put("nobody", "on");
    assertThat(phone.post(page, typed).body()).contains("名次已提交");
    assertThat(rankings.own(fixture.of("蒲心"), round, own.id()).submitted()).isTrue();
  }

  @Test
  void placesAreKeptWithoutGapsAndADraftMayHaveTies() {
    var form =
        new Form(
            Map.of(
                "candidate", List.of("1", "2", "3", "4"),
                "rank-1", List.of("5"),
                "rank-2", List.of("2"),
                "rank-3", List.of("5")));

    var ranking = Ranking.read(form, Map.of(1L, "甲", 2L, "乙", 3L, "丙", 4L, "丁"), false);

    assertThat(form.hasFaults()).isFalse();
    assertThat(ranking).isEqualTo(new Ranking(Map.of(2L, 1, 1L, 2, 3L, 2), false));
  }

  @Test
  void onlyTheSameSortOfThingOfAnotherOrganizationCanBeRanked() {
    fixture.project("微电影", staff);
    var round = opened();

    assertThat(rankings.candidates(of(round), fixture.entry(round, "蒲心", staff)))
        .extracting(candidate -> candidate.entry().organizationName())
        .containsExactlyInAnyOrder("微电影", "影视社");
    var film =
        fixture.entries(round, staff).stream()
            .filter(
                entry -> entry.side() == Side.PROVIDER && entry.organizationName().equals("微电影"))
            .findFirst()
            .orElseThrow();
    assertThat(rankings.candidates(of(round), film))
        .extracting(candidate -> candidate.entry().organizationName())
        .containsExactlyInAnyOrder("蒲心", "佳音");
  }

  @Test
  void candidatesStandInTheOrderOfWhatSpeaksForThem() {
    fixture.videos("蒲心的项目伙伴", 8);
    var round = opened();

    var candidates = rankings.candidates(of(round), fixture.entry(round, "蒲心", staff));

    assertThat(candidates.getFirst().entry().organizationName()).isEqualTo("蒲心的项目伙伴");
    assertThat(candidates.getFirst().suggested().orElseThrow().reasons())
        .contains("selection.suggest.field", "selection.suggest.district");
  }

  @Test
  void nobodyRanksForAnotherOrganization() {
    var round = opened();
    var entry = fixture.entry(round, "蒲心", staff);

    assertThatThrownBy(
            () -> rankings.rank(fixture.of("佳音"), round, entry.id(), Ranking.of(List.of()), 0))
        .isInstanceOf(NotFound.class);
  }

  // --- by date ---

  @Test
  void aRoundOpensRemindsAndClosesByItsDates() {
    clock.set(LocalDate.of(2026, 3, 1).atTime(9, 0));
    var round = selections.plan(SelectionFixture.draft(Side.PROJECT), staff);
    selections.choose(round, fixture.keys(round, staff), 0, staff);
    onDay(LocalDate.of(2026, 3, 11));
    assertThat(of(round).status()).isEqualTo(SelectionStatus.PREPARING);

    onDay(LocalDate.of(2026, 3, 12));
    assertThat(of(round).status()).isEqualTo(SelectionStatus.OPEN);
    fixture.rank(round, staff, "佳音", "影视社");
    var unit = fixture.of("佳音").organization().orElseThrow();
    jdbc.sql("update selection_entry set submitted = true where organization_id = :unit")
        .param("unit", unit)
        .update();
    onDay(SelectionFixture.CLOSES.minusDays(3));
    clockwork.run();
    onDay(SelectionFixture.CLOSES);

    assertThat(of(round).status()).isEqualTo(SelectionStatus.OPEN);
    assertThat(toldTo("蒲心")).containsExactly("opened", "closesSoon");
    assertThat(toldTo("佳音")).containsExactly("opened");
    onDay(SelectionFixture.CLOSES.plusDays(1));
    assertThat(of(round).status()).isEqualTo(SelectionStatus.CLOSED);
    assertThat(of(round).closesOn()).isEqualTo(SelectionFixture.CLOSES);
  }

  @Test
  void aRoundThatIsNotReadyStaysWhereItIs() {
    var round = selections.plan(SelectionFixture.draft(Side.PROJECT), staff);

    onDay(LocalDate.of(2026, 3, 12));

    assertThat(of(round).status()).isEqualTo(SelectionStatus.PREPARING);
    assertThatThrownBy(() -> selections.open(round, 0, staff)).isInstanceOf(NotReady.class);
    assertThat(selections.lacking(of(round))).contains("selection.lacking.nobody");
  }

  @Test
  void rulesStandOnceRankingHasBegunButTheEndMayBePutOff() {
    var round = opened();
    var later = SelectionFixture.CLOSES.plusDays(3);

    selections.change(
        round,
        new SelectionDraft("春季双选", Optional.empty(), later, later, 9, true, Side.PROVIDER),
        of(round).version(),
        staff);

    assertThat(of(round).closesOn()).isEqualTo(later);
    assertThat(of(round).ties()).isFalse();
    assertThat(of(round).favours()).isEqualTo(Side.PROJECT);
  }

  // --- who disappears ---

  @Test
  void whoDisappearsInMidRoundIsPassedOver() {
    var round = opened();
    rankCrosswise(round);
    var film = fixture.of("微电影").organization().orElseThrow();
    organizations.deactivate(
        staff.scope(), film, "注销", organizations.find(staff.scope(), film).orElseThrow().version());
    clockwork.run();
    assertThat(rankings.candidates(of(round), fixture.entry(round, "蒲心", staff))).hasSize(1);
    fixture.rank(round, staff, "蒲心", "微电影", "影视社");
    close(round);
    announce(round);

    assertThat(held(round)).containsExactly("蒲心–影视社 8");
    assertThat(results.reasons(of(round)).first(fixture.entry(round, "蒲心", staff)))
        .map(Why::kind)
        .contains(Why.Kind.GONE);
  }

  @Test
  void whoDisappearsBetweenPreviewAndAnnouncementMakesStaffLookAgain() {
    var round = opened();
    rankCrosswise(round);
    close(round);
    var seen = preview(round);
    var provision = fixture.entry(round, "微电影", staff).source();
    provisions.close(provision, fixture.of("微电影"));

    assertThatThrownBy(() -> results.announce(round, of(round).version(), seen.hash(), staff))
        .isInstanceOf(EditedElsewhere.class);
    assertThat(of(round).status()).isEqualTo(SelectionStatus.CLOSED);
    assertThat(preview(round).told()).hasSize(1);
  }

  @Test
  void aPairWhoseOtherSideDisappearsIsReleasedAndSaid() {
    var round = announced();
    var pair = pair(round, "蒲心");
    provisions.close(fixture.entry(round, "微电影", staff).source(), fixture.of("微电影"));
    clockwork.run();

    assertThat(held(round)).containsExactly("佳音–影视社 8");
    assertThat(toldTo("蒲心")).last().isEqualTo("released");
    assertThatThrownBy(() -> confirmations.confirm(fixture.of("蒲心"), round, pair.id()))
        .isInstanceOf(ConfirmingOver.class);
  }

  // --- confirming and filling ---

  @Test
  void whatBothConfirmIsAnIntentAndNothingElseIs() {
    var round = announced();
    confirm(round, "蒲心");
    assertThat(confirmedPairs.of(staff.scope(), round)).isEmpty();
    confirm(round, "微电影");

    var pair = confirmedPairs.of(staff.scope(), round).getFirst();
    assertThat(pair.receiverName()).isEqualTo("蒲心");
    assertThat(pair.giverName()).isEqualTo("微电影");
    assertThat(pair.amount()).isEqualTo(8);
    var project = projects.find(staff, pair.project()).orElseThrow();
    assertThat(advances.ofItems(projects.items(project)))
        .containsEntry(pair.item(), new Advance(8, 8, 0, 0));
    assertThat(toldTo("蒲心")).last().isEqualTo("confirmed");
    assertThat(confirmedPairs.find(fixture.of("佳音").scope(), pair.id())).isEmpty();
  }

  @Test
  void whatOneSideGivesBackIsFilledFromTheOthersWithoutTouchingWhatBothConfirmed() {
    fixture.videos("备选社", 8);
    var round = opened();
    rankCrosswise(round);
    fixture.rank(round, staff, "蒲心", "微电影", "影视社", "备选社");
    fixture.rank(round, staff, "备选社", "蒲心");
    close(round);
    announce(round);
    confirm(round, "佳音");
    confirm(round, "影视社");
    confirmations.stepBack(fixture.of("微电影"), round, pair(round, "微电影").id(), "摄制人员不够");
    assertThat(toldTo("蒲心")).last().isEqualTo("releasedWhy");

    var found = results.refill(round, of(round).version(), staff);

    assertThat(found).isEqualTo(1);
    assertThat(held(round)).containsExactly("佳音–影视社 8", "蒲心–备选社 8");
    assertThat(results.runs(of(round))).hasSize(2);
    assertThat(results.verify(results.run(of(round), 2).orElseThrow())).isTrue();
  }

  @Test
  void whatIsNotConfirmedInTimeLapsesAndWhoWasSilentIsNotAskedAgain() {
    var round = announced();
    confirm(round, "佳音");
    confirm(round, "影视社");
    confirm(round, "蒲心");
    var last = of(round).confirmBy().orElseThrow();
    onDay(last.minusDays(1));
    onDay(last);
    assertThat(held(round)).hasSize(2);

    onDay(last.plusDays(1));

    assertThat(held(round)).containsExactly("佳音–影视社 8");
    assertThat(of(round).status()).isEqualTo(SelectionStatus.FINISHED);
    assertThat(fixture.entry(round, "微电影", staff).gone()).isEqualTo(Entry.Gone.SILENT);
    assertThat(fixture.entry(round, "蒲心", staff).here()).isTrue();
    assertThat(toldTo("微电影"))
        .containsExactly("opened", "announced", "confirmSoon", "released", "unmatched");
    assertThat(toldTo("佳音")).containsExactly("opened", "announced", "confirmed", "finished");
  }

  @Test
  void ofTwoWhoSettleAtOnceNeitherWaitsForTheOther() {
    var round = announced();
    jdbc.sql("update organization set active = false where name = '微电影'").update();
    var other =
        transaction.execute(status -> {
          table.hold(round);
          var later = CompletableFuture.runAsync(() -> results.settle(round, ""));
          while (waiting() == 0) {
            Thread.onSpinWait();
          }
          entries.sweep(round);
          return later;
        });
    assertThat(other).succeedsWithin(Duration.ofSeconds(20));
  }

  private int waiting() {
    return jdbc.sql("select count(*) from pg_locks where not granted")
        .query(Integer.class)
        .single();
  }

  @Test
  void nobodyConfirmsTooLateOrForAnother() {
    var round = announced();
    var pair = pair(round, "蒲心");

    assertThatThrownBy(() -> confirmations.confirm(fixture.of("佳音"), round, pair.id()))
        .isInstanceOf(NotFound.class);
    clock.advance(Duration.ofDays(6));
    assertThatThrownBy(() -> confirmations.confirm(fixture.of("蒲心"), round, pair.id()))
        .as("by the date alone, before the job came")
        .isInstanceOf(ConfirmingOver.class);
  }

  @Test
  void staffReleaseAConfirmedPairForAReason() {
    var round = announced();
    confirm(round, "蒲心");
    confirm(round, "微电影");
    var pair = confirmedPairs.of(staff.scope(), round).getFirst();

    confirmations.release(staff, round, pair.id(), "单位注销");

    assertThat(confirmedPairs.of(staff.scope(), round)).isEmpty();
    assertThatThrownBy(() -> confirmations.release(staff, round, pair.id(), "再一次"))
        .isInstanceOf(IllegalMove.class);
  }

  // --- two-way answers ---

  @Test
  void everyNeedThatFoundAPartnerIsAnsweredAndTheOthersGoOn() {
    var found = need("蒲心", "社区短片");
    var left = need("佳音", "社区讲座");
    long puxin = projectOf(found, "新蒲心");
    long jiayin = projectOf(left, "新佳音");
    publish(fixture.videos("新微电影", 8));
    var round = finished("新蒲心", "新微电影");

    assertThat(of(round).status()).isEqualTo(SelectionStatus.FINISHED);
    var answered = needs.find(staff, found).orElseThrow();
    assertThat(answered.status()).isEqualTo(NeedStatus.ANSWERED);
    assertThat(answered.answer()).contains("新微电影").contains("8 部");
    assertThat(needs.find(staff, left).orElseThrow().status()).isEqualTo(NeedStatus.ACCEPTED);
    assertThat(toldTo("新佳音")).last().isEqualTo("unmatched");

    var next = selections.carryOver(round, staff);
    assertThat(fixture.entries(next, staff))
        .extracting(Entry::organizationName)
        .contains("新佳音", "新蒲心")
        .doesNotContain("新微电影");
    assertThat(fixture.entries(next, staff))
        .as("what the project has is not asked for again")
        .noneMatch(entry -> entry.project().equals(Optional.of(puxin)) && entry.unit().equals("部"));
    assertThat(fixture.entries(next, staff))
        .anyMatch(entry -> entry.project().equals(Optional.of(jiayin)));
    assertThatThrownBy(() -> selections.carryOver(round, staff))
        .isInstanceOf(EditedElsewhere.class);
  }

  @Test
  void anAnswerThatEveryoneReadsNamesNobodyWhoDoesNotPublishIt() {
    var found = need("蒲心", "社区短片");
    projectOf(found, "新蒲心");
    fixture.videos("新微电影", 8);

    finished("新蒲心", "新微电影");

    assertThat(needs.find(staff, found).orElseThrow().answer())
        .contains("一家单位")
        .doesNotContain("新微电影");
  }

  private void publish(long provision) {
    jdbc.sql("update provision set visibility = 'PUBLIC' where id = :id")
        .param("id", provision)
        .update();
  }

  /** A round in which both chose each other and said yes. */
  private long finished(String project, String provider) {
    var round = opened();
    fixture.rank(round, staff, project, provider);
    fixture.rank(round, staff, provider, project);
    close(round);
    announce(round);
    confirm(round, project);
    confirm(round, provider);
    results.refill(round, of(round).version(), staff);
    return round;
  }

  private long need(String organization, String title) {
    var me = fixture.of(organization);
    var id =
        needs.stateAndSubmit(
            NeedFixture.draft(title, Visibility.PUBLIC), me.organization().orElseThrow(), me);
    needs.accept(id, staff);
    return id;
  }

  private long projectOf(long need, String organization) {
    return ProjectFixture.established(
        projects,
        ProjectFixture.draft(organization + "的项目", Optional.of(need), Visibility.PUBLIC),
        fixture.of(organization),
        staff);
  }

  // --- the golden thread ---

  @Test
  void anIntentStandsOnTheThreadOfItsNeedAndLeadsToItsAgreement() {
    var found = need("蒲心", "社区短片");
    var left = need("佳音", "社区讲座");
    projectOf(found, "新蒲心");
    projectOf(left, "新佳音");
    var film = fixture.videos("新微电影", 8);
    var round = finished("新蒲心", "新微电影");
    var pair = confirmedPairs.of(staff.scope(), round).getFirst();

    assertThat(told(ThingKind.NEED, found)).contains("INTENT 短片拍摄剪辑 8 部");
    assertThat(told(ThingKind.INTENT, pair.id()))
        .contains("SELECTION 春季双选", "PROJECT 新蒲心的项目", "NEED 社区短片");
    assertThat(threads.through(staff.scope(), ThingKind.NEED, left).orElseThrow().passedOver())
        .as("what found nobody says so, too")
        .extracting(Thing::title)
        .containsExactly("春季双选");
    assertThat(intents(Scope.PUBLISHED)).as("until both sides are published").isZero();
    publish(film);
    assertThat(intents(Scope.PUBLISHED)).isOne();

    var agreement = signed(pair);

    assertThat(told(ThingKind.NEED, found)).contains("INTENT 短片拍摄剪辑 8 部", "AGREEMENT 短片拍摄协议");
    assertThat(told(ThingKind.AGREEMENT, agreement)).contains("SELECTION 春季双选");
    confirmations.release(staff, round, pair.id(), "改由别家承担");
    assertThat(intents(staff.scope())).isZero();
    assertThat(fixture.keys(selections.plan(SelectionFixture.draft(Side.PROJECT), staff), staff))
        .as("what is signed is given nobody else")
        .doesNotContain("PROJECT-" + pair.item(), "PROVIDER-" + pair.provision());
  }

  private List<String> told(ThingKind kind, long id) {
    return threads.through(staff.scope(), kind, id).orElseThrow().things().stream()
        .map(thing -> thing.kind() + " " + thing.title())
        .toList();
  }

  private long intents(Scope scope) {
    return figures.of(List.of("intents"), scope, Period.ALL).getFirst().value();
  }

  /** An agreement that gives all of what the pair intended. */
  private long signed(ConfirmedPair pair) {
    var id =
        jdbc.sql(
                """
                with a as (
                  insert into agreement (code, number, template, title, purpose, region_code, from_date, until_date, clauses,
                                         status, signed_at, created_at)
                  values ('code', '2026-1', 'SERVICE', '短片拍摄协议', '拍摄', '371500000000', '2026-03-12', '2026-12-31', '',
                          'SIGNED', now(), now())
                  returning id
                ), p as (
                  insert into agreement_party (agreement_id, position, organization_id, signed_at)
                  select a.id, 1, :giver, now() from a returning id, agreement_id
                )
                insert into agreement_contribution (agreement_id, position, party_id, kind, title, quantity, unit, item_id,
                                                    provision_id)
                select p.agreement_id, 1, p.id, 'SERVICE', '短片', :amount, '部', :item, :provision from p
                returning agreement_id
                """)
            .param("giver", pair.giver())
            .param("amount", pair.amount())
            .param("item", pair.item())
            .param("provision", pair.provision())
            .query(Long.class)
            .single();
    var given =
        new Contribution(
            0,
            1,
            pair.kind(),
            "短片",
            pair.amount(),
            pair.unit(),
            Optional.of(pair.item()),
            Optional.of(pair.provision()));
    events.publishEvent(
        new AgreementSigned(
            id,
            "短片拍摄协议",
            "2026-1",
            Manner.ELECTRONIC,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(pair.giver(), pair.receiver()),
            List.of(given)));
    return id;
  }

  // --- rounds beside each other, and who runs them ---

  @Test
  void nothingTakesPartInTwoRoundsAtOnce() {
    var round = opened();
    var second = selections.plan(SelectionFixture.draft(Side.PROVIDER), staff);
    assertThat(fixture.keys(second, staff)).isEmpty();

    selections.cancel(round, "改期", of(round).version(), staff);

    assertThat(fixture.keys(second, staff)).hasSize(6);
    assertThat(toldTo("蒲心")).containsExactly("opened", "cancelled");
    assertThatThrownBy(() -> selections.cancel(round, "再", of(round).version(), staff))
        .isInstanceOf(IllegalMove.class);
  }

  @Test
  void aRoundIsRunByStaffOfItsRegionAndReadByEveryoneOnceOpen() {
    var round = selections.plan(SelectionFixture.draft(Side.PROJECT), staff);
    var elsewhere = people.with("yanggu", "赵", Rights.organizer(NeedFixture.YANGGU)).me();

    assertThat(selections.find(Scope.PUBLISHED, round)).isEmpty();
    selections.choose(round, fixture.keys(round, staff), 0, staff);
    selections.open(round, 1, staff);

    assertThat(selections.find(Scope.PUBLISHED, round)).isPresent();
    assertThatThrownBy(() -> selections.close(round, 2, elsewhere)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> selections.close(round, 1, staff)).isInstanceOf(EditedElsewhere.class);
  }
}
