package org.yueyuetan.engine.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * A market as people state it, and the definitions read off it word by word: nothing here is shared
 * with the engine.
 */
public record Wishes(List<Party> left, List<Party> right, List<Pair> pairs) {

  public record Party(String id, long quota, long lot) {}

  /** Rank 0: not acceptable. */
  public record Pair(String left, String right, int leftRank, int rightRank, long cap) {

    /** As the other side sees it. */
    Pair turned() {
      return new Pair(
          /* left= */ right,
          /* right= */ left,
          /* leftRank= */ rightRank,
          /* rightRank= */ leftRank,
          cap);
    }
  }

  public Market market(String seed) {
    var builder = new MarketBuilder(seed);
    var lefts = new HashMap<String, Integer>();
    var rights = new HashMap<String, Integer>();
    left.forEach(
        party -> lefts.put(party.id(), builder.left(party.id(), party.quota(), party.lot())));
    right.forEach(party -> rights.put(party.id(), builder.right(party.id(), party.quota())));
    for (var pair : pairs) {
      builder.pair(
          lefts.getOrDefault(pair.left(), -1),
          rights.getOrDefault(pair.right(), -1),
          pair.leftRank(),
          pair.rightRank(),
          pair.cap());
    }
    return builder.build();
  }

  /** The same rows in another order. */
  Wishes shuffled(long seed) {
    var random = new Random(seed);
    var lefts = new ArrayList<>(left);
    var rights = new ArrayList<>(right);
    var shuffled = new ArrayList<>(pairs);
    Collections.shuffle(lefts, random);
    Collections.shuffle(rights, random);
    Collections.shuffle(shuffled, random);
    return new Wishes(lefts, rights, shuffled);
  }

  /** The two sides in each other's place. */
  Wishes turned() {
    return new Wishes(
        /* left= */ right, /* right= */ left, pairs.stream().map(Pair::turned).toList());
  }

  /** Amounts by pair, from an allocation. */
  Map<Pair, Long> amounts(Allocation allocation) {
    var of = new HashMap<List<String>, Long>();
    allocation.gifts().forEach(gift -> of.put(List.of(gift.left(), gift.right()), gift.amount()));
    var amounts = new HashMap<Pair, Long>();
    for (var pair : pairs) {
      var amount = of.remove(List.of(pair.left(), pair.right()));
      amounts.put(pair, amount == null ? 0L : amount);
    }
    if (!of.isEmpty()) {
      throw new AssertionError("pairs that nobody stated: " + of);
    }
    return amounts;
  }

  /** Whether quotas, caps, lots and refusals are kept. */
  boolean isFeasible(Map<Pair, Long> amounts) {
    return pairs.stream()
            .allMatch(pair -> {
              long amount = amounts.getOrDefault(pair, 0L);
              return amount == 0
                  || (amount >= lot(pair)
                      && amount <= pair.cap()
                      && pair.leftRank() > 0
                      && pair.rightRank() > 0);
            })
        && left.stream().allMatch(party -> ofLeft(party.id(), amounts) <= party.quota())
        && right.stream().allMatch(party -> ofRight(party.id(), amounts) <= party.quota());
  }

  long ofLeft(String id, Map<Pair, Long> amounts) {
    return sum(amounts, pair -> pair.left().equals(id));
  }

  long ofRight(String id, Map<Pair, Long> amounts) {
    return sum(amounts, pair -> pair.right().equals(id));
  }

  /** Pairs in which both strictly gain by having more of each other, at least a lot in all. */
  List<Pair> blocking(Map<Pair, Long> amounts) {
    var blocking = new ArrayList<Pair>();
    for (var pair : pairs) {
      if (pair.leftRank() == 0 || pair.rightRank() == 0) {
        continue;
      }
      long byLeft =
          quota(left, pair.left())
              - sum(
                  amounts,
                  other -> other.left().equals(pair.left()) && other.leftRank() <= pair.leftRank());
      long byRight =
          quota(right, pair.right())
              - sum(
                  amounts,
                  other ->
                      other.right().equals(pair.right()) && other.rightRank() <= pair.rightRank());
      long amount = amounts.getOrDefault(pair, 0L);
      long more = Math.min(pair.cap() - amount, Math.min(byLeft, byRight));
      if (more > 0 && amount + more >= lot(pair)) {
        blocking.add(pair);
      }
    }
    return blocking;
  }

  private long lot(Pair pair) {
    return left.stream()
        .filter(party -> party.id().equals(pair.left()))
        .findFirst()
        .orElseThrow()
        .lot();
  }

  private static long quota(List<Party> side, String id) {
    return side.stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow().quota();
  }

  private static long sum(Map<Pair, Long> amounts, java.util.function.Predicate<Pair> counted) {
    return amounts.entrySet().stream()
        .filter(entry -> counted.test(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** All allocations that keep quotas, caps and lots and that no pair blocks. */
  List<Map<Pair, Long>> stable() {
    var stable = new ArrayList<Map<Pair, Long>>();
    extend(0, new HashMap<>(), stable);
    return stable;
  }

  private void extend(int pair, Map<Pair, Long> amounts, List<Map<Pair, Long>> stable) {
    if (pair == pairs.size()) {
      if (isFeasible(amounts) && blocking(amounts).isEmpty()) {
        stable.add(new HashMap<>(amounts));
      }
      return;
    }
    var next = pairs.get(pair);
    long most =
        Math.min(
            next.cap(),
            Math.min(
                quota(left, next.left()) - ofLeft(next.left(), amounts),
                quota(right, next.right()) - ofRight(next.right(), amounts)));
    for (long amount = 0; amount <= most; amount++) {
      amounts.put(next, amount);
      extend(pair + 1, amounts, stable);
    }
    amounts.remove(next);
  }

  /** What a random market is like. */
  public record Shape(
      int left, int right, double listed, long quota, double capped, boolean ties, long lot) {

    public static Shape of(int left, int right, double listed, long quota) {
      return new Shape(left, right, listed, quota, 0, false, 1);
    }

    Shape capped(double share) {
      return new Shape(left, right, listed, quota, share, ties, lot);
    }

    Shape tied() {
      return new Shape(left, right, listed, quota, capped, true, lot);
    }

    Shape lots(long most) {
      return new Shape(left, right, listed, quota, capped, ties, most);
    }
  }

  public static Wishes random(Shape shape, long seed) {
    var random = new SplittableRandom(seed);
    var left = parties("l", shape.left(), shape.quota(), shape.lot(), random);
    var right = parties("r", shape.right(), shape.quota(), 1, random);
    var rightOrder = right.stream().map(party -> order(left.size(), random)).toList();
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < left.size(); i++) {
      var order = order(right.size(), random);
      for (int j = 0; j < right.size(); j++) {
        if (random.nextDouble() < shape.listed()) {
          int byLeft = order.get(j) + 1;
          int byRight = rightOrder.get(j).get(i) + 1;
          pairs.add(
              new Pair(
                  left.get(i).id(),
                  right.get(j).id(),
                  random.nextInt(12) == 0 ? 0 : shape.ties() ? (byLeft + 1) / 2 : byLeft,
                  random.nextInt(12) == 0 ? 0 : shape.ties() ? (byRight + 1) / 2 : byRight,
                  random.nextDouble() < shape.capped()
                      ? random.nextLong(1, shape.quota() + 1)
                      : MarketBuilder.NO_CAP));
        }
      }
    }
    return new Wishes(left, right, pairs);
  }

  private static List<Party> parties(
      String letter, int count, long quota, long lot, SplittableRandom random) {
    var parties = new ArrayList<Party>();
    for (int i = 0; i < count; i++) {
      long wanted = random.nextLong(1, quota + 1);
      parties.add(new Party(letter + i, wanted, random.nextLong(1, Math.min(lot, wanted) + 1)));
    }
    return parties;
  }

  private static List<Integer> order(int count, SplittableRandom random) {
    var order = new ArrayList<Integer>();
    for (int i = 0; i < count; i++) {
      order.add(random.nextInt(i + 1), i);
    }
    return order;
  }
}
