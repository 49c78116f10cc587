package org.yueyuetan.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yueyuetan.platform.web.MonthScene.MARCH;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.Person;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.web.Board.State;
import org.yueyuetan.platform.web.Board.Step;

@PlatformTest
class BoardTest {

  @Autowired Boards boards;
  @Autowired MonthScene month;
  @Autowired People people;
  @Autowired TestClock clock;
  @LocalServerPort int port;

  Person organizer;
  SignedIn staff;
  long organization;

  @BeforeEach
  void someoneIsThere() {
    organizer = people.organizer();
    staff = organizer.me();
    organization = month.organization("东昌府区蒲公英志愿服务队");
  }

  @Test
  void anEmptyMonthBeginsWithCollectingNeeds() {
    var board = board();

    assertThat(states(board))
        .containsExactly(State.NOW, State.NOW, State.AHEAD, State.AHEAD, State.AHEAD);
    assertThat(board.filled()).isZero();
  }

  @Test
  void needsThatWaitAreTheNextThingToDo() {
    month.need(organization, "缺志愿者培训", staff);

    var collect = board().steps().getFirst();

    assertThat(collect.facts()).contains(Board.Line.of("collect.waiting", 1));
    assertThat(collect.next().orElseThrow().address()).isEqualTo("/needs?status=SUBMITTED");
  }

  @Test
  void aThemeNotChosenDaysAfterApprovalEndedIsLate() {
    month.candidate("志愿服务", staff, month.acceptedNeed(organization, "缺志愿者培训", staff));
    month.openApproval(LocalDate.of(2026, 3, 6), staff);

    assertThat(states(board())).startsWith(State.DONE, State.NOW);
    clock.set(LocalDateTime.of(2026, 3, 7, 9, 0));
    assertThat(step("theme").state()).isEqualTo(State.NOW);
    clock.set(LocalDateTime.of(2026, 3, 10, 9, 0));
    assertThat(step("theme").state()).isEqualTo(State.LATE);
  }

  @Test
  void theMoonFillsAsTheStepsAreDone() {
    var theme = month.candidate("志愿服务", staff, month.acceptedNeed(organization, "缺志愿者培训", staff));
    month.openApproval(LocalDate.of(2026, 3, 6), staff);
    month.choose(theme, staff);
    assertThat(board().filled()).isEqualTo(2);
    assertThat(step("convene").next().orElseThrow().address())
        .isEqualTo("/talks/new?month=2026-03");

    var talk = month.talk(theme, staff);
    assertThat(step("convene").next().orElseThrow().address()).isEqualTo("/talks/" + talk);
    month.invite(talk, staff, organization);

    var board = board();
    assertThat(board.title()).isEqualTo("志愿服务");
    assertThat(states(board))
        .containsExactly(State.DONE, State.DONE, State.DONE, State.NOW, State.AHEAD);
    assertThat(board.year().get(2).filled()).isEqualTo(board.filled()).isEqualTo(3);
  }

  @Test
  void aTalkThatIsOverAndNotClosedOffIsLate() {
    var theme = month.candidate("志愿服务", staff, month.acceptedNeed(organization, "缺志愿者培训", staff));
    month.openApproval(LocalDate.of(2026, 3, 6), staff);
    month.choose(theme, staff);
    month.invite(month.talk(theme, staff), staff, organization);

    clock.set(MonthScene.BEGIN.plusHours(3));

    assertThat(step("talk").state()).isEqualTo(State.LATE);
  }

  @Test
  void aMonthThatIsNoneLeadsNowhere() {
    var site = Site.at(port).signedIn(organizer);

    assertThat(
            Stream.of("2026-13", "0001-01", "x")
                .map(m -> site.get("/board?month=" + m).statusCode()))
        .containsOnly(404);
    assertThat(site.get("/board?month=2021-11").statusCode()).isEqualTo(200);
  }

  @Test
  void whoeverSignsInIsLedToTheirWork() {
    var site = Site.at(port).signedIn(organizer);

    assertThat(site.get("/").uri().getPath()).isEqualTo("/board");
  }

  private Board board() {
    return boards.of(MARCH, staff.scope());
  }

  private Step step(String key) {
    return board().steps().stream()
        .filter(step -> step.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<State> states(Board board) {
    return board.steps().stream().map(Step::state);
  }
}
