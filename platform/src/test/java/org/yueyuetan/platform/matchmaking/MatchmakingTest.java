package org.yueyuetan.platform.matchmaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.Person;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.Rights;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.lifecycle.IllegalMove;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.need.NeedLine;
import org.yueyuetan.platform.need.Needs;
import org.yueyuetan.platform.need.Visibility;
import org.yueyuetan.platform.selection.SelectionDraft;
import org.yueyuetan.platform.selection.SelectionFixture;
import org.yueyuetan.platform.selection.Side;
import org.yueyuetan.platform.showcase.Visitors;
import org.yueyuetan.platform.talk.InvitationStatus;
import org.yueyuetan.platform.talk.Planning;
import org.yueyuetan.platform.talk.RoomPass;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.TalkDayFixture;
import org.yueyuetan.platform.talk.TalkDraft;
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
  @Autowired Outcomes outcomes;
  @Autowired Planning planning;
  @Autowired Visitors visitors;
  @Autowired Needs needs;
  @Autowired SelectionFixture market;
  @Autowired RoomPass pass;
  @Autowired MatchmakingTable table;
  @Autowired PlanTable stored;
  @Autowired OutcomeTable told;
  @Autowired Tidings tidings;
  @Autowired TransactionTemplate transaction;
  @Autowired Audit audit;
  @LocalServerPort int port;

  private static final Duration LATER = Duration.ofMinutes(20);

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
    matchmaking.pair(staff, talk, one, other, "社区养老");
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
    var desk = Site.at(port).signedIn(people.organizer());
    var page = "/talks/" + talk + "/matchmaking";
    assertThat(desk.get(page).body()).contains("时段不够").doesNotContain("也许还能多排");
    jdbc.sql("update matchmaking_plan set least_unplaced = 0").update();
    assertThat(desk.get(page).body())
        .as("nobody has shown that there are too few")
        .contains("也许还能多排")
        .doesNotContain("时段不够");

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
  void whoSaysNoAfterPlanningMakesThePlanStaleAndWhoIsNeverThereIsNotPlannedAtAll() {
    layOut(4);
    everybodyMeetsTheFilmPeopleAndTwoMore();
    var draft = plan();
    jdbc.sql("update invitation set status = 'WITHDRAWN' where id = :id")
        .param("id", firm)
        .update();
    refused(() -> plans.publish(staff, talk, draft.number()), "matchmaking.fault.stale");

    matchmaking.away(
        staff, talk, new AwayDraft(care, Optional.empty(), Optional.of(time(15, 30)), ""));
    refused(
        () ->
            matchmaking.away(
                staff, talk, new AwayDraft(care, Optional.of(time(15, 0)), Optional.empty(), "")),
        "matchmaking.fault.allAway");
  }

  @Test
  void everythingMovesAlongWithItsTalk() {
    layOut(4);
    everybodyMeetsTheFilmPeopleAndTwoMore();
    matchmaking.away(
        staff, talk, new AwayDraft(school, Optional.empty(), Optional.of(time(15, 0)), ""));
    var before = published().meetings();
    var meant = talk();
    planning.change(
        talk,
        new TalkDraft(
            meant.month(),
            Optional.of(meant.number()),
            meant.title(),
            meant.question(),
            meant.theme(),
            meant.forms(),
            meant.startsAt().plus(LATER),
            meant.endsAt().plus(LATER),
            meant.place(),
            meant.address(),
            meant.capacity(),
            meant.host(),
            meant.sample()),
        meant.version(),
        staff);
    assertThat(plans.published(talk()).orElseThrow().meetings())
        .extracting(Appointment::from)
        .containsExactlyElementsOf(before.stream().map(one -> one.from().plus(LATER)).toList());
    assertThat(matchmaking.afternoon(talk()).orElseThrow().from())
        .isEqualTo(time(14, 30).plus(LATER));
    assertThat(matchmaking.absences(talk()).getFirst().until()).isEqualTo(time(15, 0).plus(LATER));
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
  void whoeverIsTakenOffTheListWhileOthersPlanIsNotPlanned() {
    layOut(4);
    everybodyMeetsTheFilmPeopleAndTwoMore();
    var slow =
        new Planner() {
          @Override
          Draft plan(Task task) {
            var draft = super.plan(task);
            jdbc.sql("delete from invitation where id = :id").param("id", school).update();
            return draft;
          }
        };
    var slowly =
        new Plans(matchmaking, table, stored, told, slow, tidings, transaction, audit, zone);
    assertThatThrownBy(() -> slowly.plan(staff, talk, 0)).isInstanceOf(EditedElsewhere.class);
    assertThat(plan().meetings()).hasSize(3);
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
    refused(() -> pair(dropped.first(), dropped.second()), "matchmaking.fault.doubled");
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
  void eachGuestFindsOwnMeetingsOnceTheyArePublished() throws Exception {
    layOut(4);
    everybodyMeetsTheFilmPeopleAndTwoMore();
    var representative = people.representative("school", organization(school));
    var byLink = Site.at(port);
    var mine = "/room/" + pass.of(school) + "/meetings";
    plan();
    assertThat(byLink.get(mine + ".ics").statusCode()).isEqualTo(404);
    assertThat(byLink.get(mine).body()).contains("还没有排好").doesNotContain("微电影协会");
    published();
    assertThat(byLink.get(mine).body()).contains("微电影协会").doesNotContain("企业联合会");
    var own = plans.published(talk()).orElseThrow().of(school).getFirst();
    var calendar = new CalendarBuilder().build(new StringReader(byLink.get(mine + ".ics").body()));
    assertThat(calendar.<VEvent>getComponents("VEVENT"))
        .singleElement()
        .matches(event -> event.getSummary().getValue().equals("微电影协会"))
        .matches(
            event -> event.getLocation().getValue().equals("市民政局三楼会议室 · " + own.seat() + " 号桌"))
        .matches(event -> Instant.from(event.getDateTimeStart().getDate()).equals(own.from()))
        .matches(event -> Instant.from(event.getDateTimeEnd().getDate()).equals(own.until()));
    assertThat(byLink.get("/room/forged/meetings").statusCode()).isEqualTo(404);
    var byAccount = Site.at(port).signedIn(representative);
    assertThat(byAccount.get("/talks/" + talk + "/matchmaking/mine").body()).contains("微电影协会");
    assertThat(byAccount.get("/talks/" + talk).body()).contains("你们的对接时间（1 场）");
    assertThat(byAccount.get("/mine").body()).contains("你们有 1 场对接，下一场： <time");
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

    // Who said no is asked for nothing; a talk that was called off has no meetings.
    jdbc.sql("update invitation set status = 'WITHDRAWN' where id = :id")
        .param("id", school)
        .update();
    assertThat(byAccount.get("/mine").body()).doesNotContain("场对接");
    jdbc.sql("update talk set status = 'CANCELLED' where id = :id").param("id", talk).update();
    assertThat(byLink.get(mine + ".ics").statusCode()).isEqualTo(404);
    assertThat(byLink.get(mine).body()).contains("取消").doesNotContain("号桌");
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

  // --- what came of it ---

  private Outcome outcome(long pair) {
    return outcomes.open(staff, talk, pair);
  }

  private Outcome own(SignedIn me, long pair) {
    return outcomes.open(me, visitors.byAccount(me, talk).orElseThrow(), talk(), pair);
  }

  private void tell(Outcome seen, OutcomeDraft draft) {
    outcomes.tell(seen, seen.pair().version(), draft, "某人");
  }

  private long need(long invitation, String title) {
    var me = NeedFixture.representative(jdbc, "for" + title.hashCode(), organization(invitation));
    var id = needs.state(NeedFixture.draft(title, Visibility.PUBLIC), me);
    jdbc.sql("update need set status = 'ACCEPTED' where id = :id").param("id", id).update();
    return id;
  }

  @Test
  void aNeedIsAnsweredOnceBothSidesIntendToCooperateOnIt() {
    layOut(4);
    pair(film, care);
    var need = need(care, "想拍宣传片");
    var other = need(film, "想要场地");
    var answered = need(care, "想学剪辑");
    jdbc.sql("update need set status = 'ANSWERED' where id = :id").param("id", answered).update();
    var meeting = published().meetings().getFirst();
    var pair = meeting.pair().id();
    var caring = people.representative("care", organization(care)).me();
    refused(
        () -> tell(outcome(pair), new OutcomeDraft(true, Set.of(), "", Set.of())),
        "matchmaking.fault.notBegun");

    clock.set(at(14, 40));
    assertThat(own(caring, pair).needs()).extracting(NeedLine::id).containsOnly(need, answered);
    tell(own(caring, pair), new OutcomeDraft(true, Set.of(care), "周三看场地", Set.of(need, other)));
    assertThat(outcome(pair).about()).as("of one's own needs only").containsExactly(need);
    assertThat(status(need)).isEqualTo("ACCEPTED");
    assertThat(own(caring, pair).pair().isMutual()).isFalse();

    var staffs = outcome(pair);
    tell(staffs, new OutcomeDraft(true, Set.of(care, film), "周三看场地", Set.of(need, answered)));
    assertThat(outcome(pair).pair().isMutual()).isTrue();
    assertThat(status(need)).isEqualTo("ANSWERED");
    assertThat(status(other)).isEqualTo("ACCEPTED");
    assertThat(answers(answered)).as("has its answer").isZero();
    assertThat(
            jdbc.sql("select count(*) from link where relation = 'answered' and to_id = :need")
                .param("need", need)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    tell(outcome(pair), new OutcomeDraft(true, Set.of(care, film), "改到周四", Set.of(need)));
    assertThat(answers(need)).as("told once").isEqualTo(1);
    assertThatThrownBy(() -> tell(staffs, new OutcomeDraft(false, Set.of(), "", Set.of())))
        .isInstanceOf(EditedElsewhere.class);
    assertThat(outcome(pair).history()).extracting(Told::event).contains(PairStatus.Event.MEET);

    // Its own page and staff name the partner; the answer, which everybody reads, does not.
    var page = Site.at(port).signedIn(people.representative("care2", organization(care)));
    assertThat(page.get("/needs/" + need).body()).contains("对接会上和微电影协会双方有意合作");
    var others = Site.at(port).signedIn(people.representative("firm", organization(firm)));
    assertThat(others.get("/needs/" + need).body()).contains("双方见面后都有意合作").doesNotContain("微电影协会");
    var theirs = Site.at(port).signedIn(staffOf("371521"));
    assertThat(theirs.get("/needs/" + need).body()).contains("双方见面后都有意合作").doesNotContain("微电影协会");
    var ours = Site.at(port).signedIn(staffOf("371502"));
    assertThat(ours.get("/needs/" + need).body()).contains("对接会上和微电影协会双方有意合作");
  }

  private Person staffOf(String county) {
    return people.with(
        "staff" + county,
        "李工",
        new Rights(Set.of(Role.ORGANIZER), Optional.empty(), Optional.of(county + "000000"), ""));
  }

  private String status(long need) {
    return jdbc.sql("select status from need where id = :id")
        .param("id", need)
        .query(String.class)
        .single();
  }

  private int answers(long need) {
    return jdbc.sql("select count(*) from need_move where need_id = :id and event = 'ANSWER'")
        .param("id", need)
        .query(Integer.class)
        .single();
  }

  @Test
  void whatIsToldOfOthersMeetingsIsNobodysBusiness() {
    layOut(4);
    pair(film, care);
    var pair = published().meetings().getFirst().pair().id();
    clock.set(at(14, 40));
    var link = Site.at(port);
    var page = "/meetings/" + pair;
    assertThat(link.get("/room/" + pass.of(firm) + page).statusCode()).isEqualTo(404);
    var mine = "/room/" + pass.of(film) + page;
    assertThat(link.get(mine).body()).contains("蒲心社工").doesNotContain("微电影协会有意合作");
    assertThat(link.post(mine, Map.of("version", "0", "note", "迟到")).body())
        .contains("id=\"how-fault\"");
    var missed =
        link.post(
            mine,
            Map.of("version", "0", "how", "MISSED", "wants", String.valueOf(film), "note", "迟到"));
    assertThat(missed.statusCode()).isEqualTo(422);
    assertThat(missed.body()).contains("id=\"wants-fault\"").contains("迟到");
    assertThat(link.post(mine, Map.of("version", "9", "how", "MET", "note", "好")).statusCode())
        .isEqualTo(409);
    assertThat(link.post(mine, Map.of("version", "0", "how", "MISSED", "note", "迟到")).body())
        .contains("结果已记下")
        .contains("没见上");
    assertThat(plan().of(film)).as("given another time").hasSize(1).allMatch(one -> !one.kept());
  }

  @Test
  void theTwoWaySelectionsPairsAreTakenOver() {
    layOut(4);
    market.forget();
    market.project("第二小学", staff);
    market.videos("影视社", 8);
    var round =
        market.opened(
            new SelectionDraft(
                "春季双选",
                Optional.of(talk),
                LocalDate.of(2026, 3, 11),
                SelectionFixture.CLOSES,
                5,
                false,
                Side.PROJECT),
            staff);
    market.rank(round, staff, "第二小学", "影视社");
    market.rank(round, staff, "影视社", "第二小学");
    jdbc.sql(
            """
            insert into invitation (talk_id, organization_id, unit, party, status, code)
            select :talk, id, name, 'AGENCY', 'ACCEPTED', right('00000' || id, 6) from organization
            where name in ('第二小学', '影视社')
            """)
        .param("talk", talk)
        .update();
    assertThat(matchmaking.take(staff, talk, Source.SELECTION)).as("nobody confirmed yet").isZero();
    market.confirmed(round, staff, "第二小学", "影视社");
    assertThat(matchmaking.take(staff, talk, Source.SELECTION)).isEqualTo(1);
    assertThat(matchmaking.pairs(talk()))
        .singleElement()
        .matches(pair -> pair.source() == Source.SELECTION && pair.subject().contains("短片"));
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
    var lastMoment = meetings.get(0).slot().until().minusMillis(1);
    assertThat(CallUp.of(meetings, lastMoment).minutes()).isEqualTo(1);
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
    assertThat(answer.body()).contains("value=\"14:40\"").contains("id=\"tables-fault\"");
    assertThat(
            site.post(
                    page,
                    Map.of(
                        "from", "14:30", "until", "14:40", "minutes", "15", "gap", "5", "tables",
                        "3"))
                .body())
        .contains("一场也排不下");

    layOut(4);
    pair(film, care);
    var again =
        site.post(
            "/talks/" + talk + "/matchmaking/pairs",
            Map.of("one", "" + film, "other", "" + care, "subject", "再谈一次"));
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("id=\"other-fault\"").contains("再谈一次");
  }

  @Test
  void onlyATalkWithMatchmakingHasIt() {
    jdbc.sql("delete from talk_form").update();
    assertThatThrownBy(this::talk).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> matchmaking.open(SignedIn.visitor(), talk))
        .isInstanceOf(NotFound.class);
  }
}
