package org.yueyuetan.platform.theme;

import java.time.YearMonth;
import java.util.List;

/**
 * All that a choice is made from: what stands to choice, who approves what, and how earlier months
 * went.
 *
 * <p>Candidates come in their order, which breaks ties; votes by organization; past rounds oldest
 * first. So the same month always gives the same ballot.
 *
 * @param seed what a rule that draws lots starts from
 */
public record Ballot(
    YearMonth month, String seed, List<Candidate> candidates, List<Vote> votes, List<Round> past) {

  public Ballot {
    candidates = List.copyOf(candidates);
    votes = List.copyOf(votes);
    past = List.copyOf(past);
  }

  public String titleOf(long theme) {
    return candidates.stream()
        .filter(candidate -> candidate.theme() == theme)
        .map(Candidate::title)
        .findFirst()
        .orElse("");
  }

  /** A theme that may be chosen. */
  public record Candidate(long theme, String title) {}

  /** The themes that one organization approves. */
  public record Vote(long organization, List<Long> themes) {
    public Vote {
      themes = List.copyOf(themes);
    }

    public boolean approves(long theme) {
      return themes.contains(theme);
    }
  }

  /**
   * An earlier month as it was decided: rules that look at the whole year ask whose turn it is.
   *
   * @param candidates ids of the themes that stood to choice, in their order
   */
  public record Round(YearMonth month, long winner, List<Long> candidates, List<Vote> votes) {
    public Round {
      candidates = List.copyOf(candidates);
      votes = List.copyOf(votes);
    }
  }
}
