package org.yueyuetan.platform.selection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yueyuetan.platform.form.Form;

/**
 * Whom an entry would work with, as its organization says. Whoever is not in it is not considered.
 *
 * @param ranks by entry of the other side, 1 is the best; without gaps
 * @param submitted whether it is done; a draft counts as well when the round closes
 */
public record Ranking(Map<Long, Integer> ranks, boolean submitted) {

  private static final int MOST = 9999;

  public Ranking {
    ranks = Map.copyOf(ranks);
    if (ranks.values().stream().anyMatch(rank -> rank < 1)) {
      throw new IllegalArgumentException("the best rank is 1: " + ranks);
    }
  }

  /** The first is the best. */
  public static Ranking of(List<Long> others) {
    var ranks = new HashMap<Long, Integer>();
    for (var other : others) {
      if (ranks.put(other, ranks.size() + 1) != null) {
        throw new IllegalArgumentException(other + " is ranked twice");
      }
    }
    return new Ranking(ranks, true);
  }

  /**
   * Reads what was typed: the field {@code candidate} names everybody who was shown, {@code
   * rank-<id>} the place given, empty for none. Whoever hands in that nobody will do is asked for
   * {@code nobody} once: a form sent too early looks the same.
   *
   * @param known names by id of those who may be ranked
   * @param ties whether several may have the same place
   */
  static Ranking read(Form form, Map<Long, String> known, boolean ties) {
    var shown = form.ids("candidate");
    if (shown.size() < form.all("candidate").size() && form.fault("candidate").isEmpty()) {
      form.rejectAll("selection.fault.doubled");
    }
    if (!known.keySet().containsAll(shown)) {
      form.rejectAll("selection.fault.unknown");
    }
    var submitted = form.typed("then").equals("submit");
    var byRank = new TreeMap<Integer, List<Long>>();
    for (var id : shown) {
      rank(form, id, known)
          .ifPresent(rank -> byRank.computeIfAbsent(rank, r -> new ArrayList<>()).add(id));
    }
    if (!ties && submitted) {
      byRank.forEach((rank, same) -> rejectTies(form, rank, same, known));
    }
    if (submitted && byRank.isEmpty() && !form.hasFaults() && !form.ticked("nobody")) {
      form.reject("nobody", "selection.fault.nobody");
    }
    return new Ranking(dense(byRank), submitted);
  }

  /** The place of one; its fault names whose field it is, for many look alike. */
  private static Optional<Integer> rank(Form form, long id, Map<Long, String> known) {
    var field = "rank-" + id;
    var typed = form.typed(field);
    var rank = new Form(Map.of(field, List.of(typed))).whole(field, 1, MOST);
    if (rank.isEmpty() && !typed.isEmpty()) {
      form.reject(
          field, "selection.fault.rank", known.getOrDefault(id, ""), typed, String.valueOf(MOST));
    }
    return rank;
  }

  private static void rejectTies(Form form, int rank, List<Long> same, Map<Long, String> known) {
    for (var again : same.subList(1, same.size())) {
      form.reject(
          "rank-" + again,
          "selection.fault.tie",
          known.getOrDefault(same.getFirst(), ""),
          known.getOrDefault(again, ""),
          String.valueOf(rank));
    }
  }

  private static Map<Long, Integer> dense(TreeMap<Integer, List<Long>> byRank) {
    var ranks = new HashMap<Long, Integer>();
    int place = 0;
    for (var same : byRank.values()) {
      place++;
      for (var id : same) {
        ranks.put(id, place);
      }
    }
    return ranks;
  }
}
