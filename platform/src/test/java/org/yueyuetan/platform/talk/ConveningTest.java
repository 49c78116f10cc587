package org.yueyuetan.platform.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.account.Rights;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.account.Tokens;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.organization.AnOrganization;
import org.yueyuetan.platform.organization.Contact;
import org.yueyuetan.platform.organization.Organizations;

@PlatformTest
class ConveningTest {

  private static final Optional<LocalTime> NINE = Optional.of(LocalTime.of(9, 0));

  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired People people;
  @Autowired Organizations organizations;
  @Autowired Talks talks;
  @Autowired Planning planning;
  @Autowired Convening convening;
  @Autowired Candidates candidates;
  @Autowired Invitations invitations;
  @Autowired Answers answers;
  @Autowired Quorums quorums;
  @Autowired Agenda agenda;
  @Autowired Stops stops;
  @Autowired Reminders reminders;
  @Autowired Tokens tokens;
  @LocalServerPort int port;

  private SignedIn staff = SignedIn.visitor();
  private long talk;

  @BeforeEach
  void aTalkIsPlanned() {
    staff = people.organizer().me();
    talk = planning.plan(TalkFixture.draft("共话志愿情"), staff);
  }

  // --- whom to invite ---

  @Test
  void thoseWhoStatedOrSupportANeedOfTheThemeComeFirst() {
    var other = organization("甲中心", "a@example.org");
    TalkDayFixture.theme(jdbc, talk, "志愿者补贴");
    var stated = idOf("志愿者补贴中心");
    var supporter = organization("乙中心", "b@example.org");
    var account = people.representative("b", supporter).me().id();
    jdbc.sql(
            """
            insert into need_support (need_id, organization_id, account_id, at)
            select id, :organization, :account, created_at from need
            """)
        .param("organization", supporter)
        .param("account", account)
        .update();

    var found = find(ConveneFilter.ALL);

    assertThat(found.stream().map(Candidate::organization))
        .containsExactly(stated, supporter, other);
    assertThat(found.get(0).stated()).isTrue();
    assertThat(found.get(1).supported()).isTrue();
    assertThat(find(new ConveneFilter("", none(), "", none(), none(), true, false))).hasSize(2);
  }

  @Test
  void whoeverIsOnTheListIsNotOfferedAgainAndTheNeverInvitedCanBeFound() {
    var first = organization("甲中心", "a@example.org");
    var second = organization("乙中心", "b@example.org");
    convening.list(talk, List.of(first), staff);
    assertThat(find(ConveneFilter.ALL)).extracting(Candidate::organization).containsExactly(second);

    send();
    var next = planning.plan(TalkFixture.draft("下一次"), staff);
    var never = new ConveneFilter("", none(), "", none(), none(), false, true);
    var found = candidates.list(staff.scope(), stored(next), never, Candidates.Key.START, 10);
    assertThat(found).extracting(Candidate::organization).containsExactly(second);
    assertThat(find(next)).extracting(Candidate::invitations).containsExactly(1, 0);
  }

  @Test
  void staffOfACountyInviteNobodyOutsideIt() {
    var outside =
        organizations.register(AnOrganization.named("阳谷甲").in(NeedFixture.YANGGU).draft());
    var county = people.with("county", "赵科长", Rights.organizer(NeedFixture.DONGCHANGFU)).me();
    var own = planning.plan(TalkFixture.draft("区里的月谈"), county);

    assertThat(
            candidates.list(
                county.scope(), stored(own), ConveneFilter.ALL, Candidates.Key.START, 10))
        .isEmpty();
    assertThatThrownBy(() -> convening.list(own, List.of(outside), county))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> planning.change(talk, TalkFixture.draft("改名"), 0, county))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void invitationsGoOutOnceToEachAndTheFirstSendingConvenesTheTalk() {
    listed("甲中心", "乙中心");

    assertThat(send()).isEqualTo(2);

    assertThat(stored(talk).status()).isEqualTo(TalkStatus.CONVENING);
    assertThat(mails("邀请参加月谈：共话志愿情")).isEqualTo(2);
    assertThat(send()).isZero();
    listed("丙中心");
    assertThat(send()).isEqualTo(1);
    assertThat(mails("邀请参加月谈：共话志愿情")).isEqualTo(3);
  }

  @Test
  void aRepresentativeWhoIsAlsoTheContactGetsOneMailAndANotice() {
    var organization = organization("甲中心", "rep@example.org");
    people.representative("rep", organization);
    convening.list(talk, List.of(organization), staff);
    send();

    assertThat(mails("邀请参加月谈：共话志愿情")).isEqualTo(1);
    assertThat(jdbc.sql("select calendar from mail").query(String.class).single())
        .contains("BEGIN:VEVENT")
        .contains("共话志愿情");
    assertThat(jdbc.sql("select key from notice").query(String.class).list())
        .containsExactly("talk.notice.invited");
  }

  @Test
  void guestsFromOutsideTheRegistryAreInvitedByMail() {
    convening.add(
        talk, new InvitationDraft("省社科院", Party.OTHER, "孙研究员", "sun@example.org", ""), staff);
    assertThat(send()).isEqualTo(1);
    assertThat(jdbc.sql("select recipient from mail").query(String.class).single())
        .isEqualTo("sun@example.org");
  }

  @Test
  void codesOfATalkAreSixDigitsAndAllDifferent() {
    listed(IntStream.range(0, 30).mapToObj(n -> "第" + n + "中心").toArray(String[]::new));
    var codes = invitations.of(talk).stream().map(Invitation::code).toList();
    assertThat(codes).hasSize(30).doesNotHaveDuplicates().allMatch(code -> code.matches("\\d{6}"));
  }

  // --- seats ---

  @Test
  void whoSaysYesToAFullRoomWaitsAndMovesUpInTheOrderOfTheAnswers() {
    listed("一", "二", "三", "四", "五");
    send();
    for (var unit : List.of("三", "一", "二", "五", "四")) {
      answer(unit, Answer.yes("", ""));
      clock.advance(java.time.Duration.ofMinutes(1));
    }
    assertThat(statusOf("五")).isEqualTo(InvitationStatus.WAITING);
    assertThat(invitations.waiting(talk)).extracting(Invitation::unit).containsExactly("五", "四");

    answer("一", Answer.no("出差"));

    assertThat(statusOf("一")).isEqualTo(InvitationStatus.WITHDRAWN);
    assertThat(statusOf("五")).isEqualTo(InvitationStatus.ACCEPTED);
    assertThat(statusOf("四")).isEqualTo(InvitationStatus.WAITING);
    assertThat(mails("有席位了：共话志愿情")).isEqualTo(1);
  }

  @Test
  void sayingYesAgainWithSomebodyElseKeepsTheSeat() {
    listed("一", "二", "三", "四");
    send();
    List.of("一", "二", "三", "四").forEach(unit -> answer(unit, Answer.yes("", "")));

    answer("一", Answer.substitute("钱代表", "13900001111"));

    assertThat(statusOf("一")).isEqualTo(InvitationStatus.ACCEPTED);
    assertThat(invitation("一").attendee()).isEqualTo("钱代表");
    assertThat(invitation("一").substitute()).isTrue();
  }

  @Test
  void moreSeatsAreGivenToThoseWhoWait() {
    listed("一", "二", "三", "四");
    send();
    List.of("一", "二", "三", "四").forEach(unit -> answer(unit, Answer.yes("", "")));

    planning.change(
        talk, TalkFixture.draft("共话志愿情", 4, "市民政局三楼会议室"), stored(talk).version(), staff);

    assertThat(statusOf("四")).isEqualTo(InvitationStatus.ACCEPTED);
  }

  @Test
  void theLastSeatIsGivenOnceHoweverManyAskForItAtOnce() throws Exception {
    var units = IntStream.range(0, 12).mapToObj(n -> "第" + n + "家").toArray(String[]::new);
    listed(units);
    send();
    var asks = new ArrayList<Callable<Invitation>>();
    for (var one : invitations.of(talk)) {
      asks.add(() -> answers.byLink(token(one), Answer.yes("", "")));
    }
    try (var pool = Executors.newFixedThreadPool(asks.size())) {
      for (var done : pool.invokeAll(asks)) {
        done.get();
      }
    }

    var attendance = talks.attendance(talk);
    assertThat(attendance.accepted()).isEqualTo(3);
    assertThat(attendance.waiting()).isEqualTo(9);
  }

  @Test
  void takingAUnitOffTheListFreesItsSeatAndTellsIt() {
    listed("一", "二", "三", "四");
    send();
    List.of("一", "二", "三", "四").forEach(unit -> answer(unit, Answer.yes("", "")));
    var link = token(invitation("一"));

    convening.remove(talk, invitation("一").id(), staff);

    assertThat(statusOf("四")).isEqualTo(InvitationStatus.ACCEPTED);
    assertThat(mails("邀请已撤回：共话志愿情")).isEqualTo(1);
    assertThat(
            jdbc.sql("select body from mail where subject like '邀请已撤回%'")
                .query(String.class)
                .single())
        .contains("/talks/" + talk)
        .doesNotContain("/answer/");
    assertThat(answers.open(link)).isEmpty();
  }

  // --- links ---

  @Test
  void onlyALinkOfOursOpensAnInvitation() {
    listed("一");
    var id = invitation("一").id();
    assertThat(answers.open(tokens.sign(Answers.PURPOSE, "" + id))).as("not sent yet").isEmpty();
    send();
    var good = token(invitation("一"));
    assertThat(answers.open(good)).isPresent();
    assertThat(answers.open(tokens.sign("password", "" + id))).isEmpty();
    var another = tokens.sign(Answers.PURPOSE, "99999");
    assertThat(
            answers.open(
                good.substring(0, good.indexOf('.')) + another.substring(another.indexOf('.'))))
        .as("signature of another link")
        .isEmpty();
    assertThat(answers.open(another)).isEmpty();
    assertThat(answers.open(tokens.sign(Answers.PURPOSE, "1 or 1=1"))).isEmpty();
    clock.set(TalkFixture.DAY.plusDays(2).atTime(LocalTime.NOON));
    assertThat(answers.open(good)).as("after the talk").isEmpty();
  }

  @Test
  void openingALinkChangesNothingAndABadLinkGetsAPlainPage() {
    listed("一");
    send();
    var before = invitation("一");
    var site = Site.at(port);
    var path = "/answer/" + token(before);

    assertThat(site.get(path).statusCode()).isEqualTo(200);
    assertThat(site.get(path + "?choice=YES").statusCode()).isEqualTo(200);
    assertThat(invitation("一")).isEqualTo(before);

    var bad = site.get("/answer/bm90b3Vycw.AAAA");
    assertThat(bad.statusCode()).isEqualTo(404);
    assertThat(bad.body()).contains("这个链接不能用了");
    assertThat(site.get("/answer/bm90b3Vycw.AAAA/talk.ics").statusCode()).isEqualTo(404);
  }

  @Test
  void mindsMayChangeUntilTheTalkBegins() {
    listed("一");
    send();
    answer("一", Answer.no(""));
    answer("一", Answer.yes("", ""));
    assertThat(statusOf("一")).isEqualTo(InvitationStatus.ACCEPTED);
    assertThat(invitation("一").attendee()).isEqualTo("张样例");

    clock.set(TalkFixture.DAY.atTime(14, 30));

    assertThatThrownBy(() -> answer("一", Answer.no(""))).isInstanceOf(AnswersClosed.class);
  }

  @Test
  void whoSaysYesByLinkSeesTheCodeAndTheCalendarFile() {
    listed("一");
    send();
    var site = Site.at(port);
    var path = "/answer/" + token(invitation("一"));
    var page = site.get(path);
    assertThat(page.body()).doesNotContain(invitation("一").code());

    var answered = site.post(path, Map.of("choice", "YES"));

    assertThat(answered.body()).contains(invitation("一").code());
    var calendar = site.get(path + "/talk.ics");
    assertThat(calendar.headers().firstValue("content-type").orElse(""))
        .startsWith("text/calendar");
    assertThat(calendar.body()).startsWith("BEGIN:VCALENDAR").contains("SUMMARY:共话志愿情");
    var faulty = site.post(path, Map.of("choice", "SUBSTITUTE", "substitutePhone", "12"));
    assertThat(faulty.statusCode()).isEqualTo(422);
    assertThat(faulty.body()).contains("请填写这一项");
  }

  // --- who sees what ---

  @Test
  void thePublicSeesAConvenedTalkButNobodysNameOrNumber() {
    listed("一");
    agenda.add(talk, new AgendaDraft("经验分享", "钱老师", 20, false), staff);
    assertThat(Site.at(port).get("/talks/" + talk).statusCode()).isEqualTo(404);
    assertThat(Site.at(port).get("/talks").body()).doesNotContain("共话志愿情");
    send();
    answer("一", Answer.substitute("周代表", "13900002222"));

    var page = Site.at(port).get("/talks/" + talk);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("共话志愿情", "经验分享")
        .doesNotContain("钱老师", "周代表", "13900002222", invitation("一").code());
    assertThat(Site.at(port).get("/talks").body()).contains("共话志愿情");
  }

  @Test
  void aRepresentativeAnswersForTheirOwnOrganizationOnly() {
    listed("一");
    var own = idOf("一");
    var stranger = organization("二", "two@example.org");
    send();
    var mine = people.representative("one", own);
    var other = people.representative("two", stranger);

    var site = Site.at(port).signedIn(mine);
    assertThat(site.get("/talks").body()).contains("请答复：共话志愿情");
    assertThat(site.get("/talks/" + talk).body()).contains("参加");
    site.post("/talks/" + talk + "/answer", Map.of("choice", "YES"));
    assertThat(statusOf("一")).isEqualTo(InvitationStatus.ACCEPTED);

    assertThatThrownBy(() -> answers.byRepresentative(talk, Answer.no(""), other.me()))
        .isInstanceOf(NotFound.class);
    assertThat(Site.at(port).signedIn(other).get("/talks/" + talk).body())
        .doesNotContain(invitation("一").code());
  }

  @Test
  void contactsAreOpenedOnRecordAndMaskedInTheExportedList() {
    listed("一");
    send();
    answer("一", Answer.substitute("周代表", "13900002222"));
    var site = Site.at(port).signedIn(organizer());

    assertThat(site.get("/talks/" + talk + "/invitations").body()).doesNotContain("13900002222");
    assertThat(opened("invitation")).isZero();
    assertThat(site.get("/talks/" + talk + "/invitations/" + invitation("一").id()).body())
        .contains("13900002222");
    assertThat(opened("invitation")).isEqualTo(1);
    assertThat(site.get("/talks/" + talk + "/attendance.xlsx").statusCode()).isEqualTo(200);
    assertThat(opened("attendance")).isEqualTo(1);
  }

  // --- planning ---

  @Test
  void twoPeopleSettingTheQuorumTheSecondIsTold() {
    var seen = quorums.minimums(talk).toString();
    quorums.change(talk, seen, Map.of(Party.AGENCY, 2), staff);

    assertThatThrownBy(() -> quorums.change(talk, seen, Map.of(Party.COUNTY, 1), staff))
        .isInstanceOf(EditedElsewhere.class);
    assertThat(quorums.minimums(talk)).containsExactly(entry(Party.AGENCY, 2));
  }

  @Test
  void theQuorumNamesWhoHasNotAnswered() {
    listed("一", "二", "三");
    quorums.set(talk, Map.of(Party.AGENCY, 2, Party.COUNTY, 1), staff);
    send();
    answer("一", Answer.yes("", ""));

    var quorum = quorums.check(stored(talk));

    assertThat(quorum.shortOf()).isNotEmpty();
    var agencies = quorum.parties().getLast();
    assertThat(agencies.coming()).isEqualTo(1);
    assertThat(agencies.missing()).isEqualTo(1);
    assertThat(agencies.open()).containsExactlyInAnyOrder("二", "三");
    assertThat(quorum.shortOf()).extracting(Quorum.OfParty::party).contains(Party.COUNTY);
  }

  @Test
  void twoPeopleEditingTheSameTalkTheSecondIsTold() {
    var seen = stored(talk).version();
    planning.change(talk, TalkFixture.draft("甲改的"), seen, staff);
    assertThatThrownBy(() -> planning.change(talk, TalkFixture.draft("乙改的"), seen, staff))
        .isInstanceOf(EditedElsewhere.class);
    assertThat(stored(talk).title()).isEqualTo("甲改的");
  }

  @Test
  void anotherPlaceIsToldToThoseWhoMayCome() {
    listed("一", "二");
    send();
    answer("二", Answer.no(""));

    planning.change(talk, TalkFixture.draft("共话志愿情", 3, "志愿者之家"), stored(talk).version(), staff);

    assertThat(mails("时间或地点有变：共话志愿情")).isEqualTo(1);
  }

  @Test
  void aCancelledTalkTellsWhyAndFreesItsNumber() {
    listed("一");
    send();

    planning.cancel(talk, "会场临时占用", staff);

    assertThat(
            jdbc.sql("select body from mail where subject like '月谈取消%'")
                .query(String.class)
                .single())
        .contains("会场临时占用");
    assertThat(planning.nextNumber(2026)).isEqualTo(1);
    planning.plan(TalkFixture.draft("重来"), staff);
    assertThatThrownBy(() -> answer("一", Answer.yes("", ""))).isInstanceOf(AnswersClosed.class);
  }

  @Test
  void aNumberIsGivenOnceAYear() {
    var taken =
        new TalkDraft(
            java.time.YearMonth.of(2026, 3),
            java.util.Optional.of(1),
            "同号",
            "",
            java.util.Optional.empty(),
            java.util.Set.of(TalkForm.VISIT),
            TalkFixture.draft("x").startsAt(),
            TalkFixture.draft("x").endsAt(),
            "三楼",
            "",
            10,
            "民政局",
            false);
    assertThatThrownBy(() -> planning.plan(taken, staff)).isInstanceOf(NumberTaken.class);
  }

  @Test
  void agendaItemsMoveAndCloseRanks() {
    var a = agenda.add(talk, new AgendaDraft("一", "", 10, false), staff);
    var b = agenda.add(talk, new AgendaDraft("二", "", 20, false), staff);
    agenda.add(talk, new AgendaDraft("三", "", 30, false), staff);
    agenda.shift(talk, b, true, staff);
    agenda.shift(talk, b, true, staff);
    agenda.remove(talk, a, staff);
    assertThat(agenda.of(talk)).extracting(AgendaItem::title).containsExactly("二", "三");
    assertThat(agenda.of(talk)).extracting(AgendaItem::position).containsExactly(1, 2);
  }

  @Test
  void anItemOfTheAgendaIsPutToThePartiesAsAQuestion() {
    var site = Site.at(port).signedIn(organizer());
    site.post(
        "/talks/" + talk + "/agenda", Map.of("item", "供需怎样对接", "minutes", 40, "question", "on"));
    site.post("/talks/" + talk + "/agenda", Map.of("item", "小结", "minutes", 10));

    assertThat(agenda.questions(talk)).extracting(AgendaItem::title).containsExactly("供需怎样对接");
    assertThat(site.get("/talks/" + talk).body()).containsOnlyOnce("<span class=\"tag\">议题</span>");
  }

  @Test
  void whatAColleagueChangedInAgendaOrRouteMeanwhileIsNotOverwritten() {
    var item = agenda.add(talk, new AgendaDraft("经验分享", "", 20, false), staff);
    agenda.change(talk, item, 0, new AgendaDraft("经验分享", "钱老师", 20, false), staff);
    var stop = stops.add(talk, new StopDraft("柳园社区", "", Optional.empty(), 30, ""), staff);
    stops.change(talk, stop, 0, new StopDraft("柳园社区", "柳园路 1 号", NINE, 30, ""), staff);
    var site = Site.at(port).signedIn(organizer());

    var lateItem =
        site.post(
            "/talks/" + talk + "/agenda/" + item,
            Map.of("item", "经验交流", "minutes", 45, "version", 0));
    var lateStop =
        site.post(
            "/talks/" + talk + "/stops/" + stop,
            Map.of("name", "柳园新社区", "minutes", 45, "version", 0));

    assertThat(List.of(lateItem.statusCode(), lateStop.statusCode())).containsOnly(409);
    assertThat(lateItem.body()).contains("value=\"经验交流\"", "name=\"version\" value=\"1\"", "钱老师");
    assertThat(lateStop.body())
        .contains("value=\"柳园新社区\"", "name=\"version\" value=\"1\"", "柳园路 1 号");
    assertThat(agenda.of(talk)).extracting(AgendaItem::title).containsExactly("经验分享");
    assertThat(stops.of(talk)).extracting(Stop::arrivesAt).containsExactly(NINE);
  }

  // --- reminders ---

  @Test
  void theSilentAreRemindedOnceBeforeTheDateAndTheComingOnTheDayBefore() {
    listed("一", "二");
    send();
    answer("二", Answer.yes("", ""));
    reminders.run();
    assertThat(mails("请答复：共话志愿情")).as("too early").isZero();

    clock.set(TalkFixture.DAY.minusDays(5).atTime(8, 30));
    reminders.run();
    reminders.run();
    assertThat(mails("请答复：共话志愿情")).isEqualTo(1);
    assertThat(mails("明天开会：共话志愿情")).isZero();

    clock.set(TalkFixture.DAY.minusDays(1).atTime(8, 30));
    reminders.run();
    reminders.run();
    assertThat(mails("请答复：共话志愿情")).isEqualTo(1);
    assertThat(mails("明天开会：共话志愿情")).isEqualTo(1);
    assertThat(
            jdbc.sql("select body from mail where subject like '明天开会%'")
                .query(String.class)
                .single())
        .contains(invitation("二").code());
  }

  @Test
  void theButtonLeavesThoseInPeaceWhoWereToldLately() {
    listed("一");
    send();
    assertThat(convening.remind(talk, staff)).isZero();
    clock.advance(java.time.Duration.ofHours(13));
    assertThat(convening.remind(talk, staff)).isEqualTo(1);
    assertThat(convening.remind(talk, staff)).isZero();
  }

  // --- arranging ---

  private static <T> java.util.Optional<T> none() {
    return java.util.Optional.empty();
  }

  private org.yueyuetan.platform.Person organizer() {
    return new org.yueyuetan.platform.Person(staff, "organizer", People.PASSWORD);
  }

  private List<Candidate> find(ConveneFilter filter) {
    return candidates.list(staff.scope(), stored(talk), filter, Candidates.Key.START, 10);
  }

  private List<Candidate> find(long other) {
    return candidates.list(
        staff.scope(), stored(other), ConveneFilter.ALL, Candidates.Key.START, 10);
  }

  private Talk stored(long id) {
    return talks.find(new Scope.Region(""), id).orElseThrow();
  }

  private long organization(String name, String email) {
    return organizations.register(
        AnOrganization.named(name)
            .contacts(new Contact("张样例", "主任", "13812345678", email))
            .draft());
  }

  private void listed(String... names) {
    var ids =
        java.util.Arrays.stream(names)
            .map(name -> organization(name, Integer.toHexString(name.hashCode()) + "@example.org"))
            .toList();
    convening.list(talk, ids, staff);
  }

  private int send() {
    return convening.send(talk, answerBy(), staff);
  }

  private Instant answerBy() {
    return TalkFixture.DAY.minusDays(3).atTime(23, 59).atZone(clock.getZone()).toInstant();
  }

  private Invitation answer(String unit, Answer answer) {
    return answers.byLink(token(invitation(unit)), answer);
  }

  private String token(Invitation invitation) {
    return tokens.sign(Answers.PURPOSE, String.valueOf(invitation.id()));
  }

  private Invitation invitation(String unit) {
    return invitations.of(talk).stream()
        .filter(one -> one.unit().equals(unit))
        .findFirst()
        .orElseThrow();
  }

  private InvitationStatus statusOf(String unit) {
    return invitation(unit).status();
  }

  private long idOf(String name) {
    return jdbc.sql("select id from organization where name = :name")
        .param("name", name)
        .query(Long.class)
        .single();
  }

  private int mails(String subject) {
    return jdbc.sql("select count(*) from mail where subject = :subject")
        .param("subject", subject)
        .query(Integer.class)
        .single();
  }

  private int opened(String kind) {
    return jdbc.sql(
            "select count(*) from audit_entry where object_kind = :kind and action like 'open%'")
        .param("kind", kind)
        .query(Integer.class)
        .single();
  }
}
