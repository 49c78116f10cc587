package org.yueyuetan.engine.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/**
 * The proofs of all levels, checked on all panels there are. They leave no better lottery: whoever
 * gives nobody of the first level less cannot give more to any of them, for their weights are
 * positive; so too for the second, and on.
 */
class LeximinTest {

  @Property(tries = 300)
  void noLotteryIsFairer(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    var convening = tiny(seed);
    var panels = Pools.panels(convening);
    switch (Convener.convene(convening)) {
      case Relaxation relaxation -> {
        assertThat(panels).isEmpty();
        assertThat(relaxation.cost()).isCloseTo(cheapest(convening), within(1e-6));
        assertThat(Pools.panels(relaxed(convening, relaxation))).isNotEmpty();
      }
      case Lottery lottery -> {
        assertThat(lottery.gap()).isLessThanOrEqualTo(1e-6);
        check(convening, lottery, panels);
        assertThat(lottery.claims()).isCloseTo(grantable(convening, panels), within(1e-6));
      }
    }
  }

  @Test
  void wholePanelsMayAllowLessThanQuotasDo() {
    // One seat of two for each pair of values, which halves of all three would fill.
    var members =
        List.of(
            Member.of("a", Map.of("x", "1", "y", "1")),
            Member.of("b", Map.of("y", "1", "z", "1")),
            Member.of("c", Map.of("z", "1", "x", "1")),
            Member.of("d", Map.of()));
    var quotas =
        List.of(new Quota("x", "1", 0, 1), new Quota("y", "1", 0, 1), new Quota("z", "1", 0, 1));
    var lottery = Convener.convene(new Convening(members, quotas, 2)).orElseThrow();
    assertThat(lottery.minimum()).isCloseTo(1. / 3, within(1e-6));
    assertThat(lottery.chances().get("d")).isCloseTo(1, within(1e-6));
  }

  @Test
  void whoCanBeInNoPanelHasNoChanceAndTheOthersTheBest() {
    var members =
        List.of(
            Member.of("a", Map.of("x", "1")),
            Member.of("b", Map.of("x", "2")),
            Member.of("c", Map.of("x", "2")));
    var lottery =
        Convener.convene(new Convening(members, List.of(new Quota("x", "1", 0, 0)), 1))
            .orElseThrow();
    assertThat(lottery.minimum()).isZero();
    assertThat(lottery.chances().get("b")).isCloseTo(.5, within(1e-6));
  }

  private static Convening tiny(long seed) {
    var random = new SplittableRandom(seed);
    int count = random.nextInt(3, 11);
    int seats = random.nextInt(1, count);
    int features = random.nextInt(1, 5);
    int values = random.nextInt(2, 4);
    var members = new ArrayList<Member>();
    int musts = 0;
    for (int i = 0; i < count; i++) {
      var of = new HashMap<String, String>();
      for (int f = 0; f < features; f++) {
        of.put("f" + f, "v" + random.nextInt(values));
      }
      boolean must = musts < seats && random.nextInt(8) == 0;
      musts += must ? 1 : 0;
      members.add(new Member("m" + i, of, must, 0, random.nextInt(4) / 3));
    }
    if (random.nextInt(3) == 0) {
      members.replaceAll(m ->
          new Member(m.id(), m.features(), m.must(), random.nextInt(4) / 4., m.timesInvited()));
    }
    var quotas = new ArrayList<Quota>();
    for (int f = 0; f < features; f++) {
      for (int v = 0; v < values; v++) {
        int min = random.nextInt(seats / values + 1);
        quotas.add(new Quota("f" + f, "v" + v, min, min + random.nextInt(1 + seats / 2)));
      }
    }
    return new Convening(members, quotas, seats);
  }

  /** The largest share of all least chances that some mean of all panels grants. */
  private static double grantable(Convening convening, List<List<Member>> panels) {
    var asking =
        convening.members().stream().filter(m -> !m.must() && m.leastChance() > 0).toList();
    double[] least = new double[asking.size() + 1];
    double[] most = new double[least.length];
    Arrays.fill(most, Double.POSITIVE_INFINITY);
    least[asking.size()] = 1;
    most[asking.size()] = 1;
    var program = new LinearProgram(least, most);
    double[] share = new double[least.length];
    for (int i = 0; i < asking.size(); i++) {
      share[i] = -asking.get(i).leastChance();
    }
    program.add(share, 0, 1, 1);
    for (var panel : panels) {
      double[] column = new double[least.length];
      column[asking.size()] = 1;
      for (int i = 0; i < asking.size(); i++) {
        column[i] = panel.contains(asking.get(i)) ? 1 : 0;
      }
      program.add(column, 0, 1, 0);
    }
    assertThat(program.maximise()).isTrue();
    return program.objective();
  }

  private static double cheapest(Convening convening) {
    return Pools.subsets(convening).stream()
        .filter(
            panel -> convening.members().stream().filter(Member::must).allMatch(panel::contains))
        .mapToDouble(
            panel -> convening.quotas().stream().mapToDouble(quota -> cost(quota, panel)).sum())
        .min()
        .orElseThrow();
  }

  private static double cost(Quota quota, List<Member> panel) {
    long count = panel.stream().filter(member -> member.has(quota)).count();
    double fewer = quota.min() == 0 ? 0 : (1 + 2. / quota.min()) * (quota.min() - count);
    return Math.max(0, fewer) + Math.max(0, count - quota.max());
  }

  private static Convening relaxed(Convening convening, Relaxation relaxation) {
    var changed = new HashMap<Quota, Quota>();
    relaxation.changes().forEach(change -> changed.put(change.before(), change.after()));
    return new Convening(
        convening.members(),
        convening.quotas().stream().map(quota -> changed.getOrDefault(quota, quota)).toList(),
        convening.seats());
  }

  private static void check(Convening convening, Lottery lottery, List<List<Member>> panels) {
    for (var inequality : lottery.inequalities()) {
      for (var panel : panels) {
        double sum =
            panel.stream().mapToDouble(m -> inequality.weights().getOrDefault(m.id(), 0.)).sum();
        assertThat(sum).isLessThanOrEqualTo(inequality.most() + 1e-7);
      }
    }
    var certain = new HashMap<String, Double>();
    for (var member : convening.members()) {
      certain.put(
          member.id(), member.must() ? 1. : lottery.granted().getOrDefault(member.id(), 0.));
    }
    var open = new HashSet<String>();
    convening.members().stream().filter(m -> !m.must()).forEach(m -> open.add(m.id()));
    for (var level : lottery.levels()) {
      var weights = weights(convening, lottery, level);
      double limit =
          level.proof().stream().mapToDouble(term -> term.multiplier() * term.limit()).sum();
      for (var panel : panels) {
        assertThat(panel.stream().mapToDouble(m -> weights.getOrDefault(m.id(), 0.)).sum())
            .isLessThanOrEqualTo(limit + 1e-6);
      }
      double slope = 0;
      double raisedTo = 0;
      for (var member : convening.members()) {
        double weight = weights.getOrDefault(member.id(), 0.);
        boolean raised =
            open.contains(member.id()) && member.timesInvited() == level.timesInvited();
        if (weight < 0) {
          limit -= weight;
        } else if (raised) {
          slope += weight;
          raisedTo += weight * Math.max(level.bound(), certain.getOrDefault(member.id(), 0.));
        } else {
          limit -= weight * certain.getOrDefault(member.id(), 0.);
        }
      }
      if (level.bound() < 1) {
        assertThat(slope).isPositive();
        assertThat(raisedTo / slope).as("bound").isCloseTo(limit / slope, within(1e-6));
        level.members().forEach(id -> assertThat(weights.get(id)).isPositive());
      }
      level
          .members()
          .forEach(id -> {
            assertThat(open.remove(id)).isTrue();
            double chance = Math.max(level.bound(), certain.getOrDefault(id, 0.));
            certain.put(id, chance);
            assertThat(lottery.chances().get(id)).isCloseTo(chance, within(1e-6));
          });
    }
    assertThat(open).isEmpty();
  }

  private static Map<String, Double> weights(Convening convening, Lottery lottery, Level level) {
    var weights = new HashMap<String, Double>();
    for (var term : level.proof()) {
      for (var member : convening.members()) {
        double in =
            convening.quotas().stream()
                .filter(quota -> quota.name().equals(term.name()) && member.has(quota))
                .count();
        in += term.name().equals("seats") ? 1 : 0;
        in +=
            lottery.inequalities().stream()
                .filter(inequality -> inequality.name().equals(term.name()))
                .mapToDouble(inequality -> inequality.weights().getOrDefault(member.id(), 0.))
                .sum();
        weights.merge(member.id(), term.multiplier() * in, Double::sum);
      }
    }
    return weights;
  }
}
