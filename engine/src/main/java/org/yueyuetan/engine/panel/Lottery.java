package org.yueyuetan.engine.panel;

import java.util.List;
import java.util.SequencedMap;
import org.yueyuetan.engine.Explanation;

/**
 * A fair lottery over panels.
 *
 * @param minimum the smallest chance of anyone who need not be invited
 * @param gap by how much a chance may be below the best possible, over all levels: proved
 * @param claims the smallest share of a least chance asked for that could be granted; 1 if all
 * @param granted the least chances, by member that asked for one: the smallest share as large as
 *     possible, then the second smallest, and so on
 * @param chances by member, in canonical order
 * @param panels in the order of their tickets, which are 0 to {@link #TICKETS} - 1
 * @param levels the smallest chance first, within each class of members
 * @param inequalities that proofs of levels use beside quotas
 */
public record Lottery(
    double minimum,
    double gap,
    double claims,
    SequencedMap<String, Double> granted,
    SequencedMap<String, Double> chances,
    List<Panel> panels,
    List<Level> levels,
    List<Inequality> inequalities,
    Explanation explanation)
    implements Answer {

  public static final long TICKETS = 1_000_000_000_000L;

  public Lottery {
    panels = List.copyOf(panels);
    levels = List.copyOf(levels);
    inequalities = List.copyOf(inequalities);
  }

  /**
   * Draws.
   *
   * @param round 1, and one more each time substitutes are drawn
   */
  public Draw draw(String seed, int round) {
    return Draw.of(panels, seed, round);
  }
}
