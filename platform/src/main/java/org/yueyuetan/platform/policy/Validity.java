package org.yueyuetan.platform.policy;

import java.time.LocalDate;
import java.util.Optional;

/** Whether a document holds (有效性). */
public enum Validity {
  IN_FORCE,
  /** Holds on trial, up to a day (试行). */
  ON_TRIAL,
  EXPIRED,
  REPEALED,
  WITHDRAWN;

  static Validity of(PolicyStatus status, Optional<LocalDate> expiresOn, LocalDate today) {
    return switch (status) {
      case REPEALED -> REPEALED;
      case WITHDRAWN -> WITHDRAWN;
      default -> expiresOn.map(last -> today.isAfter(last) ? EXPIRED : ON_TRIAL).orElse(IN_FORCE);
    };
  }
}
