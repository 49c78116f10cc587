package org.yueyuetan.platform.fulfilment;

import java.util.List;
import java.util.Optional;

/** The parties ended an agreement before it was carried out. */
public record AgreementTerminated(
    long agreement, String title, Optional<Long> project, List<Long> organizations, String reason) {
  public AgreementTerminated {
    organizations = List.copyOf(organizations);
  }
}
