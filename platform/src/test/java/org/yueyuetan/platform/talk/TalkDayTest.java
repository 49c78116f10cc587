package org.yueyuetan.platform.talk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.document.Upload;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.lifecycle.IllegalMove;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.need.Needs;

@PlatformTest
class TalkDayTest {

  private static final LocalDate DUE = TalkDayFixture.BEGIN.toLocalDate().plusDays(30);

  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired Guests guests;
  @Autowired Commitments commitments;
  @Autowired CommitmentReminders reminders;
  @Autowired TalkFiles files;
  @Autowired FollowUp followUp;
  @Autowired Talks talks;
  @Autowired Needs needs;
  @Autowired PublicResults results;

  private SignedIn staff = SignedIn.visitor();
  private long talk;

  @BeforeEach
  void theTalkBegins() {
    clock.set(TalkDayFixture.BEGIN);
    staff = NeedFixture.staff(jdbc, "li", "3715");
    talk = TalkDayFixture.talk(jdbc, TalkStatus.CONVENING);
  }

  private void status(TalkStatus status) {
    jdbc.sql("update talk set status = :status").param("status", status.name()).update();
  }

  private Talk stored() {
    return talks.find(staff.scope(), talk).orElseThrow();
  }

  private long commitment() {
    return commitments.make(
        staff,
        talk,
        new CommitmentDraft("为社区培训20名骨干志愿者", Optional.empty(), "蒲心中心", "puxin@example.org", DUE));
  }

  private long audited(String action) {
    return jdbc.sql("select count(*) from audit_entry where action = :action")
        .param("action", action)
        .query(Long.class)
        .single();
  }

  @Test
  void tickingTwiceIsTickingOnce() {
    var guest =
        TalkDayFixture.guest(
            jdbc, talk, "和平社区", Party.COMMUNITY, InvitationStatus.INVITED, "123456");
    guests.tick(staff, talk, guest);
    guests.tick(staff, talk, guest);
    assertThat(guests.presence(talk).present()).isEqualTo(1);
    assertThat(guests.find(staff, talk, guest).status()).isEqualTo(InvitationStatus.ACCEPTED);
    assertThat(audited("checkIn")).isEqualTo(1);
    guests.untick(staff, talk, guest);
    guests.untick(staff, talk, guest);
    assertThat(guests.presence(talk).present()).isZero();
    assertThat(guests.presence(talk).coming()).as("the answer is as it was").isZero();
    assertThat(guests.find(staff, talk, guest).status()).isEqualTo(InvitationStatus.INVITED);
    assertThat(audited("undoCheckIn")).isEqualTo(1);
  }

  @Test
  void aWalkInIsPresentAtOnceAndNeverListedTwice() {
    var organization = NeedFixture.organization(jdbc, "蒲心中心");
    var listed = TalkDayFixture.guest(jdbc, talk, organization, InvitationStatus.INVITED, "123456");
    var same = guests.walkIn(staff, talk, new WalkIn("蒲心中心", Party.AGENCY, "赵一", ""));
    var fresh = guests.walkIn(staff, talk, new WalkIn("鸿福老年公寓", Party.ENTERPRISE, "钱二", ""));
    assertThat(same).isEqualTo(listed);
    var again = guests.walkIn(staff, talk, new WalkIn("鸿福老年公寓", Party.ENTERPRISE, "钱二", ""));
    assertThat(again).isEqualTo(fresh);
    assertThat(guests.find(staff, talk, fresh).walkIn()).isTrue();
    assertThat(guests.presence(talk).present()).isEqualTo(2);
  }

  @Test
  void aWalkInWhoWasTickedAwayByMistakeComesBackAsTheSameGuest() {
    var walkIn = new WalkIn("鸿福老年公寓", Party.ENTERPRISE, "钱二", "");
    var guest = guests.walkIn(staff, talk, walkIn);
    guests.untick(staff, talk, guest);

    assertThat(guests.walkIn(staff, talk, walkIn)).isEqualTo(guest);
    assertThat(guests.presence(talk).present()).isEqualTo(1);
  }

  @Test
  void twoWalkInsWhoTurnOutToBeOnePersonStandInNobodysWay() {
    var first = guests.walkIn(staff, talk, new WalkIn("鸿福老年公寓", Party.ENTERPRISE, "钱二", ""));
    var second = guests.walkIn(staff, talk, new WalkIn("鸿福老年公寓", Party.ENTERPRISE, "钱三", ""));
    guests.rename(staff, talk, second, 0, new Attendee("钱二", "", false));

    assertThat(guests.walkIn(staff, talk, new WalkIn("鸿福老年公寓", Party.ENTERPRISE, "钱二", "")))
        .isEqualTo(first);
  }

  @Test
  void staffOfAnotherRegionFindNoTalkToWorkOn() {
    var other = NeedFixture.staff(jdbc, "wang", "371502");
    assertThatThrownBy(() -> guests.list(other, talk, "")).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> followUp.hold(other, talk, "")).isInstanceOf(NotFound.class);
  }

  @Test
  void twoPeopleWritingTheMinutesTheSecondIsTold() {
    followUp.writeMinutes(staff, talk, 0, "甲说");
    assertThatThrownBy(() -> followUp.writeMinutes(staff, talk, 0, "乙说"))
        .isInstanceOf(EditedElsewhere.class);
    assertThat(stored().minutes()).isEqualTo("甲说");
  }

  @Test
  void aMissedQuorumAsksForAReason() {
    TalkDayFixture.quorum(jdbc, talk, Party.TOWNSHIP, 1);
    assertThat(guests.presence(talk).shortOf())
        .extracting(Presence.OfParty::party)
        .containsExactly(Party.TOWNSHIP);
    assertThatThrownBy(() -> followUp.hold(staff, talk, ""))
        .isInstanceOf(IllegalArgumentException.class);
    followUp.hold(staff, talk, "镇街代表因防汛请假，书面意见已收");
    assertThat(stored().status()).isEqualTo(TalkStatus.HELD);
  }

  @Test
  void aClosedTalkTakesNoMoreRecords() {
    status(TalkStatus.CLOSED);
    assertThatThrownBy(this::commitment).isInstanceOf(IllegalMove.class);
  }

  @Test
  void anOpenPromiseIsOverdueTheDayAfterItsDate() {
    commitment();
    clock.set(DUE.atTime(10, 0));
    assertThat(commitments.overdue(staff.scope(), 10)).isEmpty();
    assertThat(commitments.open(staff.scope(), false, Optional.empty(), 10)).hasSize(1);
    clock.set(DUE.plusDays(1).atTime(10, 0));
    assertThat(commitments.overdue(staff.scope(), 10)).hasSize(1);
  }

  @Test
  void aPromiseIsCalledToMindOnceBeforeAndOnceAfterItsDate() {
    commitment();
    clock.set(DUE.minusDays(4).atTime(9, 0));
    assertThat(reminders.remind()).isZero();
    clock.set(DUE.minusDays(3).atTime(9, 0));
    assertThat(reminders.remind()).isEqualTo(1);
    assertThat(reminders.remind()).isZero();
    clock.set(DUE.plusDays(1).atTime(9, 0));
    assertThat(reminders.remind()).isEqualTo(1);
    clock.set(DUE.plusDays(5).atTime(9, 0));
    assertThat(reminders.remind()).isZero();
    assertThat(jdbc.sql("select subject from mail order by id").query(String.class).list())
        .containsExactly("承诺事项快到期：为社区培训20名骨干志愿者", "承诺事项已逾期：为社区培训20名骨干志愿者");
  }

  @Test
  void anotherDateNeedsAReasonOnRecordAndIsCalledToMindAnew() {
    var id = commitment();
    clock.set(DUE.plusDays(1).atTime(9, 0));
    assertThat(reminders.remind()).isEqualTo(1);
    commitments.postpone(staff, id, 0, DUE.plusDays(20), "场地推迟交付");
    assertThat(reminders.remind()).isZero();
    clock.set(DUE.plusDays(18).atTime(9, 0));
    assertThat(reminders.remind()).isEqualTo(1);
    assertThat(commitments.history(id))
        .extracting(Commitments.Step::reason)
        .containsExactly("", "场地推迟交付");
  }

  @Test
  void onlyTheOrganizationThatPromisedAndStaffMayReport() {
    var organization = NeedFixture.organization(jdbc, "蒲心中心");
    var guest = TalkDayFixture.guest(jdbc, talk, organization, InvitationStatus.ACCEPTED, "123456");
    var id =
        commitments.make(staff, talk, new CommitmentDraft("培训", Optional.of(guest), "", "", DUE));
    var owner = NeedFixture.representative(jdbc, "puxin", organization);
    var other = NeedFixture.representative(jdbc, "jiayin", NeedFixture.organization(jdbc, "佳音中心"));
    assertThatThrownBy(() -> commitments.keep(other, id, 0, "已完成")).isInstanceOf(NotFound.class);
    commitments.keep(owner, id, 0, "已培训 22 人");
    assertThat(commitments.find(owner.scope(), id).commitment().status())
        .isEqualTo(CommitmentStatus.KEPT);
    assertThatThrownBy(() -> commitments.cancel(owner, id, 1, "不做了"))
        .isInstanceOf(IllegalMove.class);
  }

  @Test
  void aTalkIsClosedWhenItIsConcludedAndEveryNeedIsAnswered() {
    TalkDayFixture.theme(jdbc, talk, "志愿者培训", "活动场地");
    status(TalkStatus.FOLLOWING_UP);
    commitment();
    assertThat(followUp.obstacles(stored()))
        .containsExactly(FollowUp.Obstacle.NO_CONCLUSION, FollowUp.Obstacle.NEEDS_UNANSWERED);
    var needs = followUp.needsOf(stored());
    followUp.conclude(staff, talk, 0, "每月对接一次", Map.of(needs.get(0).need(), "四月开班", 999L, "与本期无关"));
    assertThat(followUp.obstacles(stored())).containsExactly(FollowUp.Obstacle.NEEDS_UNANSWERED);
    assertThatThrownBy(() -> followUp.close(staff, talk))
        .isInstanceOf(IllegalArgumentException.class);
    followUp.conclude(staff, talk, 1, "每月对接一次", Map.of(needs.get(1).need(), "借用社区活动室"));
    assertThat(results.of(stored()).conclusion()).as("not told before the end").isEmpty();
    followUp.close(staff, talk);
    assertThat(stored().status()).isEqualTo(TalkStatus.CLOSED);
    assertThat(
            jdbc.sql("select status || ' ' || answer from need order by id")
                .query(String.class)
                .list())
        .containsExactly("ANSWERED 四月开班", "ANSWERED 借用社区活动室");
    assertThat(results.of(stored()).conclusion()).isEqualTo("每月对接一次");
    assertThat(commitments.open(staff.scope(), false, Optional.empty(), 10))
        .as("open promises stay in sight")
        .hasSize(1);
  }

  @Test
  void aNeedAnsweredByHandKeepsItsAnswerAndHoldsUpNothing() {
    TalkDayFixture.theme(jdbc, talk, "活动场地");
    status(TalkStatus.FOLLOWING_UP);
    var need = followUp.needsOf(stored()).getFirst().need();
    needs.answer(need, "街道已借出活动室", staff);
    followUp.conclude(staff, talk, 0, "每月对接一次", Map.of());

    assertThat(followUp.obstacles(stored())).isEmpty();
    followUp.close(staff, talk);
    assertThat(needs.find(staff, need).orElseThrow().answer()).isEqualTo("街道已借出活动室");
  }

  @Test
  void unpublishedFilesAreForStaffOnly() throws Exception {
    var hidden = files.add(staff, talk, Upload.file("签到表.txt", "名单".getBytes(UTF_8)), "", false);
    var shown = files.add(staff, talk, Upload.file("结论.txt", "结论".getBytes(UTF_8)), "", true);
    assertThat(files.content(Scope.PUBLISHED, talk, shown)).as("before the follow-up").isEmpty();
    status(TalkStatus.FOLLOWING_UP);
    assertThat(files.content(Scope.PUBLISHED, talk, shown)).isPresent();
    assertThat(files.content(Scope.PUBLISHED, talk, hidden)).isEmpty();
    assertThat(files.content(new Scope.Own(1), talk, hidden)).isEmpty();
    assertThat(files.content(new Scope.Region("371502"), talk, hidden)).isEmpty();
    files.delete(staff, talk, hidden);
    assertThat(files.ofTalk(staff.scope(), talk))
        .extracting(TalkFile::name)
        .isEqualTo(List.of("结论.txt"));
    assertThat(audited("delete")).isEqualTo(1);
  }
}
