package org.yueyuetan.engine.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Three public conversations against what the reference system published of them. */
class ConversationTest {

  @ParameterizedTest
  @ValueSource(strings = {"brexit-consensus", "canadian-electoral-reform", "bg2050-volunteers"})
  void theOrderOfRowsAndColumnsChangesNothing(String name) {
    var conversation = Conversation.read(name);
    var map = OpinionMap.of(conversation.votes());
    for (int seed = 1; seed <= 30; seed++) {
      var other = OpinionMap.of(conversation.shuffled(seed));
      assertThat(Agreement.adjustedRand(Agreement.groups(map), Agreement.groups(other)))
          .isEqualTo(1);
      assertThat(other).isEqualTo(map);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"brexit-consensus", "canadian-electoral-reform", "bg2050-volunteers"})
  void theNamesOfParticipantsChangeNothing(String name) {
    var conversation = Conversation.read(name);
    var map = OpinionMap.of(conversation.votes());
    var other = OpinionMap.of(conversation.renamed(1));
    assertThat(other.groups()).isEqualTo(map.groups());
    assertThat(other.consensus()).isEqualTo(map.consensus());
    assertThat(other.silhouette()).isEqualTo(map.silhouette());
  }

  /** The published groups on the same places: .4232, .6424, .6533. */
  @ParameterizedTest
  @CsvSource({
    "brexit-consensus, .423",
    "canadian-electoral-reform, .643",
    "bg2050-volunteers, .653"
  })
  void groupsAreSetApartAtLeastAsWellAsThePublishedOnes(String name, double goal) {
    var conversation = Conversation.read(name);
    var map = OpinionMap.of(conversation.votes());
    double published = Agreement.silhouette(map, conversation.published());
    double ours = Agreement.silhouette(map, Agreement.groups(map));
    assertThat(published).isCloseTo(goal, within(.001));
    assertThat(ours).isGreaterThanOrEqualTo(Math.max(published, goal));
    assertThat(map.silhouette().orElseThrow()).isCloseTo(ours, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"brexit-consensus", "canadian-electoral-reform", "bg2050-volunteers"})
  void everyCountIsFoundAgainInTheFile(String name) {
    var conversation = Conversation.read(name);
    var map = OpinionMap.of(conversation.votes());
    var groups = Agreement.groups(map);
    for (var group : map.groups()) {
      assertThat(groups.values()).filteredOn(of -> of == group.number()).hasSize(group.size());
      assertThat(group.representative()).isNotEmpty().hasSizeLessThanOrEqualTo(5);
      for (var held : group.representative()) {
        var here = recount(conversation, groups, held.opinion(), group.number());
        var all = recount(conversation, groups, held.opinion(), 0);
        assertThat(new int[] {held.disagree(), held.seen(), held.agree()})
            .containsExactly(here[0], here[0] + here[1] + here[2], here[2]);
        assertThat(held.score()).isCloseTo(score(here, all, held.side()), within(1e-9));
      }
    }
    assertThat(map.consensus()).isNotEmpty();
    for (var held : map.consensus()) {
      var all = recount(conversation, groups, held.opinion(), 0);
      assertThat(new int[] {held.disagree(), held.seen(), held.agree()})
          .containsExactly(all[0], all[0] + all[1] + all[2], all[2]);
    }
    assertThat(map.groupAware())
        .hasSize(conversation.opinions().size() - conversation.rejected().size());
    for (var aware : map.groupAware()) {
      double product = 1;
      for (var group : map.groups()) {
        var here = recount(conversation, groups, aware.opinion(), group.number());
        product *= (here[2] + 1.) / (here[0] + here[1] + here[2] + 2);
      }
      assertThat(aware.value()).isCloseTo(product, within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"canadian-electoral-reform", "bg2050-volunteers"})
  void rejectedOpinionsAreLeftOut(String name) {
    var conversation = Conversation.read(name);
    var map = OpinionMap.of(conversation.votes());
    var shown = new HashSet<String>();
    map.groups()
        .forEach(group -> group.representative().forEach(held -> shown.add(held.opinion())));
    map.consensus().forEach(held -> shown.add(held.opinion()));
    map.groupAware().forEach(aware -> shown.add(aware.opinion()));
    shown.addAll(map.priorities().weight().keySet());
    assertThat(conversation.rejected()).isNotEmpty().doesNotContainAnyElementsOf(shown);
  }

  /** Disagreeing, passing and agreeing votes of those who count in a group, or (0) in any. */
  private static int[] recount(
      Conversation conversation, Map<String, Integer> groups, String opinion, int group) {
    int[] counts = new int[3];
    int column = conversation.opinions().indexOf(opinion);
    for (int row = 0; row < conversation.ids().size(); row++) {
      var of = groups.get(conversation.ids().get(row));
      var cell = conversation.rows().get(row).get(column);
      if (of != null && (group == 0 || of == group) && !cell.isEmpty()) {
        counts[Integer.parseInt(cell) + 1]++;
      }
    }
    return counts;
  }

  private static double score(int[] here, int[] all, Vote side) {
    int vote = side == Vote.AGREE ? 2 : 0;
    double n = here[vote];
    double seen = here[0] + here[1] + here[2];
    double rest = all[vote] - n;
    double restSeen = all[0] + all[1] + all[2] - seen;
    double p = (n + 1) / (seen + 2);
    double z = 2 * Math.sqrt(seen + 1) * ((n + 1) / (seen + 1) - .5);
    double r = p / ((rest + 1) / (restSeen + 2));
    double pooled = (n + rest + 2) / (seen + restSeen + 2);
    double rz =
        ((n + 1) / (seen + 1) - (rest + 1) / (restSeen + 1))
            / Math.sqrt(pooled * (1 - pooled) * (1 / (seen + 1) + 1 / (restSeen + 1)));
    return r * rz * p * z;
  }
}
