package org.yueyuetan.platform.selection;

import java.util.List;

/**
 * The result of a round was told to both sides, or pairs were found to fill what became free.
 *
 * @param run 1 for the result, 2 and on for fillings
 * @param pairs new pairs that both sides now confirm
 */
public record SelectionAnnounced(long selection, String title, int run, List<Long> pairs) {

  public SelectionAnnounced {
    pairs = List.copyOf(pairs);
  }
}
