package org.yueyuetan.platform.theme;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Approval voting ({@code av}): the candidate that most organizations approve; among equals the
 * first in order.
 */
@Component
class MostApprovals implements ChoiceRule {

  @Override
  public String key() {
    return "av";
  }

  @Override
  public Proposal propose(Ballot ballot) {
    if (ballot.candidates().isEmpty()) {
      throw new IllegalArgumentException("no candidates in " + ballot.month());
    }
    // The sort is stable: equals keep the order of the ballot.
    var scores =
        ballot.candidates().stream()
            .map(candidate -> score(candidate, ballot))
            .sorted(Comparator.comparing(Proposal.Score::value).reversed())
            .toList();
    var best = scores.getFirst();
    var equals = scores.stream().filter(s -> s.value().compareTo(best.value()) == 0).count();
    var why =
        equals == 1
            ? Explanation.of("theme.why.av", best.value(), ballot.votes().size())
            : Explanation.of("theme.why.avTie", best.value(), ballot.votes().size(), equals);
    return new Proposal(
        best.theme(),
        scores.size() > 1 ? Optional.of(scores.get(1).theme()) : Optional.empty(),
        scores,
        why.because(scores.stream().map(Proposal.Score::explanation).toList()));
  }

  private static Proposal.Score score(Ballot.Candidate candidate, Ballot ballot) {
    var approvals = ballot.votes().stream().filter(v -> v.approves(candidate.theme())).count();
    return new Proposal.Score(
        candidate.theme(),
        BigDecimal.valueOf(approvals),
        Explanation.of("theme.why.approvals", candidate.title(), approvals));
  }
}
