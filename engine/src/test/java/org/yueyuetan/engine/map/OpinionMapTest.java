package org.yueyuetan.engine.map;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpinionMapTest {

  private static final List<String> TEN = IntStream.range(0, 10).mapToObj(i -> "o" + i).toList();

  @Test
  void plantedGroupsAreFoundAlsoSmallOnes() {
    for (int seed = 1; seed <= 8; seed++) {
      for (int[] sizes : new int[][] {{40, 40}, {120, 60, 30}, {200, 12}}) {
        var planted = Planted.of(60, 40, seed, sizes);
        var map = OpinionMap.of(planted.votes());
        assertThat(map.groups()).hasSize(sizes.length);
        assertThat(misplaced(map, planted))
            .as("of %s, seed %d", Arrays.toString(sizes), seed)
            .isLessThanOrEqualTo(planted.groups().size() / 40);
      }
    }
  }

  /** How many are not in the group in which most of their planted group are. */
  private static long misplaced(OpinionMap map, Planted planted) {
    Map<Integer, Map<Integer, Long>> counts =
        map.places().stream()
            .collect(
                groupingBy(
                    place -> planted.groups().getOrDefault(place.participant(), -1),
                    groupingBy(place -> place.group().orElse(0), counting())));
    return map.places().size()
        - counts.values().stream().mapToLong(found -> Collections.max(found.values())).sum();
  }

  @Test
  void beyondTwoThousandPlacesTheSilhouetteIsStillNearlyThatOfThePeople() {
    var planted = Planted.of(100, 40, 1, 2_600, 900, 500);
    var map = OpinionMap.of(planted.votes());
    var found = Agreement.groups(map);
    assertThat(map.silhouette().orElseThrow())
        .isCloseTo(Agreement.silhouette(map, found), within(.01));
    assertThat(Agreement.adjustedRand(found, planted.groups())).isGreaterThan(.95);
  }

  @Test
  void theComponentsAreEigenvectors() {
    var votes = Planted.of(30, 20, 1, 50, 40, 30).votes();
    var components = Components.of(votes);
    double[] mean = components.mean();
    double[][] covariance = new double[30][30];
    for (int p = 0; p < votes.participants().size(); p++) {
      for (int one = votes.begin(p); one < votes.end(p); one++) {
        for (int other = votes.begin(p); other < votes.end(p); other++) {
          int row = votes.opinion(one);
          int column = votes.opinion(other);
          covariance[row][column] +=
              (votes.sign(one) - mean[row]) * (votes.sign(other) - mean[column]);
        }
      }
    }
    double before = Double.POSITIVE_INFINITY;
    for (double[] component : List.of(components.first(), components.second())) {
      double[] image = new double[30];
      double value = 0;
      for (int row = 0; row < 30; row++) {
        for (int column = 0; column < 30; column++) {
          image[row] += covariance[row][column] * component[column];
        }
        value += image[row] * component[row];
      }
      for (int row = 0; row < 30; row++) {
        assertThat(image[row]).isCloseTo(value * component[row], within(1e-9 * value));
      }
      assertThat(value).isPositive().isLessThan(before);
      before = value;
    }
  }

  @Test
  void whoVotedOnSevenOpinionsCountsAndPassesAreVotes() {
    var votes = new VotesBuilder(TEN, Set.of());
    for (int i = 0; i < 20; i++) {
      votes.participant("often" + i);
      TEN.subList(0, 7).forEach(opinion -> votes.vote(opinion, Vote.PASS));
    }
    votes.participant("seldom");
    TEN.subList(0, 6).forEach(opinion -> votes.vote(opinion, Vote.AGREE));
    var map = OpinionMap.of(votes.build());
    assertThat(map.places())
        .allMatch(place -> place.group().isPresent() != place.participant().equals("seldom"));
  }

  @Test
  void whenFewVotedOftenTheMostActiveFifteenCount() {
    var votes = new VotesBuilder(TEN, Set.of());
    for (int i = 0; i < 20; i++) {
      votes.participant("p" + i);
      TEN.subList(0, i < 5 ? 1 : 2).forEach(opinion -> votes.vote(opinion, Vote.AGREE));
    }
    var map = OpinionMap.of(votes.build());
    assertThat(map.places())
        .filteredOn(place -> place.group().isPresent())
        .hasSize(15)
        .allMatch(place -> place.seen() == 2);
  }

  @Test
  void aRoomOfOneMindIsOneGroupWithConsensus() {
    var votes = new VotesBuilder(TEN, Set.of());
    for (int i = 0; i < 30; i++) {
      votes.participant("p" + i);
      TEN.forEach(opinion -> votes.vote(opinion, Vote.AGREE));
    }
    var map = OpinionMap.of(votes.build());
    assertThat(map.groups()).hasSize(1);
    assertThat(map.silhouette()).isEmpty();
    assertThat(map.consensus()).hasSize(10).allMatch(held -> held.agree() == 30);
    assertThat(map.places()).allMatch(place -> place.x() == 0 && place.y() == 0);
  }

  @Test
  void anEmptyRoomHasAnEmptyMap() {
    for (var votes :
        List.of(
            new VotesBuilder(TEN, Set.of()).participant("silent").build(),
            new VotesBuilder(TEN, Set.of()).build(),
            new VotesBuilder(List.of("only"), Set.of()).build(),
            new VotesBuilder(List.of(), Set.of()).participant("silent").build())) {
      var map = OpinionMap.of(votes);
      assertThat(map.groups()).isEmpty();
      assertThat(map.consensus()).isEmpty();
      assertThat(map.places()).allMatch(place -> place.group().isEmpty());
    }
  }

  @Test
  void oneOpinionDividesForAndAgainst() {
    var votes = new VotesBuilder(List.of("only"), Set.of());
    for (int i = 0; i < 20; i++) {
      votes.participant("p" + i).vote("only", i < 12 ? Vote.AGREE : Vote.DISAGREE);
    }
    var map = OpinionMap.of(votes.build());
    assertThat(map.groups()).extracting(OpinionGroup::size).containsExactly(12, 8);
    assertThat(map.groups().getFirst().representative().getFirst().side()).isEqualTo(Vote.AGREE);
    assertThat(map.groups().getLast().representative().getFirst().side()).isEqualTo(Vote.DISAGREE);
    assertThat(map.silhouette()).hasValue(1);
  }

  @Test
  void nobodyIsNamedByAGroupOfOne() {
    var votes = new VotesBuilder(TEN, Set.of());
    for (int i = 0; i < 40; i++) {
      votes.participant("p" + i);
      for (int o = 0; o < 10; o++) {
        boolean agrees = i == 0 ? o < 5 : o >= 5 ^ (i + o) % 9 == 0;
        votes.vote("o" + o, agrees ? Vote.AGREE : Vote.DISAGREE);
      }
    }
    assertThat(OpinionMap.of(votes.build()).groups())
        .hasSizeGreaterThan(1)
        .allMatch(group -> group.size() >= 4);
  }

  @Test
  void aRoomMayHoldOneOpinionThatNobodyOrEverybodyAgreesWith() {
    for (int voters = 0; voters < 3; voters++) {
      var votes = new VotesBuilder(List.of("only"), Set.of());
      for (int voter = 0; voter < voters; voter++) {
        votes.participant("p" + voter).vote("only", Vote.AGREE);
      }
      var map = OpinionMap.of(votes.build());
      assertThat(map.places()).hasSize(voters);
      assertThat(map.priorities().draw(Set.of(), .5)).contains("only");
    }
  }

  @Test
  void votesThatContradictEachOtherAreRefused() {
    var twice = new VotesBuilder(TEN, Set.of()).participant("p").vote("o1", Vote.AGREE);
    twice.vote("o1", Vote.DISAGREE);
    assertThatThrownBy(twice::build).hasMessage("p voted twice on o1");
    assertThatThrownBy(() -> new VotesBuilder(TEN, Set.of()).participant("p").participant("p"))
        .hasMessage("two participants have the id p");
    assertThatThrownBy(
            () -> new VotesBuilder(TEN, Set.of()).participant("p").vote("none", Vote.AGREE))
        .hasMessage("there is no opinion none");
  }

  @Test
  void opinionsAreDrawnInProportionToTheirPriorityAndNeverTwice() {
    var priorities = OpinionMap.of(Planted.of(10, 8, 1, 30, 20).votes()).priorities();
    double total =
        priorities.weight().entrySet().stream()
            .filter(entry -> !entry.getKey().equals("o3"))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    Map<String, Integer> drawn = new HashMap<>();
    for (int i = 0; i < 100_000; i++) {
      drawn.merge(priorities.draw(Set.of("o3"), i / 100_000.).orElseThrow(), 1, Integer::sum);
    }
    assertThat(drawn).doesNotContainKey("o3").hasSize(9);
    priorities
        .weight()
        .forEach((opinion, weight) -> {
          double share = drawn.getOrDefault(opinion, 0) / 100_000.;
          assertThat(share).isCloseTo(opinion.equals("o3") ? 0 : weight / total, within(1e-4));
        });
    assertThat(priorities.draw(priorities.weight().keySet(), .5)).isEmpty();
  }
}
