package org.yueyuetan.platform.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.talk.CheckIn.Outcome;

@PlatformTest
class CheckInTest {

  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired CheckIn checkIn;
  @Autowired Guests guests;

  private long talk;
  private String pass = "";

  @BeforeEach
  void atTheDoor() {
    clock.set(TalkDayFixture.BEGIN.minusMinutes(10));
    talk = TalkDayFixture.talk(jdbc, TalkStatus.CONVENING);
    pass = checkIn.pass(talk, checkIn.roomToken(talk).orElseThrow()).orElseThrow();
  }

  private Outcome byCode(String code, boolean coming) {
    return checkIn.code(talk, pass, code, coming).outcome();
  }

  private SignedIn representative(InvitationStatus status) {
    var organization = NeedFixture.organization(jdbc, "蒲心社会工作服务中心");
    TalkDayFixture.guest(jdbc, talk, organization, status, "111111");
    return NeedFixture.representative(jdbc, "puxin", organization);
  }

  private String scanned() {
    return checkIn.pass(talk, checkIn.roomToken(talk).orElseThrow()).orElseThrow();
  }

  @Test
  void whoeverHoldsTheCodeIsCheckedInOnce() {
    TalkDayFixture.guest(jdbc, talk, "和平社区", Party.COMMUNITY, InvitationStatus.ACCEPTED, "123456");
    assertThat(byCode("123456", false)).isEqualTo(Outcome.DONE);
    assertThat(byCode("123456", false)).isEqualTo(Outcome.ALREADY);
    assertThat(guests.presence(talk).present()).isEqualTo(1);
  }

  @Test
  void aRepresentativeNeedsNoCode() {
    var me = representative(InvitationStatus.ACCEPTED);
    assertThat(checkIn.representative(talk, pass, me, false).outcome()).isEqualTo(Outcome.DONE);
    assertThat(checkIn.representative(talk, pass, me, false).outcome()).isEqualTo(Outcome.ALREADY);
  }

  @Test
  void whoeverHadNotAnsweredSaysYesOnTheSpot() {
    var me = representative(InvitationStatus.INVITED);
    assertThat(checkIn.representative(talk, pass, me, false).outcome())
        .isEqualTo(Outcome.NOT_ANSWERED);
    assertThat(guests.presence(talk).present()).isZero();
    assertThat(checkIn.representative(talk, pass, me, true).outcome()).isEqualTo(Outcome.DONE);
    assertThat(guests.presence(talk).coming()).isEqualTo(1);
  }

  @Test
  void whoeverHadTakenTheirYesBackIsToldSo() {
    TalkDayFixture.guest(jdbc, talk, "和平社区", Party.COMMUNITY, InvitationStatus.WITHDRAWN, "123456");
    assertThat(byCode("123456", false)).isEqualTo(Outcome.SAID_NO);
  }

  @Test
  void seatsPromisedToOthersAreKept() {
    for (var n = 0; n < 3; n++) {
      TalkDayFixture.guest(
          jdbc, talk, "单位" + n, Party.OTHER, InvitationStatus.ACCEPTED, "10000" + n);
    }
    TalkDayFixture.guest(jdbc, talk, "和平社区", Party.COMMUNITY, InvitationStatus.WAITING, "123456");
    assertThat(byCode("123456", false)).isEqualTo(Outcome.WAITING);
    assertThat(byCode("123456", true)).isEqualTo(Outcome.FULL);
    assertThat(byCode("100000", false)).isEqualTo(Outcome.DONE);
  }

  @Test
  void anUninvitedOrganizationIsSentToTheDesk() {
    var organization = NeedFixture.organization(jdbc, "佳音社会工作服务中心");
    var me = NeedFixture.representative(jdbc, "jiayin", organization);
    assertThat(checkIn.representative(talk, pass, me, true).outcome())
        .isEqualTo(Outcome.NOT_INVITED);
  }

  @Test
  void aScannedCodeLeavesFiveMinutesToType() {
    TalkDayFixture.guest(jdbc, talk, "和平社区", Party.COMMUNITY, InvitationStatus.ACCEPTED, "123456");
    clock.advance(Duration.ofMinutes(6));
    assertThat(byCode("123456", false)).isEqualTo(Outcome.EXPIRED);
  }

  @Test
  void aPassOpensNoOtherTalk() {
    jdbc.sql("update talk set number = 2").update();
    var other = TalkDayFixture.talk(jdbc, TalkStatus.CONVENING);
    assertThat(checkIn.isGood(talk, pass)).isTrue();
    assertThat(checkIn.isGood(other, pass)).isFalse();
    assertThat(checkIn.isGood(talk, pass + "x")).isFalse();
  }

  @Test
  void codesCannotBeGuessed() {
    TalkDayFixture.guest(jdbc, talk, "和平社区", Party.COMMUNITY, InvitationStatus.ACCEPTED, "123456");
    for (var guess = 0; guess < CodeGuesses.MOST_WITH_PASS; guess++) {
      assertThat(byCode("00000" + guess, false)).isEqualTo(Outcome.WRONG_CODE);
    }
    assertThat(byCode("123456", false)).isEqualTo(Outcome.TOO_MANY_TRIES);
    assertThat(checkIn.code(talk, scanned(), "123456", false).outcome())
        .as("another phone in the same room is not held up")
        .isEqualTo(Outcome.DONE);
  }

  @Test
  void manyPhonesCannotGuessTogether() {
    for (var guess = 0; guess < CodeGuesses.MOST_FOR_TALK; guess++) {
      checkIn.code(talk, scanned(), "%06d".formatted(guess), false);
    }
    assertThat(checkIn.code(talk, scanned(), "999999", false).outcome())
        .isEqualTo(Outcome.TOO_MANY_TRIES);
    clock.advance(CodeGuesses.WINDOW.plusSeconds(1));
    assertThat(checkIn.code(talk, scanned(), "999999", false).outcome())
        .as("after ten minutes one may try again")
        .isEqualTo(Outcome.WRONG_CODE);
  }

  @Test
  void aTalkThatIsFollowedUpTakesNoCheckIns() {
    jdbc.sql("update talk set status = 'FOLLOWING_UP'").update();
    assertThat(checkIn.roomToken(talk)).isEmpty();
  }
}
