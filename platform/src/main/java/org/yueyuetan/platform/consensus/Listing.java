package org.yueyuetan.platform.consensus;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yueyuetan.platform.form.Form;

/**
 * A page of the opinions on a map.
 *
 * @param kind which of them are listed
 * @param counts how many there are of each kind
 * @param first number of the first one shown, from 1
 * @param next the last one shown, after which the next page begins; empty when there is none
 */
public record Listing(
    Kind kind,
    Map<Kind, Integer> counts,
    int first,
    List<Findings.Line> lines,
    Optional<Long> next) {

  /** Which opinions are listed. */
  public enum Kind {
    ALL,
    COMMON,
    REJECTED
  }

  private static final int PAGE = 10;

  public Listing {
    counts = Map.copyOf(counts);
    lines = List.copyOf(lines);
  }

  /** {@code after} is the last one of the page before; when it is gone, the list begins anew. */
  static Listing of(Findings findings, Form asked) {
    var kind = Kind.ALL;
    for (var one : Kind.values()) {
      kind = one.name().equals(asked.typed("list")) ? one : kind;
    }
    var counts = new EnumMap<Kind, Integer>(Kind.class);
    for (var one : Kind.values()) {
      counts.put(one, lines(findings, one).size());
    }
    var all = lines(findings, kind);
    var after = asked.id("after");
    var from =
        IntStream.range(0, all.size())
            .filter(n -> after.filter(id -> id == all.get(n).opinion().id()).isPresent())
            .map(n -> n + 1)
            .findFirst()
            .orElse(0);
    var lines = all.subList(from, Math.min(from + PAGE, all.size()));
    return new Listing(
        kind,
        counts,
        from + 1,
        lines,
        from + lines.size() < all.size()
            ? Optional.of(lines.getLast().opinion().id())
            : Optional.empty());
  }

  private static List<Findings.Line> lines(Findings findings, Kind kind) {
    return switch (kind) {
      case ALL -> findings.all();
      case COMMON -> findings.common();
      case REJECTED -> findings.rejected();
    };
  }

  public int last() {
    return first + lines.size() - 1;
  }

  public int all() {
    return counts.getOrDefault(kind, 0);
  }
}
