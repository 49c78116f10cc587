package org.yueyuetan.platform.matchmaking;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.talk.Talk;

/**
 * An absence as typed.
 *
 * @param from empty: from the beginning
 * @param until empty: to the end
 */
public record AwayDraft(
    long invitation, Optional<Instant> from, Optional<Instant> until, String reason) {

  private static final int WORDS = 60;

  static AwayDraft read(Form form, Talk talk, Clock clock) {
    var from = form.time("awayFrom");
    var until = form.time("awayUntil");
    if (from.isPresent() && until.filter(end -> !from.get().isBefore(end)).isPresent()) {
      form.reject("awayUntil", "matchmaking.fault.order");
    }
    return new AwayDraft(
        form.chosen("unit"),
        from.map(time -> at(talk, time, clock)),
        until.map(time -> at(talk, time, clock)),
        form.text("reason", WORDS));
  }

  private static Instant at(Talk talk, LocalTime time, Clock clock) {
    return LocalDate.ofInstant(talk.startsAt(), clock.getZone())
        .atTime(time)
        .atZone(clock.getZone())
        .toInstant();
  }

  /** Within the afternoon; what lies outside of it is refused. */
  Slot time(Afternoon afternoon) {
    var time = new Slot(from.orElse(afternoon.from()), until.orElse(afternoon.until()));
    if (!time.from().isBefore(time.until())
        || !time.overlaps(afternoon.from(), afternoon.until())) {
      throw new Refused("awayFrom", "matchmaking.fault.outside");
    }
    return time;
  }
}
