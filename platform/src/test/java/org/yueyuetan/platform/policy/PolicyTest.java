package org.yueyuetan.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.account.Rights;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.lifecycle.IllegalMove;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.opinion.InUse;
import org.yueyuetan.platform.opinion.OpinionDeclined;
import org.yueyuetan.platform.opinion.OpinionMerged;
import org.yueyuetan.platform.opinion.OpinionRemoved;

@PlatformTest
class PolicyTest {

  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired People people;
  @Autowired Policies policies;
  @Autowired Issuance issuance;
  @Autowired Clauses clauses;
  @Autowired Sources sources;
  @Autowired Comments comments;
  @Autowired DocumentNumbers numbers;
  @Autowired IssuedFiles files;
  @Autowired PolicyDocument documents;
  @Autowired PolicyPage pages;
  @Autowired PolicyController controller;
  @Autowired MinutesOfTalk minutes;

  private SignedIn staff = SignedIn.visitor();
  private long talk;
  private long puxin;
  private long opinion;

  @BeforeEach
  void aTalkWithAnOpinion() {
    clock.set(PolicyFixture.TODAY.atTime(10, 0));
    staff = people.organizer().me();
    talk = PolicyFixture.talk(jdbc);
    puxin = NeedFixture.organization(jdbc, "聊城市蒲心社会工作服务中心");
    opinion = PolicyFixture.opinion(jdbc, talk, "社工站要有服务清单", Optional.of(puxin));
  }

  private long written(PolicyDraft draft) {
    var id = policies.create(draft, staff);
    clauses.add(id, Optional.empty(), text("各地要建好社工站。"), staff);
    return id;
  }

  private static ClauseDraft text(String text) {
    return new ClauseDraft(ClauseKind.PARAGRAPH, text);
  }

  private Policy stored(long id) {
    return policies.find(staff.scope(), id).orElseThrow();
  }

  private List<String> notices(long account) {
    return jdbc.sql("select key from notice where account_id = :account order by id")
        .param("account", account)
        .query(String.class)
        .list();
  }

  // --- numbers ---

  @Test
  void documentsIssuedAtOnceGetNumbersWithoutDoublesAndGaps() throws Exception {
    var ids = new ArrayList<Long>();
    for (var i = 0; i < 6; i++) {
      var id = written(PolicyFixture.notice("关于第" + i + "件事的通知"));
      issuance.submit(id, stored(id).stand(), staff);
      issuance.signedOnPaper(id, "钱局长", PolicyFixture.TODAY, stored(id).stand(), staff);
      ids.add(id);
    }
    var start = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(3)) {
      var running = new ArrayList<Future<?>>();
      for (var id : ids) {
        running.add(
            threads.submit(() -> {
              start.await();
              issuance.issue(id, "聊民", PolicyFixture.TODAY, stored(id).stand(), staff);
              return null;
            }));
      }
      start.countDown();
      for (var one : running) {
        one.get();
      }
    }
    assertThat(ids.stream().map(id -> stored(id).number()))
        .containsExactlyInAnyOrder(
            "聊民〔2026〕1号", "聊民〔2026〕2号", "聊民〔2026〕3号", "聊民〔2026〕4号", "聊民〔2026〕5号", "聊民〔2026〕6号");
  }

  @Test
  void numbersGoOnFromThoseUsedOutsideAndBeginAnewEachYear() {
    assertThat(enter(1, 12)).isTrue();
    assertThat(enter(15, 15)).as("leaves a gap").isFalse();
    assertThat(enter(12, 12)).as("is taken").isFalse();
    var first = written(PolicyFixture.notice("关于甲的通知"));
    PolicyFixture.issue(issuance, policies, first, staff);
    assertThat(stored(first).number()).isEqualTo("聊民〔2026〕13号");
    clock.set(LocalDate.of(2027, 1, 4).atTime(9, 0));
    var second = written(PolicyFixture.notice("关于乙的通知"));
    issuance.submit(second, stored(second).stand(), staff);
    issuance.signedOnPaper(second, "钱局长", LocalDate.of(2027, 1, 4), stored(second).stand(), staff);
    issuance.issue(second, "聊民", LocalDate.of(2027, 1, 4), stored(second).stand(), staff);
    assertThat(stored(second).number()).isEqualTo("聊民〔2027〕1号");
  }

  @Test
  void aVoidNumberStaysWithItsReasonAndIsNotGivenOutAgain() {
    var first = written(PolicyFixture.notice("关于甲的通知"));
    PolicyFixture.issue(issuance, policies, first, staff);
    issuance.withdraw(first, "附件有误", staff);
    var second = written(PolicyFixture.notice("关于乙的通知"));
    PolicyFixture.issue(issuance, policies, second, staff);
    assertThat(stored(second).number()).isEqualTo("聊民〔2026〕2号");
    assertThat(numbers.of(staff.scope(), "聊民", 2026, Optional.empty(), 10))
        .extracting(DocumentNumber::number, DocumentNumber::voidReason)
        .containsExactly(tuple(2, ""), tuple(1, "附件有误"));
  }

  @Test
  void aCodeBelongsToWhoeverUsedItFirst() {
    PolicyFixture.issue(issuance, policies, written(PolicyFixture.notice("关于甲的通知")), staff);
    assertThat(numbers.free("聊民", "371502000000")).isFalse();
    assertThat(numbers.free("东民", "371502000000")).isTrue();
    var county = people.with("zhao", "赵县", Rights.organizer("371502000000")).me();
    assertThat(numbers.codes(county.scope())).isEmpty();
    assertThatThrownBy(() ->
            numbers.enter("聊民", 2026, 2, 2, "占用", PolicyFixture.TODAY, "371502000000", county))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void theBureausOwnCodeIsNobodyElsesEvenBeforeItsFirstNumber() {
    var county = "371502000000";
    assertThat(numbers.free("聊民", county)).isFalse();
    assertThat(numbers.free("聊民纪", county)).isFalse();
    assertThat(numbers.free("聊民", "371500000000")).isTrue();
    assertThatThrownBy(
            () -> numbers.enter("聊民", 2026, 1, 1, "占用", PolicyFixture.TODAY, county, staff))
        .isInstanceOf(NotFound.class);
  }

  private boolean enter(int from, int until) {
    return numbers.enter(
        "聊民", 2026, from, until, "纸质发文", PolicyFixture.TODAY, "371500000000", staff);
  }

  // --- clauses ---

  @Test
  void clausesAreNumberedByTheProgram() {
    var id = policies.create(PolicyFixture.measures("激励办法（试行）", LocalDate.of(2028, 3, 1)), staff);
    clauses.paste(
        id,
        Pasted.split(
            """
            第一章 总则
            第一条 为了鼓励志愿服务，制定本办法。
            第2条　本办法所称志愿者，是指：
            （一）注册的；
            （二）有记录的。
            第二章 附则
            第九条 自印发之日起施行。
            """,
            Genre.MEASURES),
        staff);
    var articles = clauses.of(id);
    assertThat(articles)
        .extracting(Clause::label)
        .containsExactly("第一章", "第一条", "第二条", "第二章", "第三条");
    assertThat(articles.get(2).lines()).containsExactly("本办法所称志愿者，是指：", "（一）注册的；", "（二）有记录的。");
    clauses.move(id, articles.get(2).id(), 3, true, staff);
    assertThat(clauses.of(id)).extracting(Clause::text).element(1).asString().startsWith("本办法所称");
    assertThat(clauses.find(id, articles.get(2).id()).label()).isEqualTo("第一条");
  }

  @Test
  void sectionsAreCitedAsOfficesDo() {
    var numbered =
        Numbering.number(
            Pasted.split(
                    "开头。\n一、总体要求\n总的说明。\n（一）统一场地。不少于60平方米。\n场地说明。\n1. 选址。\n二、工作安排\n按期完成。",
                    Genre.PLAN)
                .stream()
                .map(draft -> new Clause(0, 0, draft.kind(), draft.text(), 0))
                .toList());
    assertThat(numbered)
        .extracting(clause -> clause.mark() + "|" + clause.label())
        .containsExactly(
            "|正文第一段",
            "一、|第一部分",
            "|第一部分第一段",
            "（一）|第一部分第（一）项",
            "|第一部分第（一）项第一段",
            "1.|第一部分第（一）项第1点",
            "二、|第二部分",
            "|第二部分第一段");
  }

  @Test
  void whoeverChangesAClauseThatChangedMeanwhileIsTold() {
    var id = written(PolicyFixture.notice("关于甲的通知"));
    var clause = clauses.of(id).getFirst();
    var other = clauses.add(id, Optional.empty(), text("第二段。"), staff);
    clauses.change(id, clause.id(), text("第一个人改过。"), clause.version(), staff);
    assertThatThrownBy(
            () -> clauses.change(id, clause.id(), text("第二个人也改。"), clause.version(), staff))
        .isInstanceOf(EditedElsewhere.class);
    assertThatThrownBy(() -> clauses.remove(id, clause.id(), clause.version(), staff))
        .isInstanceOf(EditedElsewhere.class);
    clauses.change(id, other, text("另一条谁都可以改。"), 0, staff);
    assertThat(clauses.of(id)).extracting(Clause::text).containsExactly("第一个人改过。", "另一条谁都可以改。");
  }

  @Test
  void aClauseIsMovedFromWhereItWasSeen() {
    var id = written(PolicyFixture.notice("关于甲的通知"));
    clauses.add(id, Optional.empty(), text("第二段。"), staff);
    var last = clauses.add(id, Optional.empty(), text("第三段。"), staff);
    clauses.move(id, last, 3, true, staff);
    assertThatThrownBy(() -> clauses.move(id, last, 3, true, staff))
        .as("a colleague moved it already")
        .isInstanceOf(EditedElsewhere.class);
    assertThat(clauses.of(id)).extracting(Clause::text).element(1).isEqualTo("第三段。");
  }

  @Test
  void nobodyHandsOnATextThatTheyHaveNotSeen() {
    var id = written(PolicyFixture.notice("关于甲的通知", talk));
    var seen = stored(id);
    clauses.add(id, Optional.empty(), text("同事加的一段。"), staff);
    assertThatThrownBy(() -> issuance.submit(id, seen.stand(), staff))
        .isInstanceOf(EditedElsewhere.class);
    var then = stored(id);
    sources.leave(id, opinion, "", "不属于本文件", staff);
    assertThatThrownBy(() -> issuance.submit(id, then.stand(), staff))
        .isInstanceOf(EditedElsewhere.class);
    policies.change(id, PolicyFixture.notice("关于乙的通知", talk), seen.version(), staff);
    issuance.submit(id, stored(id).stand(), staff);
  }

  @Test
  void everyWordingIsKeptWithWhatChanged() {
    var id = written(PolicyFixture.notice("关于甲的通知"));
    var clause = clauses.of(id).getFirst();
    clauses.change(id, clause.id(), text("各县要建好社工站。"), clause.version(), staff);
    var wordings = clauses.wordings(id, clause.id());
    assertThat(wordings).hasSize(2);
    assertThat(wordings.getLast().changes())
        .containsExactly(
            new Change(Change.Kind.KEPT, "各"),
            new Change(Change.Kind.GONE, "地"),
            new Change(Change.Kind.NEW, "县"),
            new Change(Change.Kind.KEPT, "要建好社工站。"));
  }

  // --- opinions ---

  @Test
  void aClauseTakesUpOnlyAcceptedOpinionsOfTheDocumentsTalks() {
    var id = written(PolicyFixture.notice("关于甲的通知", talk));
    var clause = clauses.of(id).getFirst().id();
    var elsewhere = PolicyFixture.talkOf(jdbc, "371521000000");
    var county = people.with("zhao", "赵县", Rights.organizer("371502000000")).me();
    var foreign = PolicyFixture.opinion(jdbc, elsewhere, "外地的意见", Optional.empty());
    assertThatThrownBy(
            () -> sources.link(id, clause, List.of(opinion, foreign), Manner.ADOPTED, "", staff))
        .isInstanceOf(NotFound.class);
    assertThat(sources.of(id)).as("all or none").isEmpty();
    assertThatThrownBy(() -> policies.create(PolicyFixture.notice("关于乙的通知", elsewhere), county))
        .isInstanceOf(NotFound.class);
    jdbc.sql("update opinion set status = 'DECLINED' where id = :id").param("id", opinion).update();
    assertThatThrownBy(() -> sources.link(id, clause, List.of(opinion), Manner.ADOPTED, "", staff))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void theComparisonTableHoldsEveryOpinionOfTheTalks() {
    var partly = PolicyFixture.opinion(jdbc, talk, "每站配三人", Optional.empty());
    var left = PolicyFixture.opinion(jdbc, talk, "办公楼也建", Optional.empty());
    var unsaid = PolicyFixture.opinion(jdbc, talk, "没有人看过", Optional.empty());
    var id = written(PolicyFixture.notice("关于甲的通知", talk));
    var clause = clauses.of(id).getFirst().id();
    sources.link(id, clause, List.of(opinion), Manner.ADOPTED, "", staff);
    sources.link(id, clause, List.of(partly), Manner.PARTLY, "先配两人", staff);
    sources.leave(id, left, "", "不属于本文件", staff);
    assertThat(sources.compare(id))
        .extracting(Compared::opinion, Compared::manner, Compared::clauses, Compared::note)
        .containsExactly(
            tuple(opinion, Manner.ADOPTED, "正文第一段", ""),
            tuple(partly, Manner.PARTLY, "正文第一段", "先配两人"),
            tuple(left, Manner.LEFT, "", "不属于本文件"),
            tuple(unsaid, Manner.LEFT, "", ""));
    assertThat(sources.compare(id))
        .as("nobody decided on it: the table does not say that it was refused")
        .filteredOn(row -> !row.isDecided())
        .extracting(Compared::opinion)
        .containsExactly(unsaid);
    assertThat(sources.compare(id)).extracting(Compared::unit).containsOnly(Optional.empty());
  }

  @Test
  void aReasonDoesNotUndoWhatAColleagueDidMeanwhile() {
    var id = written(PolicyFixture.notice("关于甲的通知", talk));
    sources.leave(id, opinion, "", "不属于本文件", staff);
    assertThatThrownBy(() -> sources.leave(id, opinion, "", "另一个理由", staff))
        .isInstanceOf(EditedElsewhere.class);
    sources.leave(id, opinion, "不属于本文件", "另一个理由", staff);
    sources.link(id, clauses.of(id).getFirst().id(), List.of(opinion), Manner.ADOPTED, "", staff);
    assertThatThrownBy(() -> sources.leave(id, opinion, "另一个理由", "不采纳", staff))
        .isInstanceOf(EditedElsewhere.class);
    assertThat(sources.compare(id)).extracting(Compared::manner).containsExactly(Manner.ADOPTED);
  }

  @Test
  void theComparisonTableStaysAsItWasIssued() {
    var unsaid = PolicyFixture.opinion(jdbc, talk, "没有人看过", Optional.empty());
    var id = written(PolicyFixture.notice("关于甲的通知", talk));
    sources.link(id, clauses.of(id).getFirst().id(), List.of(opinion), Manner.ADOPTED, "", staff);
    PolicyFixture.issue(issuance, policies, id, staff);
    var issued = sources.compare(id);
    PolicyFixture.opinion(jdbc, talk, "印发以后才通过", Optional.empty());
    jdbc.sql("update opinion set status = 'DECLINED', text = '改过' where id = :id")
        .param("id", unsaid)
        .update();
    jdbc.sql("update opinion set named = true where id = :id").param("id", opinion).update();
    jdbc.sql("update talk set title = '改过'").update();
    assertThat(sources.compare(id))
        .isEqualTo(issued)
        .extracting(Compared::text)
        .containsExactly("社工站要有服务清单", "没有人看过");
    assertThatThrownBy(() -> sources.on(new OpinionRemoved(unsaid))).isInstanceOf(InUse.class);
  }

  @Test
  void authorsOfAdoptedOpinionsGetAReceipt() {
    var author = people.representative("puxin", puxin).me();
    var guest =
        jdbc.sql(
                """
                insert into invitation (talk_id, unit, party, status, email, code)
                values (:talk, '和平社区', 'COMMUNITY', 'ACCEPTED', 'heping@example.org', '123456') returning id
                """)
            .param("talk", talk)
            .query(Long.class)
            .single();
    var ofGuest = PolicyFixture.opinion(jdbc, talk, "统一派单", Optional.empty());
    jdbc.sql("update opinion set invitation_id = :guest where id = :id")
        .param("guest", guest)
        .param("id", ofGuest)
        .update();
    var id = written(PolicyFixture.notice("关于甲的通知", talk));
    sources.link(
        id, clauses.of(id).getFirst().id(), List.of(opinion, ofGuest), Manner.ADOPTED, "", staff);
    PolicyFixture.issue(issuance, policies, id, staff);
    assertThat(notices(author.id())).containsExactly("policy.notice.became");
    assertThat(
            jdbc.sql("select recipient || ' ' || body from mail order by id")
                .query(String.class)
                .list())
        .anySatisfy(letter ->
            assertThat(letter)
                .startsWith("heping@example.org")
                .contains("统一派单", "正文第一段", "聊民〔2026〕1号", "/policies/" + id));
    assertThat(policies.citing(Scope.PUBLISHED, List.of(opinion)))
        .containsExactly(new Citation(opinion, id, "关于甲的通知", "聊民〔2026〕1号", "正文第一段", true));
    assertThat(
            jdbc.sql(
                    "select count(*) from link where relation = 'became' and to_kind = 'policy' and to_id = :id")
                .param("id", id)
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }

  // --- comments ---

  private long asked(long id, String field, boolean open) {
    policies.openComments(
        id, new Policy.CommentRound(PolicyFixture.TODAY.plusDays(15), open, "", field, ""), staff);
    return clauses.of(id).getFirst().id();
  }

  @Test
  void organizationsAskedCommentUpToTheLastDayAndAreAnswered() {
    var me = people.representative("puxin", puxin).me();
    var id = written(PolicyFixture.notice("关于甲的通知"));
    assertThat(policies.find(me.scope(), id)).as("a draft is the bureau's own").isEmpty();
    var clause = asked(id, "", true);
    assertThat(notices(me.id())).containsExactly("policy.notice.comments");
    var comment = comments.add(id, Optional.of(clause), "建议写明面积", me);
    clock.set(PolicyFixture.TODAY.plusDays(16).atTime(8, 0));
    assertThatThrownBy(() -> comments.add(id, Optional.empty(), "来晚了", me))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(policies.endRounds()).isEqualTo(1);
    assertThat(policies.endRounds()).isZero();
    assertThat(issuance.lacking(stored(id))).containsExactly("policy.lacking.answers");
    assertThatThrownBy(() -> issuance.submit(id, stored(id).stand(), staff))
        .isInstanceOf(NotReady.class);
    comments.answer(id, comment, Verdict.TAKEN, "已写明", 0, staff);
    assertThatThrownBy(() -> comments.answer(id, comment, Verdict.NOT_TAKEN, "不写", 0, staff))
        .isInstanceOf(EditedElsewhere.class);
    assertThat(notices(me.id()))
        .containsExactly("policy.notice.comments", "policy.notice.answered.TAKEN");
    issuance.submit(id, stored(id).stand(), staff);
  }

  @Test
  void onlyThoseAskedSeeADraftAndOthersCommentsOnlyWhereTheRoundIsOpen() {
    var other = NeedFixture.organization(jdbc, "聊城市微电影协会");
    jdbc.sql("delete from organization_field").update();
    jdbc.sql("insert into organization_field (organization_id, field) values (:id, 'SOCIAL_WORK')")
        .param("id", puxin)
        .update();
    var me = people.representative("puxin", puxin).me();
    var stranger = people.representative("weidianying", other).me();
    var id = written(PolicyFixture.notice("关于甲的通知"));
    asked(id, "SOCIAL_WORK", false);
    assertThat(policies.find(me.scope(), id)).isPresent();
    assertThat(policies.find(stranger.scope(), id)).isEmpty();
    assertThat(policies.find(Scope.PUBLISHED, id)).isEmpty();
    assertThatThrownBy(() -> comments.add(id, Optional.empty(), "闯进来", stranger))
        .isInstanceOf(NotFound.class);
    jdbc.sql("insert into organization_field (organization_id, field) values (:id, 'SOCIAL_WORK')")
        .param("id", other)
        .update();
    comments.add(id, Optional.empty(), "蒲心的意见", me);
    assertThat(comments.of(stored(id), stranger)).isEmpty();
    jdbc.sql("update policy set comments_open = true").update();
    assertThat(comments.of(stored(id), stranger)).hasSize(1);
  }

  @Test
  void countiesSeeTheirOwnDraftsOnly() {
    var county = people.with("zhao", "赵县", Rights.organizer("371502000000")).me();
    var city = written(PolicyFixture.notice("关于甲的通知"));
    var own = policies.create(PolicyFixture.notice("关于县里的通知"), county);
    assertThat(policies.find(county.scope(), city)).isEmpty();
    assertThatThrownBy(() -> clauses.add(city, Optional.empty(), text("越权"), county))
        .isInstanceOf(NotFound.class);
    assertThat(stored(own).region()).isEqualTo("371502000000");
    assertThat(policies.publisher(stored(own).region())).isEqualTo("东昌府区民政局");
    PolicyFixture.issue(issuance, policies, city, staff);
    assertThat(policies.find(county.scope(), city)).as("what is issued is public").isPresent();
    assertThatThrownBy(() -> issuance.repeal(city, "越权", county))
        .isInstanceOf(AccessDeniedException.class);
  }

  // --- issuing ---

  @Test
  void whatWasIssuedStaysAsItIs() {
    var id = written(PolicyFixture.notice("关于甲的通知", talk));
    PolicyFixture.issue(issuance, policies, id, staff);
    var clause = clauses.of(id).getFirst();
    assertThatThrownBy(() -> clauses.change(id, clause.id(), text("改一下"), clause.version(), staff))
        .isInstanceOf(IllegalMove.class);
    assertThatThrownBy(
            () -> policies.change(id, PolicyFixture.notice("换标题"), stored(id).stand(), staff))
        .isInstanceOf(IllegalMove.class);
    assertThatThrownBy(
            () -> sources.link(id, clause.id(), List.of(opinion), Manner.ADOPTED, "", staff))
        .isInstanceOf(IllegalMove.class);
    assertThatThrownBy(() -> jdbc.sql("update policy_clause set text = '暗改'").update())
        .hasMessageContaining("stays as it is");
    assertThatThrownBy(() -> jdbc.sql("update policy_file set content = ''").update())
        .hasMessageContaining("stays as it is");
    var pdf = files.content(stored(id), "pdf").orElseThrow();
    clock.set(PolicyFixture.TODAY.plusDays(3).atTime(9, 0));
    assertThat(files.content(stored(id), "pdf").orElseThrow()).isEqualTo(pdf);
    assertThat(files.fingerprint(stored(id), "pdf").orElseThrow()).hasSize(64);
  }

  @Test
  void aNewVersionTakesThePlaceOfTheOldOneOnceIssued() {
    var id = written(PolicyFixture.notice("关于甲的通知", talk));
    sources.link(id, clauses.of(id).getFirst().id(), List.of(opinion), Manner.ADOPTED, "", staff);
    PolicyFixture.issue(issuance, policies, id, staff);
    var anew = policies.revise(id, staff);
    assertThat(clauses.of(anew)).extracting(Clause::text).containsExactly("各地要建好社工站。");
    assertThat(sources.of(anew)).extracting(Source::opinion).containsExactly(opinion);
    assertThat(stored(id).status()).isEqualTo(PolicyStatus.ISSUED);
    assertThatThrownBy(() -> policies.revise(id, staff)).isInstanceOf(NotReady.class);
    PolicyFixture.issue(issuance, policies, anew, staff);
    assertThat(stored(id).status()).isEqualTo(PolicyStatus.REPEALED);
    assertThat(stored(id).successor()).contains(anew);
  }

  @Test
  void aNewVersionKnowsWhatBecameOfOpinionsSinceTheOldOneWasIssued() {
    var into = PolicyFixture.opinion(jdbc, talk, "社工站要有清单", Optional.empty());
    var declined = PolicyFixture.opinion(jdbc, talk, "每站配三人", Optional.empty());
    var id = written(PolicyFixture.notice("关于甲的通知", talk));
    var clause = clauses.of(id).getFirst().id();
    sources.link(id, clause, List.of(opinion, declined), Manner.ADOPTED, "", staff);
    sources.leave(id, into, "", "不属于本文件", staff);
    PolicyFixture.issue(issuance, policies, id, staff);
    jdbc.sql("update opinion set status = 'MERGED', merged_into = :into where id = :id")
        .param("into", into)
        .param("id", opinion)
        .update();
    jdbc.sql("update opinion set status = 'DECLINED' where id = :id")
        .param("id", declined)
        .update();

    var anew = policies.revise(id, staff);
    assertThat(sources.of(anew))
        .extracting(Source::opinion, Source::clause)
        .containsExactly(tuple(into, Optional.of(clauses.of(anew).getFirst().id())));
  }

  @Test
  void nobodySignsTheirOwnDraftWhateverTheirName() {
    var id = written(PolicyFixture.notice("关于甲的通知"));
    issuance.submit(id, stored(id).stand(), staff);
    jdbc.sql("update account set name = '李改名' where id = :id").param("id", staff.id()).update();
    assertThatThrownBy(() -> issuance.sign(id, PolicyFixture.TODAY, stored(id).stand(), staff))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() ->
            issuance.signedOnPaper(
                id, staff.name(), PolicyFixture.TODAY, stored(id).stand(), staff))
        .isInstanceOf(AccessDeniedException.class);
    var namesake = people.with("li2", staff.name(), Rights.only(Role.ORGANIZER)).me();
    issuance.sign(id, PolicyFixture.TODAY, stored(id).stand(), namesake);
    assertThat(stored(id).signer()).isEqualTo(staff.name());
    assertThat(stored(id).status()).isEqualTo(PolicyStatus.SIGNED);
  }

  @Test
  void nobodyAloneRewritesAndSignsWhatAColleagueBegan() {
    var id = written(PolicyFixture.notice("关于甲的通知"));
    var colleague = people.with("li2", "钱科员", Rights.only(Role.ORGANIZER)).me();
    issuance.submit(id, stored(id).stand(), colleague);

    assertThatThrownBy(() -> issuance.sign(id, PolicyFixture.TODAY, stored(id).stand(), colleague))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> issuance.sign(id, PolicyFixture.TODAY, stored(id).stand(), staff))
        .isInstanceOf(AccessDeniedException.class);
    issuance.giveBack(id, "由拟稿人送签", staff);
    issuance.submit(id, stored(id).stand(), staff);
    issuance.sign(id, PolicyFixture.TODAY, stored(id).stand(), colleague);
    assertThat(stored(id).status()).isEqualTo(PolicyStatus.SIGNED);
  }

  @Test
  void nothingEmptyOrUnsignedIsIssued() {
    var empty = policies.create(PolicyFixture.notice("关于空的通知"), staff);
    assertThatThrownBy(() -> issuance.submit(empty, stored(empty).stand(), staff))
        .isInstanceOf(NotReady.class);
    var id = written(PolicyFixture.notice("关于甲的通知"));
    issuance.submit(id, stored(id).stand(), staff);
    assertThatThrownBy(
            () -> issuance.issue(id, "聊民", PolicyFixture.TODAY, stored(id).stand(), staff))
        .isInstanceOf(IllegalMove.class);
    issuance.giveBack(id, "第一段不清楚", staff);
    assertThat(stored(id).status()).isEqualTo(PolicyStatus.REVISING);
  }

  @Test
  void theBureauIsToldOnceBeforeATrialEnds() {
    var id = written(PolicyFixture.measures("激励办法（试行）", PolicyFixture.TODAY.plusDays(100)));
    PolicyFixture.issue(issuance, policies, id, staff);
    assertThat(policies.tellOfReviews()).isZero();
    clock.set(PolicyFixture.TODAY.plusDays(50).atTime(8, 0));
    assertThat(policies.tellOfReviews()).isEqualTo(1);
    assertThat(policies.tellOfReviews()).isZero();
    assertThat(notices(staff.id())).containsExactly("policy.notice.review");
    assertThat(policies.counts(staff.scope(), Filter.ISSUED).get(Filter.State.REVIEW)).isEqualTo(1);
    assertThat(stored(id).validity(PolicyFixture.TODAY.plusDays(101))).isEqualTo(Validity.EXPIRED);
  }

  // --- who reads what ---

  @Test
  void thoseAskedForCommentsReadTheTextWithoutTheComparisonTable() {
    var id = written(PolicyFixture.notice("关于甲的通知", talk));
    sources.leave(id, opinion, "", "内部的理由", staff);
    asked(id, "", true);
    var text = clauses.of(id);
    assertThat(documents.of(stored(id), text, "聊城市民政局", false).attachments()).isEmpty();
    assertThat(documents.of(stored(id), text, "聊城市民政局", true).attachments()).hasSize(1);
  }

  @Test
  void commentsStayAmongThoseAskedAndStaffAfterTheDocumentIsIssued() {
    var me = people.representative("puxin", puxin).me();
    var id = written(PolicyFixture.notice("关于甲的通知"));
    asked(id, "", true);
    comments.answer(
        id, comments.add(id, Optional.empty(), "蒲心的意见", me), Verdict.TAKEN, "好", 0, staff);
    policies.closeComments(id, staff);
    PolicyFixture.issue(issuance, policies, id, staff);
    assertThat(comments.of(stored(id), SignedIn.visitor())).isEmpty();
    assertThat(comments.of(stored(id), me)).hasSize(1);
    assertThat(comments.of(stored(id), staff)).hasSize(1);
  }

  @Test
  void aDepartmentReadsWhatEveryoneReads() {
    var department = people.with("weijian", "卫健委", Rights.only(Role.DEPARTMENT)).me();
    var id = written(PolicyFixture.notice("关于甲的通知"));
    assertThat(policies.find(Policies.reach(department), id)).isEmpty();
    PolicyFixture.issue(issuance, policies, id, staff);
    assertThat(policies.find(Policies.reach(department), id)).isPresent();
    assertThat(Policies.reach(staff)).isEqualTo(staff.scope());
  }

  @Test
  void ofAWithdrawnDocumentNothingIsPublishedOrCited() {
    var id = written(PolicyFixture.notice("关于甲的通知"));
    PolicyFixture.issue(issuance, policies, id, staff);
    assertThat(stored(id).published()).isTrue();
    assertThat(policies.citable(Scope.PUBLISHED, "", 9)).extracting(PolicyLine::id).contains(id);
    issuance.withdraw(id, "附件有误", staff);
    assertThat(stored(id).published()).isFalse();
    assertThat(policies.citable(staff.scope(), "", 9)).isEmpty();
    assertThat(policies.matching(staff.scope(), "关于甲的通知", 5)).isEmpty();
    var visitor = SignedIn.visitor();
    assertThat(pages.show(id, Form.empty(), Optional.empty(), visitor, HttpStatus.OK).getModel())
        .containsEntry("clauses", List.of())
        .containsEntry("comments", List.of());
    assertThatThrownBy(() -> controller.pdf(id, visitor)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> controller.word(id, visitor)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> controller.comparison(id, Form.empty(), visitor))
        .isInstanceOf(NotFound.class);
    assertThat(controller.pdf(id, staff).getBody()).isNotEmpty();
  }

  // --- opinions that count no longer ---

  @Test
  void anOpinionThatCountsNoLongerLeavesDrafts() {
    var other = PolicyFixture.opinion(jdbc, talk, "每站配三人", Optional.empty());
    var id = written(PolicyFixture.notice("关于甲的通知", talk));
    var clause = clauses.of(id).getFirst().id();
    sources.link(id, clause, List.of(opinion, other), Manner.ADOPTED, "", staff);
    jdbc.sql("update opinion set status = 'DECLINED' where id = :id").param("id", other).update();
    sources.on(new OpinionDeclined(other));
    assertThat(sources.of(id)).extracting(Source::opinion).containsExactly(opinion);
  }

  @Test
  void theOpinionThatStandsForAnotherTakesItsPlaceInDrafts() {
    var into = PolicyFixture.opinion(jdbc, talk, "社工站要有清单", Optional.empty());
    var id = written(PolicyFixture.notice("关于甲的通知", talk));
    var clause = clauses.of(id).getFirst().id();
    sources.link(id, clause, List.of(opinion), Manner.ADOPTED, "", staff);
    sources.leave(id, into, "", "不属于本文件", staff);
    jdbc.sql("update opinion set status = 'MERGED', merged_into = :into where id = :id")
        .param("into", into)
        .param("id", opinion)
        .update();
    sources.on(new OpinionMerged(opinion, into));
    assertThat(sources.of(id))
        .extracting(Source::opinion, Source::clause)
        .containsExactly(tuple(into, Optional.of(clause)));
  }

  @Test
  void nothingIsSignedThatWouldPublishOpinionsBeforeTheFollowUp() {
    var id = written(PolicyFixture.notice("关于甲的通知", talk));
    jdbc.sql("update talk set status = 'HELD' where id = :id").param("id", talk).update();
    assertThat(issuance.lacking(stored(id))).containsExactly("policy.lacking.talks");
    jdbc.sql("update talk set status = 'CLOSED' where id = :id").param("id", talk).update();
    assertThat(issuance.lacking(stored(id))).isEmpty();
  }

  // --- minutes ---

  @Test
  void minutesOfALivelyTalkHoldTheOpinionsWithTheMostSupport() {
    for (var i = 0; i < 560; i++) {
      PolicyFixture.opinion(jdbc, talk, "意见" + i, Optional.empty());
    }
    jdbc.sql("update talk set minutes = :text where id = :id")
        .param("text", "讨论。".repeat(2400))
        .param("id", talk)
        .update();
    var text = minutes.clauses(talk, staff);
    assertThat(text).hasSizeLessThan(Clauses.MOST);
    assertThat(text).allMatch(clause -> clause.text().length() <= ClauseDraft.TEXT);
    assertThat(text).extracting(ClauseDraft::text).contains("其余501条意见详见平台记录。");
  }

  // --- bad input ---

  @Test
  void aTrialNeedsALastDayThatLiesAhead() {
    var form =
        Form.of(
            Map.of(
                "subject", "激励办法（试行）",
                "addressee", "各县民政局",
                "cover", "现印发。",
                "disclosure", "OPEN"));
    PolicyDraft.read(form, Genre.MEASURES, PolicyFixture.TODAY);
    assertThat(form.fault("expiresOn").orElseThrow().key()).isEqualTo("policy.fault.trial");
    var past =
        Form.of(
            Map.of(
                "subject", "激励办法（试行）",
                "addressee", "各县民政局",
                "cover", "现印发。",
                "disclosure", "OPEN",
                "expiresOn", "2026-03-20"));
    PolicyDraft.read(past, Genre.MEASURES, PolicyFixture.TODAY);
    assertThat(past.fault("expiresOn").orElseThrow().key()).isEqualTo("policy.fault.expiresOn");
  }

  @Test
  void anEmojiIsRefusedWhereItWasTypedAndLeftOutOfWhatIsQuoted() {
    for (var emoji : List.of("😀", "❤️", "1️⃣", "👨‍👩‍👧", "🇨🇳", "👍🏽", "⭐")) {
      var form = Form.of(Map.of("kind", "PARAGRAPH", "text", "谢谢" + emoji + "。"));
      ClauseDraft.read(form, Genre.NOTICE);
      assertThat(form.fault("text").map(fault -> fault.args().getFirst())).contains(emoji);
      assertThat(Emoji.without("谢谢" + emoji + "。")).isEqualTo("谢谢。");
    }
    var plain = Form.of(Map.of("kind", "PARAGRAPH", "text", "①★〔2021〕3号、㎡、—— 0635-8288888 #1 * ©"));
    ClauseDraft.read(plain, Genre.NOTICE);
    assertThat(plain.hasFaults()).isFalse();
  }

  @Test
  void pastedNonsenseBecomesParagraphsAndNeverAnError() {
    assertThat(Pasted.split("\n \n　\n", Genre.NOTICE)).isEmpty();
    assertThat(Pasted.split("！@#￥%……&*（）", Genre.MEASURES))
        .containsExactly(new ClauseDraft(ClauseKind.ARTICLE, "！@#￥%……&*（）"));
    assertThat(Pasted.split("3.5万元以内\n（摘要）", Genre.PLAN))
        .extracting(ClauseDraft::kind)
        .containsOnly(ClauseKind.PARAGRAPH);
    assertThat(Difference.between("一".repeat(3000), "二".repeat(3000)))
        .extracting(Change::kind)
        .containsExactly(Change.Kind.GONE, Change.Kind.NEW);
    assertThat(Difference.between("一", "1.".repeat(8000)))
        .extracting(Change::kind)
        .containsExactly(Change.Kind.GONE, Change.Kind.NEW);
    assertThat(Emoji.without("👨\u200D".repeat(20_000) + "好")).isEqualTo("\u200D好");
  }
}
