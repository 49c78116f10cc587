package org.yueyuetan.platform.fulfilment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.account.Rights;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.document.UnreadableFile;
import org.yueyuetan.platform.document.Upload;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.need.Need;
import org.yueyuetan.platform.need.NeedFixture;

/** Promises of a signed agreement, from the first report to the ratings. */
@PlatformTest
@RecordApplicationEvents
class FulfilmentTest {

  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired People people;
  @Autowired Fulfilments fulfilments;
  @Autowired Reports reports;
  @Autowired Changes changes;
  @Autowired Reminders reminders;
  @Autowired DeliveryProgress delivered;
  @Autowired SupplementProgress supplements;
  @Autowired ApplicationEventPublisher publisher;
  @Autowired ApplicationEvents events;
  @LocalServerPort int port;

  private SignedIn staff = SignedIn.visitor();
  private SignedIn film = SignedIn.visitor();
  private SignedIn grid = SignedIn.visitor();
  private long agreement;

  @BeforeEach
  void allHaveSigned() {
    staff = people.organizer().me();
    film = representative("film", "微电影协会");
    grid = representative("grid", "网格微服务中心");
    agreement =
        new SignedAgreement(jdbc).between(publisher, List.of(id(film), id(grid)), Optional.empty());
  }

  private SignedIn representative(String username, String name) {
    return people.representative(username, NeedFixture.organization(jdbc, name)).me();
  }

  private static long id(SignedIn me) {
    return me.organization().orElseThrow();
  }

  private Fulfilment now() {
    return fulfilments.open(staff, agreement).fulfilment();
  }

  private long milestone(int n) {
    return now().milestones().get(n - 1).id();
  }

  private Amount amount(int n) {
    return now().amounts().get(n - 1);
  }

  private static List<Upload> receipt() {
    try {
      return List.of(Upload.file("收据.txt", "收到六部视频".getBytes(UTF_8)));
    } catch (UnreadableFile impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private long done(int n) throws UnreadableFile {
    return reports.done(film, agreement, milestone(n), "已交付", receipt());
  }

  private long deliver(SignedIn by, int n, long quantity, String excess) throws UnreadableFile {
    return reports.delivered(by, agreement, amount(n).id(), quantity, excess, "", receipt());
  }

  private void confirm(SignedIn by, long report) {
    reports.answer(by, agreement, report, Verdict.FULL, 0, "");
  }

  private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call, String key) {
    return assertThatThrownBy(call).isInstanceOf(Refused.class).hasMessage(key);
  }

  private ChangeDraft later(String due) {
    return new ChangeDraft(
        ChangeKind.MILESTONE,
        Optional.of(milestone(1)),
        "交付前六部视频",
        Optional.of(LocalDate.parse(due)),
        Optional.empty(),
        "场地没有落实",
        "");
  }

  private ChangeDraft films(long quantity) {
    return new ChangeDraft(
        ChangeKind.AMOUNT,
        Optional.of(amount(1).id()),
        "",
        Optional.empty(),
        Optional.of(quantity),
        "经费减少",
        "");
  }

  private static final ChangeDraft END =
      new ChangeDraft(
          ChangeKind.TERMINATION,
          Optional.empty(),
          "",
          Optional.empty(),
          Optional.empty(),
          "项目调整",
          "已拍的两部归网格中心，不再付款");

  @Test
  void aMilestoneIsKeptWhenTheOtherSideConfirmsIt() throws UnreadableFile {
    clock.set(LocalDateTime.of(2026, 7, 3, 9, 0));
    var report = done(1);
    refused(() -> done(1), "fulfilment.fault.notOpen");
    assertThatThrownBy(() -> confirm(film, report)).isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> confirm(staff, report)).isInstanceOf(AccessDeniedException.class);
    confirm(grid, report);
    refused(() -> confirm(grid, report), "fulfilment.fault.answered");

    var kept = now().milestones().getFirst();
    assertThat(kept.status()).isEqualTo(MilestoneStatus.KEPT);
    assertThat(kept.keptOn()).contains(LocalDate.of(2026, 7, 3));
    assertThat(kept.daysLate(LocalDate.of(2027, 1, 1))).as("late for ever").isEqualTo(3);
    assertThat(events.stream(MilestoneKept.class)).hasSize(1);
  }

  @Test
  void whatWasNotReceivedIsStillToBeDone() throws UnreadableFile {
    var report = done(1);
    refused(
        () -> reports.answer(grid, agreement, report, Verdict.REFUSE, 0, ""),
        "fulfilment.fault.reason");
    reports.answer(grid, agreement, report, Verdict.PART, 0, "只有四部能用");
    assertThat(now().milestones().getFirst().status()).isEqualTo(MilestoneStatus.OPEN);
    confirm(grid, done(1));
    assertThat(now().kept()).isEqualTo(1);
    assertThat(reports.of(fulfilments.open(film, agreement)))
        .extracting(Report::status)
        .containsExactly(ReportStatus.CONFIRMED, ReportStatus.PARTLY);
  }

  @Test
  void amountsAddUpAsConfirmedAndMoreThanAgreedTakesAReason() throws UnreadableFile {
    var eight = deliver(film, 1, 8, "");
    assertThat(amount(1).waiting()).isEqualTo(8);
    reports.answer(grid, agreement, eight, Verdict.PART, 6, "两部画面不清");
    assertThat(amount(1).delivered()).isEqualTo(6);
    refused(() -> deliver(film, 1, 7, ""), "fulfilment.fault.excess");
    confirm(grid, deliver(film, 1, 7, "社区加拍了一部"));
    assertThat(amount(1).delivered()).isEqualTo(13);
    var again = deliver(grid, 2, 600_000, "");
    refused(
        () -> reports.answer(film, agreement, again, Verdict.PART, 600_000, "没差"),
        "fulfilment.fault.part");
    assertThatThrownBy(() -> deliver(grid, 1, 1, ""))
        .as("what another gives")
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void aReportHasEvidenceAndItsOpeningIsOnRecord() throws UnreadableFile {
    refused(
        () -> reports.done(film, agreement, milestone(1), "", List.of()),
        "fulfilment.fault.evidence");
    var report = done(1);
    var evidence = reports.find(fulfilments.open(grid, agreement), report).evidence().getFirst();
    assertThat(reports.evidence(grid, agreement, evidence.id()).evidence().name())
        .isEqualTo("收据.txt");
    assertThatThrownBy(() -> reports.evidence(SignedIn.visitor(), agreement, evidence.id()))
        .isInstanceOf(NotFound.class);
    var other = representative("other", "别的协会");
    assertThatThrownBy(() -> reports.evidence(other, agreement, evidence.id()))
        .isInstanceOf(NotFound.class);
    assertThat(
            jdbc.sql("select count(*) from audit_entry where object_kind = 'evidence'")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void aFileOfTheWrongKindIsRefusedAndWhatWasTypedStays() {
    var site = Site.at(port).signedIn(people.representative("film2", id(film)));
    var page = "/agreements/" + agreement + "/fulfilment/amounts/" + amount(1).id();
    site.get(page);
    var answer =
        site.upload(
            page,
            Map.of("quantity", "3", "note", "社区邻里节"),
            "files",
            "清单.docx",
            new byte[] {'M', 'Z', 0, 1, 2});
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("社区邻里节").contains("PDF");
    assertThat(amount(1).waiting()).isZero();
  }

  @Test
  void ofTwoAnswersToOneReportTheFirstCountsAndTheOtherIsToldSo() throws Exception {
    var report = deliver(film, 1, 8, "");
    var page = "/agreements/" + agreement + "/fulfilment/reports/" + report;
    var first = Site.at(port).signedIn(people.representative("grid2", id(grid)));
    var second = Site.at(port).signedIn(people.representative("grid3", id(grid)));
    first.get(page);
    second.get(page);
    try (var two = Executors.newFixedThreadPool(2)) {
      var full = two.submit(() -> first.post(page, Map.of("verdict", "FULL")).statusCode());
      var part =
          two.submit(() ->
              second
                  .post(page, Map.of("verdict", "PART", "part", "6", "answer", "两部不清"))
                  .statusCode());
      assertThat(List.of(full.get(), part.get())).containsExactlyInAnyOrder(200, 422);
    }
    assertThat(amount(1).delivered()).isIn(6L, 8L);
    assertThat(first.get(page).body()).doesNotContain("name=\"verdict\"");
  }

  @Test
  void whenNobodyIsLeftToConfirmTheBureauDoesWithAReason() throws UnreadableFile {
    var report = done(1);
    jdbc.sql("update organization set active = false where id = :id")
        .param("id", id(grid))
        .update();
    refused(() -> confirm(staff, report), "fulfilment.fault.reason");
    reports.answer(staff, agreement, report, Verdict.FULL, 0, "已注销，凭据齐全");
    assertThat(now().kept()).isEqualTo(1);
  }

  @Test
  void aChangeHoldsWithTheLastConsentAndTheAgreementStaysAsSigned() {
    var change = changes.propose(film, agreement, later("2026-07-31"));
    refused(() -> changes.propose(grid, agreement, films(10)), "fulfilment.fault.oneChange");
    refused(() -> changes.agree(film, agreement, change, ""), "fulfilment.fault.agreedAlready");
    assertThat(now().milestones().getFirst().due()).isEqualTo(LocalDate.of(2026, 6, 30));
    changes.agree(grid, agreement, change, "");
    assertThat(now().milestones().getFirst().due()).isEqualTo(LocalDate.of(2026, 7, 31));

    var second = changes.propose(grid, agreement, films(10));
    changes.refuse(film, agreement, second, "已经开机");
    var third = changes.propose(grid, agreement, films(11));
    changes.agree(film, agreement, third, "");
    assertThat(amount(1)).extracting(Amount::agreed, Amount::quantity).containsExactly(12L, 11L);
    assertThat(changes.of(fulfilments.open(film, agreement)))
        .extracting(Change::number, Change::status, one -> one.consents().size())
        .containsExactly(
            tuple(2, ChangeStatus.AGREED, 2),
            tuple(0, ChangeStatus.REFUSED, 1),
            tuple(1, ChangeStatus.AGREED, 2));
    assertThat(
            jdbc.sql("select due from agreement_milestone order by id limit 1")
                .query(LocalDate.class)
                .single())
        .isEqualTo(LocalDate.of(2026, 6, 30));
  }

  @Test
  void noChangeGoesBelowWhatWasDelivered() throws UnreadableFile {
    var change = changes.propose(grid, agreement, films(10));
    confirm(grid, deliver(film, 1, 11, ""));
    refused(() -> changes.agree(film, agreement, change, ""), "fulfilment.fault.delivered");
    changes.withdraw(grid, agreement, change);
    refused(() -> changes.propose(grid, agreement, films(10)), "fulfilment.fault.delivered");
    refused(() -> changes.propose(grid, agreement, films(12)), "fulfilment.fault.same");
  }

  @Test
  void anEndTakesAllPartiesAndLeavesSignedWhatWasDelivered() throws UnreadableFile {
    var item = projectItem();
    var report = deliver(film, 1, 2, "");
    refused(() -> changes.propose(film, agreement, END), "fulfilment.fault.waiting");
    confirm(grid, report);
    var change = changes.propose(film, agreement, END);
    var late = deliver(film, 1, 1, "");
    refused(() -> changes.agree(grid, agreement, change, ""), "fulfilment.fault.waiting");
    reports.answer(grid, agreement, late, Verdict.REFUSE, 0, "没有收到");
    jdbc.sql("update organization set active = false where id = :id")
        .param("id", id(grid))
        .update();
    refused(() -> changes.agree(staff, agreement, change, ""), "fulfilment.fault.reason");
    changes.agree(staff, agreement, change, "网格中心已注销");

    assertThat(now().status()).isEqualTo(FulfilmentStatus.TERMINATED);
    assertThat(now().settlement()).isEqualTo(END.settlement());
    assertThat(delivered.ofItems(List.of(item))).containsEntry(item, 2L);
    assertThat(supplements.ofItems(List.of(item))).containsEntry(item, -10L);
    assertThat(events.stream(AgreementTerminated.class)).hasSize(1);
    refused(() -> done(1), "fulfilment.fault.over");
    clock.set(LocalDateTime.of(2027, 1, 5, 9, 0));
    assertThat(fulfilments.overdue(new Scope.Region("3715"), 10)).isEmpty();
  }

  /** Ties the films to an item of a project. */
  private long projectItem() {
    var project =
        jdbc.sql(
                """
                insert into project (organization_id, need_id, number, title, goal, field, region_code, visibility, status,
                                     words, created_at, established_at)
                values (:organization, :need, '2026-001', '网格微服务', '让居民看见', 'COMMUNITY', '371500000000', 'PUBLIC',
                        'ESTABLISHED', to_tsvector('simple', ''), now(), now())
                returning id
                """)
            .param("organization", id(grid))
            .param("need", stated(grid, "NEED", "要人拍视频"))
            .query(Long.class)
            .single();
    var item =
        jdbc.sql(
                """
                insert into project_item (project_id, kind, title, quantity, unit, lot)
                values (:project, 'SERVICE', '视频', 20, '部', 1) returning id
                """)
            .param("project", project)
            .query(Long.class)
            .single();
    jdbc.sql("update fulfilment_amount set item_id = :item where kind = 'SERVICE'")
        .param("item", item)
        .update();
    return item;
  }

  /** The films come from an offer. */
  private void fromAnOffer() {
    var provision =
        jdbc.sql(
                """
                insert into provision (organization_id, offer_id, kind, title, quantity, unit, field, region_code,
                                       visibility, status, words, created_at)
                values (:organization, :offer, 'SERVICE', '拍短视频', 20, '部', 'COMMUNITY', '371500000000', 'PUBLIC',
                        'OPEN', to_tsvector('simple', ''), now())
                returning id
                """)
            .param("organization", id(film))
            .param("offer", stated(film, "OFFER", "能拍短视频"))
            .query(Long.class)
            .single();
    jdbc.sql("update agreement_contribution set provision_id = :provision where kind = 'SERVICE'")
        .param("provision", provision)
        .update();
  }

  private long stated(SignedIn by, String direction, String title) {
    return jdbc.sql(
            """
            insert into need (organization_id, direction, title, text, kind, field, region_code, visibility, status, words,
                              created_at)
            values (:organization, :direction, :title, '', 'TALK', 'COMMUNITY', '371500000000', 'PUBLIC', 'ACCEPTED',
                    to_tsvector('simple', ''), now())
            returning id
            """)
        .param("organization", id(by))
        .param("direction", direction)
        .param("title", title)
        .query(Long.class)
        .single();
  }

  private List<Need> answerable(SignedIn me) {
    return fulfilments.answerable(me, fulfilments.open(me, agreement));
  }

  @Test
  void needAndOfferAreAnsweredWithWhatTheAgreementBrought() throws UnreadableFile {
    projectItem();
    fromAnOffer();
    jdbc.sql("update agreement set project_id = (select id from project)").update();
    assertThat(answerable(staff)).isEmpty();
    confirm(grid, done(1));
    confirm(grid, done(2));
    confirm(grid, deliver(film, 1, 12, ""));
    confirm(film, deliver(grid, 2, 600_000, ""));

    assertThat(answerable(film)).isEmpty();
    assertThat(answerable(staff)).extracting(Need::title).containsExactly("要人拍视频", "能拍短视频");
    var need = answerable(staff).getFirst().id();
    fulfilments.answerNeed(staff, agreement, need, "微电影协会拍了十二部视频。");
    assertThat(
            jdbc.sql("select answer from need where id = :id")
                .param("id", need)
                .query(String.class)
                .single())
        .isEqualTo("微电影协会拍了十二部视频。");
    assertThat(events.stream(NeedMet.class)).hasSize(1);
    assertThat(answerable(staff))
        .as("each is told once")
        .extracting(Need::title)
        .containsExactly("能拍短视频");
    var office = Site.at(port).signedIn(people.with("office", "李工", Rights.organizer()));
    assertThat(office.get("/agreements/" + agreement + "/fulfilment").body())
        .contains("您可提供的已用上：微电影协会、网格微服务中心签订《网格微服务视频拍摄协议》");
  }

  @Test
  void whatIsLateIsRemindedOfOnceADayInOneMessage() throws UnreadableFile {
    clock.set(LocalDateTime.of(2026, 7, 1, 8, 20));
    deliver(grid, 2, 600_000, "");
    assertThat(reminders.remind()).as("film and staff hear of the milestone").isEqualTo(2);
    assertThat(reminders.remind()).isZero();
    clock.set(LocalDateTime.of(2027, 1, 2, 8, 20));
    reminders.remind();
    assertThat(
            jdbc.sql(
                    """
                    select args from notice
                    where key = 'fulfilment.notice.digest' and account_id = :film order by id
                    """)
                .param("film", film.id())
                .query(String.class)
                .list())
        .containsExactly("[\"1\", \"0\", \"0\"]", "[\"2\", \"0\", \"1\"]");
    assertThat(fulfilments.overdue(new Scope.Region("3715"), 10))
        .as("the money waits for an answer and is nobody's delay")
        .extracting(Due::unit)
        .containsExactly("微电影协会", "微电影协会", "微电影协会");
  }

  @Test
  void everyoneSeesHowItStandsWithoutWhatIsNotDisclosed() {
    clock.set(LocalDateTime.of(2026, 7, 4, 9, 0));
    var visitor = Site.at(port);
    assertThat(visitor.get("/fulfilment?stand=LATE").body())
        .contains("网格微服务视频拍摄协议")
        .contains("1 项逾期，最长 4 天");
    assertThat(visitor.get("/agreements/" + agreement + "/fulfilment").body())
        .contains("第 1 项约定")
        .contains("逾期 4 天")
        .doesNotContain("交付前六部视频")
        .doesNotContain("报告和确认");
    jdbc.sql("update agreement set disclosed = true").update();
    assertThat(visitor.get("/agreements/" + agreement + "/fulfilment").body()).contains("交付前六部视频");
  }

  @Test
  void whatIsLateIsAsVisibleAsWhatWasKept() throws UnreadableFile {
    clock.set(LocalDateTime.of(2026, 7, 4, 9, 0));
    confirm(grid, deliver(film, 1, 8, ""));
    var site = Site.at(port).signedIn(people.with("office", "李工", Rights.organizer()));
    assertThat(site.get("/board").body()).contains("逾期的约定").contains("交付前六部视频").contains("逾期 4 天");
    var visitor = Site.at(port);
    assertThat(visitor.get("/figures/overdueMilestones").body()).contains("网格微服务视频拍摄协议");
    assertThat(visitor.get("/figures/deliveries").body()).contains("8 部");
    confirm(grid, done(1));
    assertThat(visitor.get("/figures/keptMilestones").body()).contains("网格微服务视频拍摄协议");
    assertThat(visitor.get("/trace/agreement/" + agreement).body())
        .contains("履行中")
        .contains("已确认收到");
  }

  @Test
  void aRepresentativeFindsWhatIsAskedOnTheirPage() throws UnreadableFile {
    clock.set(LocalDateTime.of(2026, 6, 20, 9, 0));
    assertThat(fulfilments.asked(film, 9))
        .extracting(Asked::what, Asked::subject)
        .containsExactly(tuple(Asked.What.DO, "交付前六部视频"));
    var report = done(1);
    changes.propose(film, agreement, films(11));
    assertThat(fulfilments.asked(film, 9)).isEmpty();
    assertThat(fulfilments.asked(grid, 9))
        .extracting(Asked::what)
        .containsExactly(Asked.What.CONSENT, Asked.What.CONFIRM);
    var site = Site.at(port).signedIn(people.representative("grid2", id(grid)));
    assertThat(site.get("/mine").body())
        .contains("/agreements/" + agreement + "/fulfilment/reports/" + report);
  }

  @Test
  void whenAllIsDonePartiesRateEachOtherOnce() throws UnreadableFile {
    refused(() -> fulfilments.rate(film, agreement, id(grid), 5, ""), "fulfilment.fault.running");
    confirm(grid, done(1));
    confirm(grid, done(2));
    confirm(grid, deliver(film, 1, 12, ""));
    assertThat(now().status()).isEqualTo(FulfilmentStatus.RUNNING);
    confirm(film, deliver(grid, 2, 600_000, ""));

    assertThat(now().status()).isEqualTo(FulfilmentStatus.FULFILLED);
    assertThat(events.stream(AgreementFulfilled.class)).hasSize(1);
    fulfilments.rate(film, agreement, id(grid), 5, "配合得好");
    refused(() -> fulfilments.rate(film, agreement, id(grid), 1, ""), "fulfilment.fault.rated");
    fulfilments.rate(grid, agreement, id(film), 4, "");
    assertThat(fulfilments.ratings(fulfilments.open(film, agreement)))
        .extracting(Rating::fromUnit, Rating::stars)
        .containsExactlyInAnyOrder(tuple("微电影协会", 5), tuple("网格微服务中心", 4));
  }
}
