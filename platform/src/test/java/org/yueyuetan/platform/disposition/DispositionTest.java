package org.yueyuetan.platform.disposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.Person;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.account.Rights;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.lifecycle.IllegalMove;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.opinion.InUse;
import org.yueyuetan.platform.opinion.Judgement;
import org.yueyuetan.platform.opinion.Moderation;
import org.yueyuetan.platform.opinion.OpinionDraft;
import org.yueyuetan.platform.opinion.OpinionMove;
import org.yueyuetan.platform.opinion.Opinions;
import org.yueyuetan.platform.outcome.Figures;
import org.yueyuetan.platform.outcome.Period;
import org.yueyuetan.platform.outcome.Relation;
import org.yueyuetan.platform.outcome.ThingKind;
import org.yueyuetan.platform.outcome.Threads;
import org.yueyuetan.platform.policy.PolicyIssued;
import org.yueyuetan.platform.talk.InvitationStatus;
import org.yueyuetan.platform.talk.Party;
import org.yueyuetan.platform.talk.RoomPass;
import org.yueyuetan.platform.talk.TalkDayFixture;
import org.yueyuetan.platform.talk.TalkStatus;

/** Every opinion is answered by somebody, by a date, and its author has the last word. */
@PlatformTest
class DispositionTest {

  private static final String FINANCE = "市财政局";
  private static final String PLANNING = "市发展改革委";
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 16);
  private static final LocalDate DUE = LocalDate.of(2026, 3, 31);

  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired Dispositions dispositions;
  @Autowired DispositionReminders reminders;
  @Autowired Register register;
  @Autowired Departments departments;
  @Autowired Opinions opinions;
  @Autowired Moderation moderation;
  @Autowired Figures figures;
  @Autowired Threads threads;
  @Autowired RoomPass pass;
  @Autowired People people;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;
  @LocalServerPort int port;

  private Person staff;
  private Person finance;
  private long talk;
  private long organization;
  private long guest;

  @BeforeEach
  void theTalkIsFollowedUp() {
    clock.set(TODAY.atTime(9, 0));
    talk = TalkDayFixture.talk(jdbc, TalkStatus.FOLLOWING_UP);
    organization = NeedFixture.organization(jdbc, "蒲心中心");
    guest = TalkDayFixture.guest(jdbc, talk, organization, InvitationStatus.ACCEPTED, "123456");
    jdbc.sql("update invitation set email = 'guest@example.org' where id = :id")
        .param("id", guest)
        .update();
    staff = people.organizer();
    finance = department("finance", FINANCE);
  }

  private Person department(String username, String name) {
    return people.with(
        username,
        "郑答复",
        new Rights(Set.of(Role.DEPARTMENT), Optional.empty(), Optional.empty(), name));
  }

  /** Said by the guest for the organization, not to be named in public. */
  private long opinion(String text) {
    return OpinionFixture.opinion(jdbc, talk, text, organization, guest);
  }

  private long assigned(String text) {
    var opinion = opinion(text);
    dispositions.assign(staff.me(), List.of(opinion), FINANCE, DUE);
    return opinion;
  }

  private long answered(String text, Result result) {
    var opinion = assigned(text);
    dispositions.answer(
        finance.me(),
        opinion,
        version(opinion),
        AnswerDraft.of(result, "已列入预算。", result.needsReason() ? "财力有限。" : ""));
    return opinion;
  }

  private int version(long opinion) {
    return jdbc.sql("select version from disposition where opinion_id = :id")
        .param("id", opinion)
        .query(Integer.class)
        .single();
  }

  private DispositionStatus status(long opinion) {
    return disposition(opinion).status();
  }

  private Disposition disposition(long opinion) {
    return register.whatever(opinion).flatMap(Matter::disposition).orElseThrow();
  }

  private Author author() {
    return new Author.Guest(guest);
  }

  private void judge(OpinionMove move, long opinion, Optional<Long> into, String reason) {
    var ticked =
        Map.of(opinion, opinions.find(staff.me().scope(), opinion).orElseThrow().version());
    assertThat(moderation.judge(staff.me(), talk, new Judgement(move, ticked, into, reason)).done())
        .isEqualTo(1);
  }

  private long mails() {
    return jdbc.sql("select count(*) from mail").query(Long.class).single();
  }

  private long mails(String subject) {
    return jdbc.sql("select count(*) from mail where subject = :subject")
        .param("subject", subject)
        .query(Long.class)
        .single();
  }

  private long told(Person person, String key) {
    return jdbc.sql("select count(*) from notice where account_id = :id and key = :key")
        .param("id", person.me().id())
        .param("key", "disposition.notice." + key)
        .query(Long.class)
        .single();
  }

  private String lastLink(Person person) {
    return jdbc.sql("select link from notice where account_id = :id order by id desc limit 1")
        .param("id", person.me().id())
        .query(String.class)
        .single();
  }

  private long figure(String key) {
    return figures.of(List.of(key), Scope.PUBLISHED, Period.ALL).getFirst().value();
  }

  private Site site(Person person) {
    return Site.at(port).signedIn(person);
  }

  // --- the way of an opinion ---

  @Test
  void nobodyIsGivenWhatIsBeingMergedAtThatMoment() {
    var opinion = opinion("站点要有固定场地");
    var into = opinion("每站要有场地");
    var given =
        Optional.ofNullable(
            transaction.execute(merging -> {
              judge(OpinionMove.MERGE, opinion, Optional.of(into), "");
              var assigning =
                  CompletableFuture.runAsync(
                      () -> dispositions.assign(staff.me(), List.of(opinion), FINANCE, DUE));
              while (!somebodyWaits()) {
                Thread.onSpinWait();
              }
              return assigning;
            }));

    assertThat(given.orElseThrow())
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableThat()
        .withCauseInstanceOf(EditedElsewhere.class);
    assertThat(register.history(opinion)).isEmpty();
  }

  private boolean somebodyWaits() {
    return jdbc.sql("select exists (select from pg_locks where not granted)")
        .query(Boolean.class)
        .single();
  }

  @Test
  void anOpinionIsAssignedAnsweredRatedAndClosed() {
    var opinion = assigned("站点要有固定场地");
    assertThat(told(finance, "assigned")).isEqualTo(1);

    dispositions.answer(
        finance.me(), opinion, 0, AnswerDraft.of(Result.ADOPTED, "每站不少于 60 平方米。", ""));
    assertThat(mails("您的意见被采纳：站点要有固定场地")).isEqualTo(1);
    dispositions.rate(author(), opinion, 1, Rating.SATISFIED, "");

    assertThat(status(opinion)).isEqualTo(DispositionStatus.CLOSED);
    assertThat(register.history(opinion))
        .extracting(Step::move)
        .containsExactly(DispositionMove.ASSIGN, DispositionMove.ANSWER, DispositionMove.RATE);
    assertThat(
            List.of(
                figure("answeredOpinions"),
                figure("grantedOpinions"),
                figure("satisfiedOpinions"),
                figure("unsatisfiedOpinions"),
                figure("overdueOpinions")))
        .containsExactly(1L, 1L, 1L, 0L, 0L);
  }

  @Test
  void manyAreGivenAtOnceAndTheDepartmentHearsOfThemOnce() {
    var all = List.of(opinion("一"), opinion("二"), opinion("三"));
    var done =
        site(staff)
            .post("/opinions/assign", Map.of("opinion", all, "givenTo", FINANCE, "due", DUE));

    assertThat(done.body()).contains("3 条意见已交市财政局办理");
    assertThat(told(finance, "assignedMany")).isEqualTo(1);
    assertThat(told(finance, "assigned")).isZero();
    assertThat(register.workOf(finance.me(), 10)).hasSize(3);
  }

  @Test
  void whoIsNotSatisfiedGetsASecondAnswerAndNoThird() {
    var opinion = answered("请给补贴", Result.NOT_ADOPTED);
    dispositions.rate(author(), opinion, 1, Rating.NOT_SATISFIED, "没有说清理由");
    assertThat(status(opinion)).isEqualTo(DispositionStatus.REOPENED);
    assertThat(disposition(opinion).due()).isEqualTo(TODAY.plusDays(Dispositions.DAYS_AGAIN));
    assertThat(told(finance, "reopened")).isEqualTo(1);
    assertThat(figure("answeredOpinions")).as("an answer is due again").isZero();

    dispositions.answer(finance.me(), opinion, 2, AnswerDraft.of(Result.PARTLY, "先补一半。", "预算有限。"));
    dispositions.rate(author(), opinion, 3, Rating.NOT_SATISFIED, "还是不满意");

    assertThat(status(opinion)).isEqualTo(DispositionStatus.CLOSED);
    assertThat(figure("unsatisfiedOpinions")).isEqualTo(1);
    assertThatThrownBy(() -> dispositions.rate(author(), opinion, 4, Rating.NOT_SATISFIED, "第三次"))
        .isInstanceOf(IllegalMove.class);
  }

  @Test
  void ratingTwiceCountsOnce() {
    var opinion = answered("场地", Result.ADOPTED);
    dispositions.rate(author(), opinion, 1, Rating.SATISFIED, "");
    assertThatThrownBy(() -> dispositions.rate(author(), opinion, 1, Rating.NOT_SATISFIED, "改主意"))
        .isInstanceOf(EditedElsewhere.class);
    assertThat(disposition(opinion).verdict().orElseThrow().rating()).isEqualTo(Rating.SATISFIED);
  }

  @Test
  void whatIsNotOursGoesBackAndToSomebodyElse() {
    var planning = department("planning", PLANNING);
    var opinion = assigned("会费标准");
    dispositions.giveBack(finance.me(), opinion, 0, "会费归发改部门管");
    assertThat(told(staff, "returned")).isEqualTo(1);
    assertThat(register.workOf(finance.me(), 10)).isEmpty();

    dispositions.reassign(staff.me(), opinion, 1, PLANNING, DUE, "财政部门退回");

    assertThat(register.workOf(planning.me(), 10)).hasSize(1);
    assertThat(register.history(opinion))
        .extracting(Step::department)
        .containsExactly(FINANCE, FINANCE, PLANNING);
  }

  @Test
  void aLaterDateIsAskedForAndGrantedOrRefused() {
    var opinion = assigned("经费标准");
    var later = DUE.plusDays(10);
    dispositions.ask(finance.me(), opinion, 0, later, "等文件定稿");
    assertThat(told(staff, "asked")).isEqualTo(1);
    assertThat(disposition(opinion).due()).as("until it is granted").isEqualTo(DUE);
    dispositions.refuse(staff.me(), opinion, 1, "已拖过一次");
    assertThat(told(finance, "refused")).isEqualTo(1);
    assertThatThrownBy(() -> dispositions.refuse(staff.me(), opinion, 2, "再拒一次"))
        .isInstanceOf(EditedElsewhere.class);

    dispositions.ask(finance.me(), opinion, 2, later, "等文件定稿");
    dispositions.extend(staff.me(), opinion, 3, later, "同意");

    assertThat(disposition(opinion).due()).isEqualTo(later);
    assertThat(disposition(opinion).asked()).isEmpty();
  }

  @Test
  void withoutAnAuthorStaffReadTheAnswerAndCloseIt() {
    var opinion = OpinionFixture.opinion(jdbc, talk, "现场有人说");
    dispositions.assign(staff.me(), List.of(opinion), FINANCE, DUE);
    dispositions.answer(finance.me(), opinion, 0, AnswerDraft.of(Result.ALREADY_DONE, "去年已办。", ""));
    dispositions.close(staff.me(), opinion, 1);
    assertThat(status(opinion)).isEqualTo(DispositionStatus.CLOSED);
  }

  @Test
  void anAuthorIsWaitedForAWhileBeforeStaffClose() {
    var opinion = answered("场地", Result.ADOPTED);
    assertThatThrownBy(() -> dispositions.close(staff.me(), opinion, 1))
        .isInstanceOf(NotFound.class);
    clock.set(TODAY.plusDays(Dispositions.DAYS_TO_RATE + 1L).atTime(9, 0));
    dispositions.close(staff.me(), opinion, 1);
    assertThat(status(opinion)).isEqualTo(DispositionStatus.CLOSED);
  }

  // --- bad input ---

  @Test
  void aDateInThePastIsRefused() {
    var opinion = opinion("场地");
    var refused =
        site(staff)
            .post(
                "/opinions/" + opinion + "/assign",
                Map.of("givenTo", FINANCE, "due", TODAY.minusDays(1)));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("期限不能早于今天", "value=\"2026-03-15\"");
  }

  @Test
  void aDepartmentThatDoesNotExistIsRefused() {
    var opinion = opinion("场地");
    var refused =
        site(staff).post("/opinions/" + opinion + "/assign", Map.of("givenTo", "某某局", "due", DUE));
    assertThat(refused.statusCode()).isEqualTo(422);
  }

  @Test
  void whatIsNotDoneIsToldWithItsReason() {
    var opinion = assigned("请给补贴");
    var site = site(finance);
    site.get("/opinions/" + opinion);
    var refused =
        site.post(
            "/opinions/" + opinion + "/answer",
            Map.of("result", "NOT_ADOPTED", "answer", "今年办不了。", "version", 0));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("今年办不了。", "id=\"reason-fault\"");
    assertThat(status(opinion)).isEqualTo(DispositionStatus.ASSIGNED);
  }

  @Test
  void aLinkThatIsNoAddressAndACitationOfNothingAreRefused() {
    var opinion = assigned("场地");
    var refused =
        site(finance)
            .post(
                "/opinions/" + opinion + "/answer",
                Map.of(
                    "result", "ADOPTED",
                    "answer", "好",
                    "cited", "办法",
                    "link", "javascript:alert(1)",
                    "cite", "policy:4711",
                    "version", 0));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("href=\"#link\"", "href=\"#cite\"");
  }

  @Test
  void onlyItsOwnDepartmentAnswers() {
    var planning = department("planning", PLANNING);
    var opinion = assigned("场地");
    var answer = Map.of("result", "ADOPTED", "answer", "好", "version", 0);

    assertThat(site(planning).post("/opinions/" + opinion + "/answer", answer).statusCode())
        .isEqualTo(404);
    assertThat(site(staff).post("/opinions/" + opinion + "/answer", answer).statusCode())
        .isEqualTo(404);
    assertThat(
            site(people.only(Role.AUDITOR))
                .post("/opinions/" + opinion + "/answer", answer)
                .statusCode())
        .isEqualTo(403);
    assertThat(status(opinion)).isEqualTo(DispositionStatus.ASSIGNED);
  }

  @Test
  void theBureauAnswersWhatItGaveToItself() {
    var opinion = opinion("场地");
    dispositions.assign(staff.me(), List.of(opinion), "聊城市民政局", DUE);
    dispositions.answer(staff.me(), opinion, 0, AnswerDraft.of(Result.ADOPTED, "已写进通知。", ""));
    assertThat(status(opinion)).isEqualTo(DispositionStatus.ANSWERED);
  }

  @Test
  void twoWhoAnswerAtOnceDoNotOverwriteEachOther() {
    var opinion = assigned("场地");
    var site = site(finance);
    dispositions.ask(finance.me(), opinion, 0, DUE.plusDays(5), "核实中");

    var late =
        site.post(
            "/opinions/" + opinion + "/answer",
            Map.of("result", "ADOPTED", "answer", "我写的答复", "version", 0));

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("我写的答复", "name=\"version\" value=\"1\"");
    assertThat(status(opinion)).isEqualTo(DispositionStatus.ASSIGNED);
  }

  @Test
  void whoAnswersAfterAColleagueKeepsWhatWasTyped() {
    var opinion = assigned("场地");
    var site = site(finance);
    site.get("/opinions/" + opinion);
    dispositions.answer(finance.me(), opinion, 0, AnswerDraft.of(Result.ADOPTED, "已列入预算。", ""));

    var late =
        site.post(
            "/opinions/" + opinion + "/answer",
            Map.of("result", "ADOPTED", "answer", "我写的答复", "version", 0));

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("我写的答复", "已列入预算。", "刚才已有人先办了一步");
  }

  @Test
  void twoWhoAssignAtOnceDoNotAssignTwice() {
    var opinion = opinion("场地");
    dispositions.assign(staff.me(), List.of(opinion), FINANCE, DUE);
    var late =
        site(staff)
            .post(
                "/opinions/assign",
                Map.of("opinion", List.of(opinion), "givenTo", "聊城市民政局", "due", DUE));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(disposition(opinion).department()).isEqualTo(FINANCE);
  }

  @Test
  void aForgedOrForeignLinkRatesNothing() {
    var opinion = answered("场地", Result.ADOPTED);
    var other =
        TalkDayFixture.guest(
            jdbc,
            talk,
            NeedFixture.organization(jdbc, "佳音中心"),
            InvitationStatus.ACCEPTED,
            "654321");
    var site = Site.at(port);
    var rating = Map.of("rating", "SATISFIED", "version", 1);
    site.get("/room/" + pass.of(guest) + "/answers");

    assertThat(site.post("/room/forged.token/answers/" + opinion, rating).statusCode())
        .isEqualTo(404);
    assertThat(site.post("/room/" + pass.of(other) + "/answers/" + opinion, rating).statusCode())
        .isEqualTo(404);
    assertThat(status(opinion)).isEqualTo(DispositionStatus.ANSWERED);
    site.post("/room/" + pass.of(guest) + "/answers/" + opinion, rating);
    assertThat(status(opinion)).isEqualTo(DispositionStatus.CLOSED);
  }

  @Test
  void notSatisfiedWithoutARemarkIsAskedForOne() {
    var opinion = answered("场地", Result.ADOPTED);
    var representative = people.representative("puxin", organization);
    var asked =
        site(representative)
            .post(
                "/opinions/" + opinion + "/rate", Map.of("rating", "NOT_SATISFIED", "version", 1));
    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(asked.body()).contains("id=\"remark-fault\"");
  }

  // --- who sees what ---

  @Test
  void thePublicReadsWhatIsLateButNotWhoSaidIt() {
    assigned("站点要有固定场地");
    clock.set(DUE.plusDays(3).atTime(9, 0));
    var list = Site.at(port).get("/opinions?stand=OVERDUE").body();
    assertThat(list).contains("站点要有固定场地", "超期 3 天", FINANCE).doesNotContain("组织" + organization);
    assertThat(figure("overdueOpinions")).isEqualTo(1);
    assertThat(site(staff).get("/board?month=2026-03").body()).contains("超期 3 天");
  }

  @Test
  void whoAgreedToBeNamedIsNamedAsAUnitAndNeverAsAPerson() {
    var opinion = opinion("站点要有固定场地");
    jdbc.sql("update opinion set named = true, speaker = '蒲心中心 张三'").update();
    var unit =
        jdbc.sql("select name from organization where id = :id")
            .param("id", organization)
            .query(String.class)
            .single();
    for (var path :
        List.of(
            "/opinions",
            "/opinions/" + opinion,
            "/talks/" + talk + "/opinions",
            "/talks/" + talk + "/brief")) {
      assertThat(Site.at(port).get(path).body()).as(path).contains(unit).doesNotContain("张三");
    }
    assertThat(jdbc.sql("select unit from thing where kind = 'opinion'").query(String.class).list())
        .containsExactly(unit);
    assertThat(site(staff).get("/opinions/" + opinion).body()).contains("张三");
  }

  @Test
  void howVotesAreSplitIsForStaff() {
    var opinion = opinion("站点要有固定场地");
    for (var n = 0; n < 5; n++) {
      jdbc.sql(
              """
              insert into opinion_vote (opinion_id, invitation_id, side, at) values (:opinion, :guest, 1, now())
              """)
          .param("opinion", opinion)
          .param(
              "guest",
              TalkDayFixture.guest(
                  jdbc,
                  talk,
                  NeedFixture.organization(jdbc, "组织甲" + n),
                  InvitationStatus.ACCEPTED,
                  "00000" + n))
          .update();
    }
    assertThat(Site.at(port).get("/opinions/" + opinion).body())
        .contains("5 人表态")
        .doesNotContain("赞成 5");
    assertThat(site(staff).get("/opinions/" + opinion).body()).contains("赞成 5 · 反对 0 · 弃权 0");
  }

  @Test
  void whatOfficesWriteToEachOtherAndWhatTheAuthorRemarksIsNotPublic() {
    var opinion = assigned("会费标准");
    dispositions.ask(finance.me(), opinion, 0, DUE.plusDays(5), "经办人请假");
    dispositions.refuse(staff.me(), opinion, 1, "已拖过一次");
    dispositions.answer(finance.me(), opinion, 2, AnswerDraft.of(Result.PARTLY, "先补一半。", "预算有限。"));
    dispositions.rate(author(), opinion, 3, Rating.SATISFIED, "谢谢李科长");

    assertThat(Site.at(port).get("/opinions/" + opinion).body())
        .contains("先补一半。", "预算有限。")
        .doesNotContain("经办人请假", "已拖过一次", "谢谢李科长");
    for (var reader : List.of(staff, finance, people.representative("puxin", organization))) {
      assertThat(site(reader).get("/opinions/" + opinion).body())
          .contains("经办人请假", "已拖过一次", "谢谢李科长");
    }
  }

  @Test
  void beforeTheFollowUpOnlyStaffAndTheDepartmentReadIt() {
    var opinion = assigned("站点要有固定场地");
    jdbc.sql("update talk set status = 'HELD'").update();
    assertThat(Site.at(port).get("/opinions/" + opinion).statusCode()).isEqualTo(404);
    assertThat(site(department("planning", PLANNING)).get("/opinions/" + opinion).statusCode())
        .isEqualTo(404);
    assertThat(site(finance).get("/opinions/" + opinion).body())
        .contains("站点要有固定场地")
        .doesNotContain("组织" + organization);
    assertThat(site(staff).get("/opinions/" + opinion).body()).contains("组织" + organization);
  }

  @Test
  void staffOfACountyReadTheCitysOpinionsAndDoNotAssignThem() {
    var county = people.with("county", "赵县", Rights.organizer("371502000000"));
    var opinion = opinion("站点要有固定场地");
    assertThat(site(county).get("/opinions/" + opinion).body()).contains("站点要有固定场地");
    assertThatThrownBy(() -> dispositions.assign(county.me(), List.of(opinion), FINANCE, DUE))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void theFinanceBureausOfTwoCountiesAreToldApart() {
    var one = countyFinance("finance.dongchangfu", "371502000000");
    var other = countyFinance("finance.linqing", "371581000000");
    var opinion = opinion("站点要有固定场地");
    jdbc.sql("update talk set status = 'HELD'").update();
    assertThat(site(staff).get("/opinions/" + opinion).body()).contains("财政局（东昌府区）", "财政局（临清市）");

    dispositions.assign(staff.me(), List.of(opinion), "财政局（东昌府区）", DUE);

    assertThat(told(one, "assigned")).isEqualTo(1);
    assertThat(told(other, "assigned")).isZero();
    assertThat(register.workOf(one.me(), 10)).hasSize(1);
    assertThat(register.workOf(other.me(), 10)).isEmpty();
    assertThat(site(one).get("/opinions/" + opinion).statusCode()).isEqualTo(200);
    assertThat(site(other).get("/opinions/" + opinion).statusCode()).isEqualTo(404);
    var answer = AnswerDraft.of(Result.ADOPTED, "好", "");
    assertThatThrownBy(() -> dispositions.answer(other.me(), opinion, 0, answer))
        .isInstanceOf(NotFound.class);
    dispositions.answer(one.me(), opinion, 0, answer);
  }

  @Test
  void theListTellsTheFinanceBureausOfTwoCountiesApart() {
    countyFinance("finance.dongchangfu", "371502000000");
    countyFinance("finance.linqing", "371581000000");
    dispositions.assign(staff.me(), List.of(opinion("站点要有固定场地")), "财政局（东昌府区）", DUE);
    dispositions.assign(staff.me(), List.of(opinion("社工要有编制")), "财政局（临清市）", DUE);

    assertThat(list("财政局（临清市）")).contains("社工要有编制").doesNotContain("站点要有固定场地");
    assertThat(list("财政局")).contains("社工要有编制", "站点要有固定场地");
  }

  private String list(String department) {
    return site(staff)
        .get("/opinions?department=" + URLEncoder.encode(department, StandardCharsets.UTF_8))
        .body();
  }

  @Test
  void staffOfACountyAskItsOwnDepartmentsAndTheCitys() {
    countyFinance("finance.dongchangfu", "371502000000");
    countyFinance("finance.linqing", "371581000000");
    assertThat(departments.known(new Scope.Region("371502")).keySet())
        .contains(FINANCE, "财政局")
        .doesNotContain("财政局（临清市）");
  }

  @Test
  void staffAnswerForTheHostOfTheirTalkAndNotForOneOfThatNameElsewhere() {
    jdbc.sql("update talk set host = '民政局', region_code = '371502000000'").update();
    var bureau =
        people.with(
            "minzheng",
            "郑县局",
            new Rights(
                Set.of(Role.DEPARTMENT), Optional.empty(), Optional.of("371581000000"), "民政局"));
    var county = people.with("county", "赵县", Rights.organizer("371502000000"));
    var opinion = opinion("站点要有固定场地");
    var answer = AnswerDraft.of(Result.ADOPTED, "好", "");
    dispositions.assign(staff.me(), List.of(opinion), "民政局（临清市）", DUE);
    assertThatThrownBy(() -> dispositions.answer(county.me(), opinion, 0, answer))
        .isInstanceOf(NotFound.class);
    dispositions.giveBack(bureau.me(), opinion, 0, "由东昌府区答复");
    dispositions.reassign(staff.me(), opinion, 1, "民政局（东昌府区）", DUE, "退回");
    dispositions.answer(county.me(), opinion, 2, answer);
  }

  private Person countyFinance(String username, String region) {
    return people.with(
        username,
        "郑县局",
        new Rights(Set.of(Role.DEPARTMENT), Optional.empty(), Optional.of(region), "财政局"));
  }

  @Test
  void whatWasMergedIsNotTellingOfWhatMayNotBeRead() {
    var one = opinion("场地");
    var other = opinion("固定的场地");
    judge(OpinionMove.MERGE, one, Optional.of(other), "");
    jdbc.sql("update talk set status = 'HELD'").update();
    assertThat(Site.at(port).get("/opinions/" + one).uri().getPath()).isEqualTo("/opinions/" + one);
    assertThat(site(staff).get("/opinions/" + one).uri().getPath()).isEqualTo("/opinions/" + other);
  }

  @Test
  void whoAnswersAfterItWasGivenToOthersKeepsWhatWasTyped() {
    department("planning", PLANNING);
    var opinion = assigned("场地");
    for (var status : List.of("HELD", "FOLLOWING_UP")) {
      jdbc.sql("update talk set status = :status").param("status", status).update();
      if (disposition(opinion).department().equals(FINANCE)) {
        dispositions.reassign(staff.me(), opinion, 0, PLANNING, DUE, "归发改部门管");
      }
      var late =
          site(finance)
              .post(
                  "/opinions/" + opinion + "/answer",
                  Map.of("result", "ADOPTED", "answer", "我写的答复", "version", 0));
      assertThat(late.statusCode()).isEqualTo(409);
      assertThat(late.body()).contains("已不由你单位办理", "我写的答复");
      var back =
          site(finance)
              .post(
                  "/opinions/" + opinion + "/return",
                  Map.of("returnReason", "不归我们管", "version", 0));
      assertThat(back.statusCode()).isEqualTo(409);
      assertThat(back.body()).contains("不归我们管");
    }
  }

  // --- what answers refer to ---

  @Test
  void anAnswerRefersToDocumentsActivitiesAndPromisesThatItsReadersCanOpen() {
    var policy = OpinionFixture.policy(jdbc, "社工站建设的通知");
    var promise = promise(talk, "每站配两名社工", "OPEN");
    var elsewhere = elsewhere(TalkStatus.CLOSED);
    var kept = promise(elsewhere, "开出培训班", "KEPT");
    var opinion = assigned("场地");
    var site = site(finance);
    assertThat(site.get("/opinions/" + opinion).body())
        .contains("policy:" + policy, "talk:" + elsewhere, "commitment:" + promise);

    var cites = List.of("policy:" + policy, "talk:" + elsewhere, "commitment:" + kept);
    var done =
        site.post(
            "/opinions/" + opinion + "/answer",
            Map.of("result", "ADOPTED", "answer", "好", "cite", cites, "version", 0));

    assertThat(done.statusCode()).isEqualTo(200);
    for (var page : List.of("/opinions/" + opinion, "/room/" + pass.of(guest) + "/answers")) {
      assertThat(Site.at(port).get(page).body())
          .contains("《社工站建设的通知》 聊民〔2026〕3号", "href=\"/talks/" + elsewhere, "开出培训班", "已兑现");
    }
    var thread = threads.through(Scope.PUBLISHED, ThingKind.OPINION, opinion).orElseThrow();
    assertThat(thread.links())
        .filteredOn(link -> link.relation() == Relation.CITED)
        .extracting(link -> link.to().kind())
        .containsExactlyInAnyOrder(ThingKind.POLICY, ThingKind.TALK, ThingKind.COMMITMENT);
    assertThat(Site.at(port).get("/trace/opinion/" + opinion).body()).contains("答复引用");
  }

  @Test
  void whatNoLongerHoldsOrIsNotPublicIsNotCited() {
    var repealed = OpinionFixture.policy(jdbc, "旧通知");
    jdbc.sql("update policy set status = 'REPEALED' where id = :id").param("id", repealed).update();
    var elsewhere = elsewhere(TalkStatus.CLOSED);
    var opinion = assigned("场地");
    for (var ref :
        List.of(
            "policy:" + repealed,
            "policy:" + OpinionFixture.draft(jdbc, "草稿"),
            "talk:" + elsewhere(TalkStatus.PLANNED),
            "commitment:" + promise(elsewhere, "还没做的事", "OPEN"),
            "commitment:" + promise(elsewhere(TalkStatus.HELD), "未公开", "KEPT"),
            "agreement:1")) {
      var refused =
          site(finance)
              .post(
                  "/opinions/" + opinion + "/answer",
                  Map.of("result", "ADOPTED", "answer", "好", "cite", ref, "version", 0));
      assertThat(refused.statusCode()).as(ref).isEqualTo(422);
    }
  }

  @Test
  void whatIsLookedForIsOfferedAndNothingTypedIsLost() {
    var policy = promise(talk, "每站配两名社工", "OPEN");
    for (var n = 0; n < 9; n++) {
      promise(talk, "别的事" + n, "OPEN");
    }
    var opinion = assigned("场地");
    var ticked = "talk:" + talk;
    var found =
        site(finance)
            .post(
                "/opinions/" + opinion + "/answer",
                Map.of(
                    "then", "find", "find", "两名社工", "answer", "写到一半", "cite", ticked, "version",
                    0));
    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(found.body())
        .contains("写到一半", "commitment:" + policy, "value=\"" + ticked + "\" checked")
        .doesNotContain("别的事");
    assertThat(status(opinion)).isEqualTo(DispositionStatus.ASSIGNED);
  }

  /** Another talk; its number is not that of the first. */
  private long elsewhere(TalkStatus status) {
    jdbc.sql("update talk set number = 100 + id").update();
    return TalkDayFixture.talk(jdbc, status);
  }

  private long promise(long at, String what, String status) {
    return jdbc.sql(
            """
            insert into commitment (talk_id, who, email, what, due, status, created_at, ended_at)
            values (:talk, '蒲心中心', '', :what, :due, :status, now(), case when :status = 'OPEN' then null else now() end)
            returning id
            """)
        .param("talk", at)
        .param("what", what)
        .param("due", DUE)
        .param("status", status)
        .query(Long.class)
        .single();
  }

  // --- reminders ---

  @Test
  void fiveHundredLateAnswersAreOneMessageToEachPerson() {
    var planning = department("planning", PLANNING);
    for (var n = 0; n < 500; n++) {
      jdbc.sql(
              """
              insert into disposition (opinion_id, department, department_region, due, status, assigned_at)
              values (:opinion, :department, '371500000000', :due, 'ASSIGNED', now())
              """)
          .param("opinion", opinion("场地" + n))
          .param("department", n % 5 == 0 ? PLANNING : FINANCE)
          .param("due", n < 400 ? DUE : DUE.plusDays(2))
          .update();
    }
    clock.set(DUE.plusDays(1).atTime(9, 0));
    var before = mails();

    assertThat(reminders.remind()).isEqualTo(500);

    assertThat(mails() - before).as("finance, planning and the bureau").isEqualTo(3);
    assertThat(mails("320 条意见超期未答复，80 条快到期限")).isEqualTo(1);
    assertThat(mails("80 条意见超期未答复，20 条快到期限")).isEqualTo(1);
    assertThat(mails("400 条意见超期未答复")).as("what is due soon is the department's").isEqualTo(1);
    var told =
        jdbc.sql("select args ->> 2 from notice where account_id = :id and key like '%Many'")
            .param("id", planning.me().id())
            .query(String.class)
            .single();
    assertThat(told).startsWith("· 2026-03-31　市发展改革委　场地0\n· 2026-03-31　市发展改革委　场地5").hasLineCount(5);
    assertThat(site(planning).get(lastLink(planning)).body()).contains("共 80 条");
  }

  @Test
  void departmentsAreRemindedBeforeTheDateAndTheBureauToWhenItHasPassed() {
    assigned("场地");
    assertThat(reminders.remind()).isZero();
    clock.set(DUE.minusDays(2).atTime(9, 0));
    assertThat(reminders.remind()).isEqualTo(1);
    assertThat(reminders.remind()).as("the same day").isZero();
    assertThat(mails("意见快到答复期限：场地")).isEqualTo(1);

    clock.set(DUE.plusDays(1).atTime(9, 0));
    assertThat(reminders.remind()).isEqualTo(1);

    assertThat(told(finance, "overdue")).isEqualTo(1);
    assertThat(told(staff, "overdue")).isEqualTo(1);
    clock.set(DUE.plusDays(9).atTime(9, 0));
    assertThat(reminders.remind()).isZero();
  }

  // --- what happens elsewhere ---

  @Test
  void aMergedOpinionNeedsNoAnswerAndTheOtherTakesItsPlace() {
    var one = assigned("场地");
    var other = opinion("固定的场地");
    judge(OpinionMove.MERGE, one, Optional.of(other), "");

    assertThat(status(one)).isEqualTo(DispositionStatus.CLOSED);
    assertThat(disposition(other).department()).isEqualTo(FINANCE);
    assertThat(told(finance, "merged")).isEqualTo(1);
    assertThat(Site.at(port).get("/opinions/" + one).uri().getPath())
        .isEqualTo("/opinions/" + other);
  }

  @Test
  void whoseOpinionWasMergedHearsTheAnswerAndRatesIt() {
    var one = opinion("场地");
    var other = OpinionFixture.opinion(jdbc, talk, "固定的场地");
    jdbc.sql("update opinion set status = 'MERGED', merged_into = :other where id = :one")
        .param("one", one)
        .param("other", other)
        .update();
    var representative = people.representative("puxin", organization);
    dispositions.assign(staff.me(), List.of(other), FINANCE, DUE);

    dispositions.answer(finance.me(), other, 0, AnswerDraft.of(Result.ADOPTED, "已列入预算。", ""));

    assertThat(mails("您的意见被采纳：固定的场地")).isGreaterThan(0);
    assertThat(told(representative, "answered.ADOPTED")).isEqualTo(1);
    assertThat(register.mine(representative.me(), 10))
        .extracting(Matter::id)
        .containsExactly(other);
    assertThat(Site.at(port).get("/room/" + pass.of(guest) + "/answers").body()).contains("已列入预算。");
    dispositions.rate(author(), other, 1, Rating.SATISFIED, "");
    assertThat(status(other)).isEqualTo(DispositionStatus.CLOSED);
  }

  @Test
  void theAnswerToAnOpinionThatIsMergedIsKept() {
    var one = answered("场地", Result.ADOPTED);
    judge(OpinionMove.MERGE, one, Optional.of(opinion("固定的场地")), "");
    assertThat(disposition(one).reply().orElseThrow().text()).isEqualTo("已列入预算。");
  }

  @Test
  void anOpinionWrittenDownByMistakeTakesItsDispositionAlong() {
    var opinion = assigned("记错了");
    opinions.remove(staff.me(), talk, opinion, 0);
    assertThat(register.whatever(opinion)).isEmpty();
    assertThat(told(finance, "removed")).isEqualTo(1);
    assertThat(register.history(opinion))
        .extracting(Step::move)
        .containsExactly(DispositionMove.ASSIGN, DispositionMove.REMOVE);
  }

  @Test
  void anAnsweredOpinionIsNeitherDeletedNorReworded() {
    var opinion = answered("场地", Result.ADOPTED);
    assertThatThrownBy(() -> opinions.remove(staff.me(), talk, opinion, 0))
        .isInstanceOf(InUse.class);
    assertThatThrownBy(() -> opinions.change(staff.me(), talk, opinion, 0, worded("经费")))
        .isInstanceOf(InUse.class);
    assertThat(disposition(opinion).reply()).isPresent();
    assertThat(
            site(staff)
                .post(
                    "/talks/" + talk + "/day/opinions/" + opinion + "/delete", Map.of("version", 0))
                .body())
        .contains("不能删除");
  }

  @Test
  void anOpinionThatAnIssuedDocumentListsIsNeitherDeletedNorReworded() {
    var opinion = opinion("场地");
    var policy = OpinionFixture.draft(jdbc, "社工站建设的通知");
    jdbc.sql(
            "insert into policy_source (policy_id, opinion_id, manner, note) values (:policy, :opinion, 'LEFT', '另行研究')")
        .param("policy", policy)
        .param("opinion", opinion)
        .update();
    opinions.change(staff.me(), talk, opinion, 0, worded("固定的场地"));
    jdbc.sql(
            "update policy set status = 'ISSUED', number = '聊民〔2026〕3号', sealed_on = :day, issued_at = now() where id = :id")
        .param("day", TODAY)
        .param("id", policy)
        .update();
    assertThatThrownBy(() -> opinions.remove(staff.me(), talk, opinion, 1))
        .isInstanceOf(InUse.class);
    assertThatThrownBy(() -> opinions.change(staff.me(), talk, opinion, 1, worded("经费")))
        .isInstanceOf(InUse.class);
  }

  @Test
  void aDeclinedOpinionKeepsItsAnswerForWhenItIsAcceptedAgain() {
    var opinion = answered("场地", Result.ADOPTED);
    judge(OpinionMove.DECLINE, opinion, Optional.empty(), "点了个人姓名");
    assertThat(figure("answeredOpinions")).isZero();
    assertThat(threads.find(Scope.PUBLISHED, ThingKind.REPLY, opinion)).isEmpty();

    judge(OpinionMove.ACCEPT, opinion, Optional.empty(), "");
    assertThat(disposition(opinion).reply().orElseThrow().text()).isEqualTo("已列入预算。");
    assertThat(threads.find(Scope.PUBLISHED, ThingKind.REPLY, opinion)).isPresent();
  }

  @Test
  void nobodyIsRemindedOfAnOpinionThatWasDeclined() {
    var opinion = assigned("场地");
    judge(OpinionMove.DECLINE, opinion, Optional.empty(), "点了个人姓名");
    assertThat(told(finance, "declined")).isEqualTo(1);
    clock.set(DUE.plusDays(1).atTime(9, 0));
    assertThat(reminders.remind()).isZero();
  }

  @Test
  void whoNeedNotAnswerHearsWhenTheOpinionIsAcceptedAgain() {
    var open = assigned("场地");
    var done = answered("经费", Result.ADOPTED);
    for (var opinion : List.of(open, done)) {
      judge(OpinionMove.DECLINE, opinion, Optional.empty(), "点了个人姓名");
      judge(OpinionMove.ACCEPT, opinion, Optional.empty(), "");
    }
    assertThat(told(finance, "assigned")).as("two assigned, one of them again").isEqualTo(3);
    assertThat(lastLink(finance)).isEqualTo("/opinions/" + open);
  }

  private OpinionDraft worded(String text) {
    return new OpinionDraft(text, Optional.empty(), Optional.of(guest), "", Party.OTHER, false);
  }

  @Test
  void anIssuedDocumentIsProposedToTheDepartmentAndTheAuthorHearsOfItFromTheDocumentOnly() {
    var representative = people.representative("puxin", organization);
    var opinion = assigned("场地");
    var policy = OpinionFixture.policy(jdbc, "社工站建设的通知");
    transaction.executeWithoutResult(status ->
        events.publishEvent(
            new PolicyIssued(
                policy, "社工站建设的通知", "聊民〔2026〕3号", Map.of(opinion, "第二条"), List.of(talk))));

    assertThat(disposition(opinion).cites()).containsExactly(new Cited.Ref("policy", policy));
    assertThat(status(opinion)).isEqualTo(DispositionStatus.ASSIGNED);
    assertThat(told(finance, "cited")).isEqualTo(1);
    assertThat(
            jdbc.sql("select count(*) from notice where account_id = :id")
                .param("id", representative.me().id())
                .query(Long.class)
                .single())
        .isZero();
  }

  // --- the thread ---

  @Test
  void theThreadLeadsFromTheTalkToTheAnswer() {
    var opinion = answered("场地", Result.ADOPTED);
    jdbc.sql(
            """
            insert into link (from_kind, from_id, relation, to_kind, to_id, at, actor)
            select 'talk', :talk, 'raised', 'opinion', o.id, o.recorded_at, '' from opinion o
            """)
        .param("talk", talk)
        .update();

    var thread = threads.through(Scope.PUBLISHED, ThingKind.OPINION, opinion).orElseThrow();

    assertThat(thread.things())
        .extracting(thing -> thing.kind())
        .containsExactly(ThingKind.TALK, ThingKind.OPINION, ThingKind.REPLY);
    assertThat(Site.at(port).get("/trace/opinion/" + opinion).body())
        .contains("已列入预算。", "/opinions/" + opinion);
  }
}
