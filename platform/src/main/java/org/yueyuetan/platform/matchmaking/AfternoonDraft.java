package org.yueyuetan.platform.matchmaking;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.talk.Talk;

/** Times and tables as typed, on the day of the talk. */
public record AfternoonDraft(
    Instant from, Instant until, int minutes, int gap, Optional<Slot> rest, int tables) {

  private static final int LONGEST = 120;
  private static final int MOST_TABLES = 200;
  private static final int USUAL_MINUTES = 15;
  private static final int USUAL_GAP = 5;
  private static final int USUAL_TABLES = 4;

  static AfternoonDraft read(Form form, Talk talk, Clock clock) {
    var day = LocalDate.ofInstant(talk.startsAt(), clock.getZone());
    var from = form.need("from", form.time("from"), LocalTime.MIN);
    var until = form.need("until", form.time("until"), LocalTime.MAX);
    var draft =
        new AfternoonDraft(
            at(day, from, clock),
            at(day, until, clock),
            form.need("minutes", form.whole("minutes", 5, LONGEST), USUAL_MINUTES),
            form.need("gap", form.whole("gap", 0, LONGEST), USUAL_GAP),
            rest(form, day, clock),
            form.need("tables", form.whole("tables", 1, MOST_TABLES), USUAL_TABLES));
    if (!form.hasFaults()) {
      draft.judge(form, talk);
    }
    return draft;
  }

  private static Optional<Slot> rest(Form form, LocalDate day, Clock clock) {
    var from = form.time("restFrom");
    var until = form.time("restUntil");
    if (from.isPresent() != until.isPresent()) {
      form.reject(from.isPresent() ? "restUntil" : "restFrom", "form.required");
    } else if (from.isPresent() && !from.get().isBefore(until.orElseThrow())) {
      form.reject("restUntil", "matchmaking.fault.order");
    }
    return form.hasFaults()
        ? Optional.empty()
        : from.map(one -> new Slot(at(day, one, clock), at(day, until.orElseThrow(), clock)));
  }

  private void judge(Form form, Talk talk) {
    if (!from.isBefore(until)) {
      form.reject("until", "matchmaking.fault.order");
    } else if (of(talk.id(), 0).slots().isEmpty()) {
      form.reject("until", "matchmaking.fault.noSlot");
    }
  }

  private static Instant at(LocalDate day, LocalTime time, Clock clock) {
    return day.atTime(time).atZone(clock.getZone()).toInstant();
  }

  Afternoon of(long talk, int version) {
    return new Afternoon(talk, from, until, minutes, gap, rest, tables, version);
  }

  /** What is usual, within the time of the talk. */
  static Form usual(Talk talk, Clock clock) {
    return form(
        new Afternoon(
            talk.id(),
            talk.startsAt(),
            talk.endsAt(),
            USUAL_MINUTES,
            USUAL_GAP,
            Optional.empty(),
            USUAL_TABLES,
            0),
        clock);
  }

  static Form form(Afternoon afternoon, Clock clock) {
    var values = new HashMap<String, Object>();
    values.put("from", typed(afternoon.from(), clock));
    values.put("until", typed(afternoon.until(), clock));
    values.put("minutes", afternoon.minutes());
    values.put("gap", afternoon.gap());
    values.put("tables", afternoon.tables());
    afternoon
        .rest()
        .ifPresent(rest ->
            values.putAll(
                Map.of(
                    "restFrom",
                    typed(rest.from(), clock),
                    "restUntil",
                    typed(rest.until(), clock))));
    return Form.of(values);
  }

  private static LocalTime typed(Instant instant, Clock clock) {
    return LocalTime.ofInstant(instant, clock.getZone());
  }
}
