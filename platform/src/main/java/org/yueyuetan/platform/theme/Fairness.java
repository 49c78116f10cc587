package org.yueyuetan.platform.theme;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yueyuetan.engine.theme.Metrics;

/**
 * A year at a glance: who was served when, who waits longest, how fair it was.
 *
 * @param months those that were decided, in order
 * @param lines one for each organization that ever approved something, longest waits first
 * @param metrics absent while nothing was decided
 */
public record Fairness(List<YearMonth> months, List<Line> lines, Optional<Metrics> metrics) {

  /** What a month was for an organization. */
  public enum Mark {
    /** It approved what was chosen. */
    SERVED,
    /** It approved something, but not what was chosen. */
    PASSED_OVER,
    /** It approved nothing. */
    SILENT
  }

  /**
   * One organization's year.
   *
   * @param waits months in a row, up to the last, in which it was passed over
   * @param longest the longest such run of the year
   */
  public record Line(long organization, List<Mark> marks, int served, int waits, int longest) {
    public Line {
      marks = List.copyOf(marks);
    }
  }

  public Fairness {
    months = List.copyOf(months);
    lines = List.copyOf(lines);
  }

  static Fairness of(List<Ballot.Round> rounds) {
    var marks = new TreeMap<Long, List<Mark>>();
    for (var i = 0; i < rounds.size(); i++) {
      for (var vote : rounds.get(i).votes()) {
        var own =
            marks.computeIfAbsent(
                vote.organization(),
                id -> new ArrayList<>(Collections.nCopies(rounds.size(), Mark.SILENT)));
        own.set(i, vote.approves(rounds.get(i).winner()) ? Mark.SERVED : Mark.PASSED_OVER);
      }
    }
    var lines =
        marks.entrySet().stream()
            .map(entry -> line(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingInt(Line::waits)
                    .thenComparingInt(Line::longest)
                    .reversed()
                    .thenComparingInt(Line::served)
                    .thenComparingLong(Line::organization))
            .toList();
    return new Fairness(
        rounds.stream().map(Ballot.Round::month).toList(),
        lines,
        lines.isEmpty() ? Optional.empty() : Optional.of(Counting.fairness(rounds)));
  }

  /** How many organizations were served how often, from never to every month. */
  public Map<Integer, Integer> byTimesServed() {
    var counts = new LinkedHashMap<Integer, Integer>();
    for (var times = 0; times <= months.size(); times++) {
      counts.put(times, 0);
    }
    lines.forEach(line -> counts.merge(line.served(), 1, Integer::sum));
    return counts;
  }

  /** Silence neither ends a wait nor makes it longer. */
  private static Line line(long organization, List<Mark> marks) {
    var served = 0;
    var waits = 0;
    var longest = 0;
    for (var mark : marks) {
      switch (mark) {
        case SERVED -> {
          served++;
          waits = 0;
        }
        case PASSED_OVER -> longest = Math.max(longest, ++waits);
        case SILENT -> {}
      }
    }
    return new Line(organization, marks, served, waits, longest);
  }
}
