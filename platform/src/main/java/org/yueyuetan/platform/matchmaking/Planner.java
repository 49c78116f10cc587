package org.yueyuetan.platform.matchmaking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yueyuetan.engine.meeting.Absence;
import org.yueyuetan.engine.meeting.Meeting;
import org.yueyuetan.engine.meeting.MeetingPlan;
import org.yueyuetan.engine.meeting.Unplaced;

/** Puts a task before the engine, and its answer into the words of the room. */
@Component
class Planner {

  Draft plan(Task task) {
    var unplaced = new LinkedHashMap<Pair, Why>();
    var wanted = new HashMap<Meeting, Pair>();
    for (var pair : task.wanted()) {
      if (!task.isComing(pair)) {
        unplaced.put(pair, Why.NOT_COMING);
      } else if (task.slots().isEmpty()) {
        unplaced.put(pair, Why.OVER);
      } else {
        wanted.put(meeting(pair), pair);
      }
    }
    if (wanted.isEmpty()) {
      return new Draft(task.kept(), unplaced, 0, 0, Bound.NOTHING);
    }
    var plan =
        MeetingPlan.of(wanted.keySet(), task.tables(), task.slots().size(), absences(task, wanted));
    plan.unplaced().forEach(one -> unplaced.put(pair(wanted, one.meeting()), why(one.reason())));
    var appointments = new ArrayList<>(task.kept());
    for (var placed : plan.placed()) {
      var slot = task.slots().get(placed.slot());
      appointments.add(
          new Appointment(
              pair(wanted, placed.meeting()),
              slot.from(),
              slot.until(),
              placed.table() + 1,
              false));
    }
    return new Draft(
        appointments,
        unplaced,
        plan.slots(),
        plan.waiting(),
        bound(task, wanted.values(), plan.bound()));
  }

  private static Meeting meeting(Pair pair) {
    return new Meeting(String.valueOf(pair.first()), String.valueOf(pair.second()));
  }

  private static Pair pair(Map<Meeting, Pair> wanted, Meeting meeting) {
    return Objects.requireNonNull(wanted.get(meeting));
  }

  private static Why why(Unplaced.Reason reason) {
    return switch (reason) {
      case NEVER_TOGETHER -> Why.NEVER_TOGETHER;
      case BUSY -> Why.BUSY;
      case TABLES -> Why.TABLES;
    };
  }

  private static List<Absence> absences(Task task, Map<Meeting, Pair> wanted) {
    var absences = new ArrayList<Absence>();
    for (var unit : units(wanted.values()).keySet()) {
      for (int slot = 0; slot < task.slots().size(); slot++) {
        if (task.isAway(unit, task.slots().get(slot))) {
          absences.add(new Absence(String.valueOf(unit), slot));
        }
      }
    }
    return absences;
  }

  /** Names and numbers of meetings by invitation. */
  private static Map<Long, Busy> units(Collection<Pair> wanted) {
    var units = new TreeMap<Long, Busy>();
    for (var pair : wanted) {
      units.merge(pair.first(), new Busy(pair.firstUnit(), 1), Busy::plus);
      units.merge(pair.second(), new Busy(pair.secondUnit(), 1), Busy::plus);
    }
    return units;
  }

  private record Busy(String unit, int meetings) {

    Busy plus(Busy other) {
      return new Busy(unit, meetings + other.meetings());
    }
  }

  private static Bound bound(Task task, Collection<Pair> wanted, MeetingPlan.Bound least) {
    var busiest =
        units(wanted).values().stream().max(Comparator.comparingInt(Busy::meetings)).orElseThrow();
    var because =
        least.slots() == busiest.meetings()
            ? Bound.Because.UNIT
            : least.slots() == Math.ceilDiv(wanted.size(), task.tables())
                ? Bound.Because.TABLES
                : Bound.Because.TIMES;
    return new Bound(
        least.slots(),
        because,
        busiest.unit(),
        busiest.meetings(),
        least.unplaced(),
        least.waiting());
  }
}
