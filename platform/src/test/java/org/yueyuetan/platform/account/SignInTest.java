package org.yueyuetan.platform.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.yueyuetan.platform.Person;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.notice.Notices;

@PlatformTest
class SignInTest {

  private static final String PASSWORD = "Spring-2026-water";

  @Autowired Accounts accounts;
  @Autowired PasswordSignIn door;
  @Autowired AuditTrail trail;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired Notices notices;
  @LocalServerPort int port;

  private long person;

  @BeforeEach
  void onePersonIsKnown() {
    person = accounts.create(new NewAccount("li.yangben", "李样本", "", "", true), PASSWORD, true);
    accounts.grant(person, Rights.organizer("371502000000"), null, 0);
  }

  @Test
  void staffSeeTheirRegionAndBelow() {
    var me = signIn("LI.yangben", PASSWORD);

    assertThat(me.is(Role.ORGANIZER)).isTrue();
    assertThat(me.scope()).isEqualTo(new Scope.Region("371502"));
  }

  @Test
  void fiveFailuresLockTheAccountForTenMinutesEvenForTheRightPassword() {
    for (var i = 0; i < 5; i++) {
      assertThatThrownBy(() -> signIn("li.yangben", "wrong"))
          .isInstanceOf(BadCredentialsException.class);
    }
    assertThatThrownBy(() -> signIn("li.yangben", PASSWORD)).isInstanceOf(LockedException.class);

    clock.advance(Duration.ofMinutes(11));
    assertThat(signIn("li.yangben", PASSWORD).id()).isEqualTo(person);
  }

  @Test
  void manyGuessesAtOnceGetNoMoreTriesThanOneAfterTheOther() throws Exception {
    var compared = new java.util.concurrent.atomic.AtomicInteger();
    try (var guessers = java.util.concurrent.Executors.newFixedThreadPool(12)) {
      for (var i = 0; i < 12; i++) {
        guessers.execute(() -> {
          try {
            signIn("li.yangben", "wrong");
          } catch (LockedException tooMany) {
            return;
          } catch (BadCredentialsException wrong) {
            compared.incrementAndGet();
          }
        });
      }
    }
    assertThat(compared).hasValue(5);
  }

  @Test
  void noAdministratorLaysHandsOnAnother() {
    accounts.grant(person, Rights.only(Role.SECURITY_ADMIN), null, 1);

    assertThatThrownBy(() -> accounts.resetPassword(person))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> accounts.disable(person, true))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(signIn("li.yangben", PASSWORD).id()).isEqualTo(person);
  }

  @Test
  void whoRunsTheServerLetsAnAdministratorInAgain() {
    accounts.grant(person, Rights.only(Role.SECURITY_ADMIN), null, 1);

    var initial = accounts.resetOnConsole("li.yangben").orElseThrow();

    assertThat(signIn("li.yangben", initial).mustChangePassword()).isTrue();
    assertThat(accounts.resetOnConsole("nobody")).isEmpty();
  }

  @Test
  void nobodySpeaksForAnOrganizationThatIsOutOfUse() {
    var organization = NeedFixture.organization(jdbc, "蒲心社工");
    accounts.grant(person, Rights.representative(organization), null, 1);
    assertThat(signIn("li.yangben", PASSWORD).is(Role.REPRESENTATIVE)).isTrue();

    jdbc.sql("update organization set active = false").update();

    assertThat(signIn("li.yangben", PASSWORD).roles()).isEmpty();
    assertThat(signIn("li.yangben", PASSWORD).scope()).isEqualTo(Scope.PUBLISHED);
  }

  @Test
  void whoDoesNothingIsSignedOutAlsoAfterChoosingAPassword() {
    var site = Site.at(port);
    site.signedIn(new Person(signIn("li.yangben", PASSWORD), "li.yangben", PASSWORD));
    assertThat(idleMinutes()).containsExactly(30);

    var chosen = "Autumn-2026-water";
    site.get("/password");
    site.post(
        "/password", Map.of("current", PASSWORD, "password", chosen, "passwordAgain", chosen));

    assertThat(signIn("li.yangben", chosen).id()).isEqualTo(person);
    assertThat(idleMinutes()).containsExactly(30);
  }

  private List<Integer> idleMinutes() {
    return jdbc.sql(
            "select max_inactive_interval / 60 from spring_session where principal_name = 'li.yangben'")
        .query(Integer.class)
        .list();
  }

  @Test
  void whatOthersDoToOnesAccountOneHearsOf() {
    assertThat(notices.unread(person)).as("the first rights are no change").isZero();

    accounts.grant(person, Rights.organizer(), null, 1);
    assertThat(notices.unread(person)).isEqualTo(1);
    accounts.resetPassword(person);
    assertThat(notices.unread(person)).isEqualTo(2);
  }

  @Test
  void theLastAdministratorOfAKindStaysOne() {
    accounts.grant(person, Rights.only(Role.SECURITY_ADMIN), null, 1);
    assertThatThrownBy(() -> accounts.grant(person, Rights.organizer(), null, 2))
        .isInstanceOf(LastAdministrator.class);

    var second =
        accounts.create(new NewAccount("sun.yangben", "孙样本", "", "", true), PASSWORD, true);
    accounts.grant(second, Rights.only(Role.SECURITY_ADMIN), null, 0);
    accounts.grant(person, Rights.organizer(), null, 2);
    assertThat(signIn("li.yangben", PASSWORD).is(Role.ORGANIZER)).isTrue();
  }

  @Test
  void failuresThatDoNotFollowEachOtherDoNotLock() {
    for (var round = 0; round < 3; round++) {
      for (var i = 0; i < 4; i++) {
        assertThatThrownBy(() -> signIn("li.yangben", "wrong"))
            .isInstanceOf(BadCredentialsException.class);
      }
      signIn("li.yangben", PASSWORD);
    }
  }

  @Test
  void aDisabledAccountIsRefusedLikeAWrongPassword() {
    accounts.disable(person, true);

    assertThatThrownBy(() -> signIn("li.yangben", PASSWORD))
        .isInstanceOf(BadCredentialsException.class);
  }

  @Test
  void anInitialAndAnExpiredPasswordHaveToBeChanged() {
    var initial = accounts.resetPassword(person);
    assertThat(signIn("li.yangben", initial).mustChangePassword()).isTrue();

    accounts.choosePassword(person, PASSWORD);
    assertThat(signIn("li.yangben", PASSWORD).mustChangePassword()).isFalse();

    clock.advance(Duration.ofDays(91));
    assertThat(signIn("li.yangben", PASSWORD).mustChangePassword()).isTrue();
  }

  @Test
  void everyAttemptIsOnTheTrailWithItsOutcome() {
    signIn("li.yangben", PASSWORD);
    assertThatThrownBy(() -> signIn("li.yangben", "wrong"))
        .isInstanceOf(BadCredentialsException.class);
    assertThatThrownBy(() -> signIn("nobody", "wrong")).isInstanceOf(BadCredentialsException.class);

    assertThat(trail.search(AuditSearch.action("signIn"), java.util.Optional.empty(), 10))
        .extracting(AuditEntry::actor, AuditEntry::success)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("nobody", false),
            org.assertj.core.groups.Tuple.tuple("li.yangben", false),
            org.assertj.core.groups.Tuple.tuple("li.yangben", true));
  }

  @Test
  void administratorsSeeNoMoreBusinessDataThanAnyVisitor() {
    var administrator =
        accounts.create(new NewAccount("admin", "赵样本", "", "", true), PASSWORD, true);
    accounts.grant(
        administrator,
        new Rights(
            Set.of(Role.SECURITY_ADMIN),
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            ""),
        null,
        0);

    assertThat(signIn("admin", PASSWORD).scope()).isEqualTo(Scope.PUBLISHED);
  }

  @Test
  void theSecondOfTwoWhoGrantRightsIsTold() {
    accounts.grant(person, Rights.only(Role.AUDITOR), null, 1);

    assertThatThrownBy(() -> accounts.grant(person, Rights.only(Role.SYSTEM_ADMIN), null, 1))
        .isInstanceOf(EditedElsewhere.class);
    assertThat(accounts.find(person).orElseThrow().roles()).containsExactly(Role.AUDITOR);
  }

  private SignedIn signIn(String username, String password) {
    var me =
        door.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(username, password))
            .getPrincipal();
    return (SignedIn) java.util.Objects.requireNonNull(me);
  }
}
