package org.yueyuetan.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.yueyuetan.engine.match.Wishes.Pair;
import org.yueyuetan.engine.match.Wishes.Shape;

/** Theorems about stable allocations, on random markets of every kind. */
class MatchingProperties {

  private static Wishes market(int left, int right, long quota, boolean ties, long seed) {
    var shape = Shape.of(left, right, .7, quota).capped(.4);
    return Wishes.random(ties ? shape.tied() : shape, seed);
  }

  @Property(tries = 300)
  void noPairBlocksAndQuotasAndCapsAreKept(
      @ForAll @IntRange(min = 1, max = 9) int left,
      @ForAll @IntRange(min = 1, max = 9) int right,
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long quota,
      @ForAll boolean ties,
      @ForAll long seed) {
    var wishes = market(left, right, quota, ties, seed);
    var matching = Matching.of(wishes.market("s"));
    for (var side : Side.values()) {
      var amounts = wishes.amounts(matching.optimal(side));
      assertThat(wishes.isFeasible(amounts)).isTrue();
      assertThat(wishes.blocking(amounts)).isEmpty();
      assertThat(matching.optimal(side).certificate().isStable()).isTrue();
    }
  }

  @Property(tries = 150)
  void everybodyHasTheSameInAllInBothOptima(
      @ForAll @IntRange(min = 1, max = 9) int left,
      @ForAll @IntRange(min = 1, max = 9) int right,
      @ForAll @LongRange(min = 1, max = 1000) long quota,
      @ForAll long seed) {
    var wishes = market(left, right, quota, false, seed);
    var matching = Matching.of(wishes.market("s"));
    for (var side : Side.values()) {
      for (var party : side == Side.LEFT ? wishes.left() : wishes.right()) {
        assertThat(matching.leftOptimal().total(side, party.id()))
            .isEqualTo(matching.rightOptimal().total(side, party.id()));
      }
    }
  }

  @Property(tries = 150)
  void theOrderOfRowsHasNoSay(
      @ForAll @IntRange(min = 1, max = 9) int left,
      @ForAll @IntRange(min = 1, max = 9) int right,
      @ForAll boolean lots,
      @ForAll long seed) {
    var shape = Shape.of(left, right, .7, 20).capped(.4).tied();
    var wishes = Wishes.random(lots ? shape.lots(5) : shape, seed);
    var matching = Matching.of(wishes.market("s"));
    var again = Matching.of(wishes.shuffled(seed).market("s"));
    for (var side : Side.values()) {
      assertThat(again.optimal(side).gifts()).isEqualTo(matching.optimal(side).gifts());
      assertThat(again.optimal(side).unfilled(side))
          .isEqualTo(matching.optimal(side).unfilled(side));
    }
    assertThat(again.explanation()).isEqualTo(matching.explanation());
  }

  @Property(tries = 100)
  void whatIsBestForOneSideIsBestForItWhereverItStands(@ForAll long seed) {
    var wishes = Wishes.random(Shape.of(6, 7, .8, 9).capped(.3), seed);
    var matching = Matching.of(wishes.market("s"));
    var turned = wishes.turned();
    var amounts = wishes.amounts(matching.leftOptimal());
    turned
        .amounts(Matching.of(turned.market("s")).rightOptimal())
        .forEach((pair, amount) ->
            assertThat(amounts.get(turned.turned().pairs().get(turned.pairs().indexOf(pair))))
                .isEqualTo(amount));
  }

  @Property(tries = 250)
  void ofAllStableAllocationsTheBestForEverybodyOfTheSide(
      @ForAll @IntRange(min = 1, max = 3) int left,
      @ForAll @IntRange(min = 1, max = 3) int right,
      @ForAll long seed) {
    var wishes = Wishes.random(Shape.of(left, right, .9, 3).capped(.3), seed);
    var matching = Matching.of(wishes.market("s"));
    var byLeft = wishes.amounts(matching.leftOptimal());
    var byRight = wishes.amounts(matching.rightOptimal());
    var stable = wishes.stable();
    assertThat(stable).contains(byLeft, byRight);
    for (var other : stable) {
      for (var pair : wishes.pairs()) {
        // For every rank: at least as much from partners up to it.
        assertThat(upToByLeft(wishes, pair, byLeft))
            .isGreaterThanOrEqualTo(upToByLeft(wishes, pair, other));
        assertThat(upToByLeft(wishes.turned(), pair.turned(), turned(byRight)))
            .isGreaterThanOrEqualTo(upToByLeft(wishes.turned(), pair.turned(), turned(other)));
      }
    }
  }

  /** Rural hospitals (Roth 1986), on amounts. */
  @Property(tries = 250)
  void whoIsNotFullHasTheSameOfEverybodyInEveryStableAllocation(
      @ForAll @IntRange(min = 1, max = 3) int left,
      @ForAll @IntRange(min = 1, max = 3) int right,
      @ForAll long seed) {
    var wishes = Wishes.random(Shape.of(left, right, .9, 3).capped(.3), seed);
    var best = Matching.of(wishes.market("s")).leftOptimal();
    var amounts = wishes.amounts(best);
    for (var other : wishes.stable()) {
      for (var party : wishes.left()) {
        assertThat(wishes.ofLeft(party.id(), other)).isEqualTo(best.total(Side.LEFT, party.id()));
      }
      for (var party : wishes.right()) {
        assertThat(wishes.ofRight(party.id(), other)).isEqualTo(best.total(Side.RIGHT, party.id()));
      }
      var unfilled =
          Stream.of(Side.values())
              .flatMap(side -> best.unfilled(side).stream())
              .map(Unfilled::id)
              .toList();
      assertThat(wishes.pairs())
          .filteredOn(pair -> unfilled.contains(pair.left()) || unfilled.contains(pair.right()))
          .allSatisfy(pair -> assertThat(other.get(pair)).isEqualTo(amounts.get(pair)));
    }
  }

  private static Map<Pair, Long> turned(Map<Pair, Long> amounts) {
    var turned = new java.util.HashMap<Pair, Long>();
    amounts.forEach((pair, amount) -> turned.put(pair.turned(), amount));
    return turned;
  }

  private static long upToByLeft(Wishes wishes, Pair pair, Map<Pair, Long> amounts) {
    return wishes.pairs().stream()
        .filter(other -> other.left().equals(pair.left()) && other.leftRank() <= pair.leftRank())
        .mapToLong(amounts::get)
        .sum();
  }

  @Property(tries = 200)
  void nobodyIsGivenLessThanALotAndWhatBlocksIsNamed(
      @ForAll @IntRange(min = 1, max = 7) int left,
      @ForAll @IntRange(min = 1, max = 7) int right,
      @ForAll long seed) {
    var wishes = Wishes.random(Shape.of(left, right, .8, 12).capped(.3).lots(5), seed);
    var matching = Matching.of(wishes.market("s"));
    for (var side : Side.values()) {
      var amounts = wishes.amounts(matching.optimal(side));
      assertThat(wishes.isFeasible(amounts)).isTrue();
      assertThat(matching.optimal(side).certificate().blocking())
          .extracting(blocking -> blocking.left() + blocking.right())
          .containsExactlyInAnyOrderElementsOf(
              wishes.blocking(amounts).stream().map(pair -> pair.left() + pair.right()).toList());
    }
  }
}
