package org.yueyuetan.engine.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Theorems about afternoons, on random ones. */
class MeetingPlanProperties {

  @Property(tries = 40)
  void twoKindsAlwaysThereNeedWhatTheBusiestOrTheTablesNeed(
      @ForAll @IntRange(min = 1, max = 14) int left,
      @ForAll @IntRange(min = 1, max = 14) int right,
      @ForAll @DoubleRange(min = 0, max = 1) double chance,
      @ForAll @IntRange(min = 1, max = 16) int tables,
      @ForAll long seed) {
    var guests = Guests.ofTwoKinds(left, right, chance, tables, seed);
    int slots = Math.max(guests.mostMeetings(), guests.slotsByTables());
    var wide = new Guests(guests.meetings(), tables, Math.max(1, slots), guests.absences());
    var plan = wide.plan();
    wide.check(plan);
    assertThat(plan.unplaced()).isEmpty();
    assertThat(plan.slots()).isEqualTo(slots).isEqualTo(plan.bound().slots());
  }

  @Property(tries = 40)
  void whereAnybodyMeetsAnybodyItIsAtMostOneMore(
      @ForAll @IntRange(min = 2, max = 15) int parties,
      @ForAll @DoubleRange(min = 0, max = 1) double chance,
      @ForAll @IntRange(min = 1, max = 9) int tables,
      @ForAll long seed) {
    var guests = Guests.mixed(parties, chance, tables, seed);
    var plan = guests.plan();
    guests.check(plan);
    assertThat(plan.unplaced()).isEmpty();
    assertThat(plan.slots())
        .isLessThanOrEqualTo(Math.max(guests.mostMeetings() + 1, guests.slotsByTables()));
  }

  @Property(tries = 40)
  void absencesAreKeptAndFiguresAreTrue(
      @ForAll @IntRange(min = 1, max = 9) int left,
      @ForAll @IntRange(min = 1, max = 9) int right,
      @ForAll @IntRange(min = 1, max = 6) int tables,
      @ForAll @IntRange(min = 1, max = 9) int slots,
      @ForAll @DoubleRange(min = 0, max = .6) double absent,
      @ForAll long seed) {
    var guests = Guests.random(left, right, .5, tables, slots, absent, seed);
    guests.check(guests.plan());
  }

  @Property(tries = 15)
  void theOrderOfRowsAndOfTheTwoInAMeetingHasNoSay(@ForAll long seed) {
    var guests = Guests.random(6, 6, .5, 4, 7, .2, seed);
    assertThat(guests.shuffled(seed).plan()).isEqualTo(guests.plan());
  }
}
