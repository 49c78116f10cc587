package org.yueyuetan.engine.meeting;

import java.util.SplittableRandom;

/**
 * Places what the construction could not: a meeting takes a slot and turns out whoever stands in
 * its way, the fewest first; who was turned out may not return to that slot for a while (tabu
 * search on partial colourings, Blöchliger and Zufferey 2008). Repeatable: the random numbers are
 * always the same, the effort is counted in steps and not in time.
 */
final class Search {

  private static final long SEED = 20_211_116;
  private static final int STEPS = 20_000;
  private static final int TENURE = 10;

  private final Afternoon afternoon;
  private final Schedule schedule;
  private final SplittableRandom random = new SplittableRandom(SEED);

  private final int[] waiting;
  private int waitingCount;

  /** By meeting and slot, the step from which it may return. */
  private final int[][] barred;

  /** So many are left over in any case: with no more than that nothing better is looked for. */
  private final int least;

  private int fewest;
  private int[] best;

  /** The move chosen: the place among those waiting, and the slot. */
  private int chosen;

  private int chosenSlot;

  private Search(Schedule schedule, int least) {
    this.schedule = schedule;
    this.least = least;
    afternoon = schedule.afternoon;
    waiting = new int[afternoon.count()];
    for (int meeting = 0; meeting < afternoon.count(); meeting++) {
      if (schedule.slotOf[meeting] == Schedule.NONE) {
        waiting[waitingCount++] = meeting;
      }
    }
    barred = new int[waitingCount == 0 ? 0 : afternoon.count()][schedule.slots];
    fewest = waitingCount;
    best = schedule.slotOf.clone();
  }

  /**
   * All meetings in the fewest slots found; if there is no time for all, as many as are found, and
   * those in the fewest slots found.
   *
   * @param from slots that are needed in any case
   */
  static Schedule shortest(Afternoon afternoon, Bounds bounds, int from) {
    for (int slots = from; slots < afternoon.slots; slots++) {
      var search = in(afternoon, slots, 0);
      if (search.fewest == 0) {
        return search.result();
      }
    }
    var found = in(afternoon, afternoon.slots, bounds.unplaced(afternoon.slots));
    for (int slots = afternoon.slots - 1; slots > 0 && found.fewest > 0; slots--) {
      int least = bounds.unplaced(slots);
      if (least > found.fewest) {
        break;
      }
      var shorter = in(afternoon, slots, least);
      if (shorter.fewest > found.fewest) {
        break;
      }
      found = shorter;
    }
    return found.result();
  }

  private static Search in(Afternoon afternoon, int slots, int least) {
    var search = new Search(Construction.in(afternoon, slots), least);
    search.run();
    return search;
  }

  private Schedule result() {
    var result = new Schedule(afternoon, schedule.slots);
    for (int meeting = 0; meeting < best.length; meeting++) {
      if (best[meeting] != Schedule.NONE) {
        result.put(meeting, best[meeting]);
      }
    }
    return result;
  }

  private void run() {
    int since = 0;
    for (int step = 1; fewest > least && since < STEPS; step++, since++) {
      if (choose(step)) {
        move(step);
      }
      if (waitingCount < fewest) {
        fewest = waitingCount;
        best = schedule.slotOf.clone();
        since = 0;
      }
    }
  }

  /** The move that turns out the fewest, one of them at random. */
  private boolean choose(int step) {
    int least = Integer.MAX_VALUE;
    int equal = 0;
    for (int place = 0; place < waitingCount; place++) {
      int meeting = waiting[place];
      for (int slot = 0; slot < schedule.slots; slot++) {
        if (!afternoon.allows(meeting, slot)) {
          continue;
        }
        int cost = inTheWay(meeting, slot);
        if (cost > 0 && barred[meeting][slot] > step) {
          continue;
        }
        if (cost < least) {
          least = cost;
          equal = 0;
        }
        if (cost == least && random.nextInt(++equal) == 0) {
          chosen = place;
          chosenSlot = slot;
        }
      }
    }
    return equal > 0;
  }

  private int inTheWay(int meeting, int slot) {
    int busy =
        (schedule.at[afternoon.one[meeting]][slot] == Schedule.NONE ? 0 : 1)
            + (schedule.at[afternoon.other[meeting]][slot] == Schedule.NONE ? 0 : 1);
    return busy == 0 && schedule.taken[slot] == afternoon.tables ? 1 : busy;
  }

  private void move(int step) {
    int meeting = waiting[chosen];
    waiting[chosen] = waiting[--waitingCount];
    turnOut(schedule.at[afternoon.one[meeting]][chosenSlot], step);
    turnOut(schedule.at[afternoon.other[meeting]][chosenSlot], step);
    if (schedule.taken[chosenSlot] == afternoon.tables) {
      turnOut(anyAt(chosenSlot), step);
    }
    schedule.put(meeting, chosenSlot);
  }

  private void turnOut(int meeting, int step) {
    if (meeting != Schedule.NONE) {
      barred[meeting][schedule.slotOf[meeting]] =
          step + TENURE + random.nextInt(TENURE) + waitingCount;
      schedule.remove(meeting);
      waiting[waitingCount++] = meeting;
    }
  }

  private int anyAt(int slot) {
    while (true) {
      int meeting = random.nextInt(afternoon.count());
      if (schedule.slotOf[meeting] == slot) {
        return meeting;
      }
    }
  }
}
