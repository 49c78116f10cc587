package org.yueyuetan.platform.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An agreement as somebody writes it.
 *
 * @param parties organizations in signing order
 */
public record AgreementDraft(
    Template template,
    String title,
    String purpose,
    Optional<Long> project,
    LocalDate from,
    LocalDate until,
    List<Long> parties,
    List<Contribution> contributions,
    List<Milestone> milestones,
    String clauses,
    boolean disclosed) {

  public static final int TITLE = 80;
  public static final int PURPOSE = 600;
  public static final int CLAUSES = 8000;
  public static final int CONTRIBUTIONS = 10;
  public static final int MILESTONES = 12;

  public AgreementDraft {
    parties = List.copyOf(parties);
    contributions = List.copyOf(contributions);
    milestones = List.copyOf(milestones);
    if (parties.size() < 2 || parties.size() > Party.MOST) {
      throw new IllegalArgumentException(parties.size() + " parties");
    }
  }
}
