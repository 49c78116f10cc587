package org.yueyuetan.engine.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeetingPlanTest {

  @Test
  void theExampleOfTheDocumentation() {
    var meetings =
        List.of(
            new Meeting("网格微服务", "微电影协会"),
            new Meeting("网格微服务", "企业联合会"),
            new Meeting("十元未来", "企业联合会"),
            new Meeting("十元未来", "微电影协会"),
            new Meeting("十元未来", "佳音"));
    var absences = Set.of(new Absence("企业联合会", 0));
    var plan = MeetingPlan.of(meetings, 2, 6, absences);
    new Guests(meetings, 2, 6, absences).check(plan);
    assertThat(plan.slots()).isEqualTo(3).isEqualTo(plan.bound().slots());
    assertThat(plan.waiting()).isZero();
    assertThat(plan.unplaced()).isEmpty();
    assertThat(plan.explanation().text())
        .isEqualTo("5 of 5 meetings of 5 parties at 2 tables in 3 slots");
  }

  @Test
  void smallAfternoonsAreAsGoodAsTheBestOfAllPlans() {
    int least = 0;
    int waited = 0;
    for (int seed = 0; seed < 200; seed++) {
      var guests = Guests.random(3, 3, .6, 1 + seed % 3, 4, .1 + seed % 4 / 10.0, seed);
      if (guests.meetings().size() > 6) {
        continue;
      }
      var best = guests.best();
      var plan = guests.plan();
      guests.check(plan);
      assertThat(plan.placed()).as("seed %d", seed).hasSize(best.placed());
      assertThat(plan.slots()).as("seed %d", seed).isEqualTo(best.slots());
      if (plan.unplaced().isEmpty()) {
        assertThat(plan.waiting()).as("seed %d", seed).isEqualTo(best.waiting());
      }
      least += best.waiting();
      waited += plan.waiting();
    }
    assertThat(waited).isLessThanOrEqualTo(least * 3 / 2);
  }

  @Test
  void whoHasNoTimeLearnsWhy() {
    var apart =
        MeetingPlan.of(
            List.of(new Meeting("a", "x")),
            1,
            2,
            Set.of(new Absence("a", 0), new Absence("x", 1), new Absence("nobody", 0)));
    assertThat(apart.unplaced())
        .containsExactly(new Unplaced(new Meeting("a", "x"), Unplaced.Reason.NEVER_TOGETHER, 0));
    assertThat(apart.slots()).isZero();
    var busy =
        MeetingPlan.of(List.of(new Meeting("a", "x"), new Meeting("a", "y")), 9, 1, Set.of());
    assertThat(busy.unplaced()).extracting(Unplaced::reason).containsExactly(Unplaced.Reason.BUSY);
    assertThat(busy.bound().slots()).isEqualTo(2);
    assertThat(busy.bound().unplaced()).isOne();
    var full =
        MeetingPlan.of(List.of(new Meeting("a", "x"), new Meeting("b", "y")), 1, 1, Set.of());
    assertThat(full.unplaced())
        .extracting(Unplaced::reason)
        .containsExactly(Unplaced.Reason.TABLES);
    assertThat(full.explanation().because())
        .extracting(reason -> reason.key())
        .containsExactly("meeting.bound", "meeting.unplaced", "meeting.waiting");
  }

  @Test
  void inTheMiddleOfAnAfternoonTheRestIsPlannedOn() {
    var guests = Guests.ofTwoKinds(6, 6, .5, 4, 7);
    var before = guests.plan();
    var over = new HashSet<Absence>();
    var rest = new ArrayList<Meeting>();
    for (var placed : before.placed()) {
      if (placed.slot() >= 2) {
        rest.add(placed.meeting());
      }
      for (int slot = 0; slot < 2; slot++) {
        over.add(new Absence(placed.meeting().one(), slot));
        over.add(new Absence(placed.meeting().other(), slot));
      }
    }
    var after = new Guests(rest, 4, 99, over);
    after.check(after.plan());
    assertThat(after.plan().placed()).allMatch(placed -> placed.slot() >= 2);
    assertThat(after.plan().slots()).isEqualTo(before.slots());
  }

  /** Twenty seconds and more, when what cannot be bettered was still searched for better. */
  @Test
  void whereThereIsTimeForFewNothingIsTriedInVain() {
    var guests = Guests.random(60, 60, .3, 8, 9, .15, 1);
    var plan = assertTimeoutPreemptively(Duration.ofSeconds(10), guests::plan);
    guests.check(plan);
    assertThat(plan.unplaced()).hasSize(plan.bound().unplaced()).hasSizeGreaterThan(1000);
  }

  @Test
  void whoCanStayAtATableStays() {
    var meetings =
        List.of(
            new Meeting("a", "x"),
            new Meeting("a", "y"),
            new Meeting("a", "z"),
            new Meeting("b", "x"),
            new Meeting("b", "y"),
            new Meeting("b", "z"));
    assertThat(MeetingPlan.of(meetings, 2, 3, Set.of()).placed())
        .allSatisfy(placed ->
            assertThat(placed.table()).isEqualTo(placed.meeting().one().equals("a") ? 0 : 1));
  }

  @Test
  void whatCannotBeIsNamed() {
    assertThatThrownBy(() -> new Meeting("a", "a")).hasMessage("a cannot meet itself");
    var twice = List.of(new Meeting("a", "x"), new Meeting("x", "a"));
    assertThatThrownBy(() -> MeetingPlan.of(twice, 1, 1, Set.of()))
        .hasMessage("a and x are to meet twice");
    assertThatThrownBy(() -> MeetingPlan.of(List.of(), 0, 1, Set.of()))
        .hasMessage("0 tables and 1 slots; there must be at least 1 of each");
    assertThatThrownBy(() -> MeetingPlan.of(List.of(), 1, 1, Set.of(new Absence("a", 1))))
        .hasMessage("a is absent in slot 1; there are 1, from 0");
    assertThat(MeetingPlan.of(List.of(), 1, 1, Set.of()).placed()).isEmpty();
  }
}
