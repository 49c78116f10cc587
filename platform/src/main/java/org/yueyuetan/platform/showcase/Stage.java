package org.yueyuetan.platform.showcase;

import java.time.Instant;
import java.util.Optional;

/** Who is on the stage now, and since when. */
public record Stage(Optional<Long> card, Instant since, int version) {

  boolean holds(long other) {
    return card.filter(on -> on == other).isPresent();
  }
}
