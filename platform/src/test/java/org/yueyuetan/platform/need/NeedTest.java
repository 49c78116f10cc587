package org.yueyuetan.platform.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yueyuetan.platform.need.NeedFixture.draft;
import static org.yueyuetan.platform.need.NeedFixture.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Fault;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.lifecycle.IllegalMove;
import org.yueyuetan.platform.region.Regions;

@PlatformTest
class NeedTest {

  @Autowired JdbcClient jdbc;
  @Autowired Needs needs;
  @Autowired Regions regions;

  private SignedIn pu;
  private SignedIn jia;
  private SignedIn city;
  private SignedIn yanggu;

  @BeforeEach
  void people() {
    pu = NeedFixture.representative(jdbc, "pu", NeedFixture.organization(jdbc, "蒲心社工"));
    jia = NeedFixture.representative(jdbc, "jia", NeedFixture.organization(jdbc, "佳音社工"));
    city = NeedFixture.staff(jdbc, "city", "3715");
    yanggu = NeedFixture.staff(jdbc, "yanggu", "371521");
  }

  @Test
  void aDraftIsSeenByItsOwnOrganizationOnly() {
    var id = needs.state(draft("场地", Visibility.PUBLIC), pu);

    assertThat(needs.find(pu, id)).isPresent();
    assertThat(needs.find(jia, id)).isEmpty();
    assertThat(needs.find(city, id)).isEmpty();
    assertThat(needs.find(Scope.PUBLISHED, id)).isEmpty();
  }

  @Test
  void aDraftThatStaffWroteForAnOrganizationIsSeenByBothOfThem() {
    var id = needs.state(draft("场地", Visibility.PUBLIC), pu.organization().orElseThrow(), city);

    assertThat(needs.find(city, id)).isPresent();
    assertThat(needs.find(pu, id)).isPresent();
    assertThat(needs.find(yanggu, id)).isEmpty();
  }

  @Test
  void aNeedHandedInIsSeenByTheBureauAndByOrganizationsAsItsOwnerAllows() {
    var shared = submitted("与同行分享", Visibility.ORGANIZATIONS);
    var kept = submitted("只给民政局", Visibility.STAFF);
    var open = submitted("公开", Visibility.PUBLIC);

    assertThat(titles(city)).containsExactly("公开", "只给民政局", "与同行分享");
    assertThat(titles(jia)).containsExactly("公开", "与同行分享");
    assertThat(titles(yanggu)).isEmpty();
    assertThat(needs.find(Scope.PUBLISHED, open)).isEmpty();
    needs.acceptAll(List.of(shared, kept, open), city);
    assertThat(needs.list(Scope.PUBLISHED, Filter.ALL, Optional.empty(), 10))
        .extracting(NeedLine::title)
        .containsExactly("公开");
  }

  @Test
  void staffOfACountyMayNotDecideOnNeedsElsewhere() {
    var id = submitted("公开", Visibility.PUBLIC);

    assertThatThrownBy(() -> needs.accept(id, yanggu)).isInstanceOf(AccessDeniedException.class);
    var hidden = submitted("内部", Visibility.STAFF);
    assertThatThrownBy(() -> needs.accept(hidden, yanggu)).isInstanceOf(NotFound.class);
  }

  @Test
  void representativesDoNotDecideAndStaffDoNotWithdraw() {
    var id = submitted("培训", Visibility.PUBLIC);

    assertThatThrownBy(() -> needs.accept(id, pu)).isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> needs.withdraw(id, city)).isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> needs.withdraw(id, jia)).isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void aDeclinedNeedTellsItsReasonAndCanBeStatedAnew() {
    var id = submitted("购车", Visibility.PUBLIC);
    needs.decline(id, "不属于月月谈的范围", city);

    var need = needs.find(pu, id).orElseThrow();
    assertThat(need.status()).isEqualTo(NeedStatus.DECLINED);
    assertThat(needs.history(need).getLast().reason()).isEqualTo("不属于月月谈的范围");
    assertThatThrownBy(() -> needs.accept(id, city)).isInstanceOf(IllegalMove.class);

    var anew = needs.restate(id, pu);
    assertThat(needs.find(pu, anew).orElseThrow().status()).isEqualTo(NeedStatus.DRAFT);
    assertThat(needs.find(pu, id).orElseThrow().status()).isEqualTo(NeedStatus.DECLINED);
  }

  @Test
  void everyMoveIsInTheHistoryAndInTheAuditTrail() {
    var id = submitted("培训", Visibility.PUBLIC);
    needs.accept(id, city);
    needs.takenUp(List.of(id), 7, "养老人才");
    needs.answer(id, "三月起每季度一期");

    var need = needs.find(pu, id).orElseThrow();
    assertThat(need.answer()).isEqualTo("三月起每季度一期");
    assertThat(needs.history(need))
        .extracting(NeedMove::status)
        .containsExactly(
            NeedStatus.SUBMITTED, NeedStatus.ACCEPTED, NeedStatus.TAKEN_UP, NeedStatus.ANSWERED);
    assertThat(
            jdbc.sql("select action from audit_entry where object_kind = 'need' order by id")
                .query(String.class)
                .list())
        .containsExactly("create", "submit", "accept", "takeUp", "answer");
  }

  @Test
  void aNeedWithdrawnMeanwhileIsNotTakenUp() {
    var id = submitted("培训", Visibility.PUBLIC);
    needs.accept(id, city);
    needs.withdraw(id, pu);

    needs.takenUp(List.of(id), 7, "养老人才");

    assertThat(needs.find(pu, id).orElseThrow().status()).isEqualTo(NeedStatus.WITHDRAWN);
  }

  @Test
  void acceptingManyPassesOverThoseThatNoLongerWait() {
    var waiting = submitted("培训", Visibility.PUBLIC);
    var withdrawn = submitted("场地", Visibility.PUBLIC);
    needs.withdraw(withdrawn, pu);

    assertThat(needs.acceptAll(List.of(withdrawn, waiting, 999L), city)).isOne();
  }

  @Test
  void theSecondOfTwoWhoChangeANeedIsTold() {
    var id = submitted("培训", Visibility.PUBLIC);
    var version = needs.find(pu, id).orElseThrow().version();
    needs.change(id, draft("护理培训", Visibility.PUBLIC), version, pu);

    assertThatThrownBy(() -> needs.change(id, draft("厨师培训", Visibility.PUBLIC), version, city))
        .isInstanceOf(EditedElsewhere.class);
    assertThatThrownBy(() -> needs.accept(id, version, city)).isInstanceOf(EditedElsewhere.class);
    assertThat(needs.find(pu, id).orElseThrow().title()).isEqualTo("护理培训");
  }

  @Test
  void onceAcceptedOnlyTheBureauMayChangeTheWords() {
    var id = submitted("培训", Visibility.PUBLIC);
    needs.accept(id, city);
    var version = needs.find(pu, id).orElseThrow().version();

    assertThatThrownBy(() -> needs.change(id, draft("改", Visibility.PUBLIC), version, pu))
        .isInstanceOf(AccessDeniedException.class);
    needs.change(id, draft("护理员培训", Visibility.PUBLIC), version, city);
  }

  @Test
  void anOrganizationSupportsANeedOnceAndNotItsOwn() {
    var id = submitted("培训", Visibility.ORGANIZATIONS);
    needs.support(id, jia);
    needs.support(id, jia);

    assertThat(needs.find(pu, id).orElseThrow().supports()).isOne();
    assertThatThrownBy(() -> needs.support(id, pu)).isInstanceOf(AccessDeniedException.class);
    needs.takeBackSupport(id, jia);
    assertThat(needs.find(pu, id).orElseThrow().supports()).isZero();
  }

  @Test
  void whatIsHiddenCannotBeSupported() {
    var id = submitted("培训", Visibility.STAFF);

    assertThatThrownBy(() -> needs.support(id, jia)).isInstanceOf(NotFound.class);
  }

  @Test
  void chineseWordsFindANeed() {
    submitted("养老护理员培训", Visibility.PUBLIC);
    submitted("志愿者保险", Visibility.PUBLIC);

    assertThat(needs.list(city, query("护理"), Optional.empty(), 10))
        .extracting(NeedLine::title)
        .containsExactly("养老护理员培训");
    assertThat(needs.list(city, query("，"), Optional.empty(), 10)).isEmpty();
    assertThat(needs.counts(city, query("志愿"))).isEqualTo(Map.of(NeedStatus.SUBMITTED, 1));
  }

  @Test
  void pagesFollowEachOtherByKey() {
    var first = submitted("一", Visibility.PUBLIC);
    var second = submitted("二", Visibility.PUBLIC);

    var page = needs.list(city, Filter.ALL, Optional.empty(), 1);
    assertThat(page).extracting(NeedLine::id).containsExactly(second);
    assertThat(needs.list(city, Filter.ALL, Optional.of(second), 1))
        .extracting(NeedLine::id)
        .containsExactly(first);
    assertThat(needs.listExcept(city.scope(), Filter.ALL, Set.of(second), Optional.empty(), 5))
        .extracting(NeedLine::id)
        .containsExactly(first);
  }

  @Test
  void everyFaultOfADraftIsNamed() {
    var form =
        form(
            Map.of(
                "subject", "长".repeat(61),
                "text", "",
                "kind", "SPACESHIP",
                "region", "110000000000",
                "from", "2026-05-01",
                "until", "2026-04-01",
                "quantity", "3",
                "unit", ""));
    NeedDraft.read(form, regions);

    assertThat(form.faults())
        .extracting(Fault::field)
        .containsExactlyInAnyOrder("subject", "text", "kind", "region", "until", "unit");
  }

  @Test
  void anUnfinishedDraftNeedsNoMoreThanATitleAndAPlace() {
    var form = new Form(Map.of("subject", List.of("场地"), "region", List.of(NeedFixture.YANGGU)));

    assertThat(NeedDraft.unfinished(form, regions).text()).isEmpty();
    assertThat(form.hasFaults()).isFalse();
  }

  private long submitted(String title, Visibility visibility) {
    var id = needs.state(draft(title, visibility), pu);
    needs.submit(id, pu);
    return id;
  }

  private List<String> titles(SignedIn me) {
    return needs.list(me, Filter.ALL, Optional.empty(), 10).stream().map(NeedLine::title).toList();
  }

  private static Filter query(String words) {
    return new Filter(
        words,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty());
  }
}
