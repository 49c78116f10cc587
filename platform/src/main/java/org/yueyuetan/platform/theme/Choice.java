package org.yueyuetan.platform.theme;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A choice as it was made.
 *
 * @param rule key of the rule that proposed
 * @param proposal what the rule proposed, and why; nothing when nobody had approved anything
 * @param byRule what each rule would have chosen, by its key
 * @param reason why staff chose so; never empty when they did not follow the proposal
 * @param uncovered accepted needs that the choice left for another month
 */
public record Choice(
    YearMonth month,
    long theme,
    String rule,
    Ballot ballot,
    Optional<Proposal> proposal,
    SequencedMap<String, Long> byRule,
    String reason,
    List<Long> uncovered,
    String actor,
    Instant at) {

  public Choice {
    uncovered = List.copyOf(uncovered);
  }

  /** The same with reasons for those who are not to know who answered what. */
  Choice withoutNames() {
    return new Choice(
        month,
        theme,
        rule,
        ballot,
        proposal.map(Proposal::withoutNames),
        byRule,
        reason,
        uncovered,
        actor,
        at);
  }

  public boolean followsProposal() {
    return proposal.filter(proposed -> proposed.theme() == theme).isPresent();
  }
}
