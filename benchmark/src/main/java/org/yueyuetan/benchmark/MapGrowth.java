package org.yueyuetan.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yueyuetan.engine.map.OpinionMap;

/**
 * Measures how long the map takes as the room grows (1,000 opinions, 50 votes a person, the better
 * of two runs in a warm process) and draws it; how to run it is told in {@code docs/map.md}.
 */
public final class MapGrowth {

  private static final int[] PARTICIPANTS = {1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000};
  private static final double LEFT = 70;
  private static final double TOP = 20;
  private static final double WIDTH = 540;
  private static final double HEIGHT = 300;

  private record Point(int participants, double seconds) {}

  private MapGrowth() {}

  public static void main(String[] args) throws IOException {
    for (int i = 0; i < 20; i++) {
      OpinionMap.of(Room.votes(500, 100, 60, i));
    }
    var points = new ArrayList<Point>();
    for (int participants : PARTICIPANTS) {
      var votes = Room.votes(participants, 1_000, 50, 1);
      double best = Double.POSITIVE_INFINITY;
      for (int run = 0; run < 2; run++) {
        long begin = System.nanoTime();
        OpinionMap.of(votes);
        best = Math.min(best, (System.nanoTime() - begin) / 1e9);
      }
      points.add(new Point(participants, best));
      System.out.printf(Locale.ROOT, "| %,d | %.2f |%n", participants, best);
    }
    Files.writeString(Path.of(args[0]), svg(points));
  }

  /**
   * Both axes logarithmic: time in proportion to the room is a line that rises as the grid does.
   */
  private static String svg(List<Point> points) {
    var svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 380" font-family="sans-serif" font-size="13">
        <title>Time to draw the map by number of participants</title>
        <rect width="640" height="380" fill="#fff"/>
        """);
    for (double seconds : new double[] {.01, .1, 1, 10}) {
      line(svg, LEFT, y(seconds), LEFT + WIDTH, y(seconds));
      text(svg, LEFT - 8, y(seconds) + 4, "end", seconds + " s");
    }
    for (int participants : new int[] {1_000, 10_000, 100_000}) {
      line(svg, x(participants), TOP, x(participants), TOP + HEIGHT);
      text(
          svg,
          x(participants),
          TOP + HEIGHT + 20,
          "middle",
          String.format(Locale.ROOT, "%,d", participants));
    }
    text(
        svg,
        LEFT + WIDTH / 2,
        TOP + HEIGHT + 45,
        "middle",
        "participants, 50 votes each on 1,000 opinions");
    svg.append("<polyline fill=\"none\" stroke=\"#1d5d8c\" stroke-width=\"2\" points=\"");
    points.forEach(p ->
        svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(p.participants()), y(p.seconds()))));
    svg.append("\"/>\n");
    for (var p : points) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#1d5d8c\"/>%n",
              x(p.participants()),
              y(p.seconds())));
      text(
          svg,
          x(p.participants()),
          y(p.seconds()) - 10,
          "middle",
          String.format(Locale.ROOT, "%.2f", p.seconds()));
    }
    return svg.append("</svg>\n").toString();
  }

  private static double x(double participants) {
    return LEFT + WIDTH * (Math.log10(participants) - 3) / 2;
  }

  private static double y(double seconds) {
    return TOP + HEIGHT * (1 - Math.log10(seconds)) / 3;
  }

  private static void line(StringBuilder svg, double x1, double y1, double x2, double y2) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#ccc\"/>%n",
            x1,
            y1,
            x2,
            y2));
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            text));
  }
}
