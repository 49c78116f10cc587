package org.yueyuetan.platform.web;

import java.time.LocalDate;
import java.util.List;
import org.yueyuetan.platform.agreement.AgreementLine;
import org.yueyuetan.platform.disposition.Matter;
import org.yueyuetan.platform.fulfilment.Asked;
import org.yueyuetan.platform.need.NeedLine;
import org.yueyuetan.platform.policy.PolicyLine;
import org.yueyuetan.platform.talk.Commitments;
import org.yueyuetan.platform.talk.Talks;
import org.yueyuetan.platform.theme.MonthState;

/**
 * What concerns a representative, or somebody who answers for a department, now.
 *
 * @param toAnswer invitations that wait for a yes or a no
 * @param coming talks that the organization said yes to
 * @param approvals months whose candidates the organization may approve
 * @param drafts of documents that the organization is asked to comment on
 * @param promises open promises, the most pressing first
 * @param needs newest needs and offers, with where they stand
 * @param work opinions that the department has to answer, the most pressing first
 * @param opinions what the organization said, those to be rated on top
 * @param agreements that the organization has to approve or to sign
 * @param kept what signed agreements ask of the organization
 * @param selections what rounds of two-way selection ask of it
 * @param meetings what the matchmaking of talks asks of it
 */
public record Mine(
    List<Talks.Called> toAnswer,
    List<Talks.Called> coming,
    List<Approval> approvals,
    List<PolicyLine> drafts,
    List<Commitments.Promised> promises,
    List<NeedLine> needs,
    List<Matter> work,
    List<Matter> opinions,
    List<AgreementLine> agreements,
    List<Asked> kept,
    List<org.yueyuetan.platform.selection.Asked> selections,
    List<org.yueyuetan.platform.matchmaking.Asked> meetings) {

  /**
   * A month that stands to approval.
   *
   * @param given how many candidates the organization has approved so far
   */
  public record Approval(MonthState month, LocalDate until, int given) {}

  /** Answers that the organization has yet to rate. */
  public List<Matter> toRate() {
    return opinions.stream()
        .filter(opinion -> opinion.disposition().filter(d -> d.status().awaitsRating()).isPresent())
        .toList();
  }

  public boolean nothingAsked() {
    return toAnswer.isEmpty()
        && coming.isEmpty()
        && approvals.isEmpty()
        && drafts.isEmpty()
        && promises.isEmpty()
        && work.isEmpty()
        && agreements.isEmpty()
        && kept.isEmpty()
        && selections.isEmpty()
        && meetings.isEmpty()
        && toRate().isEmpty();
  }
}
