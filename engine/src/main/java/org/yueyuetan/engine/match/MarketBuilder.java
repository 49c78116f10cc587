package org.yueyuetan.engine.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes parties and pairs one by one, in any order, and makes a {@link Market} of them. Every entry
 * is checked as it is given, and the message names it.
 */
public final class MarketBuilder {

  /** The rank of a partner who is not acceptable. */
  public static final int NOT_ACCEPTABLE = 0;

  /** The cap of a pair without one. */
  public static final long NO_CAP = Long.MAX_VALUE;

  private final String seed;
  private final Parties left = new Parties(Side.LEFT);
  private final Parties right = new Parties(Side.RIGHT);
  private final Pairs pairs = new Pairs();
  private boolean built;

  /** Parties in the order given. */
  static final class Parties {
    final Side side;
    final List<String> ids = new ArrayList<>();
    final Set<String> known = new HashSet<>();
    long[] quota = new long[16];
    long[] lot = new long[16];
    long total;

    Parties(Side side) {
      this.side = side;
    }

    int add(String id, long wanted, long least) {
      if (!known.add(id)) {
        throw new IllegalArgumentException("%s %s is listed twice".formatted(side.word(), id));
      }
      if (wanted < 1) {
        throw new IllegalArgumentException(
            "%s %s has quota %d; a quota is at least 1".formatted(side.word(), id, wanted));
      }
      if (least < 1 || least > wanted) {
        throw new IllegalArgumentException(
            "%s %s has smallest lot %d and quota %d; a lot is from 1 to the quota"
                .formatted(side.word(), id, least, wanted));
      }
      if (wanted > Long.MAX_VALUE - total) {
        throw new IllegalArgumentException(
            "%s %s: the quotas of this side add up to more than %d"
                .formatted(side.word(), id, Long.MAX_VALUE));
      }
      total += wanted;
      int number = ids.size();
      if (number == quota.length) {
        quota = Arrays.copyOf(quota, 2 * number);
        lot = Arrays.copyOf(lot, 2 * number);
      }
      quota[number] = wanted;
      lot[number] = least;
      ids.add(id);
      return number;
    }

    void require(int number) {
      if (number < 0 || number >= ids.size()) {
        throw new IllegalArgumentException(
            "there is no %s number %d; there are %d, from 0"
                .formatted(side.word(), number, ids.size()));
      }
    }
  }

  /** Columns of the pairs in the order given. */
  static final class Pairs {
    int[] left = new int[16];
    int[] right = new int[16];
    int[] leftRank = new int[16];
    int[] rightRank = new int[16];
    long[] cap = new long[0];
    int count;

    void add(int ofLeft, int ofRight, int byLeft, int byRight, long most) {
      if (count == left.length) {
        makeRoom(Math.max(count + 1, count + (count >> 1)));
      }
      if (most != NO_CAP || cap.length > 0) {
        writeCap(most);
      }
      left[count] = ofLeft;
      right[count] = ofRight;
      leftRank[count] = byLeft;
      rightRank[count++] = byRight;
    }

    void makeRoom(int size) {
      if (size > left.length) {
        left = Arrays.copyOf(left, size);
        right = Arrays.copyOf(right, size);
        leftRank = Arrays.copyOf(leftRank, size);
        rightRank = Arrays.copyOf(rightRank, size);
      }
    }

    private void writeCap(long most) {
      if (count >= cap.length) {
        int written = cap.length;
        cap = Arrays.copyOf(cap, left.length);
        Arrays.fill(cap, written, cap.length, NO_CAP);
      }
      cap[count] = most;
    }

    boolean isMutual(int pair) {
      return leftRank[pair] != NOT_ACCEPTABLE && rightRank[pair] != NOT_ACCEPTABLE;
    }

    boolean isCapped() {
      return cap.length > 0;
    }

    long capOf(int pair) {
      return pair < cap.length ? cap[pair] : NO_CAP;
    }
  }

  /**
   * A market where whom somebody ranks the same comes in the order of lots drawn with this seed.
   * The lot of a party is SHA-256 of the UTF-8 text {@code match lot\n<seed>\n<id>}; the smaller
   * comes first. A party has the same lot in all lists.
   */
  public MarketBuilder(String seed) {
    this.seed = seed;
  }

  /**
   * Who needs something.
   *
   * @param quota the most it can use, at least 1
   * @return its number, from 0
   * @throws IllegalArgumentException if the id is listed already or the quota is below 1
   */
  public int left(String id, long quota) {
    return left.add(id, quota, 1);
  }

  /**
   * Who needs something, and has no use for less than a lot from one partner.
   *
   * @param lot from 1 to the quota
   */
  public int left(String id, long quota, long lot) {
    return left.add(id, quota, lot);
  }

  /** Who gives something, at most its quota; otherwise as {@link #left(String, long)}. */
  public int right(String id, long quota) {
    return right.add(id, quota, 1);
  }

  /** Makes room for so many pairs at once, which saves copying; there may be fewer or more. */
  public MarketBuilder expect(int atMost) {
    pairs.makeRoom(atMost);
    return this;
  }

  /** A pair without cap. */
  public MarketBuilder pair(int left, int right, int leftRank, int rightRank) {
    return pair(left, right, leftRank, rightRank, NO_CAP);
  }

  /**
   * What two parties think of each other.
   *
   * @param left its number
   * @param right its number
   * @param leftRank how the left party ranks the right one, 1 is best; {@link #NOT_ACCEPTABLE}
   * @param rightRank how the right party ranks the left one
   * @param cap the most they can have with each other, at least 1
   * @throws IllegalArgumentException if a number is unknown, or a rank or the cap is out of range
   */
  public MarketBuilder pair(int left, int right, int leftRank, int rightRank, long cap) {
    this.left.require(left);
    this.right.require(right);
    if (leftRank < 0 || rightRank < 0) {
      throw new IllegalArgumentException(
          "pair %d (%s, %s) has ranks %d and %d; the best rank is 1"
              .formatted(
                  pairs.count + 1,
                  this.left.ids.get(left),
                  this.right.ids.get(right),
                  leftRank,
                  rightRank));
    }
    if (cap < 1) {
      throw new IllegalArgumentException(
          "pair %d (%s, %s) has cap %d; a cap is at least 1"
              .formatted(pairs.count + 1, this.left.ids.get(left), this.right.ids.get(right), cap));
    }
    pairs.add(left, right, leftRank, rightRank, cap);
    return this;
  }

  /**
   * The market of everything given; a builder builds once. Time m log ℓ for m pairs in lists of ℓ.
   *
   * @throws DoubledPair if two entries pair the same parties
   * @throws IllegalStateException if it was built already
   */
  public Market build() {
    if (built) {
      throw new IllegalStateException("this market is built already; begin another");
    }
    built = true;
    return new Listing(seed, left, right, pairs).market();
  }
}
