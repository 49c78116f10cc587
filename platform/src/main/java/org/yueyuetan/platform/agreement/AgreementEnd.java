package org.yueyuetan.platform.agreement;

import java.time.Instant;
import java.util.Optional;

/**
 * What a higher room knows of the end of a signed agreement: that it was signed stays true, that it
 * binds does not.
 */
@FunctionalInterface
public interface AgreementEnd {

  /** How an agreement ended, as its page says. */
  enum How {
    FULFILLED,
    TERMINATED
  }

  /** An end, and when it came. */
  record Ended(How how, Instant at) {}

  /** Empty while it is carried out, and for what is not signed. */
  Optional<Ended> of(long agreement);
}
