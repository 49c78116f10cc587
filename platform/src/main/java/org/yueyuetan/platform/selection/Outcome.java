package org.yueyuetan.platform.selection;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What came out of a run: of all stable results the one that is best for all projects, and the one
 * that is best for all providers. Without smallest lots everybody gets as much in one as in the
 * other.
 *
 * @param blocking pairs of the announced result that would rather do otherwise; only lots make any
 */
public record Outcome(List<Match> projectOptimal, List<Match> providerOptimal, int blocking) {

  private static final String HEADER = "project,provider,amount";
  private static final Comparator<Match> ORDER = Comparator.comparing(Match::of, Match.Of.ORDER);

  public Outcome {
    projectOptimal = projectOptimal.stream().sorted(ORDER).toList();
    providerOptimal = providerOptimal.stream().sorted(ORDER).toList();
  }

  public List<Match> best(Side side) {
    return side == Side.PROJECT ? projectOptimal : providerOptimal;
  }

  /** Pairs with amounts that only one of the two has. */
  public List<Match> only(Side side) {
    var other = Set.copyOf(best(side.other()));
    return best(side).stream().filter(match -> !other.contains(match)).toList();
  }

  static String csv(List<Match> matches) {
    return matches.stream()
        .map(match -> "%d,%d,%d\n".formatted(match.project(), match.provider(), match.amount()))
        .collect(Collectors.joining("", HEADER + "\n", ""));
  }

  static List<Match> read(String csv) {
    return csv.lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(cells ->
            new Match(Long.parseLong(cells[0]), Long.parseLong(cells[1]), Long.parseLong(cells[2])))
        .toList();
  }
}
