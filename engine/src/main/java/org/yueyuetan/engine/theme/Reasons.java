package org.yueyuetan.engine.theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.yueyuetan.engine.Explanation;

/** Puts a choice into words: whose turn it was, who supported it, and why no other was chosen. */
final class Reasons {

  private final Rule rule;
  private final List<String> rounds;
  private final List<String> voters;

  Reasons(Rule rule, History history, List<String> voters) {
    this.rule = rule;
    this.rounds = history.rounds().stream().map(Round::name).toList();
    this.voters = voters;
  }

  Explanation of(
      Turn turn, List<Score> scores, int winner, int runnerUp, Tally tally, Waits waits) {
    var reasons = new ArrayList<Explanation>();
    tally.overdue(turn, waits).ifPresent(late -> reasons.add(overdue(turn, late, waits)));
    reasons.add(support("theme.support", turn, winner, tally, waits));
    if (runnerUp >= 0) {
      reasons.add(support("theme.runner-up", turn, runnerUp, tally, waits));
      if (scores.get(winner).equals(scores.get(runnerUp))) {
        reasons.add(tie(turn, winner, runnerUp));
      }
    }
    return chosen(turn, scores, winner, runnerUp).because(reasons);
  }

  private Explanation chosen(Turn turn, List<Score> scores, int winner, int runnerUp) {
    var candidates = turn.round().candidates();
    var values = new LinkedHashMap<String, Object>();
    values.put("rule", rule.key());
    values.put("round", turn.round().name());
    values.put("winner", candidates.get(winner));
    values.put("score", scores.get(winner));
    if (runnerUp < 0) {
      return Explanation.of(
          "theme.only",
          "%s was chosen: there was no other candidate".formatted(candidates.get(winner)),
          values);
    }
    values.put("runnerUp", candidates.get(runnerUp));
    values.put("runnerUpScore", scores.get(runnerUp));
    return Explanation.of(
        "theme.winner",
        "%s was chosen by the rule %s with the score %s; next came %s with %s"
            .formatted(
                candidates.get(winner),
                rule.key(),
                scores.get(winner),
                candidates.get(runnerUp),
                scores.get(runnerUp)),
        values);
  }

  private Explanation overdue(Turn turn, int[] late, Waits waits) {
    var names = Arrays.stream(late).mapToObj(voters::get).toList();
    var since = rounds.get(waits.since(late[0]));
    var open = new ArrayList<String>();
    for (int candidate = 0; candidate < turn.supporters().length; candidate++) {
      var group = turn.supporters()[candidate];
      if (Arrays.stream(late).anyMatch(voter -> Arrays.binarySearch(group, voter) >= 0)) {
        open.add(turn.round().candidates().get(candidate));
      }
    }
    return Explanation.of(
        "theme.overdue",
        "%d waited since %s, too long: only what one of them approves could be chosen (%s)"
            .formatted(names.size(), since, String.join(", ", open)),
        values("voters", names, "since", since, "candidates", open));
  }

  private Explanation support(String key, Turn turn, int candidate, Tally tally, Waits waits) {
    var name = turn.round().candidates().get(candidate);
    var group = turn.supporters()[candidate];
    var bySpell = new TreeMap<Integer, List<Integer>>();
    for (int voter : group) {
      bySpell.computeIfAbsent(waits.since(voter), since -> new ArrayList<>()).add(voter);
    }
    return Explanation.of(
            key,
            "%d of %d voters approve %s".formatted(group.length, turn.voters().length, name),
            values("candidate", name, "supporters", group.length, "voters", turn.voters().length))
        .because(
            bySpell.values().stream().map(spell -> contribution(spell, tally, waits)).toList());
  }

  /** Those supporters who have waited since the same round, and what each of them contributes. */
  private Explanation contribution(List<Integer> spell, Tally tally, Waits waits) {
    var each = new LinkedHashMap<String, Fraction>();
    spell.forEach(voter -> each.put(voters.get(voter), tally.standing(voter)));
    var least = Collections.min(each.values());
    var most = Collections.max(each.values());
    var range = least.equals(most) ? least.toString() : "%s to %s".formatted(least, most);
    var values = values("voters", each, "standing", rule.standing(), "least", least, "most", most);
    if (waits.rounds(spell.getFirst()) == 0) {
      return Explanation.of(
          "theme.served",
          "%d who were not waiting; %s %s".formatted(spell.size(), rule.standing(), range),
          values);
    }
    var since = rounds.get(waits.since(spell.getFirst()));
    values.put("since", since);
    return Explanation.of(
        "theme.waiting",
        "%d who waited since %s; %s %s".formatted(spell.size(), since, rule.standing(), range),
        values);
  }

  private static Explanation tie(Turn turn, int winner, int runnerUp) {
    var candidates = turn.round().candidates();
    return Explanation.of(
        "theme.tie",
        "%s and %s are equal; %s was named first"
            .formatted(candidates.get(winner), candidates.get(runnerUp), candidates.get(winner)),
        Map.of("winner", candidates.get(winner)));
  }

  private static SequencedMap<String, Object> values(Object... pairs) {
    var values = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put((String) pairs[i], pairs[i + 1]);
    }
    return values;
  }
}
