package org.yueyuetan.platform.matchmaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.lifecycle.IllegalMove;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.talk.InvitationStatus;
import org.yueyuetan.platform.talk.RoomPass;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.TalkDayFixture;
import org.yueyuetan.platform.talk.TalkStatus;

/** The meetings of an afternoon: who, when, where; and again when somebody leaves. */
@PlatformTest
class MatchmakingTest {

  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired Clock zone;
  @Autowired People people;
  @Autowired Matchmaking matchmaking;
  @Autowired Plans plans;
  @Autowired RoomPass pass;
  @LocalServerPort int port;

  private SignedIn staff = SignedIn.visitor();
  private long talk;
  private long film;
  private long care;
  private long firm;
  private long school;

  @BeforeEach
  void fourAreCalled() {
    clock.set(TalkDayFixture.BEGIN.minusDays(1));
    staff = NeedFixture.staff(jdbc, "li", "3715");
    talk = TalkDayFixture.talk(jdbc, TalkStatus.CONVENING);
    jdbc.sql("insert into talk_form (talk_id, form) values (:talk, 'MATCHMAKING')")
        .param("talk", talk)
        .update();
    film = called("微电影协会", "100001");
    care = called("蒲心社工", "100002");
    firm = called("企业联合会", "100003");
    school = called("第一小学", "100004");
  }

  private long called(String name, String code) {
    var organization = NeedFixture.organization(jdbc, name);
    var guest = TalkDayFixture.guest(jdbc, talk, organization, InvitationStatus.ACCEPTED, code);
    jdbc.sql("update invitation set unit = :name where id = :id")
        .param("name", name)
        .param("id", guest)
        .update();
    return guest;
  }

  private static LocalDateTime at(int hour, int minute) {
    return TalkDayFixture.BEGIN.withHour(hour).withMinute(minute);
  }

  private Instant time(int hour, int minute) {
    return at(hour, minute).atZone(zone.getZone()).toInstant();
  }

  /** 14:30 to 16:30, a quarter of an hour each, five minutes between. */
  private void layOut(int tables) {
    matchmaking.layOut(
        staff,
        talk,
        matchmaking.afternoon(talk()).map(Afternoon::version).orElse(0),
        new AfternoonDraft(time(14, 30), time(16, 30), 15, 5, Optional.empty(), tables));
  }

  private Talk talk() {
    return matchmaking.open(staff, talk);
  }

  private void pair(long one, long other) {
    matchmaking.pair(staff, talk, one, other, "");
  }

  private void everybodyMeetsTheFilmPeopleAndTwoMore() {
    pair(film, care);
    pair(film, firm);
    pair(film, school);
    pair(care, firm);
  }

  private Plan plan() {
    plans.plan(staff, talk, plans.latest(talk()).map(Plan::number).orElse(0));
    return plans.latest(talk()).orElseThrow();
  }

  private Plan published() {
    plans.publish(staff, talk, plan().number());
    return plans.published(talk()).orElseThrow();
  }

  private static void refused(ThrowingCallable call, String key) {
    assertThatThrownBy(call).isInstanceOf(Refused.class).hasMessage(key);
  }

  @Test
  void slotsFitIntoTheAfternoonAroundTheRest() {
    var afternoon =
        new Afternoon(
            talk,
            time(14, 30),
            time(16, 0),
            15,
            5,
            Optional.of(new Slot(time(15, 0), time(15, 20))),
            4,
            0);
    assertThat(afternoon.slots())
        .extracting(Slot::from)
        .containsExactly(time(14, 30), time(15, 20), time(15, 40));
  }

  @Test
  void aPlanTakesTheFewestSlotsAndSaysWhyNoFewerWillDo() {
    layOut(4);
    everybodyMeetsTheFilmPeopleAndTwoMore();
    var plan = plan();
    assertThat(plan.meetings()).hasSize(4);
    assertThat(plan.used()).isEqualTo(3);
    assertThat(plan.bound())
        .extracting(Bound::slots, Bound::because, Bound::unit, Bound::busiest)
        .containsExactly(3, Bound.Because.UNIT, "微电影协会", 3);
    plan.bySlot()
        .values()
        .forEach(slot ->
            assertThat(slot)
                .as("nobody sits at two tables, no table seats two meetings")
                .flatExtracting(one -> List.of(one.pair().first(), one.pair().second()))
                .doesNotHaveDuplicates());

    layOut(1);
    assertThat(plan().bound().because()).isEqualTo(Bound.Because.TABLES);
    assertThat(plan().used()).isEqualTo(4);
  }

  @Test
  void nobodyIsPlannedWhileAwayAndWhoHasNoTimeIsNamed() {
    layOut(4);
    everybodyMeetsTheFilmPeopleAndTwoMore();
    matchmaking.away(
        staff, talk, new AwayDraft(school, Optional.empty(), Optional.of(time(16, 10)), "上课"));
    matchmaking.away(
        staff, talk, new AwayDraft(film, Optional.of(time(16, 0)), Optional.empty(), ""));
    var plan = plan();
    assertThat(plan.meetings()).hasSize(3);
    assertThat(plan.unplaced().entrySet())
        .extracting(one -> one.getKey().has(school), Map.Entry::getValue)
        .containsExactly(tuple(true, Why.NEVER_TOGETHER));
    assertThat(plan.bound().unplaced()).isEqualTo(1);

    jdbc.sql("update invitation set status = 'WITHDRAWN' where id = :id")
        .param("id", firm)
        .update();
    assertThat(plan().unplaced()).containsValue(Why.NOT_COMING).hasSize(3);
    refused(() -> pair(care, firm), "matchmaking.fault.notComing");
    refused(
        () ->
            matchmaking.away(
                staff, talk, new AwayDraft(care, Optional.of(time(18, 0)), Optional.empty(), "")),
        "matchmaking.fault.outside");
  }

  @Test
  void whatHasBegunStaysWhenSomebodyLeavesInTheMiddle() {
    layOut(4);
    everybodyMeetsTheFilmPeopleAndTwoMore();
    var before = published();
    var first = before.bySlot().values().iterator().next();

    clock.set(at(14, 40));
    matchmaking.away(
        staff, talk, new AwayDraft(film, Optional.of(time(14, 45)), Optional.of(time(15, 30)), ""));
    var after = published();
    assertThat(after.meetings().subList(0, first.size()))
        .extracting(one -> one.pair().id(), Appointment::from, Appointment::seat, Appointment::kept)
        .containsExactlyElementsOf(
            first.stream()
                .map(one -> tuple(one.pair().id(), one.from(), one.seat(), true))
                .toList());
    assertThat(after.of(film).stream().skip(1))
        .allMatch(one -> !one.from().isBefore(time(15, 30)))
        .hasSize(2);

    // One that did not take place gets another time.
    var missed = first.getFirst().pair();
    matchmaking.move(staff, talk, missed.id(), PairStatus.Event.MISS);
    assertThatThrownBy(() -> matchmaking.move(staff, talk, missed.id(), PairStatus.Event.MISS))
        .isInstanceOf(IllegalMove.class);
    assertThat(published().meetings())
        .filteredOn(one -> one.pair().id() == missed.id())
        .singleElement()
        .matches(one -> one.from().isAfter(time(14, 40)))
        .matches(one -> one.pair().status() == PairStatus.OPEN);
  }

  @Test
  void afterTheLastSlotNothingMoreIsPlanned() {
    layOut(4);
    pair(film, care);
    clock.set(at(16, 20));
    assertThat(plan().unplaced()).containsValue(Why.OVER);
  }

  @Test
  void ofTwoWhoPlanAtOnceTheSecondSeesTheFirst() {
    refused(
        () -> {
          layOut(4);
          plans.plan(staff, talk, 0);
        },
        "matchmaking.fault.nothing");
    pair(film, care);
    plans.plan(staff, talk, 0);
    assertThatThrownBy(() -> plans.plan(staff, talk, 0)).isInstanceOf(EditedElsewhere.class);
    plans.publish(staff, talk, 1);
    assertThatThrownBy(() -> plans.publish(staff, talk, 1)).isInstanceOf(EditedElsewhere.class);
    assertThatThrownBy(() ->
            matchmaking.layOut(
                staff,
                talk,
                1,
                new AfternoonDraft(time(14, 30), time(15, 30), 15, 5, Optional.empty(), 2)))
        .isInstanceOf(EditedElsewhere.class);
    assertThat(plans.lines(talk())).hasSize(1);
  }

  @Test
  void wishesOfTheShowcaseAreTakenOverOnce() {
    layOut(4);
    wish(film, card(care), "拍宣传片");
    wish(care, card(film), "");
    wish(school, card(firm), "要一批书");
    assertThat(matchmaking.proposals(staff, talk()).get(Source.MUTUAL))
        .extracting(Proposal::subject)
        .containsExactly("拍宣传片");
    assertThat(matchmaking.take(staff, talk, Source.MUTUAL)).isEqualTo(1);
    assertThat(matchmaking.take(staff, talk, Source.MUTUAL)).isZero();
    assertThat(matchmaking.take(staff, talk, Source.ONE_SIDED)).isEqualTo(1);

    var dropped = matchmaking.pairs(talk()).getFirst();
    matchmaking.move(staff, talk, dropped.id(), PairStatus.Event.DROP);
    assertThat(matchmaking.take(staff, talk, dropped.source())).as("dropped on purpose").isZero();
    refused(() -> pair(film, film), "matchmaking.fault.same");
    pair(dropped.second(), dropped.first());
    assertThat(matchmaking.pairs(talk())).allMatch(Pair::isWanted).hasSize(2);
  }

  private long card(long invitation) {
    return jdbc.sql(
            """
            insert into showcase_card (talk_id, organization_id, position, who, gives, wants, created_at)
            select talk_id, organization_id, id, unit, '', '', now() from invitation where id = :id returning id
            """)
        .param("id", invitation)
        .query(Long.class)
        .single();
  }

  private void wish(long from, long card, String word) {
    jdbc.sql(
            """
            insert into showcase_interest (card_id, invitation_id, wish, word, reachable, at)
            values (:card, :from, 'COOPERATE', :word, false, now())
            """)
        .param("card", card)
        .param("from", from)
        .param("word", word)
        .update();
  }

  @Test
  void eachGuestFindsOwnMeetingsOnceTheyArePublished() {
    layOut(4);
    everybodyMeetsTheFilmPeopleAndTwoMore();
    var representative = people.representative("school", organization(school));
    var byLink = Site.at(port);
    var mine = "/room/" + pass.of(school) + "/meetings";
    plan();
    assertThat(byLink.get(mine).body()).contains("还没有排好").doesNotContain("微电影协会");
    published();
    assertThat(byLink.get(mine).body()).contains("微电影协会").doesNotContain("企业联合会");
    assertThat(byLink.get(mine + ".ics").body())
        .contains("SUMMARY:微电影协会")
        .containsOnlyOnce("BEGIN:VEVENT");
    assertThat(byLink.get("/room/forged/meetings").statusCode()).isEqualTo(404);
    var byAccount = Site.at(port).signedIn(representative);
    assertThat(byAccount.get("/talks/" + talk + "/matchmaking/mine").body()).contains("微电影协会");
    assertThat(byAccount.get("/talks/" + talk).body()).contains("你们的对接时间（1 场）");
    assertThat(notices("published")).isEqualTo(1);

    // Who is told of a change is whose own meetings changed.
    matchmaking.away(
        staff, talk, new AwayDraft(school, Optional.empty(), Optional.of(time(15, 45)), ""));
    published();
    assertThat(notices("changed")).isEqualTo(1);
    published();
    assertThat(notices("changed")).isEqualTo(1);
    pair(care, school);
    published();
    assertThat(notices("changed")).isEqualTo(2);
  }

  private long organization(long invitation) {
    return jdbc.sql("select organization_id from invitation where id = :id")
        .param("id", invitation)
        .query(Long.class)
        .single();
  }

  private int notices(String what) {
    return jdbc.sql("select count(*) from notice where key = :key")
        .param("key", "matchmaking.notice." + what)
        .query(Integer.class)
        .single();
  }

  @Test
  void theScreenCallsWhoIsOnAndWhoComesNext() {
    layOut(1);
    pair(film, care);
    pair(film, firm);
    var meetings = published().meetings();
    var before = CallUp.of(meetings, time(14, 20));
    assertThat(before.on()).isEmpty();
    assertThat(before.minutes()).isEqualTo(10);
    var on = CallUp.of(meetings, time(14, 37));
    assertThat(on.minutes()).isEqualTo(8);
    assertThat(on.tables().get(1))
        .isEqualTo(new CallUp.Calls(Optional.of(meetings.get(0)), Optional.of(meetings.get(1))));
    assertThat(CallUp.of(meetings, time(14, 46)).next().orElseThrow().from())
        .isEqualTo(time(14, 50));
    assertThat(CallUp.of(meetings, time(15, 5)).isOver()).isTrue();
  }

  @Test
  void whatIsTypedWronglyIsToldBesideTheFieldAndStays() {
    var site = Site.at(port).signedIn(people.organizer());
    var page = "/talks/" + talk + "/matchmaking/afternoon";
    site.get(page);
    var answer =
        site.post(
            page,
            Map.of("from", "14:30", "until", "14:40", "minutes", "15", "gap", "5", "tables", "0"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("value=\"14:40\"");
    assertThat(
            site.post(
                    page,
                    Map.of(
                        "from", "14:30", "until", "14:40", "minutes", "15", "gap", "5", "tables",
                        "3"))
                .body())
        .contains("一场也排不下");
  }

  @Test
  void onlyATalkWithMatchmakingHasIt() {
    jdbc.sql("delete from talk_form").update();
    assertThatThrownBy(this::talk).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> matchmaking.open(SignedIn.visitor(), talk))
        .isInstanceOf(NotFound.class);
  }
}
