package org.yueyuetan.platform.selection;

import java.util.List;
import java.util.Optional;

/**
 * The result of a round was told to both sides, or pairs were found to fill what became free.
 *
 * @param talk that the round belongs to
 * @param run 1 for the result, 2 and on for fillings
 * @param pairs new pairs that both sides now confirm
 */
public record SelectionAnnounced(
    long selection, String title, Optional<Long> talk, int run, List<Long> pairs) {

  public SelectionAnnounced {
    pairs = List.copyOf(pairs);
  }
}
