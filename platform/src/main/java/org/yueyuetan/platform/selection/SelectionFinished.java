package org.yueyuetan.platform.selection;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A round is over: what became of everything that took part. */
public record SelectionFinished(long selection, String title, List<Result> results) {

  public SelectionFinished {
    results = List.copyOf(results);
  }

  /** Needs and offers of which nothing found a partner. */
  public List<Long> withoutPartner() {
    var matched =
        results.stream()
            .filter(Result::matched)
            .flatMap(result -> result.need().stream())
            .collect(Collectors.toSet());
    return results.stream()
        .flatMap(result -> result.need().stream())
        .filter(need -> !matched.contains(need))
        .distinct()
        .toList();
  }

  /**
   * What became of one entry.
   *
   * @param need the need or offer that it came from
   * @param amount of it that both sides confirmed, out of {@code quantity}
   */
  public record Result(
      Side side, long organization, Optional<Long> need, long quantity, long amount) {

    public boolean matched() {
      return amount > 0;
    }
  }
}
