package org.yueyuetan.benchmark;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Draws how cost grows as SVG, both axes logarithmic, with a dashed line for growth in proportion.
 * Reads lines {@code series,size,seconds}; of several with the same size the median is drawn.
 * Arguments: title, name of the sizes.
 */
public final class Growth {

  private static final int LEFT = 64;
  private static final int TOP = 44;
  private static final int WIDTH = 440;
  private static final int HEIGHT = 330;
  private static final int LABELS = 150;
  private static final int LINE_HEIGHT = 15;

  /** More names of sizes would run into each other. */
  private static final int ROOM_FOR_ALL = 8;

  private static final List<String> COLOURS =
      List.of("#0072b2", "#d55e00", "#009e73", "#aa3377", "#7a5c00", "#444444");

  /** An axis that spans whole steps of 1, 2, 5, 10, … */
  private record Axis(double from, double to) {

    static Axis around(List<Double> values) {
      double least = values.stream().min(Comparator.naturalOrder()).orElseThrow();
      double most = values.stream().max(Comparator.naturalOrder()).orElseThrow();
      var steps = steps(-6, 9);
      return new Axis(
          steps.stream().filter(step -> step <= least).reduce((a, b) -> b).orElseThrow(),
          steps.stream().filter(step -> step >= most).findFirst().orElseThrow());
    }

    private static List<Double> steps(int from, int to) {
      var steps = new ArrayList<Double>();
      for (int power = from; power < to; power++) {
        for (int times : new int[] {1, 2, 5}) {
          steps.add(times * Math.pow(10, power));
        }
      }
      return steps;
    }

    List<Double> ticks() {
      return steps(-6, 9).stream()
          .filter(step -> step >= from * .999 && step <= to * 1.001)
          .toList();
    }

    double share(double value) {
      return Math.log(value / from) / Math.log(to / from);
    }
  }

  private final SequencedMap<String, TreeMap<Double, List<Double>>> series;
  private final Axis across;
  private final Axis up;
  private final PrintStream out;

  private Growth(SequencedMap<String, TreeMap<Double, List<Double>>> series, PrintStream out) {
    this.series = series;
    this.out = out;
    across = Axis.around(series.values().stream().flatMap(line -> line.keySet().stream()).toList());
    up =
        Axis.around(
            series.values().stream()
                .flatMap(line -> line.values().stream().map(Growth::median))
                .toList());
  }

  public static void main(String[] args) {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var series = new TreeMap<String, TreeMap<Double, List<Double>>>();
    in.lines()
        .map(line -> line.split(","))
        .forEach(cells ->
            series
                .computeIfAbsent(cells[0], name -> new TreeMap<>())
                .computeIfAbsent(Double.valueOf(cells[1]), size -> new ArrayList<>())
                .add(Double.valueOf(cells[2])));
    new Growth(series, new PrintStream(System.out, true, StandardCharsets.UTF_8))
        .draw(args[0], args[1]);
  }

  private void draw(String title, String sizes) {
    int width = LEFT + WIDTH + LABELS;
    int height = TOP + HEIGHT + 52;
    print(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' height='%d'"
            + " font-family='sans-serif' font-size='12' fill='#222'>",
        width, height, width, height);
    print("<rect width='%d' height='%d' fill='#fff'/>", width, height);
    print("<text x='%d' y='22' font-size='15'>%s</text>", LEFT, title);
    for (double tick : across.ticks()) {
      print("<path d='M%.1f %d v%d' stroke='#ddd'/>", x(tick), TOP, HEIGHT);
      if (across.ticks().size() <= ROOM_FOR_ALL || isPowerOfTen(tick)) {
        print(
            "<text x='%.1f' y='%d' text-anchor='middle'>%s</text>",
            x(tick), TOP + HEIGHT + 18, written(tick));
      }
    }
    for (double tick : up.ticks()) {
      print("<path d='M%d %.1f h%d' stroke='#ddd'/>", LEFT, y(tick), WIDTH);
      print(
          "<text x='%d' y='%.1f' text-anchor='end'>%s</text>",
          LEFT - 8, y(tick) + 4, written(tick));
    }
    print(
        "<text x='%d' y='%d' text-anchor='middle'>%s</text>",
        LEFT + WIDTH / 2, TOP + HEIGHT + 42, sizes);
    print(
        "<text transform='translate(16 %d) rotate(-90)' text-anchor='middle'>seconds</text>",
        TOP + HEIGHT / 2);
    proportion();
    lines();
    print("</svg>");
  }

  /** What doubles when the size doubles, into the upper right corner. */
  private void proportion() {
    double from = Math.max(across.from, across.to * up.from / up.to);
    print(
        "<path d='M%.1f %.1f L%d %d' stroke='#888' stroke-dasharray='6 4'/>",
        x(from), y(up.to * from / across.to), LEFT + WIDTH, TOP);
    print(
        "<text x='%d' y='%d' text-anchor='end' fill='#666'>dashed: in proportion</text>",
        LEFT + WIDTH, TOP - 8);
  }

  /** From the lowest to the highest, so that each name can stand beside its line or above. */
  private void lines() {
    var names =
        series.keySet().stream()
            .sorted(
                Comparator.comparingDouble(name -> median(series.get(name).lastEntry().getValue())))
            .toList();
    double free = TOP + HEIGHT;
    for (int i = 0; i < names.size(); i++) {
      var line = series.get(names.get(i));
      var colour = COLOURS.get(i % COLOURS.size());
      var points =
          line.entrySet().stream()
              .map(point -> at("%.1f,%.1f", x(point.getKey()), y(median(point.getValue()))))
              .toList();
      print(
          "<polyline points='%s' fill='none' stroke='%s' stroke-width='1.5'/>",
          String.join(" ", points), colour);
      points.forEach(point -> {
        var place = point.split(",");
        print("<circle cx='%s' cy='%s' r='2.5' fill='%s'/>", place[0], place[1], colour);
      });
      double endX = x(line.lastKey());
      double endY = y(median(line.lastEntry().getValue()));
      double labelY = Math.min(endY, free);
      free = labelY - LINE_HEIGHT;
      print(
          "<path d='M%.1f %.1f L%d %.1f' stroke='%s' stroke-width='.6' stroke-dasharray='2 2'/>",
          endX + 4, endY, LEFT + WIDTH + 14, labelY, colour);
      print(
          "<text x='%d' y='%.1f' fill='%s'>%s</text>",
          LEFT + WIDTH + 18, labelY + 4, colour, names.get(i));
    }
  }

  private double x(double size) {
    return LEFT + WIDTH * across.share(size);
  }

  private double y(double seconds) {
    return TOP + HEIGHT * (1 - up.share(seconds));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip((values.size() - 1) / 2).findFirst().orElseThrow();
  }

  private static boolean isPowerOfTen(double tick) {
    double power = Math.log10(tick);
    return Math.abs(power - Math.rint(power)) < 1e-9;
  }

  private static String written(double value) {
    return value >= 1 ? at("%,.0f", value) : at("%.6f", value).replaceAll("0+$", "");
  }

  private static String at(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private void print(String format, Object... values) {
    out.println(at(format, values).replace('\'', '"'));
  }
}
