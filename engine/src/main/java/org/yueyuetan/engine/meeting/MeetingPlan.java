package org.yueyuetan.engine.meeting;

import java.util.Collection;
import java.util.List;
import org.yueyuetan.engine.Explanation;

/**
 * Who meets whom in which slot at which table: as many of the meetings as there is time for, then
 * in the fewest slots, then with the least waiting.
 *
 * <p>Meetings are the edges of a graph, slots its colours. Parties of two kinds who are always
 * there need exactly as many slots as the busiest has meetings, or as the tables need to take all
 * (Kőnig 1916; de Werra 1971 for the tables); where anybody may meet anybody, at most one more
 * (Vizing 1964). With absences the question is NP-complete already for three slots (Even, Itai and
 * Shamir 1976): the plan is then good, and {@link #bound} says what no plan can undercut.
 *
 * <p>Deterministic, whatever the order of the input. To plan on in the middle of an afternoon, give
 * the meetings still to be held, and everybody as absent in the slots that are over.
 *
 * @param placed by slot and table
 * @param unplaced for which there is no time, by their ids
 * @param slots until the last meeting ends, from the first slot on
 * @param waiting slots, of all parties together, that a party spends there between its first and
 *     its last meeting without one
 * @param bound what no plan can undercut
 */
public record MeetingPlan(
    List<Placed> placed,
    List<Unplaced> unplaced,
    int slots,
    int waiting,
    Bound bound,
    Explanation explanation) {

  public MeetingPlan {
    placed = List.copyOf(placed);
    unplaced = List.copyOf(unplaced);
  }

  /**
   * What no plan of these meetings can undercut.
   *
   * @param slots that all meetings need at least; more than there are if not all can be placed
   * @param unplaced meetings for which there is no time in any plan, at least
   * @param waiting in all, at least, in any plan in as many slots; 0 if not all are placed
   */
  public record Bound(int slots, int unplaced, int waiting) {}

  /**
   * Plans an afternoon.
   *
   * @param meetings each two parties at most once
   * @param tables meetings at the same time, at least 1
   * @param slots that there are, at least 1
   * @param absences of parties without a meeting do not matter
   * @throws IllegalArgumentException if two are to meet twice, a slot is out of range, or there are
   *     no tables or slots
   */
  public static MeetingPlan of(
      Collection<Meeting> meetings, int tables, int slots, Collection<Absence> absences) {
    if (tables < 1 || slots < 1) {
      throw new IllegalArgumentException(
          "%d tables and %d slots; there must be at least 1 of each".formatted(tables, slots));
    }
    var afternoon = new Afternoon(meetings, tables, slots, absences);
    var bounds = new Bounds(afternoon);
    int least = bounds.slots();
    var schedule = Search.shortest(afternoon, bounds, least);
    int waiting = schedule.isComplete() ? bounds.waiting(schedule.slots) : 0;
    Waiting.shorten(schedule, waiting);
    return new Report(afternoon, schedule)
        .plan(new Bound(least, least > slots ? bounds.unplaced(slots) : 0, waiting));
  }
}
