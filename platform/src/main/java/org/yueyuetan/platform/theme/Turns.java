package org.yueyuetan.platform.theme;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * An organization's turns in a year so far.
 *
 * @param answered decided months in which it approved something
 * @param served those in which it approved what was chosen
 * @param waitingSince the first month of those that it was passed over in since its last turn
 */
public record Turns(int answered, int served, Optional<YearMonth> waitingSince) {

  static Turns of(SequencedMap<YearMonth, Boolean> turns) {
    var since = Optional.<YearMonth>empty();
    for (Map.Entry<YearMonth, Boolean> turn : turns.reversed().entrySet()) {
      if (turn.getValue()) {
        break;
      }
      since = Optional.of(turn.getKey());
    }
    return new Turns(
        turns.size(), (int) turns.values().stream().filter(served -> served).count(), since);
  }
}
