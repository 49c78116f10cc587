package org.yueyuetan.platform.fulfilment;

import java.util.List;
import java.util.Optional;

/** All that was agreed was carried out. */
public record AgreementFulfilled(
    long agreement, String title, Optional<Long> project, List<Long> organizations) {
  public AgreementFulfilled {
    organizations = List.copyOf(organizations);
  }
}
