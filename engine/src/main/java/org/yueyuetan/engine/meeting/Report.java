package org.yueyuetan.engine.meeting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yueyuetan.engine.Explanation;

/** Tells a schedule: tables, what has no time and why, and what stands behind the figures. */
final class Report {

  private final Afternoon afternoon;
  private final Schedule schedule;

  Report(Afternoon afternoon, Schedule schedule) {
    this.afternoon = afternoon;
    this.schedule = schedule;
  }

  MeetingPlan plan(MeetingPlan.Bound bound) {
    var placed = placed();
    var unplaced = unplaced();
    int slots = placed.isEmpty() ? 0 : placed.getLast().slot() + 1;
    int waiting = 0;
    for (int party = 0; party < afternoon.parties.size(); party++) {
      waiting += Waiting.of(schedule, party);
    }
    return new MeetingPlan(
        placed,
        unplaced,
        slots,
        waiting,
        bound,
        explanation(placed.size(), unplaced, slots, waiting, bound));
  }

  /** Who can stay at its table stays; the first of the two by id is asked first. */
  private List<Placed> placed() {
    var placed = new ArrayList<Placed>();
    int[] tableOf = new int[afternoon.parties.size()];
    Arrays.fill(tableOf, Schedule.NONE);
    for (int slot = 0; slot < schedule.slots; slot++) {
      var here = new ArrayList<Integer>();
      for (int meeting = 0; meeting < afternoon.count(); meeting++) {
        if (schedule.slotOf[meeting] == slot) {
          here.add(meeting);
        }
      }
      var tables = seat(here, tableOf);
      for (var entry : tables.entrySet()) {
        int meeting = entry.getKey();
        tableOf[afternoon.one[meeting]] = entry.getValue();
        tableOf[afternoon.other[meeting]] = entry.getValue();
        placed.add(new Placed(afternoon.meetings.get(meeting), slot, entry.getValue()));
      }
    }
    placed.sort(Comparator.comparingInt(Placed::slot).thenComparingInt(Placed::table));
    return placed;
  }

  private Map<Integer, Integer> seat(List<Integer> meetings, int[] tableOf) {
    var tables = new LinkedHashMap<Integer, Integer>();
    var taken = new boolean[afternoon.tables];
    for (var parties : List.of(afternoon.one, afternoon.other)) {
      for (int meeting : meetings) {
        int table = tableOf[parties[meeting]];
        if (!tables.containsKey(meeting) && table != Schedule.NONE && !taken[table]) {
          tables.put(meeting, table);
          taken[table] = true;
        }
      }
    }
    int free = 0;
    for (int meeting : meetings) {
      if (!tables.containsKey(meeting)) {
        while (taken[free]) {
          free++;
        }
        tables.put(meeting, free);
        taken[free] = true;
      }
    }
    return tables;
  }

  private List<Unplaced> unplaced() {
    var unplaced = new ArrayList<Unplaced>();
    for (int meeting = 0; meeting < afternoon.count(); meeting++) {
      if (schedule.slotOf[meeting] == Schedule.NONE) {
        unplaced.add(unplaced(meeting));
      }
    }
    return unplaced;
  }

  private Unplaced unplaced(int meeting) {
    int common = 0;
    boolean free = false;
    for (int slot = 0; slot < afternoon.slots; slot++) {
      common += afternoon.allows(meeting, slot) ? 1 : 0;
    }
    for (int slot = 0; slot < schedule.slots; slot++) {
      free |=
          schedule.isFree(afternoon.one[meeting], slot)
              && schedule.isFree(afternoon.other[meeting], slot);
    }
    return new Unplaced(
        afternoon.meetings.get(meeting),
        common == 0
            ? Unplaced.Reason.NEVER_TOGETHER
            : free ? Unplaced.Reason.TABLES : Unplaced.Reason.BUSY,
        common);
  }

  private Explanation explanation(
      int placed, List<Unplaced> unplaced, int slots, int waiting, MeetingPlan.Bound bound) {
    var reasons = new ArrayList<Explanation>();
    reasons.add(needed(bound));
    for (var each : unplaced) {
      reasons.add(unplaced(each));
    }
    reasons.add(
        Explanation.of(
            "meeting.waiting",
            "All parties together wait %d slots between meetings; no plan has less than %d"
                .formatted(waiting, bound.waiting()),
            values("waiting", waiting, "bound", bound.waiting())));
    return Explanation.of(
            "meeting.plan",
            "%d of %d meetings of %d parties at %d tables in %d slots"
                .formatted(
                    placed, afternoon.count(), afternoon.parties.size(), afternoon.tables, slots),
            values(
                "placed",
                placed,
                "meetings",
                afternoon.count(),
                "parties",
                afternoon.parties.size(),
                "tables",
                afternoon.tables,
                "slots",
                slots))
        .because(reasons);
  }

  private Explanation needed(MeetingPlan.Bound bound) {
    int busiest = 0;
    for (int party = 0; party < afternoon.parties.size(); party++) {
      if (afternoon.of[party].length > afternoon.of[busiest].length) {
        busiest = party;
      }
    }
    var id = afternoon.parties.isEmpty() ? "" : afternoon.parties.get(busiest);
    int tables = (afternoon.count() + afternoon.tables - 1) / afternoon.tables;
    return Explanation.of(
        "meeting.bound",
        "No plan needs fewer than %d slots: %s has %d meetings, the tables need %d slots for all, and absences and partners count too"
            .formatted(bound.slots(), id, afternoon.mostMeetings(), tables),
        values(
            "slots", bound.slots(),
            "busiest", id,
            "meetings", afternoon.mostMeetings(),
            "byTables", tables,
            "unplaced", bound.unplaced()));
  }

  private static Explanation unplaced(Unplaced unplaced) {
    var meeting = unplaced.meeting();
    var because =
        switch (unplaced.reason()) {
          case NEVER_TOGETHER -> "they are never there together";
          case BUSY -> "in the %d slots in which both are there, one of them has another meeting";
          case TABLES -> "in the %d slots in which both are there, they or all tables are taken";
        };
    return Explanation.of(
        "meeting.unplaced",
        "%s and %s have no time: %s"
            .formatted(meeting.one(), meeting.other(), because.formatted(unplaced.common())),
        values(
            "one", meeting.one(),
            "other", meeting.other(),
            "reason", unplaced.reason().name(),
            "common", unplaced.common()));
  }

  /** Names and values in turn, in the order told. */
  private static Map<String, Object> values(Object... namesAndValues) {
    var values = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return values;
  }
}
