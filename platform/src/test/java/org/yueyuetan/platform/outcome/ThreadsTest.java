package org.yueyuetan.platform.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.notice.Notices;

@PlatformTest
class ThreadsTest {

  private static final Scope CITY = new Scope.Region("3715");
  private static final Scope OTHER_COUNTY = new Scope.Region("371526");

  @Autowired Month month;
  @Autowired Threads threads;
  @Autowired Notices notices;
  @Autowired People people;
  @Autowired JdbcClient jdbc;

  private long agency;
  private long other;
  private long need;
  private long secret;
  private long waiting;
  private long theme;
  private long talk;
  private long opinion;
  private long promise;

  @BeforeEach
  void aMonthFromNeedToAnswer() {
    agency = month.organization("聊城市蒲心社会工作服务中心");
    other = month.organization("聊城佳音社会工作服务中心");
    need = month.need(agency, "社工站场地", "PUBLIC");
    secret = month.need(other, "内部困难", "STAFF");
    waiting = month.need(other, "法律咨询", "PUBLIC");
    theme = month.theme("社工站怎样建", List.of(need, secret), List.of(waiting));
    talk = month.talk("三月月月谈", Optional.of(theme));
    opinion = month.opinion(talk, "先把场地定下来");
    promise = month.commitment(talk, Optional.of(agency), "提供一间活动室", LocalDate.of(2026, 4, 1));
    month.answer(need, "活动室已经开放");
    month.close(talk, "三月月月谈", Optional.of(theme), List.of(need));
  }

  @Test
  void aNeedKnowsWhatBecameOfIt() {
    var thread = threads.through(CITY, ThingKind.NEED, need).orElseThrow();

    assertThat(thread.things())
        .extracting(Thing::kind)
        .containsExactly(
            ThingKind.ORGANIZATION,
            ThingKind.NEED,
            ThingKind.THEME,
            ThingKind.TALK,
            ThingKind.OPINION,
            ThingKind.COMMITMENT,
            ThingKind.BRIEF,
            ThingKind.ANSWER);
    assertThat(thread.links())
        .anySatisfy(link -> {
          assertThat(link.relation()).isEqualTo(Relation.ANSWERED);
          assertThat(link.from()).isEqualTo(new Thing.Ref(ThingKind.TALK, talk));
          assertThat(link.to()).isEqualTo(new Thing.Ref(ThingKind.NEED, need));
        });
  }

  @Test
  void anOpinionKnowsWhatItCameFrom() {
    var thread = threads.through(CITY, ThingKind.OPINION, opinion).orElseThrow();

    assertThat(titles(thread)).contains("三月月月谈", "社工站怎样建", "社工站场地", "内部困难");
    assertThat(titles(thread)).doesNotContain("法律咨询");
  }

  @Test
  void anAgreementComesFromItsOwnNeedAndNotFromAllThatItsTalkWasAbout() {
    var agreement = month.agreement("活动室使用协议", need, talk);

    var thread = threads.through(CITY, ThingKind.AGREEMENT, agreement).orElseThrow();

    assertThat(titles(thread)).contains("社工站场地", "社工站怎样建", "三月月月谈").doesNotContain("内部困难");
  }

  @Test
  void visitorsCountWhatIsNotPublicAndDoNotReadIt() {
    var thread = threads.through(Scope.PUBLISHED, ThingKind.THEME, theme).orElseThrow();

    assertThat(titles(thread)).contains("社工站场地").doesNotContain("内部困难", "聊城佳音社会工作服务中心");
    assertThat(thread.hidden()).containsEntry(ThingKind.NEED, 1);
    assertThat(threads.through(Scope.PUBLISHED, ThingKind.NEED, secret)).isEmpty();
  }

  @Test
  void theOwnerSeesItsOwnNeedAndNotThatOfAnother() {
    assertThat(threads.through(new Scope.Own(other), ThingKind.NEED, secret)).isPresent();
    assertThat(threads.through(new Scope.Own(agency), ThingKind.NEED, secret)).isEmpty();
  }

  @Test
  void staffOfAnotherCountySeeWhatIsPublicOnly() {
    var thread = threads.through(OTHER_COUNTY, ThingKind.TALK, talk).orElseThrow();

    assertThat(titles(thread)).contains("社工站场地").doesNotContain("内部困难");
  }

  @Test
  void aThreadLeadsNowhereThatIsHidden() {
    var alone = month.organization("独家");
    var hidden = month.need(alone, "不公开的需求", "STAFF");
    month.theme("另一个主题", List.of(hidden), List.of());

    var thread = threads.through(Scope.PUBLISHED, ThingKind.ORGANIZATION, alone).orElseThrow();

    assertThat(titles(thread)).containsExactly("独家");
  }

  @Test
  void opinionsAndPromisesArePublicOnceTheFollowUpBegins() {
    month.setStatus("talk", talk, "HELD");

    assertThat(threads.through(Scope.PUBLISHED, ThingKind.OPINION, opinion)).isEmpty();
    assertThat(threads.through(Scope.PUBLISHED, ThingKind.COMMITMENT, promise)).isEmpty();
    assertThat(threads.through(CITY, ThingKind.OPINION, opinion)).isPresent();
  }

  @Test
  void aNeedThatWasPassedOverSaysWhichThemeWasChosen() {
    var thread = threads.through(CITY, ThingKind.NEED, waiting).orElseThrow();

    assertThat(thread.passedOver()).extracting(Thing::title).containsExactly("社工站怎样建");
    assertThat(titles(thread)).containsExactly("聊城佳音社会工作服务中心", "法律咨询");
  }

  @Test
  void whoseManyNeedsWaitHearsOfThemInOneMessage() {
    var unit = month.organization("需求很多的单位");
    var person = people.representative("many", unit).me();
    var needs =
        List.of(
            month.need(unit, "要场地", "PUBLIC"),
            month.need(unit, "要车辆", "PUBLIC"),
            month.need(unit, "要师资", "PUBLIC"));
    var before = notices.unread(person.id());
    month.theme("别的主题", List.of(), needs);
    assertThat(notices.unread(person.id()) - before).isEqualTo(1);
    assertThat(
            jdbc.sql("select (args ->> 0) || (args ->> 4) from notice where account_id = :id")
                .param("id", person.id())
                .query(String.class)
                .list())
        .containsExactly("3· 要场地\n· 要车辆\n· 要师资");
  }

  @Test
  void aPromiseStandsBesideTheTalkItWasMadeAtInTheThreadOfWhoMadeIt() {
    var helper = month.organization("只来帮忙的单位");
    month.commitment(talk, Optional.of(helper), "派两名志愿者", LocalDate.of(2026, 5, 1));

    var thread = threads.through(CITY, ThingKind.ORGANIZATION, helper).orElseThrow();

    assertThat(titles(thread)).containsExactly("只来帮忙的单位", "社工站怎样建", "三月月月谈", "派两名志愿者");
  }

  @Test
  void sayingTheSameTwiceChangesNothing() {
    var before = threads.through(CITY, ThingKind.NEED, need).orElseThrow();

    month.answer(need, "活动室已经开放");
    month.close(talk, "三月月月谈", Optional.of(theme), List.of(need));

    assertThat(threads.through(CITY, ThingKind.NEED, need).orElseThrow().links())
        .isEqualTo(before.links());
  }

  @Test
  void ownersAndSupportersAreToldWhatBecameOfTheirNeeds() {
    var owner = people.representative("owner", agency);
    var second = people.representative("second", agency);
    var supporter = people.representative("supporter", other);
    var stranger = people.representative("stranger", month.organization("别家"));
    var asked = month.need(agency, "培训师资", "PUBLIC");
    month.support(asked, other, supporter.me().id());

    var next = month.need(agency, "活动经费", "PUBLIC");
    month.theme("四月主题", List.of(asked), List.of(next));
    month.answer(asked, "已安排两场培训");
    month.decline(next, "不属于本机制的范围");

    assertThat(unread(owner.me().id())).isEqualTo(4);
    assertThat(unread(second.me().id())).isEqualTo(4);
    assertThat(unread(supporter.me().id())).isEqualTo(2);
    assertThat(unread(stranger.me().id())).isZero();
    assertThat(
            jdbc.sql("select distinct link from notice where key = 'outcome.notice.answered'")
                .query(String.class)
                .list())
        .containsExactly("/trace/need/" + asked);
  }

  @Test
  void aThreadOfHundredsOfThingsIsWholeAndItsDrawingFoldsThem() {
    var many =
        IntStream.range(0, 150).mapToObj(n -> month.need(agency, "需求" + n, "PUBLIC")).toList();
    var large = month.theme("大主题", many, List.of());
    var big = month.talk("大会", Optional.of(large));
    for (var n = 0; n < 100; n++) {
      month.opinion(big, "意见" + n);
    }

    var thread = threads.through(CITY, ThingKind.TALK, big).orElseThrow();

    assertThat(thread.things()).hasSizeGreaterThan(250);
    assertThat(new Drawing(thread).cards()).hasSizeLessThan(30);
  }

  private int unread(long account) {
    return jdbc.sql("select count(*) from notice where account_id = :id and read_at is null")
        .param("id", account)
        .query(Integer.class)
        .single();
  }

  private static List<String> titles(GoldenThread thread) {
    return thread.things().stream().map(Thing::title).toList();
  }
}
