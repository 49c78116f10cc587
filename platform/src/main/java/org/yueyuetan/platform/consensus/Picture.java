package org.yueyuetan.platform.consensus;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The map on paper: a dot for everybody who counts, a soft region around each group. Nothing in it
 * says who a dot is.
 *
 * <p>The engine's axes may change their signs or places from one vote to the next. A picture is
 * turned so that those who were in the one before stay as near as they can to where they were.
 *
 * @param dots in no telling order
 * @param regions of the groups, the largest first
 * @param radius of a dot
 */
record Picture(List<Dot> dots, List<Region> regions, double radius) {

  static final int WIDTH = 560;
  static final int HEIGHT = 440;

  private static final double MARGIN = 60;
  private static final double AROUND = 20;

  /** A letter, with the size of its group over or under it, needs so much to each side. */
  private static final double BADGE = 36;

  /** The circle of a letter; and to each side and above, the words with it. */
  private static final double LETTER = 13;

  private static final double WORDS_WIDE = 26;
  private static final double WORDS_HIGH = 12;

  /** From the middle of a letter to that of its words. */
  private static final double WORDS_AWAY = 24;

  /** A letter is tried in so many directions, at the region's edge and a step further out. */
  private static final int DIRECTIONS = 24;

  private static final double STEP = 16;

  private static final int PUSHES = 60;

  /** Ways of laying the axes that leave distances as they are. */
  private static final List<Turn> TURNS =
      List.of(
          new Turn(1, 0, 0, 1),
          new Turn(-1, 0, 0, 1),
          new Turn(1, 0, 0, -1),
          new Turn(-1, 0, 0, -1),
          new Turn(0, 1, 1, 0),
          new Turn(0, -1, 1, 0),
          new Turn(0, 1, -1, 0),
          new Turn(0, -1, -1, 0));

  /**
   * A person.
   *
   * @param key stays with the person from picture to picture and means nothing else
   * @param engine where the engine has them, axes turned
   * @param group number of the group, 0 if it is not shown
   */
  record Dot(long guest, String key, Point at, Point engine, int group) {}

  /**
   * A group.
   *
   * @param path of an SVG: the hull of its dots, at a distance, with round corners
   * @param badge where its letter stands
   */
  record Region(int number, String path, Point badge, int size) {}

  /** In the picture's units, y downwards. */
  record Point(double x, double y) {
    private Point plus(double dx, double dy) {
      return new Point(x + dx, y + dy);
    }
  }

  private record Side(Point start, Point end) {}

  private record Turn(int xx, int xy, int yx, int yy) {
    Point of(Point p) {
      return new Point(xx * p.x + xy * p.y, yx * p.x + yy * p.y);
    }
  }

  Picture {
    dots = List.copyOf(dots);
    regions = List.copyOf(regions);
  }

  /** Groups are A, B, C …, the largest first. */
  static String letter(int number) {
    return String.valueOf((char) ('A' + number - 1));
  }

  /**
   * Draws those who count. Time n² for n people: those who would hide each other are pushed apart.
   */
  static Picture of(List<Voice> counting, Optional<Picture> before) {
    var turn = before.map(last -> nearest(counting, last)).orElse(TURNS.getFirst());
    var keys = before.map(Picture::keys).orElse(Map.of());
    var places = counting.stream().map(voice -> turn.of(new Point(voice.x(), voice.y()))).toList();
    double radius = radius(counting.size());
    var spread = apart(onPaper(places), 2 * radius + 1);
    var dots = new ArrayList<Dot>();
    for (int i = 0; i < counting.size(); i++) {
      var voice = counting.get(i);
      dots.add(
          new Dot(
              voice.guest(),
              keys.getOrDefault(voice.guest(), fresh()),
              spread.get(i),
              places.get(i),
              voice.group().orElse(0)));
    }
    dots.sort(Comparator.comparing(Dot::key));
    return new Picture(dots, regions(dots, radius), radius);
  }

  /** Only the largest groups; members of the others stand outside of any. */
  Picture showing(int groups) {
    return new Picture(
        dots.stream()
            .map(dot ->
                dot.group <= groups ? dot : new Dot(dot.guest, dot.key, dot.at, dot.engine, 0))
            .toList(),
        regions.stream().filter(region -> region.number <= groups).toList(),
        radius);
  }

  private static String fresh() {
    return Long.toHexString(ThreadLocalRandom.current().nextLong());
  }

  private Map<Long, String> keys() {
    return dots.stream().collect(toMap(Dot::guest, Dot::key));
  }

  private static Turn nearest(List<Voice> counting, Picture before) {
    var was = before.dots.stream().collect(toMap(Dot::guest, Dot::engine));
    return TURNS.stream()
        .max(
            Comparator.comparingDouble(turn ->
                counting.stream()
                    .filter(voice -> was.containsKey(voice.guest()))
                    .mapToDouble(voice -> {
                      var old = was.getOrDefault(voice.guest(), new Point(0, 0));
                      var now = turn.of(new Point(voice.x(), voice.y()));
                      return now.x * old.x + now.y * old.y;
                    })
                    .sum()))
        .orElseThrow();
  }

  private static double radius(int people) {
    return people <= 40 ? 8 : people <= 120 ? 6 : people <= 300 ? 4.5 : 3;
  }

  /** As large as fits, both axes on one scale: distances mean something, directions do not. */
  private static List<Point> onPaper(List<Point> places) {
    double left = places.stream().mapToDouble(Point::x).min().orElse(0);
    double right = places.stream().mapToDouble(Point::x).max().orElse(0);
    double low = places.stream().mapToDouble(Point::y).min().orElse(0);
    double high = places.stream().mapToDouble(Point::y).max().orElse(0);
    double scale =
        Math.min(
            (WIDTH - 2 * MARGIN) / Math.max(right - left, 1e-9),
            (HEIGHT - 2 * MARGIN) / Math.max(high - low, 1e-9));
    double across = right - left < 1e-9 && high - low < 1e-9 ? 0 : scale;
    return places.stream()
        .map(p ->
            new Point(
                WIDTH / 2. + (p.x - (left + right) / 2) * across,
                HEIGHT / 2. - (p.y - (low + high) / 2) * across))
        .toList();
  }

  /** Pushes dots off each other, so that nobody is hidden behind somebody who voted the same. */
  private static List<Point> apart(List<Point> points, double least) {
    int n = points.size();
    double[] x = points.stream().mapToDouble(Point::x).toArray();
    double[] y = points.stream().mapToDouble(Point::y).toArray();
    for (int i = 0; i < n; i++) {
      // Those on one spot need a direction to leave it in: along a sunflower's spiral.
      x[i] += Math.cos(2.399963 * i) * .01;
      y[i] += Math.sin(2.399963 * i) * .01;
    }
    boolean crowded = true;
    for (int push = 0; push < PUSHES && crowded; push++) {
      crowded = false;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
          double dx = x[i] - x[j];
          double dy = y[i] - y[j];
          double square = dx * dx + dy * dy;
          if (square < least * least && square > 0) {
            double by = (least / Math.sqrt(square) - 1) / 2;
            x[i] += dx * by;
            y[i] += dy * by;
            x[j] -= dx * by;
            y[j] -= dy * by;
            crowded = true;
          }
        }
      }
      for (int i = 0; i < n; i++) {
        x[i] = Math.clamp(x[i], MARGIN / 2, WIDTH - MARGIN / 2);
        y[i] = Math.clamp(y[i], MARGIN / 2, HEIGHT - MARGIN / 2);
      }
    }
    var apart = new ArrayList<Point>(n);
    for (int i = 0; i < n; i++) {
      apart.add(new Point(x[i], y[i]));
    }
    return apart;
  }

  private static List<Region> regions(List<Dot> dots, double radius) {
    var points = dots.stream().map(Dot::at).toList();
    var regions = new ArrayList<Region>();
    dots.stream()
        .filter(dot -> dot.group > 0)
        .collect(groupingBy(Dot::group, TreeMap::new, toList()))
        .forEach((number, members) -> {
          var hull = hull(members.stream().map(Dot::at).toList());
          var badges = regions.stream().map(Region::badge).toList();
          regions.add(
              new Region(
                  number,
                  outline(hull, radius + AROUND),
                  badge(hull, points, badges, radius),
                  members.size()));
        });
    return regions;
  }

  private static Point mean(List<Point> points) {
    return new Point(
        points.stream().mapToDouble(Point::x).average().orElse(0),
        points.stream().mapToDouble(Point::y).average().orElse(0));
  }

  /** Corners of the convex hull in turn (Andrew 1979, monotone chain). */
  private static List<Point> hull(List<Point> points) {
    var sorted =
        points.stream()
            .distinct()
            .sorted(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y))
            .toList();
    if (sorted.size() < 3) {
      return sorted;
    }
    var hull = chain(sorted);
    hull.removeLast();
    var back = chain(sorted.reversed());
    back.removeLast();
    hull.addAll(back);
    return hull;
  }

  private static List<Point> chain(List<Point> sorted) {
    var chain = new ArrayList<Point>();
    for (var point : sorted) {
      while (chain.size() > 1
          && cross(chain.get(chain.size() - 2), chain.getLast(), point) <= 1e-9) {
        chain.removeLast();
      }
      chain.add(point);
    }
    return chain;
  }

  private static double cross(Point o, Point a, Point b) {
    return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
  }

  /** Around the hull at a distance: straight along its sides, round at its corners. */
  private static String outline(List<Point> hull, double distance) {
    var sides = sides(hull, distance);
    var path = new StringBuilder("M" + words(sides.getFirst().start));
    for (int i = 0; i < sides.size(); i++) {
      path.append('L')
          .append(words(sides.get(i).end))
          .append(arc(distance, sides.get((i + 1) % sides.size()).start));
    }
    return path.append('Z').toString();
  }

  private static List<Side> sides(List<Point> hull, double distance) {
    if (hull.size() == 1) {
      var over = hull.getFirst().plus(0, -distance);
      var under = hull.getFirst().plus(0, distance);
      return List.of(new Side(over, over), new Side(under, under));
    }
    var sides = new ArrayList<Side>();
    for (int i = 0; i < hull.size(); i++) {
      var from = hull.get(i);
      var to = hull.get((i + 1) % hull.size());
      double length = Math.hypot(to.x - from.x, to.y - from.y);
      double dx = (to.y - from.y) / length * distance;
      double dy = (from.x - to.x) / length * distance;
      sides.add(new Side(from.plus(dx, dy), to.plus(dx, dy)));
    }
    return sides;
  }

  private static String arc(double radius, Point to) {
    return "A%s %s 0 0 1 %s".formatted(number(radius), number(radius), words(to));
  }

  /**
   * At the region's edge, where it hides no dot and no letter, as far as may be on the side that
   * looks away from the others.
   */
  private static Point badge(
      List<Point> hull, List<Point> dots, List<Point> badges, double radius) {
    var middle = mean(hull);
    var centre = mean(dots);
    double dx = middle.x - centre.x;
    double dy = middle.y - centre.y;
    double away = Math.hypot(dx, dy) < 1 ? -Math.PI / 2 : Math.atan2(dy, dx);
    var best = middle;
    long least = Long.MAX_VALUE;
    for (double distance : new double[] {radius + AROUND, radius + AROUND + STEP}) {
      for (int turn = 0; turn < DIRECTIONS && least > 0; turn++) {
        // By turns to the left and to the right of the best direction.
        int side = turn % 2 == 0 ? -turn / 2 : (turn + 1) / 2;
        var place = edge(hull, away + side * 2 * Math.PI / DIRECTIONS, distance);
        long hidden =
            dots.stream().filter(dot -> covers(place, dot, radius)).count()
                + badges.stream().filter(badge -> collide(place, badge)).count();
        if (hidden < least) {
          least = hidden;
          best = place;
        }
      }
    }
    return best;
  }

  private static Point edge(List<Point> hull, double direction, double distance) {
    double ux = Math.cos(direction);
    double uy = Math.sin(direction);
    var corner =
        hull.stream()
            .max(Comparator.comparingDouble(p -> p.x * ux + p.y * uy))
            .orElseThrow()
            .plus(ux * distance, uy * distance);
    return new Point(
        Math.clamp(corner.x, BADGE, WIDTH - BADGE), Math.clamp(corner.y, BADGE, HEIGHT - BADGE));
  }

  /** Whether the letter or the words with it lie on a dot. */
  static boolean covers(Point badge, Point dot, double radius) {
    double words = badge.y + (wordsUnder(badge.y) ? WORDS_AWAY : -WORDS_AWAY);
    return Math.hypot(dot.x - badge.x, dot.y - badge.y) < LETTER + radius
        || (Math.abs(dot.x - badge.x) < WORDS_WIDE + radius
            && Math.abs(dot.y - words) < WORDS_HIGH + radius);
  }

  private static boolean collide(Point one, Point other) {
    return Math.abs(one.x - other.x) < 2 * WORDS_WIDE
        && Math.abs(one.y - other.y) < 2 * (LETTER + WORDS_HIGH);
  }

  /** The size of a group stands on the side of its letter that looks out of the picture. */
  static boolean wordsUnder(double y) {
    return y > HEIGHT / 2.;
  }

  private static String words(Point p) {
    return number(p.x) + " " + number(p.y);
  }

  /** A tenth of a unit is finer than any screen. */
  static String number(double value) {
    return String.valueOf(Math.round(value * 10) / 10.);
  }
}
