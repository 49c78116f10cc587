package org.yueyuetan.platform.fulfilment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The carrying out of an agreement.
 *
 * @param settlement how the parties settle what was not carried out
 */
public record Fulfilment(
    long agreement,
    FulfilmentStatus status,
    Optional<Instant> endedAt,
    String settlement,
    List<Milestone> milestones,
    List<Amount> amounts) {

  public Fulfilment {
    milestones = List.copyOf(milestones);
    amounts = List.copyOf(amounts);
  }

  public Optional<Milestone> milestone(long id) {
    return milestones.stream().filter(one -> one.id() == id).findFirst();
  }

  public Optional<Amount> amount(long id) {
    return amounts.stream().filter(one -> one.id() == id).findFirst();
  }

  public long kept() {
    return milestones.stream().filter(one -> one.status() == MilestoneStatus.KEPT).count();
  }

  public long late(LocalDate today) {
    return status.isOver() ? 0 : milestones.stream().filter(one -> one.isLate(today)).count();
  }

  /** Nothing is left to be done. */
  boolean isDone() {
    return kept() == milestones.size() && amounts.stream().allMatch(Amount::isDelivered);
  }
}
