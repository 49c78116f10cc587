package org.yueyuetan.platform.agreement;

import java.util.List;
import java.util.Optional;

/** Somebody drafted an agreement between these organizations. */
public record AgreementDrafted(
    long agreement, String title, Optional<Long> project, List<Long> organizations) {
  public AgreementDrafted {
    organizations = List.copyOf(organizations);
  }
}
