package org.yueyuetan.platform.panel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** How many organizations have which chance, as bars of a drawing. */
public record Histogram(List<Bar> bars, int most) {

  public static final int WIDTH = 640;
  public static final int HEIGHT = 200;
  public static final int TOP = 24;
  public static final int BOTTOM = 28;

  private static final int BARS = 10;
  private static final double[] STEPS = {.001, .002, .005, .01, .02, .05, .1};

  /** Chances from {@code from} to under {@code to}; the last one takes those at {@code to} too. */
  public record Bar(double from, double to, int count, int x, int y, int width, int height) {

    /** Where it begins, on the scale. */
    public String label() {
      return String.format(Locale.ROOT, to - from < .01 - 1e-9 ? "%.1f%%" : "%.0f%%", 100 * from);
    }
  }

  public Histogram {
    bars = List.copyOf(bars);
  }

  static Histogram of(Collection<Double> chances) {
    double highest = chances.stream().mapToDouble(c -> c).max().orElse(0);
    double step = STEPS[STEPS.length - 1];
    for (int i = STEPS.length - 1; i >= 0; i--) {
      if (STEPS[i] * BARS >= highest) {
        step = STEPS[i];
      }
    }
    int[] counts = new int[BARS];
    for (double chance : chances) {
      // A hair below a border is rounding, not another chance.
      counts[Math.min(BARS - 1, (int) ((chance + 1e-6) / step))]++;
    }
    int most = 1;
    for (int count : counts) {
      most = Math.max(most, count);
    }
    var bars = new ArrayList<Bar>();
    int width = WIDTH / BARS;
    for (int i = 0; i < BARS; i++) {
      int height = Math.round((float) HEIGHT * counts[i] / most);
      bars.add(
          new Bar(
              i * step,
              (i + 1) * step,
              counts[i],
              i * width,
              TOP + HEIGHT - height,
              width - 6,
              height));
    }
    return new Histogram(bars, most);
  }
}
