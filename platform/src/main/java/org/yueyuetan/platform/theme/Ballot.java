package org.yueyuetan.platform.theme;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

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

  /**
   * The same for everyone to read: organizations are numbered in the order of their answers and of
   * nothing else, so that a number leads to nobody. No rule looks at who a voter is.
   */
  Ballot withoutNames() {
    var answers = new TreeMap<Long, StringBuilder>();
    for (var round : past) {
      round.votes().forEach(vote -> note(answers, round.month(), vote));
    }
    votes.forEach(vote -> note(answers, month, vote));
    var numbers = new HashMap<Long, Long>();
    answers.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getValue().toString()))
        .forEach(entry -> numbers.put(entry.getKey(), numbers.size() + 1L));
    return new Ballot(
        month,
        seed,
        candidates,
        numbered(votes, numbers),
        past.stream()
            .map(round ->
                new Round(
                    round.month(),
                    round.winner(),
                    round.candidates(),
                    numbered(round.votes(), numbers)))
            .toList());
  }

  private static void note(Map<Long, StringBuilder> answers, YearMonth month, Vote vote) {
    answers
        .computeIfAbsent(vote.organization(), id -> new StringBuilder())
        .append(month)
        .append(vote.themes());
  }

  private static List<Vote> numbered(List<Vote> votes, Map<Long, Long> numbers) {
    return votes.stream()
        .map(vote ->
            new Vote(Objects.requireNonNull(numbers.get(vote.organization())), vote.themes()))
        .sorted(Comparator.comparingLong(Vote::organization))
        .toList();
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
