package org.yueyuetan.platform.agreement;

import java.util.List;
import java.util.Optional;
import org.yueyuetan.platform.project.Project;

/**
 * All parties signed: the agreement holds.
 *
 * @param need that its project grew from
 * @param talk at which its project was established
 */
public record AgreementSigned(
    long agreement,
    String title,
    String number,
    Manner manner,
    Optional<Long> project,
    Optional<Long> need,
    Optional<Long> talk,
    List<Long> organizations,
    List<Contribution> contributions) {

  public AgreementSigned {
    organizations = List.copyOf(organizations);
    contributions = List.copyOf(contributions);
  }

  static AgreementSigned of(Agreement agreement, Optional<Project> project) {
    return new AgreementSigned(
        agreement.id(),
        agreement.title(),
        agreement.number(),
        agreement.manner(),
        agreement.project(),
        project.flatMap(Project::need),
        project.flatMap(Project::talk),
        agreement.parties().stream().map(Party::organization).toList(),
        agreement.contributions());
  }
}
