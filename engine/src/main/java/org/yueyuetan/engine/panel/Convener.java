package org.yueyuetan.engine.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds the lottery over panels that gives everybody the fairest chance: the smallest as large as
 * possible, then the second smallest, and so on (leximin; Flanigan, Gölz, Gupta, Hennig and
 * Procaccia, Nature 2021). Members who must be invited have chance 1; {@link Member#leastChance}
 * comes before everything else, as far as it can be had; then those invited less often before come
 * first.
 *
 * <p>Chances are first computed within the quotas without regard to whole panels ({@link Levels}),
 * and then written as a mean of panels ({@link Mixture}). If that is impossible, the reason is an
 * inequality that all panels keep; it is added, and the chances are computed again. When it
 * succeeds, no lottery can do better, for none could even without regard to whole panels. The
 * problem is NP-hard; the work is bounded, and what was not proved is in {@link Lottery#gap}. An
 * interrupted thread gives up with a {@link java.util.concurrent.CancellationException}. See {@code
 * docs/panel.md}.
 */
public final class Convener {

  /** Multiplications, about half a minute of them. */
  static final long WORK = 30_000_000_000L;

  private static final int NODES = 20_000;

  private Convener() {}

  /** The lottery, or the smallest change of quotas if no panel keeps them. */
  public static Answer convene(Convening convening) {
    var types = Types.of(convening);
    var search = new IntegerProgram(types.program(), types.rows(), types.count(), WORK);
    var panel = search.any(new double[types.count()], Double.NEGATIVE_INFINITY, NODES);
    if (panel.isPresent()) {
      return lottery(types, panel.get().values());
    }
    var nearest = Relaxation.nearest(types);
    var relaxation = Relaxation.of(types, nearest);
    return relaxation.changes().isEmpty()
        ? lottery(types, Arrays.copyOf(nearest.values(), types.count()))
        : relaxation;
  }

  private static Lottery lottery(Types types, int[] panel) {
    var cuts = new ArrayList<Cut>();
    var mixture = new Mixture(types, panel);
    long work = 0;
    while (true) {
      var levels = new Levels(types, cuts);
      var cut = mixture.fit(levels.expected());
      work += levels.work();
      if (cut.isEmpty() || work + mixture.work() > WORK) {
        return lottery(types, levels, cuts, Seating.seat(types, mixture.weights()));
      }
      cuts.add(cut.get());
    }
  }

  /**
   * Who fills the seats of those who declined: everybody else who was drawn must be invited, those
   * who declined are struck, and the rest is convened again. Whoever was not drawn and is not to be
   * a substitute may be struck too.
   *
   * @throws IllegalArgumentException when somebody declines who is no member, or too few are left
   */
  public static Convening substitutes(Convening convening, Draw drawn, Set<String> declined) {
    var listed = convening.members().stream().map(Member::id).collect(Collectors.toSet());
    var unknown = declined.stream().filter(id -> !listed.contains(id)).sorted().toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "%s cannot decline: not listed".formatted(String.join(", ", unknown)));
    }
    var known = Set.copyOf(drawn.members());
    var members =
        convening.members().stream()
            .filter(member -> !declined.contains(member.id()))
            .map(member -> known.contains(member.id()) ? member.invited() : member)
            .toList();
    return new Convening(members, convening.quotas(), convening.seats());
  }

  private static SequencedMap<String, Double> granted(Types types, Levels found) {
    var granted = new TreeMap<String, Double>();
    for (int type = 0; type < types.count(); type++) {
      if (types.get(type).leastChance() > 0) {
        double chance = found.granted(type);
        types.get(type).members().forEach(member -> granted.put(member.id(), chance));
      }
    }
    return granted;
  }

  private static Lottery lottery(Types types, Levels found, List<Cut> cuts, List<Panel> panels) {
    var tickets = new TreeMap<String, Long>();
    types.types().forEach(type -> type.members().forEach(member -> tickets.put(member.id(), 0L)));
    for (var panel : panels) {
      panel.members().forEach(id -> tickets.merge(id, panel.tickets(), Long::sum));
    }
    var chances = new LinkedHashMap<String, Double>();
    tickets.forEach((id, count) -> chances.put(id, (double) count / Lottery.TICKETS));
    var report = new Report(types, cuts, chances);
    var levels = found.levels().stream().map(report::level).toList();
    double gap =
        levels.stream().mapToDouble(level -> level.bound() - level.reached()).max().orElse(0);
    double minimum = levels.stream().mapToDouble(Level::reached).min().orElse(1);
    return new Lottery(
        minimum,
        Math.max(0, gap),
        found.claims(),
        granted(types, found),
        chances,
        panels,
        levels,
        report.inequalities(),
        report.explanation(minimum, found.claims(), levels));
  }
}
