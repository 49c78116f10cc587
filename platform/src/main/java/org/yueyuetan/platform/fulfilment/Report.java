package org.yueyuetan.platform.fulfilment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A party says that a milestone is done or an amount delivered.
 *
 * @param subject title of the milestone or amount
 * @param quantity of an amount; 0 for a milestone
 * @param excess why more was delivered than agreed
 * @param organization that reports, {@code unit} by name
 * @param confirmed of the quantity
 * @param answer reason of whoever did not receive all of it
 * @param answeredBy name of whoever answered; empty while nobody did, or when the bureau did
 */
public record Report(
    long id,
    long agreement,
    Optional<Long> milestone,
    Optional<Long> amount,
    String subject,
    long quantity,
    String excess,
    String note,
    long organization,
    String unit,
    Instant reportedAt,
    ReportStatus status,
    long confirmed,
    String answer,
    String answeredBy,
    Optional<Instant> answeredAt,
    List<Evidence> evidence) {

  public Report {
    evidence = List.copyOf(evidence);
  }

  public boolean waits() {
    return status == ReportStatus.WAITING;
  }

  Report with(List<Evidence> files) {
    return new Report(
        id,
        agreement,
        milestone,
        amount,
        subject,
        quantity,
        excess,
        note,
        organization,
        unit,
        reportedAt,
        status,
        confirmed,
        answer,
        answeredBy,
        answeredAt,
        files);
  }
}
