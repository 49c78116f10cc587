package org.yueyuetan.engine.group;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Finds which texts have one subject; how many subjects there are is not given.
 *
 * <p>Two texts of a subject are to be {@link #TIMES} times as alike as two drawn at random: that
 * mean cosine is the resolution of the constant Potts model. Its best partition is looked for in
 * steps, because all pairs are too many:
 *
 * <ol>
 *   <li><b>Crumbs</b>: Leiden on the graph of nearest neighbours, at a finer resolution.
 *   <li><b>Join</b>: Leiden on the crumbs, where the weight of an edge is the sum over <i>all</i>
 *       pairs of their texts, so that the sparseness of the first graph has no say.
 *   <li><b>Settle</b>: each unit goes to the part whose centre is nearest (Rocchio 1971), or stands
 *       alone when it is not alike enough; small parts ask for more likeness, as chance is greater.
 *   <li><b>Divide</b>: what is hidden in a large part but has little to do with the rest of it, an
 *       issue of the day for instance, becomes a part of its own.
 * </ol>
 *
 * <p>Deterministic; the order of the units decides ties only.
 */
final class Subjects {

  /** How many times as alike as texts at random the texts of one subject are. */
  static final double TIMES = 3;

  /** Where the resolution stays, however uniform or varied the texts are: a mean cosine. */
  static final double LEAST = .04;

  static final double MOST = .08;

  /** Neighbours of a text in the first graph. */
  private static final int NEIGHBOURS = 15;

  /** Neighbours of a crumb in the second. */
  private static final int CRUMB_NEIGHBOURS = 100;

  /** How much finer than the resolution crumbs are, and the pieces that a part may fall into. */
  private static final double FINER = 2;

  private static final double FINER_PIECES = 2.5;

  /** Below this cosine of the centres, free of noise, two parts are about different things. */
  static final double DIFFERENT = .3;

  /** A piece that becomes a part of its own has at least so many texts. */
  private static final int PIECE = 5;

  /** A unit leaves its part only when it is so much less alike than one that would join. */
  private static final double LEAVES = .5;

  /** How alike two texts are at least, to be a group of their own. */
  static final double PAIR = .1;

  private static final int ROUNDS = 2;
  private static final int CHUNK = 1_024;

  private final Units units;
  private final Map<Integer, int[]> partners;
  private final double resolution;

  /**
   * @param resolution see {@link #resolution}
   */
  Subjects(Units units, double resolution) {
    this.units = units;
    this.partners = units.partners();
    this.resolution = resolution;
  }

  /** The mean cosine of two texts drawn at random. */
  static double background(Units units) {
    return Centres.of(units, new int[units.count()]).likeness(0);
  }

  /** The mean cosine from which on texts have one subject, where two at random have the other. */
  static double resolution(double background) {
    return Math.min(Math.max(TIMES * background, LEAST), MOST);
  }

  /** How alike a text is to each of so many others, on average, to join them. */
  private double toJoin(double others) {
    return resolution * (1 + 2 / others);
  }

  /** The same to stay with them; two texts alone need more than a common everyday word. */
  private double toStay(double others) {
    return Math.max(LEAVES * resolution, PAIR / others);
  }

  /** For each unit the number of its part; many parts have one unit. */
  int[] find() {
    int[] crumbs = crumbs();
    int[] part = crumbs;
    for (int round = 0; round < ROUNDS; round++) {
      part = settled(settled(joined(part, resolution)));
    }
    int[] pieces = settled(joined(crumbs, resolution * FINER_PIECES));
    return settled(divided(part, pieces));
  }

  private int[] crumbs() {
    double fine = resolution * FINER;
    var near = Neighbours.of(units.vectors(), units.size(), NEIGHBOURS, fine);
    int[] part = Graph.undirected(units.size(), near).communities(fine, 1);
    return separated(part, unit -> new int[] {unit});
  }

  private int[] joined(int[] part, double atLeast) {
    var centres = Centres.of(units, part);
    var near = Neighbours.of(centres.sums(), centres.size(), CRUMB_NEIGHBOURS, 0);
    int[] of = Graph.undirected(centres.size(), near).communities(atLeast, 3);
    int[] joined = Arrays.stream(part).map(p -> of[p]).toArray();
    int[][] members = Parts.members(part, Parts.count(part));
    return separated(joined, unit -> members[part[unit]]);
  }

  private int[] settled(int[] part) {
    var centres = Centres.of(units, part);
    var index = centres.sums().transposed();
    int parts = centres.size().length;
    int[] settled = new int[part.length];
    IntStream.range(0, (part.length + CHUNK - 1) / CHUNK)
        .parallel()
        .forEach(chunk -> {
          var dots = new double[parts];
          int to = Math.min(part.length, (chunk + 1) * CHUNK);
          for (int unit = chunk * CHUNK; unit < to; unit++) {
            int nearest = nearest(unit, part, centres, index, dots);
            settled[unit] = nearest >= 0 ? nearest : parts + unit;
          }
        });
    return separated(Parts.numbered(settled), unit -> new int[] {unit});
  }

  /** The part whose centre, the unit itself left out, has the greatest cosine; -1 for none. */
  private int nearest(int unit, int[] part, Centres centres, Vectors index, double[] dots) {
    var vectors = units.vectors();
    for (int i = vectors.start()[unit]; i < vectors.start()[unit + 1]; i++) {
      int term = vectors.term()[i];
      for (int j = index.start()[term]; j < index.start()[term + 1]; j++) {
        dots[index.term()[j]] += vectors.weight()[i] * index.weight()[j];
      }
    }
    double own = vectors.square(unit);
    double size = units.size()[unit];
    int nearest = -1;
    double greatest = 0;
    for (int p = 0; p < dots.length; p++) {
      double dot = dots[p];
      dots[p] = 0;
      if (dot == 0) {
        continue;
      }
      boolean home = p == part[unit];
      double others = centres.size()[p] - (home ? size : 0);
      double square = centres.square()[p];
      if (home) {
        square += own - 2 * dot;
        dot -= own;
      }
      double least = home ? toStay(others) : toJoin(others);
      if (others < (home ? 1 : 2) || dot < least * others * size || isApart(unit, p, part)) {
        continue;
      }
      double cosine = dot / Math.sqrt(square);
      if (cosine > greatest || (home && cosine == greatest)) {
        greatest = cosine;
        nearest = p;
      }
    }
    return nearest;
  }

  private boolean isApart(int unit, int p, int[] part) {
    for (int partner : partners.getOrDefault(unit, new int[0])) {
      if (part[partner] == p) {
        return true;
      }
    }
    return false;
  }

  private int[] divided(int[] part, int[] pieces) {
    int kinds = Parts.count(pieces);
    int parts = Parts.count(part);
    int[] both = new int[part.length];
    Map<Long, Integer> numbers = new HashMap<>();
    for (int unit = 0; unit < part.length; unit++) {
      both[unit] =
          numbers.computeIfAbsent((long) part[unit] * kinds + pieces[unit], k -> numbers.size());
    }
    var whole = Centres.of(units, part);
    var piece = Centres.of(units, both);
    boolean[] leaves = new boolean[numbers.size()];
    int[] home = new int[numbers.size()];
    for (int unit = 0; unit < part.length; unit++) {
      home[both[unit]] = part[unit];
    }
    var dense = new double[units.vectors().terms()];
    for (int b = 0; b < leaves.length; b++) {
      leaves[b] = isDifferent(piece, b, whole, home[b], dense);
    }
    int[] divided = new int[part.length];
    for (int unit = 0; unit < part.length; unit++) {
      divided[unit] = leaves[both[unit]] ? parts + both[unit] : part[unit];
    }
    return separated(Parts.numbered(divided), unit -> new int[] {unit});
  }

  /**
   * Whether a piece is about something else than the rest of its part: the cosine of their centres,
   * estimated from pairs of different texts, so that it does not shrink with their numbers.
   */
  private static boolean isDifferent(Centres pieces, int b, Centres whole, int p, double[] dense) {
    double n = pieces.size()[b];
    double m = whole.size()[p] - n;
    if (n < PIECE || m < 2) {
      return false;
    }
    double square = pieces.square()[b];
    whole.sums().addTo(dense, p, 1);
    double dot = pieces.sums().dot(b, dense);
    whole.sums().addTo(dense, p, -1);
    double restSquare = whole.square()[p] - 2 * dot + square;
    double inside = Centres.mean(square, pieces.own()[b], n);
    double rest = Centres.mean(restSquare, whole.own()[p] - pieces.own()[b], m);
    double across = (dot - square) / (n * m);
    return across < DIFFERENT * Math.sqrt(inside * rest);
  }

  /**
   * Moves units that are to be apart out of a common part, each with what belongs to it, into a new
   * one. The unit that is nearest to the centre stays.
   */
  private int[] separated(int[] part, IntFunction<int[]> belongings) {
    int[] separated = Parts.numbered(part);
    int next = Parts.count(separated);
    for (int[] set : units.apart()) {
      Map<Integer, Integer> stays = new HashMap<>();
      for (int unit : nearestFirst(set, separated)) {
        if (stays.putIfAbsent(separated[unit], unit) != null) {
          for (int moved : belongings.apply(unit)) {
            separated[moved] = next;
          }
          next++;
        }
      }
    }
    return Parts.numbered(separated);
  }

  private Iterable<Integer> nearestFirst(int[] set, int[] part) {
    var dense = new double[units.vectors().terms()];
    double[] nearness = new double[part.length];
    for (int unit : set) {
      for (int other = 0; other < part.length; other++) {
        if (part[other] == part[unit] && other != unit) {
          units.vectors().addTo(dense, other, 1);
        }
      }
      nearness[unit] = units.vectors().dot(unit, dense) / units.size()[unit];
      Arrays.fill(dense, 0);
    }
    return Arrays.stream(set)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(unit -> -nearness[unit]).thenComparing(u -> u))
        .toList();
  }
}
