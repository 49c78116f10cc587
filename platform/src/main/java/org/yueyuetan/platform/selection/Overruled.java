package org.yueyuetan.platform.selection;

import java.time.Instant;

/** A pair that staff do not want, with the reason on record. */
public record Overruled(long project, long provider, String reason, String actor, Instant at) {

  public Match.Of of() {
    return new Match.Of(project, provider);
  }
}
