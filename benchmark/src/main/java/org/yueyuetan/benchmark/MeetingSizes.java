package org.yueyuetan.benchmark;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import org.yueyuetan.engine.meeting.Guests;
import org.yueyuetan.engine.meeting.MeetingPlan;

/**
 * Measures plans of afternoons as they grow, with and without absences, five of each in a warm
 * process: what they reach against what no plan can undercut, and the processor time of the thread,
 * which other work on the machine changes least. Prints the rows of the table in docs/meeting.md.
 */
public final class MeetingSizes {

  /** Parties of each kind, chance of a meeting, tables, slots. */
  private record Size(int left, int right, double chance, int tables, int slots) {}

  private static final Size[] SIZES = {
    new Size(10, 10, .3, 6, 8),
    new Size(20, 20, .25, 10, 12),
    new Size(30, 30, .22, 12, 20),
    new Size(60, 60, .15, 25, 28),
    new Size(120, 120, .1, 50, 36),
    new Size(240, 240, .06, 100, 42),
    new Size(60, 60, .3, 8, 9),
  };

  private static final double[] ABSENT = {0, .05, .15};
  private static final int SEEDS = 5;

  private MeetingSizes() {}

  public static void main(String[] args) {
    for (int seed = 0; seed < 10; seed++) {
      afternoon(SIZES[2], .05, seed).plan();
    }
    System.out.println(
        "| organizations | meetings | tables | absent | slots over the bound |"
            + " left over, over the bound | waits, and the bound | median ms, longest |");
    for (var size : SIZES) {
      for (double absent : ABSENT) {
        measure(size, absent);
      }
    }
  }

  private static Guests afternoon(Size size, double absent, int seed) {
    return Guests.random(
        size.left(), size.right(), size.chance(), size.tables(), size.slots(), absent, seed);
  }

  private static void measure(Size size, double absent) {
    var thread = ManagementFactory.getThreadMXBean();
    var millis = new double[SEEDS];
    int meetings = 0;
    int slots = 0;
    int left = 0;
    int waits = 0;
    int least = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      var afternoon = afternoon(size, absent, seed);
      long begin = thread.getCurrentThreadCpuTime();
      MeetingPlan plan = afternoon.plan();
      millis[seed] = (thread.getCurrentThreadCpuTime() - begin) / 1e6;
      meetings += afternoon.meetings().size();
      slots += plan.unplaced().isEmpty() ? plan.slots() - plan.bound().slots() : 0;
      left += plan.unplaced().size() - plan.bound().unplaced();
      waits += plan.waiting();
      least += plan.bound().waiting();
    }
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "| %d | %d | %d | %.0f %% | %d | %d | %.1f, %.1f | %.0f, %.0f |%n",
        size.left() + size.right(),
        meetings / SEEDS,
        size.tables(),
        absent * 100,
        slots,
        left,
        (double) waits / SEEDS,
        (double) least / SEEDS,
        millis[SEEDS / 2],
        millis[SEEDS - 1]);
  }
}
