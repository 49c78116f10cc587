package org.yueyuetan.platform.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.lifecycle.IllegalMove;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.need.NeedStatus;
import org.yueyuetan.platform.need.Needs;
import org.yueyuetan.platform.need.Visibility;
import org.yueyuetan.platform.notice.Notices;
import org.yueyuetan.platform.organization.Field;

@PlatformTest
class ThemeTest {

  private static final YearMonth MARCH = YearMonth.of(2026, 3);
  private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);

  @Autowired JdbcClient jdbc;
  @Autowired Needs needs;
  @Autowired Themes themes;
  @Autowired MonthController pages;
  @Autowired Notices notices;
  @Autowired TestClock clock;
  @Autowired People people;
  @Autowired TransactionTemplate transaction;
  @LocalServerPort int port;

  private SignedIn pu;
  private SignedIn jia;
  private SignedIn city;

  @BeforeEach
  void people() {
    pu = NeedFixture.representative(jdbc, "pu", NeedFixture.organization(jdbc, "蒲心社工"));
    jia = NeedFixture.representative(jdbc, "jia", NeedFixture.organization(jdbc, "佳音社工"));
    city = NeedFixture.staff(jdbc, "city", "3715");
  }

  @Test
  void aNeedBelongsToOneCandidateOfAMonthAndTheSecondWhoGathersItIsTold() {
    var training = accepted("护理培训");
    candidate("养老人才", training);

    assertThatThrownBy(() -> candidate("培训体系", training)).isInstanceOf(EditedElsewhere.class);
    assertThat(themes.candidates(MARCH)).extracting(Theme::title).containsExactly("养老人才");
  }

  @Test
  void onlyAcceptedNeedsAreGathered() {
    var waiting = needs.stateAndSubmit(draft("培训"), own(pu), pu);

    assertThatThrownBy(() -> candidate("养老人才", waiting)).isInstanceOf(EditedElsewhere.class);
  }

  @Test
  void aNeedWithdrawnMeanwhileLeavesItsCandidate() {
    var training = accepted("护理培训");
    var theme = candidate("养老人才", training, accepted("护理实训室"));
    needs.withdraw(training, pu);

    assertThat(themes.needsOf(theme)).doesNotContain(training).hasSize(1);
  }

  @Test
  void ofAChoiceAndAWithdrawalThatWaitForEachOtherOneIsToldToLookAgain() {
    var training = accepted("护理培训");
    var theme = candidate("养老人才", training);
    open();
    themes.close(MARCH, themes.state(MARCH).version(), city);
    var site = Site.at(port).signedIn(people.representative("pu.second", own(pu)));
    site.get("/needs/" + training);

    var withdrawal = new CompletableFuture<Integer>();
    transaction.executeWithoutResult(status -> {
      jdbc.sql("select month from theme_month for update").query(LocalDate.class).list();
      Thread.ofVirtual()
          .start(() ->
              withdrawal.complete(
                  site.post("/needs/" + training + "/withdraw", Map.of()).statusCode()));
      while (!somebodyWaits()) {
        Thread.onSpinWait();
      }
      choose(theme, "按需求数定");
    });

    assertThat(withdrawal).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(409);
    assertThat(status(training)).isEqualTo(NeedStatus.TAKEN_UP);
  }

  @Test
  void splittingMovesTickedNeedsAndMergingBringsThemBack() {
    var training = accepted("护理培训");
    var venue = accepted("活动场地");
    var theme = candidate("养老人才", training, venue);

    var split = themes.split(theme, List.of(venue), words("场地共享"), version(theme), city);
    assertThat(themes.needsOf(theme)).containsExactly(training);
    assertThat(themes.needsOf(split)).containsExactly(venue);

    themes.merge(split, theme, version(split), city);
    assertThat(themes.needsOf(theme)).containsExactly(training, venue);
    assertThat(themes.find(split).orElseThrow().status()).isEqualTo(ThemeStatus.MERGED);
  }

  @Test
  void theSecondOfTwoWhoChangeACandidateIsTold() {
    var theme = candidate("养老人才", accepted("护理培训"));
    var seen = version(theme);
    themes.change(theme, words("护理人才"), seen, city);

    assertThatThrownBy(() -> themes.change(theme, words("人才"), seen, city))
        .isInstanceOf(EditedElsewhere.class);
  }

  @Test
  void whoeverOpensApprovalOnAStalePageIsTold() {
    candidate("养老人才", accepted("护理培训"));
    var seen = themes.state(MARCH).version();
    candidate("场地共享", accepted("活动场地"));

    assertThatThrownBy(() -> themes.open(MARCH, FRIDAY, seen, city))
        .isInstanceOf(EditedElsewhere.class);
  }

  @Test
  void openingTellsTheRepresentativesAndClosesTheCandidatesToChanges() {
    var theme = candidate("养老人才", accepted("护理培训"));
    open();

    assertThat(notices.unread(jia.id())).isOne();
    assertThatThrownBy(() -> themes.drop(theme, version(theme), city))
        .isInstanceOf(EditedElsewhere.class);
  }

  @Test
  void staffOfACountyGatherAndTheBureauDecides() {
    var county = NeedFixture.staff(jdbc, "county", "371502");
    var training = accepted("护理培训");
    themes.gather(MARCH, words("养老人才"), List.of(training), county);
    var version = themes.state(MARCH).version();

    assertThatThrownBy(() -> themes.open(MARCH, FRIDAY, version, county))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void staffOfACountyCountTheFreeNeedsOfTheirCounty() {
    candidate("养老人才", accepted("护理培训"));
    accepted("活动场地");
    var here = NeedFixture.staff(jdbc, "here", "371502");
    var elsewhere = NeedFixture.staff(jdbc, "elsewhere", "371581");

    assertThat(pages.month("2026-03", here).getModel()).containsEntry("free", 1);
    assertThat(pages.month("2026-03", elsewhere).getModel()).containsEntry("free", 0);
  }

  @Test
  void anOrganizationApprovesAnyNumberAndMayChangeItsMindUntilTheLastDay() {
    var people = candidate("养老人才", accepted("护理培训"));
    var venue = candidate("场地共享", accepted("活动场地"));
    open();
    themes.approve(MARCH, List.of(people, venue), pu);
    themes.approve(MARCH, List.of(venue), pu);

    assertThat(themes.approvedBy(MARCH, own(pu))).isEqualTo(Set.of(venue));
    clock.set(FRIDAY.atTime(23, 59));
    themes.approve(MARCH, List.of(people), pu);
    clock.set(FRIDAY.plusDays(1).atTime(0, 1));
    assertThatThrownBy(() -> themes.approve(MARCH, List.of(venue), pu))
        .isInstanceOf(ApprovalOver.class);
    assertThat(themes.state(MARCH).status()).isEqualTo(MonthStatus.CLOSED);
    assertThatThrownBy(() -> themes.approve(MARCH, List.of(venue), city))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void approvalsGoWithAMergedCandidateAndOutliveAReturnToGathering() {
    var people = candidate("养老人才", accepted("护理培训"));
    var venue = candidate("场地共享", accepted("活动场地"));
    open();
    themes.approve(MARCH, List.of(people), pu);
    themes.approve(MARCH, List.of(people, venue), jia);
    themes.gatherAgain(MARCH, themes.state(MARCH).version(), city);
    themes.merge(people, venue, version(people), city);

    assertThat(themes.find(venue).orElseThrow().approvals()).isEqualTo(2);
  }

  @Test
  void theChoiceTakesUpItsNeedsAndLeavesTheOthersAccepted() {
    var training = accepted("护理培训");
    var ground = accepted("活动场地");
    var loose = accepted("志愿者保险");
    var people = candidate("养老人才", training);
    candidate("场地共享", ground);
    open();
    themes.approve(MARCH, List.of(people), pu);
    assertThatThrownBy(() -> choose(people, "")).isInstanceOf(IllegalMove.class);
    themes.close(MARCH, themes.state(MARCH).version(), city);
    choose(people, "");

    assertThat(status(training)).isEqualTo(NeedStatus.TAKEN_UP);
    assertThat(status(ground)).isEqualTo(NeedStatus.ACCEPTED);
    var choice = themes.choice(MARCH).orElseThrow();
    assertThat(choice.uncovered()).containsExactly(ground, loose);
    assertThat(choice.followsProposal()).isTrue();
    assertThat(themes.chosen(MARCH).orElseThrow().title()).isEqualTo("养老人才");
    assertThatThrownBy(() -> open()).isInstanceOf(IllegalMove.class);
  }

  @Test
  void theStoredBallotGivesTheSameProposalAgain() {
    var people = candidate("养老人才", accepted("护理培训"));
    var venue = candidate("场地共享", accepted("活动场地"));
    open();
    themes.approve(MARCH, List.of(people, venue), pu);
    themes.approve(MARCH, List.of(venue), jia);
    themes.close(MARCH, themes.state(MARCH).version(), city);
    choose(people, "市里今年的重点是养老人才");

    var choice = themes.choice(MARCH).orElseThrow();
    assertThat(choice.proposal().orElseThrow().theme()).isEqualTo(venue);
    assertThat(choice.reason()).isEqualTo("市里今年的重点是养老人才");
    assertThat(themes.sameAgain(choice)).isTrue();
  }

  @Test
  void aNeedInTheCandidatesOfTwoMonthsIsTakenUpOnce() {
    var training = accepted("护理培训");
    var march = candidate("养老人才", training, accepted("护理实训室"));
    var april = YearMonth.of(2026, 4);
    var later = themes.gather(april, words("培训体系"), List.of(training, accepted("师资")), city);
    open();
    themes.close(MARCH, themes.state(MARCH).version(), city);
    choose(march, "无人表态，按需求数定");

    assertThat(themes.needsOf(later)).hasSize(1).doesNotContain(training);
    assertThat(status(training)).isEqualTo(NeedStatus.TAKEN_UP);
  }

  @Test
  void choosingAnotherThanTheProposedThemeTakesAReason() {
    candidate("养老人才", accepted("护理培训"));
    var second = candidate("场地共享", accepted("活动场地"));
    open();
    themes.close(MARCH, themes.state(MARCH).version(), city);

    assertThatThrownBy(() -> choose(second, " ")).isInstanceOf(IllegalArgumentException.class);
    assertThat(themes.state(MARCH).status()).isEqualTo(MonthStatus.CLOSED);
  }

  @Test
  void aYearHasTwelveMonths() {
    candidate("养老人才", accepted("护理培训"));

    var year = themes.year(2026);
    assertThat(year).hasSize(12);
    assertThat(year.get(2).candidates()).isOne();
    assertThat(year.get(3).status()).isEqualTo(MonthStatus.GATHERING);
  }

  private boolean somebodyWaits() {
    return jdbc.sql("select exists (select from pg_locks where not granted)")
        .query(Boolean.class)
        .single();
  }

  private long accepted(String title) {
    var id = needs.stateAndSubmit(draft(title), own(pu), pu);
    needs.accept(id, city);
    return id;
  }

  private static org.yueyuetan.platform.need.NeedDraft draft(String title) {
    return NeedFixture.draft(title, Visibility.PUBLIC);
  }

  private long candidate(String title, Long... gathered) {
    return themes.gather(MARCH, words(title), List.of(gathered), city);
  }

  private void open() {
    themes.open(MARCH, FRIDAY, themes.state(MARCH).version(), city);
  }

  private void choose(long theme, String reason) {
    themes.choose(MARCH, theme, reason, themes.state(MARCH).version(), city);
  }

  private int version(long theme) {
    return themes.find(theme).orElseThrow().version();
  }

  private NeedStatus status(long need) {
    return needs.find(pu, need).orElseThrow().status();
  }

  private static ThemeDraft words(String title) {
    return new ThemeDraft(title, "", Field.ELDERLY);
  }

  private static long own(SignedIn me) {
    return Optional.ofNullable(me.organizationId()).orElseThrow();
  }
}
