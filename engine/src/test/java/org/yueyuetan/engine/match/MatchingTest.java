package org.yueyuetan.engine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.yueyuetan.engine.match.Wishes.Pair;
import org.yueyuetan.engine.match.Wishes.Party;
import org.yueyuetan.engine.match.Wishes.Shape;

class MatchingTest {

  private static Pair pair(String left, String right, int leftRank, int rightRank) {
    return new Pair(left, right, leftRank, rightRank, MarketBuilder.NO_CAP);
  }

  @Test
  void theExampleOfTheDocumentation() {
    var builder = new MarketBuilder("month 7");
    int film = builder.left("film", 60);
    int dinner = builder.left("dinner", 40);
    int federation = builder.right("federation", 50);
    int studio = builder.right("studio", 30);
    builder.pair(film, federation, 1, 2).pair(film, studio, 2, 1);
    builder.pair(dinner, federation, 1, 1).pair(dinner, studio, 2, 2, 5);
    var allocation = Matching.of(builder.build()).leftOptimal();
    assertThat(allocation.gifts())
        .containsExactly(
            new Gift("dinner", "federation", 40, 1, 1),
            new Gift("film", "federation", 10, 1, 2),
            new Gift("film", "studio", 30, 2, 1));
    assertThat(allocation.unfilled(Side.LEFT))
        .singleElement()
        .satisfies(unfilled -> {
          assertThat(unfilled.id()).isEqualTo("film");
          assertThat(unfilled.missing()).isEqualTo(20);
          assertThat(unfilled.reason()).isEqualTo(Unfilled.Reason.OTHERS_PREFERRED);
        });
    assertThat(allocation.unfilled(Side.RIGHT)).isEmpty();
    assertThat(allocation.explain(Side.LEFT, "film").because())
        .extracting(reason -> reason.text())
        .containsExactly(
            "Rank 1, federation: 10; it is full with others it ranks up to 2, and this one 2",
            "Rank 2, studio: 30; it is full with others it ranks up to 1, and this one 1");
  }

  @Test
  void oneEachIsTheClassicMarriageOfGaleAndShapley() {
    for (int seed = 0; seed < 60; seed++) {
      var wishes = Wishes.random(Shape.of(12, 10, .6, 1), seed);
      var matching = Matching.of(wishes.market("s"));
      var expected = marriages(wishes);
      assertThat(matching.leftOptimal().gifts())
          .as("seed %d", seed)
          .allSatisfy(gift -> assertThat(gift.amount()).isOne())
          .extracting(gift -> List.of(gift.left(), gift.right()))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  /** Gale and Shapley 1962, examples 1 and 2: ranks by row and by column. */
  @Test
  void theExamplesOfGaleAndShapleyHaveTheMarriagesTheyPublished() {
    var first = marriageMarket("1,3 2,2 3,1", "3,1 1,3 2,2", "2,2 3,1 1,3");
    assertThat(first.stable()).hasSize(3);
    var matching = Matching.of(first.market(""));
    assertThat(matching.leftOptimal().gifts()).allSatisfy(gift -> rankedBy(gift, 1, 3));
    assertThat(matching.rightOptimal().gifts()).allSatisfy(gift -> rankedBy(gift, 3, 1));

    var second =
        marriageMarket("1,3 2,3 3,2 4,3", "1,4 4,1 3,3 2,2", "2,2 1,4 3,4 4,1", "4,1 2,2 3,1 1,4");
    assertThat(second.stable()).hasSize(1);
    assertThat(Matching.of(second.market("")).leftOptimal().gifts())
        .extracting(gift -> gift.left() + gift.right())
        .containsExactly("03", "14", "21", "32");
  }

  private static void rankedBy(Gift gift, int left, int right) {
    assertThat(gift.leftRank()).isEqualTo(left);
    assertThat(gift.rightRank()).isEqualTo(right);
  }

  /** The example of the National Resident Matching Program that libraries show: two places each. */
  @Test
  void theExampleOfHospitalsAndResidentsComesOutAsPublished() {
    var hospitals = Map.of("M", "DLSJ", "C", "DASLJ", "G", "DJL");
    var wishes =
        new Wishes(
            Stream.of("A", "S", "D", "J", "L").map(id -> new Party(id, 1, 1)).toList(),
            hospitals.keySet().stream().map(id -> new Party(id, 2, 1)).toList(),
            Map.of("A", "C", "S", "CM", "D", "CMG", "J", "CGM", "L", "MCG").entrySet().stream()
                .flatMap(resident ->
                    Stream.of(resident.getValue().split(""))
                        .map(hospital ->
                            pair(
                                resident.getKey(),
                                hospital,
                                resident.getValue().indexOf(hospital) + 1,
                                hospitals.getOrDefault(hospital, "").indexOf(resident.getKey())
                                    + 1)))
                .toList());
    assertThat(Matching.of(wishes.market("")).leftOptimal().gifts())
        .extracting(gift -> gift.left() + gift.right())
        .containsExactly("AC", "DC", "JG", "LM", "SM");
  }

  private static Wishes marriageMarket(String... rows) {
    var pairs = new ArrayList<Pair>();
    for (int row = 0; row < rows.length; row++) {
      var cells = rows[row].split(" ");
      for (int column = 0; column < cells.length; column++) {
        var ranks = cells[column].split(",");
        pairs.add(
            pair(
                String.valueOf(row),
                String.valueOf(column + 1),
                Integer.parseInt(ranks[0]),
                Integer.parseInt(ranks[1])));
      }
    }
    return new Wishes(
        IntStream.range(0, rows.length)
            .mapToObj(row -> new Party(String.valueOf(row), 1, 1))
            .toList(),
        IntStream.rangeClosed(1, rows.length)
            .mapToObj(column -> new Party(String.valueOf(column), 1, 1))
            .toList(),
        pairs);
  }

  /** Gale and Shapley 1962, as in a textbook. */
  private static List<List<String>> marriages(Wishes wishes) {
    var lists = new HashMap<String, ArrayDeque<Pair>>();
    wishes.pairs().stream()
        .filter(pair -> pair.leftRank() > 0 && pair.rightRank() > 0)
        .sorted(Comparator.comparingInt(Pair::leftRank))
        .forEach(pair -> lists.computeIfAbsent(pair.left(), id -> new ArrayDeque<>()).add(pair));
    var free = new ArrayDeque<>(wishes.left().stream().map(Party::id).toList());
    Map<String, Pair> engaged = new HashMap<>();
    while (!free.isEmpty()) {
      var left = free.pop();
      var proposal = lists.getOrDefault(left, new ArrayDeque<>()).poll();
      if (proposal == null) {
        continue;
      }
      var rival = engaged.get(proposal.right());
      if (rival == null || proposal.rightRank() < rival.rightRank()) {
        engaged.put(proposal.right(), proposal);
        if (rival != null) {
          free.push(rival.left());
        }
      } else {
        free.push(left);
      }
    }
    return engaged.values().stream().map(pair -> List.of(pair.left(), pair.right())).toList();
  }

  @Test
  @Timeout(5)
  void oneFenGoingRoundAMillionMillionTimesTakesAFewSteps() {
    // a has something with x and would rather have y, b the other way round; c pushes one fen.
    long much = 1_000_000_000_000L;
    var wishes =
        new Wishes(
            List.of(new Party("a", much, 1), new Party("b", much, 1), new Party("c", 1, 1)),
            List.of(new Party("x", much, 1), new Party("y", much, 1)),
            List.of(
                pair("a", "x", 1, 3),
                pair("a", "y", 2, 1),
                pair("b", "y", 1, 2),
                pair("b", "x", 2, 1),
                pair("c", "x", 1, 2)));
    var allocation = Matching.of(wishes.market("")).leftOptimal();
    assertThat(wishes.blocking(wishes.amounts(allocation))).isEmpty();
    assertThat(allocation.gifts())
        .containsExactly(new Gift("a", "y", much, 2, 1), new Gift("b", "x", much, 2, 1));
    assertThat(allocation.unfilled(Side.LEFT)).extracting(Unfilled::id).containsExactly("c");
  }

  @Test
  void whoIsUnmatchedLearnsWhy() {
    var wishes =
        new Wishes(
            List.of(
                new Party("capped", 9, 1),
                new Party("second", 5, 1),
                new Party("first", 5, 1),
                new Party("refused", 1, 1),
                new Party("picky", 4, 4)),
            List.of(new Party("x", 5, 1), new Party("y", 5, 1)),
            List.of(
                new Pair("capped", "y", 1, 1, 2),
                pair("first", "x", 1, 1),
                pair("second", "x", 1, 2),
                pair("refused", "x", 1, 0),
                pair("picky", "y", 1, 2)));
    var allocation = Matching.of(wishes.market("")).leftOptimal();
    assertThat(allocation.unfilled(Side.LEFT))
        .extracting(unfilled -> unfilled.id() + " " + unfilled.missing() + " " + unfilled.reason())
        .containsExactly(
            "capped 7 CAPS", "picky 4 LOTS", "refused 1 NO_PARTNER", "second 5 OTHERS_PREFERRED");
    assertThat(allocation.certificate()).isEqualTo(new Certificate(4, 1, 1, 1, 1, List.of()));
  }

  @Test
  void whomSomebodyRanksTheSameComesInTheOrderOfPublishedLots() {
    var wishes =
        new Wishes(
            List.of(new Party("a", 1, 1), new Party("b", 1, 1), new Party("c", 1, 1)),
            List.of(new Party("x", 1, 1)),
            List.of(pair("a", "x", 1, 1), pair("b", "x", 1, 1), pair("c", "x", 1, 1)));
    var winners = new HashSet<String>();
    for (int seed = 0; seed < 30; seed++) {
      var market = wishes.market("seed " + seed);
      assertThat(market.ties()).isEqualTo(3);
      winners.add(Matching.of(market).leftOptimal().gifts().getFirst().left());
    }
    assertThat(winners).containsExactlyInAnyOrder("a", "b", "c");
    // printf 'match lot\nmonth 7\na' | sha256sum, the same of b and of c: the smallest is first.
    assertThat(Matching.of(wishes.market("month 7")).leftOptimal().gifts())
        .extracting(Gift::left)
        .containsExactly("a");
  }

  @Test
  void withLotsAMarketMayHaveNoStableAllocation() {
    var wishes =
        new Wishes(
            List.of(new Party("a", 5, 5), new Party("b", 2, 1), new Party("c", 2, 1)),
            List.of(new Party("x", 1, 1), new Party("y", 6, 1)),
            List.of(
                pair("a", "y", 1, 2),
                pair("b", "y", 1, 3),
                pair("b", "x", 2, 1),
                pair("c", "x", 1, 3),
                pair("c", "y", 2, 1)));
    assertThat(wishes.stable()).isEmpty();
    var matching = Matching.of(wishes.market(""));
    for (var side : Side.values()) {
      assertThat(wishes.isFeasible(wishes.amounts(matching.optimal(side)))).isTrue();
      assertThat(matching.optimal(side).certificate().blocking()).hasSize(1);
    }
  }

  @Test
  void withLotsAStableAllocationIsMostlyFoundWhereThereIsOne() {
    int exist = 0;
    int found = 0;
    for (int seed = 0; seed < 200; seed++) {
      var wishes = Wishes.random(Shape.of(4, 3, .8, 3).lots(3), seed);
      var matching = Matching.of(wishes.market(""));
      exist += wishes.stable().isEmpty() ? 0 : 1;
      found +=
          matching.leftOptimal().certificate().isStable()
                  || matching.rightOptimal().certificate().isStable()
              ? 1
              : 0;
    }
    assertThat(found).isGreaterThanOrEqualTo(exist * 98 / 100);
  }

  @Test
  void entriesThatCannotBeAreNamed() {
    var builder = new MarketBuilder("");
    int a = builder.left("a", 3);
    int x = builder.right("x", 3);
    assertThatThrownBy(() -> builder.left("a", 1)).hasMessage("left a is listed twice");
    assertThatThrownBy(() -> builder.right("y", 0))
        .hasMessage("right y has quota 0; a quota is at least 1");
    assertThatThrownBy(() -> builder.left("b", 3, 4))
        .hasMessage("left b has smallest lot 4 and quota 3; a lot is from 1 to the quota");
    assertThatThrownBy(() -> builder.right("z", Long.MAX_VALUE))
        .hasMessageStartingWith("right z: the quotas of this side add up to more than");
    assertThatThrownBy(() -> builder.pair(a, 7, 1, 1))
        .hasMessage("there is no right number 7; there are 1, from 0");
    assertThatThrownBy(() -> builder.pair(a, x, -1, 1))
        .hasMessage("pair 1 (a, x) has ranks -1 and 1; the best rank is 1");
    assertThatThrownBy(() -> builder.pair(a, x, 1, 1, 0))
        .hasMessage("pair 1 (a, x) has cap 0; a cap is at least 1");
    builder.pair(a, x, 1, 1).pair(a, x, 0, 2);
    assertThatThrownBy(builder::build).hasMessage("pair 2: a and x are pair 1 already");
  }

  @Test
  void anEmptyMarketHasAnEmptyAllocation() {
    var matching = Matching.of(new MarketBuilder("").build());
    assertThat(matching.leftOptimal().gifts()).isEqualTo(new ArrayList<>());
    assertThat(matching.rightOptimal().certificate().isStable()).isTrue();
  }
}
