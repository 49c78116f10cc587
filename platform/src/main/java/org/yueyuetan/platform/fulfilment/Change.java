package org.yueyuetan.platform.fulfilment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A change that takes the consent of all parties.
 *
 * @param number of the supplement, from 1; 0 until it holds
 * @param settlement of a termination
 * @param unit that proposed it
 * @param answer why a party refused
 * @param consents of the parties that agreed, the proposer among them
 */
public record Change(
    long id,
    long agreement,
    ChangeKind kind,
    int number,
    Optional<Long> milestone,
    Optional<Long> amount,
    String title,
    String titleBefore,
    Optional<LocalDate> due,
    Optional<LocalDate> dueBefore,
    Optional<Long> quantity,
    Optional<Long> quantityBefore,
    String reason,
    String settlement,
    long proposer,
    String unit,
    Instant proposedAt,
    ChangeStatus status,
    String answer,
    Optional<Instant> endedAt,
    List<Consent> consents) {

  /**
   * A party agreed.
   *
   * @param onBehalf why the bureau did so for it; empty when it did itself
   */
  public record Consent(long change, long organization, String unit, String onBehalf, Instant at) {}

  public Change {
    consents = List.copyOf(consents);
  }

  public boolean isOpen() {
    return status == ChangeStatus.PROPOSED;
  }

  public boolean hasConsentOf(long organization) {
    return consents.stream().anyMatch(one -> one.organization() == organization);
  }

  Change with(List<Consent> given) {
    return new Change(
        id,
        agreement,
        kind,
        number,
        milestone,
        amount,
        title,
        titleBefore,
        due,
        dueBefore,
        quantity,
        quantityBefore,
        reason,
        settlement,
        proposer,
        unit,
        proposedAt,
        status,
        answer,
        endedAt,
        given);
  }
}
