package org.yueyuetan.platform.agreement;

import java.util.List;
import java.util.Optional;

/** All parties signed: the agreement holds. */
public record AgreementSigned(
    long agreement,
    String title,
    String number,
    Manner manner,
    Optional<Long> project,
    List<Long> organizations,
    List<Contribution> contributions) {
  public AgreementSigned {
    organizations = List.copyOf(organizations);
    contributions = List.copyOf(contributions);
  }

  static AgreementSigned of(Agreement agreement) {
    return new AgreementSigned(
        agreement.id(),
        agreement.title(),
        agreement.number(),
        agreement.manner(),
        agreement.project(),
        agreement.parties().stream().map(Party::organization).toList(),
        agreement.contributions());
  }
}
