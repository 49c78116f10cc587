package org.yueyuetan.platform.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An agreement.
 *
 * @param code by which anybody finds its record at {@code /verify}
 * @param number empty until it goes out for signature
 * @param disclosed whether the public may read its words once it is signed
 * @param draftedBy organization that drafted it; empty when the bureau did
 * @param revision of its words, from 1
 * @param frozenSha256 of the file that went out for signature
 * @param parties in signing order
 */
public record Agreement(
    long id,
    String code,
    String number,
    Template template,
    String title,
    String purpose,
    Optional<Long> project,
    String region,
    LocalDate from,
    LocalDate until,
    String clauses,
    boolean disclosed,
    Manner manner,
    AgreementStatus status,
    Optional<Long> draftedBy,
    int revision,
    String frozenSha256,
    Optional<Instant> signedAt,
    boolean sample,
    int version,
    List<Party> parties,
    List<Contribution> contributions,
    List<Milestone> milestones) {

  public Agreement {
    parties = List.copyOf(parties);
    contributions = List.copyOf(contributions);
    milestones = List.copyOf(milestones);
  }

  public Party party(int position) {
    return parties.get(position - 1);
  }

  public Optional<Party> of(long organization) {
    return parties.stream().filter(party -> party.organization() == organization).findFirst();
  }

  /** Whose turn it is to sign. */
  public Optional<Party> next() {
    return status == AgreementStatus.SIGNING
        ? parties.stream().filter(party -> !party.signed()).findFirst()
        : Optional.empty();
  }

  /** Whether the party approved the words as they stand. */
  public boolean approvedBy(Party party) {
    return party.approvedRevision() == revision;
  }

  public List<String> clauseLines() {
    return clauses.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** SHA-256 of the file as it stands: with the last signature made, or none. */
  public String fileSha256() {
    return parties.stream()
        .flatMap(party -> party.signature().stream())
        .reduce((first, second) -> second)
        .map(Party.Signature::sha256)
        .orElse(frozenSha256);
  }

  Agreement with(List<Party> who, List<Contribution> what, List<Milestone> when) {
    return new Agreement(
        id,
        code,
        number,
        template,
        title,
        purpose,
        project,
        region,
        from,
        until,
        clauses,
        disclosed,
        manner,
        status,
        draftedBy,
        revision,
        frozenSha256,
        signedAt,
        sample,
        version,
        who,
        what,
        when);
  }
}
