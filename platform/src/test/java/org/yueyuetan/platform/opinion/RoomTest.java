package org.yueyuetan.platform.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yueyuetan.platform.opinion.RoomFixture.accept;
import static org.yueyuetan.platform.opinion.RoomFixture.decline;
import static org.yueyuetan.platform.opinion.RoomFixture.merge;
import static org.yueyuetan.platform.opinion.RoomFixture.says;
import static org.yueyuetan.platform.opinion.RoomFixture.typed;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
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
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.talk.Convening;
import org.yueyuetan.platform.talk.FollowUp;
import org.yueyuetan.platform.talk.InvitationStatus;
import org.yueyuetan.platform.talk.Party;
import org.yueyuetan.platform.talk.Planning;
import org.yueyuetan.platform.talk.RoomPass;
import org.yueyuetan.platform.talk.TalkDayFixture;
import org.yueyuetan.platform.talk.TalkStatus;

/** Rules of the room: who may say and vote what, and what becomes of it. */
@PlatformTest
class RoomTest {

  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired Rounds rounds;
  @Autowired Participants participants;
  @Autowired Statements statements;
  @Autowired Moderation moderation;
  @Autowired Votes votes;
  @Autowired Ballots ballots;
  @Autowired Opinions opinions;
  @Autowired Maps maps;
  @Autowired Planning planning;
  @Autowired Convening convening;
  @Autowired FollowUp followUp;
  @Autowired RoomPass pass;
  @Autowired People people;
  @LocalServerPort int port;

  private SignedIn staff = SignedIn.visitor();
  private long talk;
  private long zhang;
  private long li;
  private long wang;

  @BeforeEach
  void theRoomIsOpen() {
    clock.set(TalkDayFixture.BEGIN);
    staff = NeedFixture.staff(jdbc, "li", "3715");
    talk = TalkDayFixture.talk(jdbc, TalkStatus.CONVENING);
    zhang = guest("和平社区", "100001");
    li = guest("柳园街道", "100002");
    wang = guest("晨曦中心", "100003");
    rounds.open(staff, talk, 0, true);
  }

  private long guest(String unit, String code) {
    return TalkDayFixture.guest(jdbc, talk, unit, Party.COMMUNITY, InvitationStatus.ACCEPTED, code);
  }

  private Participant at(long invitation) {
    return participants.byInvitation(invitation).orElseThrow();
  }

  private Opinion stated(long guest, String text) {
    assertThat(statements.state(at(guest), says(text)).outcome())
        .isEqualTo(Statements.Outcome.DONE);
    return statements.mine(guest).getFirst();
  }

  private Opinion accepted(long guest, String text) {
    var opinion = stated(guest, text);
    moderation.judge(staff, talk, accept(opinion));
    return now(opinion);
  }

  private Opinion now(Opinion opinion) {
    return opinions.find(staff.scope(), opinion.id()).orElseThrow();
  }

  private long moves(Opinion opinion) {
    return jdbc.sql("select count(*) from opinion_vote_move where opinion_id = :id")
        .param("id", opinion.id())
        .query(Long.class)
        .single();
  }

  private List<String> linked() {
    return jdbc.sql("select to_id::text from link where to_kind = 'opinion' order by to_id")
        .query(String.class)
        .list();
  }

  // --- moderating a full room ---

  @Test
  void everyAcceptedOpinionCanBeReachedHoweverManyThereAre() {
    jdbc.sql(
            """
            insert into opinion (talk_id, speaker, party, text, status, origin, recorded_at)
            select :talk, '', 'AGENCY', '第 ' || n || ' 条', 'ACCEPTED', 'RECORDED', :now
            from generate_series(1, 101) as n
            """)
        .param("talk", talk)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    var desk = Site.at(port).signedIn(people.organizer());
    var first = desk.get("/talks/" + talk + "/day/moderate?status=ACCEPTED").body();
    var next =
        first.replaceAll("(?s).*href=\"([^\"]+)\" rel=\"next\".*", "$1").replace("&amp;", "&");
    assertThat(row(first, "第 101 条")).isFalse();
    assertThat(row(desk.get(next).body(), "第 101 条")).isTrue();
  }

  /** In the list, not among those to merge into. */
  private static boolean row(String page, String text) {
    return Pattern.compile("<label class=\"text\"[^>]*>" + text).matcher(page).find();
  }

  // --- stating ---

  @Test
  void anOpinionCountsOnlyOnceItIsAccepted() {
    var opinion = stated(zhang, "站点要有固定场地");

    assertThat(opinions.accepted(talk)).isEmpty();
    assertThat(ballots.of(at(li)).next()).isEmpty();
    assertThat(linked()).isEmpty();
    moderation.judge(staff, talk, accept(opinion));
    assertThat(opinions.accepted(talk)).hasSize(1);
    assertThat(ballots.of(at(li)).next()).contains(now(opinion));
    assertThat(linked()).containsExactly(String.valueOf(opinion.id()));
  }

  @Test
  void charactersAreCountedAsPeopleSeeThem() {
    var family = "👨‍👩‍👧‍👦";
    var most = typed("站" + family.repeat(139));
    var tooMany = typed("站".repeat(141));

    assertThat(Statement.read(most).text()).hasSizeGreaterThan(140);
    assertThat(most.hasFaults()).isFalse();
    Statement.read(tooMany);
    assertThat(tooMany.fault("text").orElseThrow().args()).containsExactly("140", "141");
  }

  @Test
  void aStatementWithoutWordsIsNone() {
    for (var nothing : List.of("", "　 ", "？！……", "\u200b\u200b")) {
      var form = typed(nothing);
      Statement.read(form);
      assertThat(form.fault("text")).as(nothing).isPresent();
    }
  }

  @Test
  void whoSaysNearlyTheSameIsShownIt() {
    var first = accepted(zhang, "社工站要有固定的活动场地");
    var again = new Statement("社工站应当有固定活动场地。", Optional.empty(), false, false);
    var other = new Statement("服务项目的经费要按季度拨付", Optional.empty(), false, false);

    var stated = statements.state(at(li), again);
    assertThat(stated.outcome()).isEqualTo(Statements.Outcome.SIMILAR);
    assertThat(stated.similar()).extracting(Opinion::id).containsExactly(first.id());
    assertThat(statements.state(at(li), other).outcome()).isEqualTo(Statements.Outcome.DONE);
    assertThat(statements.state(at(li), says(again.text())).outcome())
        .as("sent anyway")
        .isEqualTo(Statements.Outcome.DONE);
  }

  @Test
  void theWarningComesAgainUnlessTheGuestSaysThatItIsMeantOtherwise() {
    accepted(zhang, "社工站要有固定的活动场地");
    var room = "/room/" + pass.of(li);
    var phone = Site.at(port);
    assertThat(phone.get(room).body()).contains("href=\"" + room + "/map\"");
    var warned = phone.post(room + "/opinions", Map.of("text", "社工站应当有固定活动场地。")).body();
    assertThat(warned).contains("name=\"anyway\" value=\"on\">意思不一样");
    assertThat(warned).doesNotContain("type=\"hidden\" name=\"anyway\"");
  }

  @Test
  void aSecondTapSendsNothing() {
    stated(zhang, "站点要有固定场地");
    stated(zhang, "站点要有固定场地");
    assertThat(statements.mine(zhang)).hasSize(1);
  }

  @Test
  void nobodyFloodsTheRoom() throws Exception {
    try (var phones = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Statements.Outcome>> taps =
          IntStream.range(0, Statements.MOST + 5)
              .mapToObj(n ->
                  (Callable<Statements.Outcome>)
                      () -> statements.state(at(zhang), says("第" + n + "条意见")).outcome())
              .toList();
      phones.invokeAll(taps);
    }
    assertThat(statements.mine(zhang)).hasSize(Statements.MOST);
    assertThat(statements.state(at(zhang), says("再提一条")).outcome())
        .isEqualTo(Statements.Outcome.TOO_MANY);
    assertThat(statements.state(at(li), says("别人还可以提")).outcome())
        .isEqualTo(Statements.Outcome.DONE);
  }

  @Test
  void whoStatedItIsForTheAuditTrailOnly() {
    var opinion = accepted(zhang, "站点要有固定场地");

    assertThat(opinion.speaker()).isEmpty();
    assertThat(opinion.named()).isFalse();
    assertThat(
            jdbc.sql("select after ->> 'unit' from audit_entry where action = 'state'")
                .query(String.class)
                .single())
        .isEqualTo("和平社区");
    assertThatThrownBy(() -> reopen(false)).isInstanceOf(StaysAnonymous.class);
  }

  private void reopen(boolean anonymous) {
    rounds.close(staff, talk, rounds.of(talk).version());
    rounds.open(staff, talk, rounds.of(talk).version(), anonymous);
  }

  @Test
  void whoTypedWhileNobodyWasNamedIsAskedAgainBeforeTheUnitIs() {
    var room = "/room/" + pass.of(zhang);
    var phone = Site.at(port);
    var hidden = "name=\"unnamed\" value=\"on\"";
    assertThat(phone.get(room + "/state").body()).contains("匿名提出", hidden);
    reopen(false);

    var typed = Map.of("text", "站点要有固定场地", "unnamed", "on");
    var asked = phone.post(room + "/opinions", typed);
    assertThat(asked.statusCode()).isEqualTo(409);
    assertThat(asked.body()).contains("站点要有固定场地", "会写上你的单位：和平社区", "再点一次提交").doesNotContain(hidden);
    assertThat(statements.mine(zhang)).isEmpty();
    phone.post(room + "/opinions", Map.of("text", "站点要有固定场地"));
    assertThat(statements.mine(zhang)).extracting(Opinion::speaker).containsExactly("和平社区");
  }

  @Test
  void aRoundWithNamesTellsTheUnit() {
    reopen(false);
    assertThat(accepted(zhang, "站点要有固定场地").speaker()).isEqualTo("和平社区");
  }

  @Test
  void twoWhoOpenTheRoundTheSecondIsTold() {
    var version = rounds.of(talk).version();
    rounds.close(staff, talk, version);
    assertThatThrownBy(() -> rounds.open(staff, talk, version, true))
        .isInstanceOf(EditedElsewhere.class);
  }

  @Test
  void aPartyOfFewIsNotToldOfWhatIsSaidAnonymously() {
    assertThat(accepted(zhang, "站点要有固定场地").party())
        .as("three of a party: it would nearly be a name")
        .isEqualTo(Party.OTHER);
    assertThat(Site.at(port).get("/room/" + pass.of(li) + "/state").body()).contains("只写“其他”");
    assertThat(
            jdbc.sql("select after ->> 'unit' from audit_entry where action = 'state'")
                .query(String.class)
                .single())
        .isEqualTo("和平社区");

    guest("第四个社区", "100004");
    assertThat(accepted(li, "经费要按季度拨付").party()).isEqualTo(Party.COMMUNITY);
    reopen(true);
    var county =
        TalkDayFixture.guest(jdbc, talk, "县民政局", Party.COUNTY, InvitationStatus.ACCEPTED, "100005");
    assertThat(accepted(county, "县里统筹经费").party()).isEqualTo(Party.OTHER);
    assertThat(accepted(li, "场地按街道统筹").party())
        .as("or whoever is of no party told would be the county")
        .isEqualTo(Party.OTHER);
  }

  @Test
  void thoseWhosePartyIsNotToldAreNeverFew() {
    assertThat(Crowd.untold(Map.of())).isEmpty();
    assertThat(Crowd.untold(Map.of(Party.AGENCY, 9, Party.COMMUNITY, 4))).isEmpty();
    assertThat(Crowd.untold(Map.of(Party.AGENCY, 9, Party.COMMUNITY, 5, Party.COUNTY, 1)))
        .containsExactlyInAnyOrder(Party.COUNTY, Party.COMMUNITY);
    assertThat(Crowd.untold(Map.of(Party.AGENCY, 9, Party.TOWNSHIP, 3, Party.COUNTY, 1)))
        .containsExactlyInAnyOrder(Party.COUNTY, Party.TOWNSHIP);
    assertThat(Crowd.untold(Map.of(Party.AGENCY, 9, Party.COUNTY, 1, Party.OTHER, 3)))
        .containsExactly(Party.COUNTY);
    assertThat(Crowd.untold(Map.of(Party.AGENCY, 9, Party.OTHER, 1)))
        .as("the only one of the others would be told by it")
        .containsExactly(Party.AGENCY);
  }

  // --- voting ---

  @Test
  void theLastVoteCountsAndTheHistoryIsKept() {
    var opinion = accepted(zhang, "站点要有固定场地");

    votes.cast(at(li), opinion.id(), Side.AGREE);
    votes.cast(at(li), opinion.id(), Side.DISAGREE);
    assertThat(votes.of(li)).containsEntry(opinion.id(), Side.DISAGREE);
    assertThat(moves(opinion)).as("the author's and two of the guest").isEqualTo(3);
    assertThatThrownBy(() -> jdbc.sql("delete from opinion_vote_move").update())
        .hasMessageContaining("append-only");
  }

  @Test
  void oneAgreesWithOnesOwnOpinionAndIsNotAsked() {
    var opinion = accepted(zhang, "站点要有固定场地");

    assertThat(votes.of(zhang)).containsEntry(opinion.id(), Side.AGREE);
    assertThat(ballots.of(at(zhang))).isEqualTo(new Ballot(Optional.empty(), 0, 0));
    assertThat(votes.cast(at(zhang), opinion.id(), Side.DISAGREE)).isEqualTo(Votes.Outcome.OWN);
  }

  @Test
  void everyOpinionOfOthersIsDrawnOnceAndTheSameUntilItIsVotedOn() {
    for (var text : List.of("场地要固定", "经费要按季度拨付", "培训下沉到镇街", "督导每月一次")) {
      accepted(zhang, text);
    }
    var drawn = new HashSet<Long>();
    for (var n = 0; n < 4; n++) {
      var next = ballots.of(at(li)).next().orElseThrow();
      assertThat(ballots.of(at(li)).next()).contains(next);
      assertThat(drawn.add(next.id())).isTrue();
      votes.cast(at(li), next.id(), Side.PASS);
    }
    assertThat(ballots.of(at(li))).isEqualTo(new Ballot(Optional.empty(), 4, 4));
  }

  @Test
  void aVoteOnADeclinedMergedOrUnknownOpinionIsNotCounted() {
    var declined = accepted(zhang, "不文明用语");
    var merged = accepted(zhang, "站点要有固定场地");
    var standing = accepted(wang, "社工站场地要固定下来");
    var waiting = stated(zhang, "经费要按季度拨付");
    moderation.judge(staff, talk, decline("不文明", declined));
    moderation.judge(staff, talk, merge(standing.id(), merged));

    assertThat(votes.cast(at(li), declined.id(), Side.AGREE)).isEqualTo(Votes.Outcome.DECLINED);
    assertThat(votes.cast(at(li), merged.id(), Side.AGREE)).isEqualTo(Votes.Outcome.MERGED);
    assertThatThrownBy(() -> votes.cast(at(li), waiting.id(), Side.AGREE))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> votes.cast(at(li), 999, Side.AGREE)).isInstanceOf(NotFound.class);
    assertThat(votes.of(li)).isEmpty();
  }

  @Test
  void aVoteOnAnOpinionOfAnotherTalkIsNotCounted() {
    var here = accepted(zhang, "站点要有固定场地");
    jdbc.sql("update talk set number = 2").update();
    var elsewhere = TalkDayFixture.talk(jdbc, TalkStatus.CONVENING);
    rounds.open(staff, elsewhere, 0, true);
    var guest =
        TalkDayFixture.guest(
            jdbc, elsewhere, "别处", Party.OTHER, InvitationStatus.INVITED, "200001");

    assertThatThrownBy(() -> votes.cast(at(guest), here.id(), Side.AGREE))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void nothingIsTakenOnceTheRoundOrTheTalkIsOver() {
    var opinion = accepted(zhang, "站点要有固定场地");
    rounds.close(staff, talk, rounds.of(talk).version());

    assertThat(votes.cast(at(li), opinion.id(), Side.AGREE)).isEqualTo(Votes.Outcome.CLOSED);
    assertThat(statements.state(at(li), says("晚了一步")).outcome())
        .isEqualTo(Statements.Outcome.CLOSED);
    rounds.open(staff, talk, rounds.of(talk).version(), true);
    assertThat(votes.cast(at(li), opinion.id(), Side.AGREE)).isEqualTo(Votes.Outcome.COUNTED);
    planning.cancel(talk, "防汛", staff);
    assertThat(rounds.of(talk).status()).isEqualTo(RoundStatus.CLOSED);
    assertThat(votes.cast(at(li), opinion.id(), Side.PASS)).isEqualTo(Votes.Outcome.CLOSED);
  }

  @Test
  void whoComesLateTakesPartAtOnce() {
    var opinion = accepted(zhang, "站点要有固定场地");
    var late = guest("后到的单位", "100009");
    assertThat(ballots.of(at(late)).next()).contains(opinion);
    assertThat(votes.cast(at(late), opinion.id(), Side.AGREE)).isEqualTo(Votes.Outcome.COUNTED);
  }

  @Test
  void whoeverIsOnlyListedIsNotInTheRoom() {
    var listed =
        TalkDayFixture.guest(jdbc, talk, "未发邀请", Party.OTHER, InvitationStatus.LISTED, "100010");
    assertThat(participants.byInvitation(listed)).isEmpty();
    assertThat(participants.byToken("forged.token")).isEmpty();
  }

  @Test
  void whoIsTakenOffTheListCountsNoLongerAndTheHistorySaysSo() {
    var opinion = accepted(zhang, "站点要有固定场地");
    var own = accepted(li, "经费要按季度拨付");
    votes.cast(at(li), opinion.id(), Side.DISAGREE);
    votes.cast(at(wang), own.id(), Side.AGREE);
    var desk = Site.at(port).signedIn(people.organizer());
    assertThat(desk.get("/talks/" + talk + "/invitations/" + li).body())
        .contains("表态不再计入（历史记录留存）")
        .as("in an anonymous talk nobody reads who stated something")
        .doesNotContain("已经提了");

    convening.remove(talk, li, staff);

    assertThat(participants.byInvitation(li)).isEmpty();
    assertThat(opinions.accepted(talk)).as("what was said stays").hasSize(2);
    assertThat(maps.of(talk).participants())
        .extracting(Mapped.Participant::invitation)
        .containsExactly(zhang, wang);
    assertThat(moves(opinion)).as("agreed by its author, given, taken back").isEqualTo(3);
    assertThat(lastOnRecord()).isEqualTo(counting());
  }

  /** What counts is what the history says last. */
  private List<String> counting() {
    return jdbc.sql(
            "select opinion_id || ' ' || invitation_id || ' ' || side from opinion_vote order by opinion_id, invitation_id")
        .query(String.class)
        .list();
  }

  private List<String> lastOnRecord() {
    return jdbc.sql(
            """
            select opinion_id || ' ' || invitation_id || ' ' || side
            from (select distinct on (opinion_id, invitation_id) * from opinion_vote_move
                  order by opinion_id, invitation_id, id desc) as m
            where side is not null order by opinion_id, invitation_id
            """)
        .query(String.class)
        .list();
  }

  @Test
  void inATalkWithNamesTheWarningSaysHowMuchIsLost() {
    reopen(false);
    var opinion = accepted(zhang, "站点要有固定场地");
    stated(li, "经费要按季度拨付");
    votes.cast(at(li), opinion.id(), Side.AGREE);
    var desk = Site.at(port).signedIn(people.organizer());
    assertThat(desk.get("/talks/" + talk + "/invitations/" + li).body())
        .contains("已经提了 1 条意见、表态 1 次");
    assertThat(desk.get("/talks/" + talk + "/invitations/" + wang).body()).doesNotContain("已经提了");
  }

  // --- moderating ---

  @Test
  void aTalkIsNotClosedWhileStatementsWait() {
    var waiting = stated(zhang, "站点要有固定场地");
    jdbc.sql("update talk set status = 'FOLLOWING_UP', conclusion = '继续推进'").update();
    var desk = Site.at(port).signedIn(people.organizer());
    var close = "/talks/" + talk + "/follow-up/close";

    var refused = desk.post(close, Map.of());
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("还有 1 条意见没有审核")
        .contains("href=\"/talks/" + talk + "/day/moderate\"");
    assertThatThrownBy(() -> followUp.close(staff, talk))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(moderation.judge(staff, talk, accept(waiting)).done())
        .as("judged during the follow-up")
        .isEqualTo(1);
    followUp.close(staff, talk);
    assertThat(statements.state(at(li), says("晚了一步")).outcome())
        .isEqualTo(Statements.Outcome.CLOSED);
  }

  @Test
  void aStatementSentWhileTheTalkIsBeingClosedIsNotTaken() {
    var before = at(li);
    jdbc.sql("update talk set status = 'CLOSED'").update();
    assertThat(before.takesPart()).isTrue();
    assertThat(statements.state(before, says("晚了一步")).outcome())
        .isEqualTo(Statements.Outcome.CLOSED);
  }

  @Test
  void votesMoveAlongWithAMergedOpinionAndTheAuthorIsTold() {
    var puxin = NeedFixture.organization(jdbc, "蒲心中心");
    var author = TalkDayFixture.guest(jdbc, talk, puxin, InvitationStatus.ACCEPTED, "100011");
    NeedFixture.representative(jdbc, "puxin", puxin);
    var merged = accepted(author, "站点要有固定场地");
    var standing = accepted(zhang, "社工站场地要固定下来");
    votes.cast(at(li), merged.id(), Side.DISAGREE);
    votes.cast(at(wang), merged.id(), Side.DISAGREE);
    votes.cast(at(wang), standing.id(), Side.AGREE);

    moderation.judge(staff, talk, merge(standing.id(), merged));

    assertThat(votes.of(li)).containsEntry(standing.id(), Side.DISAGREE);
    assertThat(votes.of(wang)).as("voted on both").containsEntry(standing.id(), Side.AGREE);
    assertThat(votes.of(author)).containsEntry(standing.id(), Side.AGREE);
    assertThat(now(merged).mergedInto()).contains(standing.id());
    assertThat(linked()).containsExactly(String.valueOf(standing.id()));
    assertThat(
            jdbc.sql("select count(*) from notice where key = 'opinion.notice.merged'")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void whoseOpinionWasMergedHearsWhenTheOneThatStandsForItIsDeclined() {
    var puxin = NeedFixture.organization(jdbc, "蒲心中心");
    var author = TalkDayFixture.guest(jdbc, talk, puxin, InvitationStatus.ACCEPTED, "100011");
    NeedFixture.representative(jdbc, "puxin", puxin);
    var standing = accepted(zhang, "社工站场地要固定下来");
    moderation.judge(staff, talk, merge(standing.id(), accepted(author, "站点要有固定场地")));
    moderation.judge(staff, talk, decline("点了个人姓名", now(standing)));

    assertThat(
            jdbc.sql("select count(*) from notice where key = 'opinion.notice.declined'")
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(Site.at(port).get("/room/" + pass.of(author) + "/mine").body())
        .contains("社工站场地要固定下来", "点了个人姓名");
  }

  @Test
  void whatWasMergedBeforeGoesAlong() {
    var first = accepted(zhang, "场地固定");
    var second = accepted(li, "场地要固定");
    var third = accepted(wang, "社工站场地要固定");
    moderation.judge(staff, talk, merge(second.id(), first));
    moderation.judge(staff, talk, merge(third.id(), now(second)));

    assertThat(now(first).mergedInto()).contains(third.id());
    assertThat(votes.of(zhang)).containsEntry(third.id(), Side.AGREE);
  }

  @Test
  void anOpinionThatStandsForOthersIsNotDeleted() {
    var standing =
        opinions.record(
            staff,
            talk,
            new OpinionDraft("场地固定", Optional.empty(), Optional.of(zhang), "", Party.OTHER, false));
    moderation.judge(staff, talk, merge(standing, stated(zhang, "场地要固定")));
    assertThatThrownBy(() -> opinions.remove(staff, talk, standing, 0)).isInstanceOf(InUse.class);
  }

  @Test
  void anOpinionIsNotMergedIntoItselfOrIntoOneThatDoesNotCount() {
    var waiting = stated(zhang, "场地固定");
    var standing = accepted(li, "经费按季度拨付");
    assertThatThrownBy(() -> moderation.judge(staff, talk, merge(waiting.id(), standing)))
        .isInstanceOf(NotFound.class);
    assertThat(moderation.judge(staff, talk, merge(standing.id(), standing)))
        .isEqualTo(new Moderation.Result(0, 1));
  }

  @Test
  void twoModeratorsTheSecondLeavesAloneWhatTheFirstDecided() {
    var one = stated(zhang, "场地固定");
    var other = stated(zhang, "经费按季度拨付");
    moderation.judge(staff, talk, decline("重复", one));

    assertThat(moderation.judge(staff, talk, accept(one, other)))
        .isEqualTo(new Moderation.Result(1, 1));
    assertThat(now(one).status()).isEqualTo(OpinionStatus.DECLINED);
    assertThat(now(one).reason()).isEqualTo("重复");
  }

  @Test
  void aDeclinedOpinionLeavesThreadAndMapAndMayComeBack() {
    var opinion = accepted(zhang, "场地固定");
    votes.cast(at(li), opinion.id(), Side.AGREE);
    moderation.judge(staff, talk, decline("点了个人姓名", opinion));

    assertThat(linked()).isEmpty();
    assertThat(maps.of(talk).opinions()).isEmpty();
    moderation.judge(staff, talk, accept(now(opinion)));
    assertThat(linked()).hasSize(1);
    assertThat(maps.of(talk).participants()).hasSize(2);
  }

  @Test
  void staffOfAnotherRegionModerateNothing() {
    var opinion = stated(zhang, "场地固定");
    var other = NeedFixture.staff(jdbc, "zhao", "371521");
    assertThatThrownBy(() -> moderation.judge(other, talk, accept(opinion)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> rounds.close(other, talk, 0)).isInstanceOf(NotFound.class);
  }

  @Test
  void wordsThatOthersVotedOnStand() {
    var id =
        opinions.record(
            staff,
            talk,
            new OpinionDraft("场地固定", Optional.empty(), Optional.of(zhang), "", Party.OTHER, false));
    assertThat(votes.of(zhang)).as("who said it agrees").containsEntry(id, Side.AGREE);
    votes.cast(at(li), id, Side.AGREE);
    var other =
        new OpinionDraft("经费", Optional.empty(), Optional.of(zhang), "", Party.OTHER, false);
    assertThatThrownBy(() -> opinions.change(staff, talk, id, 0, other))
        .isInstanceOf(VotedOn.class);
    assertThatThrownBy(() -> opinions.remove(staff, talk, id, 0)).isInstanceOf(VotedOn.class);
  }

  @Test
  void anOpinionBelongsToWhoeverTurnsOutToHaveSaidIt() {
    var puxin = NeedFixture.organization(jdbc, "蒲心中心");
    var author = TalkDayFixture.guest(jdbc, talk, puxin, InvitationStatus.ACCEPTED, "100011");
    var id = opinions.record(staff, talk, said(Optional.of(author), ""));
    assertThat(opinions.find(staff.scope(), id).orElseThrow().organization()).contains(puxin);
    votes.cast(at(li), id, Side.DISAGREE);

    opinions.change(staff, talk, id, 0, said(Optional.of(li), ""));
    var corrected = opinions.find(staff.scope(), id).orElseThrow();
    assertThat(corrected.organization()).as("another's, who has no organization").isEmpty();
    assertThat(corrected.invitation()).contains(li);
    assertThat(corrected.speaker()).startsWith("柳园街道");
    assertThat(votes.of(author)).isEmpty();
    assertThat(votes.of(li)).as("who said it agrees").containsEntry(id, Side.AGREE);
    assertThat(statements.mine(author)).isEmpty();

    opinions.change(staff, talk, id, 1, said(Optional.empty(), "旁听的居民"));
    assertThat(opinions.find(staff.scope(), id).orElseThrow().invitation()).isEmpty();
    assertThat(votes.of(li)).isEmpty();
    assertThat(lastOnRecord()).isEqualTo(counting());
  }

  @Test
  void theOwnerStaysWhenOnlyTheWordsAreMended() {
    var puxin = NeedFixture.organization(jdbc, "蒲心中心");
    var author = TalkDayFixture.guest(jdbc, talk, puxin, InvitationStatus.ACCEPTED, "100011");
    var id = opinions.record(staff, talk, said(Optional.of(author), ""));
    var desk = Site.at(port).signedIn(people.organizer());
    var page = "/talks/" + talk + "/day/opinions/" + id;
    assertThat(desk.get(page).body()).contains("value=\"" + author + "\" selected");
    desk.post(page, Map.of("text", "场地要固定", "guest", author, "version", 0));
    convening.remove(talk, author, staff);
    var left = opinions.find(staff.scope(), id).orElseThrow();
    assertThat(left.text()).isEqualTo("场地要固定");
    opinions.change(staff, talk, id, left.version(), said(Optional.empty(), left.speaker()));
    assertThat(opinions.find(staff.scope(), id).orElseThrow().organization())
        .as("the guest is off the list, the organization still said it")
        .contains(puxin);
  }

  private static OpinionDraft said(Optional<Long> guest, String speaker) {
    return new OpinionDraft("场地固定", Optional.empty(), guest, speaker, Party.OTHER, false);
  }

  // --- the map ---

  @Test
  void anEmptyRoomHasAMapWithoutAnything() {
    var map = maps.of(talk);
    assertThat(map.opinions()).isEmpty();
    assertThat(map.participants()).isEmpty();
    assertThat(map.map().groups()).isEmpty();
  }

  @Test
  void theMapHoldsEveryVoteOnWhatCounts() {
    var first = accepted(zhang, "场地固定");
    var second = accepted(li, "经费按季度拨付");
    votes.cast(at(wang), first.id(), Side.AGREE);
    votes.cast(at(wang), second.id(), Side.PASS);

    var map = maps.of(talk);
    assertThat(map.opinions()).extracting(Opinion::id).containsExactly(first.id(), second.id());
    assertThat(map.participants())
        .extracting(Mapped.Participant::invitation)
        .containsExactly(zhang, li, wang);
    assertThat(map.map().places()).hasSize(3);
  }

  @Test
  void theMapIsDrawnAnewWhenOneOpinionWentAndAnotherCame() {
    var drawn = new Maps(jdbc, opinions, Duration.ofNanos(1));
    var draft =
        new OpinionDraft("场地固定", Optional.empty(), Optional.empty(), "现场", Party.OTHER, false);
    var mistaken = opinions.record(staff, talk, draft);
    assertThat(drawn.of(talk).opinions()).hasSize(1);
    opinions.remove(staff, talk, mistaken, 0);
    var meant = opinions.record(staff, talk, draft);
    assertThat(drawn.of(talk).opinions()).extracting(Opinion::id).containsExactly(meant);
  }

  @Test
  void fiftyPhonesAtOnceLoseNoVote() throws Exception {
    var opinion = accepted(zhang, "场地固定");
    var guests =
        IntStream.range(0, 50).mapToLong(n -> guest("单位" + n, "3%05d".formatted(n))).toArray();
    try (var phones = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Votes.Outcome>> taps =
          IntStream.range(0, 100)
              .mapToObj(n ->
                  (Callable<Votes.Outcome>)
                      () ->
                          votes.cast(
                              at(guests[n / 2]), opinion.id(), n % 2 == 0 ? Side.PASS : Side.AGREE))
              .toList();
      for (var tap : phones.invokeAll(taps)) {
        assertThat(tap.get()).isEqualTo(Votes.Outcome.COUNTED);
      }
    }
    assertThat(moves(opinion)).isEqualTo(101);
    assertThat(maps.of(talk).participants()).hasSize(51);
  }
}
