package org.yueyuetan.platform.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.matchmaking.AfternoonDraft;
import org.yueyuetan.platform.matchmaking.Appointment;
import org.yueyuetan.platform.matchmaking.Matchmaking;
import org.yueyuetan.platform.matchmaking.OutcomeDraft;
import org.yueyuetan.platform.matchmaking.Outcomes;
import org.yueyuetan.platform.matchmaking.Plan;
import org.yueyuetan.platform.matchmaking.Plans;
import org.yueyuetan.platform.matchmaking.Source;

/**
 * After the showcase those who marked each other meet, table by table; most tell what came of it.
 */
final class MatchmakingYear {

  private static final int MINUTES = 8;
  private static final int GAP = 2;
  private static final int TABLES = 8;

  /** Every so many-th meeting waits for somebody to tell what came of it. */
  private static final int UNTOLD = 4;

  /** The rooms that this part is told through. */
  record Services(Matchmaking matchmaking, Plans plans, Outcomes outcomes, Clock clock) {}

  private final Services on;
  private final Timetable timetable;
  private final ToLongFunction<YearMonth> talks;

  MatchmakingYear(Services on, Timetable timetable, ToLongFunction<YearMonth> talks) {
    this.on = on;
    this.timetable = timetable;
    this.talks = talks;
  }

  void schedule(LocalDate day, SignedIn staff) {
    var month = YearMonth.from(day);
    timetable.at(
        day.atTime(9, 57),
        () -> Cast.as(staff, me -> publish(month, day.atTime(10, 0), day.atTime(10, 50), me)));
    timetable.at(day.atTime(10, 52), () -> Cast.as(staff, me -> tell(month, me)));
  }

  private void publish(YearMonth month, LocalDateTime from, LocalDateTime until, SignedIn staff) {
    var talk = talks.applyAsLong(month);
    on.matchmaking()
        .layOut(
            staff,
            talk,
            0,
            new AfternoonDraft(
                instant(from), instant(until), MINUTES, GAP, Optional.empty(), TABLES));
    List.of(Source.SELECTION, Source.MUTUAL, Source.ONE_SIDED)
        .forEach(source -> on.matchmaking().take(staff, talk, source));
    on.plans().plan(staff, talk, 0);
    on.plans().publish(staff, talk, 1);
  }

  private Instant instant(LocalDateTime time) {
    return time.atZone(on.clock().getZone()).toInstant();
  }

  private void tell(YearMonth month, SignedIn staff) {
    var talk = on.matchmaking().open(staff, talks.applyAsLong(month));
    var meetings = on.plans().published(talk).map(Plan::meetings).orElse(List.of());
    for (int number = 0; number < meetings.size(); number++) {
      if (number % UNTOLD != UNTOLD - 1) {
        tell(talk.id(), meetings.get(number), staff);
      }
    }
  }

  private void tell(long talk, Appointment meeting, SignedIn staff) {
    var pair = meeting.pair();
    var wants =
        pair.source() == Source.ONE_SIDED ? Set.<Long>of() : Set.of(pair.first(), pair.second());
    var outcome = on.outcomes().open(staff, talk, pair.id());
    on.outcomes()
        .tell(outcome, pair.version(), new OutcomeDraft(true, wants, "", Set.of()), staff.name());
  }
}
