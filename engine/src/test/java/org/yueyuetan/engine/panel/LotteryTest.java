package org.yueyuetan.engine.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LotteryTest {

  private static final int[] TALK = {4, 6, 8, 2};

  @Property(tries = 15)
  void everyPanelKeepsEveryQuotaAndMembersOfATypeShareOneChance(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    var convening = Pools.generated(150, 22, TALK, .2, seed);
    if (!(Convener.convene(convening) instanceof Lottery lottery)) {
      return;
    }
    assertThat(lottery.gap()).isLessThanOrEqualTo(1e-6);
    long next = 0;
    for (var panel : lottery.panels()) {
      var members =
          convening.members().stream().filter(m -> panel.members().contains(m.id())).toList();
      assertThat(members).hasSize(22).hasSameSizeAs(panel.members());
      assertThat(convening.quotas()).allMatch(quota -> Pools.keeps(quota, members));
      assertThat(panel.firstTicket()).isEqualTo(next);
      next += panel.tickets();
    }
    assertThat(next).isEqualTo(Lottery.TICKETS);
    assertThat(sum(lottery)).isCloseTo(22, within(1e-9));
    for (var type : Types.of(convening).types()) {
      double first = chance(lottery, type.members().getFirst().id());
      assertThat(type.members())
          .allSatisfy(m -> assertThat(chance(lottery, m.id())).isCloseTo(first, within(1e-11)));
    }
  }

  @Property(tries = 10)
  void theOrderOfRowsDoesNotMatter(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    var convening = Pools.generated(60, 12, new int[] {3, 4, 2}, .3, seed);
    var members = new ArrayList<>(convening.members());
    var quotas = new ArrayList<>(convening.quotas());
    Collections.shuffle(members, new Random(seed));
    Collections.shuffle(quotas, new Random(seed));
    assertThat(Convener.convene(new Convening(members, quotas, 12)))
        .isEqualTo(Convener.convene(convening));
  }

  @Test
  void whoIsDrawnHowOftenAgreesWithThePromisedChances() {
    var convening = Pools.generated(150, 22, TALK, .2, 1);
    var lottery = Convener.convene(convening).orElseThrow();
    int draws = 20_000;
    var drawn = new HashMap<String, Integer>();
    for (int i = 0; i < draws; i++) {
      lottery.draw("seed " + i, 1).members().forEach(id -> drawn.merge(id, 1, Integer::sum));
    }
    lottery
        .chances()
        .forEach((id, chance) -> {
          double deviation = Math.sqrt(chance * (1 - chance) / draws);
          assertThat(drawn.getOrDefault(id, 0) / (double) draws)
              .as(id)
              .isCloseTo(chance, within(5 * deviation + 1e-9));
        });
  }

  @Test
  void aDrawIsWhatAnybodyComputesFromSeedAndList() {
    // printf 'panel draw 1\nmonth 7' | sha256sum; printf 'month 7' | sha256sum
    var lottery = Convener.convene(new Convening(crowd(10), List.of(), 1)).orElseThrow();
    var draw = lottery.draw("month 7", 1);
    assertThat(draw.hash())
        .isEqualTo("ab0bb48640e8f01d73ac3b216c510afde866529d5429cb05f7115543c32c918d");
    assertThat(draw.commitment())
        .isEqualTo("45a2b2c37729558863f4bde4ed4312431151dbb2c899acc6aec7ee9be08b4adf");
    assertThat(draw.ticket()).isEqualTo(668147356774L);
    assertThat(draw.members()).containsExactly("p6");
    assertThat(lottery.draw("month 7", 2).ticket()).isNotEqualTo(draw.ticket());
  }

  @Test
  void theEvenInstanceOfTheLiteratureGivesEverybodyTenPercent() {
    // As example_small of Flanigan et al.: 200 people, one of them rare, 20 seats, published 10 %.
    var members = new ArrayList<Member>();
    for (int i = 0; i < 200; i++) {
      members.add(
          Member.of(
              "p%03d".formatted(i),
              Map.of(
                  "gender", i < 100 ? "female" : "male",
                  "leaning", i < 99 ? "liberal" : "conservative")));
    }
    var quotas =
        List.of(
            new Quota("gender", "female", 9, 20),
            new Quota("gender", "male", 9, 20),
            new Quota("leaning", "liberal", 9, 20),
            new Quota("leaning", "conservative", 9, 20));
    var lottery = Convener.convene(new Convening(members, quotas, 20)).orElseThrow();
    assertThat(lottery.chances().values())
        .allSatisfy(chance -> assertThat(chance).isCloseTo(.1, within(1e-6)));
  }

  @Test
  void largePoolsAreProved() {
    var lottery =
        Convener.convene(Pools.generated(750, 112, new int[] {4, 6, 8, 2, 3, 5}, .1, 1))
            .orElseThrow();
    assertThat(lottery.gap()).isLessThanOrEqualTo(1e-6);
  }

  @Test
  void aPanelThatIsHardToFindIsLookedForAgain() {
    var lottery =
        Convener.convene(Pools.generated(2_000, 200, new int[] {2, 4, 3, 4, 5, 3, 6}, .2, 1))
            .orElseThrow();
    assertThat(lottery.gap()).isLessThanOrEqualTo(1e-6);
    assertThat(lottery.minimum()).isCloseTo(.076, within(1e-3));
  }

  @Test
  void whoMustBeInvitedIsInEveryPanelAndTheOthersShareTheRest() {
    var members = new ArrayList<>(crowd(10));
    members.set(3, members.get(3).invited());
    var lottery = Convener.convene(new Convening(members, List.of(), 4)).orElseThrow();
    assertThat(lottery.panels()).allMatch(panel -> panel.members().contains("p3"));
    assertThat(chance(lottery, "p3")).isEqualTo(1);
    assertThat(lottery.minimum()).isCloseTo(3. / 9, within(1e-6));
  }

  @Test
  void relevanceGrantsAtLeastTheChanceItAsksForAsFarAsThereAreSeats() {
    var members = new ArrayList<>(crowd(10));
    members.set(0, new Member("p0", Map.of(), false, .8, 0));
    var lottery = Convener.convene(new Convening(members, List.of(), 2)).orElseThrow();
    assertThat(chance(lottery, "p0")).isCloseTo(.8, within(1e-6));
    assertThat(chance(lottery, "p1")).isCloseTo(1.2 / 9, within(1e-6));

    members.replaceAll(m -> new Member(m.id(), m.features(), false, .8, 0));
    var crowded = Convener.convene(new Convening(members, List.of(), 2)).orElseThrow();
    assertThat(crowded.claims()).isCloseTo(.25, within(1e-6));
    assertThat(crowded.minimum()).isCloseTo(.2, within(1e-6));
  }

  @Test
  void aLeastChanceThatCannotBeHadDoesNotLessenTheOthers() {
    var members = new ArrayList<>(crowd(4));
    members.add(new Member("out", Map.of("x", "1"), false, .5, 0));
    members.add(new Member("in", Map.of("x", "2"), false, .5, 0));
    var quotas = List.of(new Quota("x", "1", 0, 0));
    var lottery = Convener.convene(new Convening(members, quotas, 1)).orElseThrow();
    assertThat(lottery.claims()).isZero();
    assertThat(lottery.granted().get("out")).isZero();
    assertThat(lottery.granted().get("in")).isCloseTo(.5, within(1e-6));
    assertThat(chance(lottery, "in")).isCloseTo(.5, within(1e-6));
  }

  @Test
  void whoWasNeverInvitedComesFirst() {
    var members = new ArrayList<>(crowd(4));
    members.add(new Member("again", Map.of(), false, 0, 1));
    members.add(new Member("often", Map.of(), false, .1, 5));
    var lottery = Convener.convene(new Convening(members, List.of(), 3)).orElseThrow();
    assertThat(chance(lottery, "p0")).isCloseTo(2.9 / 4, within(1e-6));
    assertThat(chance(lottery, "again")).isCloseTo(0, within(1e-6));
    assertThat(chance(lottery, "often")).isCloseTo(.1, within(1e-6));
  }

  @Test
  void substitutesFillTheSeatsOfThoseWhoDeclinedAndQuotasStillHold() {
    var convening = Pools.generated(150, 22, TALK, .3, 2);
    var drawn = Convener.convene(convening).orElseThrow().draw("s", 1);
    var declined = new HashSet<>(drawn.members().subList(0, 3));
    var again = Convener.substitutes(convening, drawn, declined);
    var substitutes = Convener.convene(again).orElseThrow().draw("s", 2).members();
    assertThat(substitutes)
        .hasSize(22)
        .doesNotContainAnyElementsOf(declined)
        .containsAll(drawn.members().subList(3, 22));
    var panel = convening.members().stream().filter(m -> substitutes.contains(m.id())).toList();
    assertThat(convening.quotas()).allMatch(quota -> Pools.keeps(quota, panel));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Convener.substitutes(convening, drawn, Set.of("nobody")))
        .withMessageContaining("nobody");
  }

  @Test
  void aSubstituteCanDeclineTooAndWhoIsNotAvailableIsPassedOver() {
    var convening = new Convening(crowd(5), List.of(), 2);
    var first = Convener.convene(convening).orElseThrow().draw("s", 1);
    var again =
        Convener.substitutes(convening, first, Set.of(first.members().getFirst(), absent(first)));
    var second = Convener.convene(again).orElseThrow().draw("s", 2);
    var fresh = new HashSet<>(second.members());
    fresh.removeAll(first.members());
    var last = Convener.convene(Convener.substitutes(again, second, fresh)).orElseThrow();
    assertThat(last.draw("s", 3).members())
        .hasSize(2)
        .contains(first.members().getLast())
        .doesNotContain(first.members().getFirst(), absent(first))
        .doesNotContainAnyElementsOf(fresh);
  }

  private static String absent(Draw draw) {
    return crowd(5).stream()
        .map(Member::id)
        .filter(id -> !draw.members().contains(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nobodyWaitsForAThreadThatWasInterrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Convener.convene(new Convening(crowd(5), List.of(), 2)))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void quotasThatContradictEachOtherAreAnsweredInWords() {
    var quotas = List.of(new Quota("x", "1", 2, 3));
    var relaxation = (Relaxation) Convener.convene(new Convening(crowd(5), quotas, 3));
    assertThat(relaxation.explanation().text()).contains("x = 1: at least 0 instead of 2");
    assertThat(relaxation.proved()).isTrue();
  }

  @Test
  void whatCannotBeAConveningIsRefused() {
    var twice = List.of(Member.of("a", Map.of()), Member.of("a", Map.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Convening(twice, List.of(), 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Convening(crowd(3), List.of(), 4));
    assertThatIllegalArgumentException().isThrownBy(() -> new Convening(crowd(3), List.of(), 0));
    var quota = new Quota("x", "1", 0, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Convening(crowd(3), List.of(quota, quota), 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Quota("x", "1", 2, 1));
    var must = crowd(3).stream().map(Member::invited).toList();
    assertThatIllegalArgumentException().isThrownBy(() -> new Convening(must, List.of(), 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Member("a", Map.of(), false, 1.5, 0));
  }

  private static List<Member> crowd(int size) {
    return IntStream.range(0, size).mapToObj(i -> Member.of("p" + i, Map.of())).toList();
  }

  private static double chance(Lottery lottery, String id) {
    return lottery.chances().getOrDefault(id, Double.NaN);
  }

  private static double sum(Lottery lottery) {
    return lottery.chances().values().stream().mapToDouble(chance -> chance).sum();
  }
}
