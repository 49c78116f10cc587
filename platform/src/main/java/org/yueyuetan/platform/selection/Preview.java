package org.yueyuetan.platform.selection;

import java.util.List;
import java.util.Map;
import org.yueyuetan.engine.match.Certificate;

/**
 * What a run would come to, before it is told.
 *
 * @param hash of what it was computed from; announcing names it, so that nothing changes unseen
 * @param unmatched entries without anything, with the reason
 * @param partly entries that get less than they could have, with what is missing
 */
public record Preview(
    String hash,
    Outcome outcome,
    Certificate certificate,
    Side favours,
    Map<Entry, Why> unmatched,
    Map<Entry, Long> partly) {

  /** What would be told. */
  public List<Match> told() {
    return outcome.best(favours);
  }
}
