package org.yueyuetan.engine.meeting;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Shortens waiting by exchanging two slots along chains, which keeps every meeting placed. Late
 * acceptance (Burke and Bykov 2017): a step is taken if it is no worse than now or than some steps
 * ago. Repeatable, as {@link Search} is.
 */
final class Waiting {

  private static final long SEED = 20_211_116;

  /** Parties looked at, in all and for each meeting and slot; under a second. */
  private static final long MOST_EFFORT = 20_000_000;

  private static final long EFFORT = 2000;

  private static final int MEMORY = 500;

  private final Afternoon afternoon;
  private final Schedule schedule;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final int[] of;
  private int total;
  private long effort;

  private Waiting(Schedule schedule) {
    this.schedule = schedule;
    afternoon = schedule.afternoon;
    of = new int[afternoon.parties.size()];
    for (int party = 0; party < of.length; party++) {
      of[party] = of(schedule, party);
      total += of[party];
    }
  }

  /** Slots in which a party is there without a meeting between its first and its last. */
  static int of(Schedule schedule, int party) {
    int waiting = 0;
    int since = 0;
    boolean begun = false;
    for (int slot = 0; slot < schedule.slots; slot++) {
      if (schedule.at[party][slot] != Schedule.NONE) {
        waiting += begun ? since : 0;
        begun = true;
        since = 0;
      } else if (!schedule.afternoon.absent[party][slot]) {
        since++;
      }
    }
    return waiting;
  }

  static void shorten(Schedule schedule, int least) {
    new Waiting(schedule).run(least);
  }

  private void run(int least) {
    if (afternoon.count() == 0 || schedule.slots < 2) {
      return;
    }
    int[] memory = new int[MEMORY];
    Arrays.fill(memory, total);
    int fewest = total;
    int[] best = schedule.slotOf.clone();
    long most = Math.min(MOST_EFFORT, EFFORT * afternoon.count() * schedule.slots);
    for (int step = 0; fewest > least && effort < most; step++) {
      int before = total;
      int allowed = Math.max(memory[step % MEMORY], before);
      tryOne(allowed);
      memory[step % MEMORY] = total;
      if (total < fewest) {
        fewest = total;
        best = schedule.slotOf.clone();
      }
    }
    restore(best);
  }

  private void tryOne(int allowed) {
    int meeting = random.nextInt(afternoon.count());
    int slot = schedule.slotOf[meeting];
    int turn = random.nextInt(schedule.slots);
    effort++;
    if (slot == Schedule.NONE
        || slot == turn
        || !schedule.findChain(meeting, turn)
        || !keepsTables(slot, turn)) {
      return;
    }
    schedule.exchange(slot, turn);
    int change = 0;
    for (int i = 0; i < schedule.chainLength(); i++) {
      change += changed(afternoon.one[schedule.chained(i)]);
      change += changed(afternoon.other[schedule.chained(i)]);
    }
    total += change;
    if (total > allowed) {
      schedule.exchange(slot, turn);
      for (int i = 0; i < schedule.chainLength(); i++) {
        total += changed(afternoon.one[schedule.chained(i)]);
        total += changed(afternoon.other[schedule.chained(i)]);
      }
    }
  }

  private boolean keepsTables(int slot, int turn) {
    int surplus = schedule.surplus(slot);
    return schedule.taken[turn] + surplus <= afternoon.tables
        && schedule.taken[slot] - surplus <= afternoon.tables;
  }

  private int changed(int party) {
    effort++;
    int before = of[party];
    of[party] = of(schedule, party);
    return of[party] - before;
  }

  private void restore(int[] slotOf) {
    for (int meeting = 0; meeting < slotOf.length; meeting++) {
      if (schedule.slotOf[meeting] != Schedule.NONE) {
        schedule.remove(meeting);
      }
    }
    for (int meeting = 0; meeting < slotOf.length; meeting++) {
      if (slotOf[meeting] != Schedule.NONE) {
        schedule.put(meeting, slotOf[meeting]);
      }
    }
  }
}
