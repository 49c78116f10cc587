package org.yueyuetan.platform.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells why a result is what it is, from ranks and amounts alone: what stability means, in words
 * for one entry. Whom the other side prefers is not told, only that it does.
 */
final class Reasons {

  private final Entries entries;
  private final Map<Long, Map<Long, Integer>> ranks;
  private final Map<Match.Of, Overruled> overruled;
  private final Map<Match.Of, Pair> released;
  private final Map<Match.Of, Long> amounts = new HashMap<>();
  private final Map<Long, Long> totals = new HashMap<>();

  /**
   * Reasons for amounts that were found or are held.
   *
   * @param pairs those of earlier runs; the released ones count as reasons
   * @param amounts of the result that is to be explained
   */
  Reasons(
      Entries entries,
      Map<Long, Map<Long, Integer>> ranks,
      List<Overruled> overruled,
      List<Pair> pairs,
      List<Match> amounts) {
    this.entries = entries;
    this.ranks = ranks;
    this.overruled =
        overruled.stream().collect(Collectors.toMap(Overruled::of, Function.identity()));
    released =
        pairs.stream()
            .filter(pair -> pair.is(PairStatus.RELEASED))
            .collect(Collectors.toMap(Pair::of, Function.identity(), (earlier, later) -> later));
    for (var match : amounts) {
      this.amounts.merge(match.of(), match.amount(), Long::sum);
      totals.merge(match.project(), match.amount(), Long::sum);
      totals.merge(match.provider(), match.amount(), Long::sum);
    }
  }

  long total(Entry entry) {
    return totals.getOrDefault(entry.id(), 0L);
  }

  private long open(Entry entry) {
    return entry.quantity() - total(entry);
  }

  /** Why an entry has nothing, in one word. */
  Why unmatched(Entry entry) {
    var own = ranks.getOrDefault(entry.id(), Map.of());
    if (own.isEmpty()) {
      return Why.of(entries.hasChoice(entry) ? Why.Kind.NO_RANKS : Why.Kind.NOBODY_FITS);
    }
    var mutual = own.keySet().stream().anyMatch(other -> names(other, entry.id()));
    if (!mutual) {
      return Why.of(Why.Kind.NOBODY_MUTUAL);
    }
    var causes = choices(entry).stream().map(other -> why(entry, other).kind()).toList();
    return Why.of(
        causes.stream()
            .filter(kind -> kind != Why.Kind.NOT_MUTUAL && kind != Why.Kind.FULL)
            .findFirst()
            .orElse(Why.Kind.ALL_FULL));
  }

  /** Why it does not have the partners whom it would have liked more, the best first. */
  List<Why> missed(Entry entry) {
    var worst =
        choices(entry).stream()
            .filter(other -> amount(entry, other) > 0)
            .mapToInt(other -> rank(entry, other))
            .max();
    var content = open(entry) == 0 && worst.isPresent();
    var missed = new ArrayList<Why>();
    for (var other : choices(entry)) {
      if (amount(entry, other) == 0 && (!content || rank(entry, other) < worst.getAsInt())) {
        missed.add(why(entry, other));
      }
    }
    return missed;
  }

  /** Why an entry's first choice gives it nothing; empty when it does, or there is none. */
  Optional<Why> first(Entry entry) {
    return choices(entry).stream()
        .findFirst()
        .filter(other -> amount(entry, other) == 0)
        .map(other -> why(entry, other));
  }

  private List<Entry> choices(Entry entry) {
    return ranks.getOrDefault(entry.id(), Map.of()).entrySet().stream()
        .sorted(
            Map.Entry.<Long, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
        .flatMap(each -> entries.find(each.getKey()).stream())
        .toList();
  }

  private Why why(Entry entry, Entry other) {
    var pair = Match.Of.either(entry, other);
    var overruling = overruled.get(pair);
    var former = released.get(pair);
    if (former != null) {
      return why(Why.Kind.RELEASED, entry, other, former.reason());
    }
    if (!other.here()) {
      return why(Why.Kind.GONE, entry, other, "");
    }
    if (!names(other.id(), entry.id())) {
      return why(Why.Kind.NOT_MUTUAL, entry, other, "");
    }
    if (overruling != null) {
      return why(Why.Kind.OVERRULED, entry, other, overruling.reason());
    }
    var lot = Math.max(entry.lot(), other.lot());
    return why(
        open(other) > 0 && Math.min(open(other), entry.quantity()) < lot
            ? Why.Kind.LOT
            : Why.Kind.FULL,
        entry,
        other,
        "");
  }

  private Why why(Why.Kind kind, Entry entry, Entry other, String reason) {
    return new Why(kind, other.organizationName(), rank(entry, other), reason);
  }

  private int rank(Entry entry, Entry other) {
    return ranks.getOrDefault(entry.id(), Map.of()).getOrDefault(other.id(), 0);
  }

  private boolean names(long one, long other) {
    return ranks.getOrDefault(one, Map.of()).containsKey(other);
  }

  private long amount(Entry one, Entry other) {
    return amounts.getOrDefault(Match.Of.either(one, other), 0L);
  }
}
