package org.yueyuetan.platform.web;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.yueyuetan.platform.disposition.Matter;
import org.yueyuetan.platform.fulfilment.Due;
import org.yueyuetan.platform.talk.Commitments;

/**
 * A month at a glance: its five steps, what is next and what is late.
 *
 * @param title what the month is about; empty while no theme is chosen and no talk planned
 * @param year the twelve moons
 * @param overdue promises that have passed their date, in any month, oldest first
 * @param unanswered opinions that have passed theirs
 * @param unkept what signed agreements promised and that has passed its date
 */
public record Board(
    YearMonth month,
    String title,
    List<Moon> year,
    List<Step> steps,
    List<Commitments.Promised> overdue,
    List<Matter> unanswered,
    List<Due> unkept) {

  /**
   * One month of the year.
   *
   * @param filled steps done, of five
   * @param title what it was about; empty while unknown
   */
  public record Moon(YearMonth month, int filled, String title) {}

  /**
   * One of the five steps.
   *
   * @param key of its words: {@code web.step.<key>}
   * @param address where it is worked on; empty while there is no such place
   * @param facts where it stands, one sentence each
   * @param next what to do about it now
   */
  public record Step(
      String key, State state, String address, List<Line> facts, Optional<Next> next) {}

  /** Where a step stands. */
  public enum State {
    DONE,
    NOW,
    LATE,
    AHEAD
  }

  /** A sentence: key of its words and what they quote. */
  public record Line(String key, List<Object> args) {
    static Line of(String key, Object... args) {
      return new Line("web.board." + key, Arrays.asList(args));
    }
  }

  /** A button: key of its words, and where it leads. */
  public record Next(String key, String address) {}

  /** Steps done, of five. */
  public int filled() {
    return (int) steps.stream().filter(step -> step.state() == State.DONE).count();
  }
}
