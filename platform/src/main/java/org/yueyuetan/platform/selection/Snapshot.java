package org.yueyuetan.platform.selection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yueyuetan.engine.match.Allocation;
import org.yueyuetan.engine.match.MarketBuilder;
import org.yueyuetan.engine.match.Matching;
import org.yueyuetan.engine.panel.Draw;
import org.yueyuetan.platform.document.Sheets;
import org.yueyuetan.platform.document.UnreadableFile;

/**
 * What a run is given, as the three files that may be given to {@code ./yueyuetan match}. The
 * platform computes from them and from nothing else.
 *
 * @param projects CSV, a row for each thing that a project needs
 * @param providers CSV, a row for each provision
 * @param pairs CSV, a row for each two of which at least one ranks the other
 * @param seed breaks ties
 */
public record Snapshot(String projects, String providers, String pairs, String seed, Side favours) {

  private static final String PAIRS = "left,right,left_rank,right_rank";

  /** The engine refuses it: nothing that is not in the lists is in a pair. */
  private static final int UNKNOWN = -1;

  /**
   * The market as it stands.
   *
   * @param standing how much of each entry is spoken for; what has nothing useful left is left out
   * @param excluded pairs that must not be
   */
  static Snapshot of(
      String seed,
      Side favours,
      Entries entries,
      Standing standing,
      Map<Long, Map<Long, Integer>> ranks,
      Set<Match.Of> excluded) {
    var taking =
        new Entries(entries.where(entry -> entry.here() && standing.open(entry) >= entry.lot()));
    return new Snapshot(
        parties(taking, Side.PROJECT, standing),
        parties(taking, Side.PROVIDER, standing),
        pairs(taking, ranks, excluded),
        seed,
        favours);
  }

  private static String parties(Entries taking, Side side, Standing standing) {
    var rows =
        taking.where(entry -> entry.side() == side).stream()
            .map(entry ->
                List.of(
                    String.valueOf(entry.id()),
                    String.valueOf(standing.open(entry)),
                    String.valueOf(entry.lot()),
                    entry.organizationName(),
                    entry.title()))
            .toList();
    return csv(List.of("id", "quota", "lot", "单位", "事项"), rows);
  }

  private static String pairs(
      Entries taking, Map<Long, Map<Long, Integer>> ranks, Set<Match.Of> excluded) {
    var known = new HashSet<Match.Of>();
    for (var one : taking.all()) {
      ranks.getOrDefault(one.id(), Map.of()).keySet().stream()
          .flatMap(other -> taking.find(other).stream())
          .forEach(other -> known.add(Match.Of.either(one, other)));
    }
    known.removeAll(excluded);
    var lines = new StringBuilder(PAIRS).append('\n');
    known.stream()
        .sorted(Match.Of.ORDER)
        .forEach(pair ->
            lines
                .append(pair.project())
                .append(',')
                .append(pair.provider())
                .append(',')
                .append(rank(ranks, pair.project(), pair.provider()))
                .append(',')
                .append(rank(ranks, pair.provider(), pair.project()))
                .append('\n'));
    return lines.toString();
  }

  private static String rank(Map<Long, Map<Long, Integer>> ranks, long of, long other) {
    var rank = ranks.getOrDefault(of, Map.of()).get(other);
    return rank == null ? "" : String.valueOf(rank);
  }

  /** Runs the engine. */
  Matching match() {
    var market = new MarketBuilder(seed);
    var numbers = new HashMap<String, Integer>();
    for (var row : rows(projects)) {
      numbers.put(
          row.getFirst(),
          market.left(row.getFirst(), Long.parseLong(row.get(1)), Long.parseLong(row.get(2))));
    }
    for (var row : rows(providers)) {
      numbers.put(row.getFirst(), market.right(row.getFirst(), Long.parseLong(row.get(1))));
    }
    for (var line : pairs.lines().skip(1).toList()) {
      var cells = line.split(",", -1);
      market.pair(
          numbers.getOrDefault(cells[0], UNKNOWN),
          numbers.getOrDefault(cells[1], UNKNOWN),
          number(cells[2]),
          number(cells[3]));
    }
    return Matching.of(market.build());
  }

  private static int number(String rank) {
    return rank.isEmpty() ? MarketBuilder.NOT_ACCEPTABLE : Integer.parseInt(rank);
  }

  Outcome outcome(Matching matching) {
    return new Outcome(
        matches(matching.leftOptimal()),
        matches(matching.rightOptimal()),
        matching.optimal(favours.engine()).certificate().blocking().size());
  }

  private static List<Match> matches(Allocation allocation) {
    return allocation.gifts().stream()
        .map(gift ->
            new Match(Long.parseLong(gift.left()), Long.parseLong(gift.right()), gift.amount()))
        .toList();
  }

  /** Of all three files and the seed, so that nobody exchanges them unnoticed. */
  public String hash() {
    return Draw.commitment(projects + providers + pairs + seed);
  }

  /** The command that computes the same, as a terminal takes it. */
  public String command() {
    return "./yueyuetan match --left projects.csv --right providers.csv --pairs pairs.csv --optimal "
        + (favours == Side.PROJECT ? "left" : "right")
        + " --seed '"
        + seed
        + "'";
  }

  private static List<List<String>> rows(String csv) {
    try {
      return Sheets.read(csv.getBytes(StandardCharsets.UTF_8)).rows().stream()
          .map(row -> row.cells())
          .toList();
    } catch (UnreadableFile cannotBe) {
      throw new IllegalStateException("a stored list cannot be read", cannotBe);
    }
  }

  private static String csv(List<String> header, List<List<String>> rows) {
    try (var out = new ByteArrayOutputStream()) {
      Sheets.writeCsv(out, header, rows);
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException cannotBe) {
      throw new UncheckedIOException(cannotBe);
    }
  }
}
