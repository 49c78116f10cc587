package org.yueyuetan.platform.outcome;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yueyuetan.platform.outcome.Thing.Ref;

/**
 * Where the golden thread's cards and lines stand on paper: one column a stage, each card beside
 * what it came from. Long columns end in a card that tells how many more there are.
 */
public final class Drawing {

  public static final int CARD = 176;
  public static final int PAD = 12;
  public static final int LINE = 20;

  private static final int GAP = 32;
  private static final int TOP = 52;
  private static final int LANE = 10;
  private static final int BETWEEN = 14;
  private static final int HEAD = 32;
  private static final int FOOT = 26;
  private static final int MORE = 44;
  private static final int MOST_CARDS = 6;
  private static final int MOST_LINES = 3;
  private static final double LINE_EMS = (CARD - 2 * PAD) / 14.0;

  /** A thing's card; {@code lines} is its title, broken to fit. */
  public record Card(Thing thing, int x, int y, int height, List<String> lines, boolean here) {}

  /** Stands for the rest of a column. */
  public record More(int x, int y, int height, int count) {}

  /** One line of the thread, as the path of an SVG. */
  public record Strand(String path, int x1, int y1, int x2, int y2) {}

  /** A column; {@code ahead} when the thread has not come this far. */
  public record Column(Stage stage, int x, boolean ahead) {}

  private record Spot(int x, int y, int height) {
    int middle() {
      return y + height / 2;
    }
  }

  private final List<Column> columns = new ArrayList<>();
  private final List<Card> cards = new ArrayList<>();
  private final List<More> more = new ArrayList<>();
  private final Set<Strand> strands;
  private final Map<Ref, Spot> spots = new LinkedHashMap<>();
  private final int height;

  Drawing(GoldenThread thread) {
    var tallest = 0;
    for (var stage : Stage.values()) {
      tallest = Math.max(tallest, height(shown(thread, stage), rest(thread, stage)));
    }
    for (var stage : Stage.values()) {
      var own = height(shown(thread, stage), rest(thread, stage));
      place(thread, stage, columns.size() * (CARD + GAP), TOP + (tallest - own) / 2);
    }
    height = TOP + Math.max(tallest, MORE) + 2 * LANE;
    strands = strands(thread);
  }

  public List<Column> columns() {
    return List.copyOf(columns);
  }

  public List<Card> cards() {
    return List.copyOf(cards);
  }

  public List<More> more() {
    return List.copyOf(more);
  }

  public List<Strand> strands() {
    return List.copyOf(strands);
  }

  public int width() {
    return Stage.values().length * (CARD + GAP) - GAP;
  }

  public int height() {
    return height;
  }

  /** The first ones of a stage, the start always among them. */
  private static List<Thing> shown(GoldenThread thread, Stage stage) {
    var all = stage.things(thread);
    if (all.size() <= MOST_CARDS) {
      return all;
    }
    var first = new LinkedHashSet<Thing>();
    all.stream().filter(thing -> thing.equals(thread.start())).forEach(first::add);
    all.stream().limit(MOST_CARDS).forEach(first::add);
    return all.stream()
        .filter(Set.copyOf(first.stream().limit(MOST_CARDS).toList())::contains)
        .toList();
  }

  private static int rest(GoldenThread thread, Stage stage) {
    return stage.things(thread).size() - shown(thread, stage).size();
  }

  private static int height(List<Thing> shown, int rest) {
    var cards = shown.stream().mapToInt(thing -> cardHeight(lines(thing)) + BETWEEN).sum();
    return Math.max(0, cards + (rest > 0 ? MORE : -BETWEEN));
  }

  private static int cardHeight(List<String> lines) {
    return HEAD + lines.size() * LINE + FOOT;
  }

  private static List<String> lines(Thing thing) {
    return Wrapping.wrap(thing.title(), LINE_EMS, MOST_LINES);
  }

  private void place(GoldenThread thread, Stage stage, int x, int top) {
    var y = top;
    var shown = shown(thread, stage);
    columns.add(new Column(stage, x, shown.isEmpty() && stage.hidden(thread) == 0));
    for (var thing : shown) {
      var lines = lines(thing);
      var card = new Card(thing, x, y, cardHeight(lines), lines, thing.equals(thread.start()));
      cards.add(card);
      spots.put(thing.ref(), new Spot(x, y, card.height()));
      y += card.height() + BETWEEN;
    }
    var rest = rest(thread, stage);
    if (rest > 0) {
      more.add(new More(x, y, MORE, rest));
      var spot = new Spot(x, y, MORE);
      stage.things(thread).forEach(thing -> spots.putIfAbsent(thing.ref(), spot));
    }
  }

  private Set<Strand> strands(GoldenThread thread) {
    var onward =
        thread.links().stream()
            .filter(link -> link.relation() != Relation.ANSWERED)
            .flatMap(link -> strand(link.from(), link.to()));
    var answers =
        thread.links().stream().filter(link -> link.relation() == Relation.ANSWERED).toList();
    var answered = answers.stream().map(Link::to).collect(toSet());
    var closing =
        answers.stream()
            .flatMap(link -> strand(link.from(), new Ref(ThingKind.ANSWER, link.to().id())));
    var direct =
        thread.of(List.of(ThingKind.ANSWER)).stream()
            .map(answer -> new Ref(ThingKind.NEED, answer.id()))
            .filter(need -> !answered.contains(need))
            .flatMap(need -> strand(need, new Ref(ThingKind.ANSWER, need.id())));
    return Stream.of(onward, closing, direct)
        .flatMap(strand -> strand)
        .collect(toCollection(LinkedHashSet::new));
  }

  private Stream<Strand> strand(Ref from, Ref to) {
    var start = spots.get(from);
    var end = spots.get(to);
    if (start == null || end == null || start.x() >= end.x()) {
      return Stream.empty();
    }
    int x1 = start.x() + CARD;
    int y1 = start.middle();
    int x2 = end.x();
    int y2 = end.middle();
    var between =
        spots.values().stream().filter(spot -> spot.x() > start.x() && spot.x() < end.x()).toList();
    var path =
        between.isEmpty()
            ? "M%d %d ".formatted(x1, y1) + bow(x1, y1, x2, y2)
            : around(between, x1, y1, x2, y2);
    return Stream.of(new Strand(path, x1, y1, x2, y2));
  }

  /** From one point to another, leaving and arriving level. */
  private static String bow(int x1, int y1, int x2, int y2) {
    int middle = (x1 + x2) / 2;
    return "C%d %d %d %d %d %d".formatted(middle, y1, middle, y2, x2, y2);
  }

  /** Over or under the columns in between, whichever is the shorter way: never behind a card. */
  private static String around(List<Spot> between, int x1, int y1, int x2, int y2) {
    int over = between.stream().mapToInt(Spot::y).min().orElse(y1) - LANE;
    int under = between.stream().mapToInt(spot -> spot.y() + spot.height()).max().orElse(y1) + LANE;
    int lane =
        Math.abs(y1 - over) + Math.abs(y2 - over) <= Math.abs(y1 - under) + Math.abs(y2 - under)
            ? over
            : under;
    return "M%d %d %s H%d %s"
        .formatted(x1, y1, bow(x1, y1, x1 + GAP, lane), x2 - GAP, bow(x2 - GAP, lane, x2, y2));
  }
}
