package org.yueyuetan.engine.panel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Puts members into the seats that panels have for their types, so that every member of a type sits
 * with the same number of tickets (or one ticket more).
 *
 * <p>Member after member, of m that are left: it takes every ticket with m seats still open, and
 * then tickets with any seat open until it has its share. This always works out: open seats never
 * exceed the members left, so tickets with m open seats are at most a share, and tickets with an
 * open seat at least one. Each member splits at most one panel in two, so that there are at most as
 * many panels as before plus members.
 */
final class Seating {

  /** A run of tickets of one type. */
  private static final class Run {
    private final long from;
    private long to;
    private final List<String> seated;
    private int open;

    private Run(long from, long to, List<String> seated, int open) {
      this.from = from;
      this.to = to;
      this.seated = seated;
      this.open = open;
    }
  }

  private Seating() {}

  /** Panels by member from panels by type. */
  static List<Panel> seat(Types types, Map<List<Integer>, Double> weights) {
    var tickets = tickets(weights);
    var starts = new TreeSet<Long>();
    var runs = new ArrayList<List<Run>>();
    for (int type = 0; type < types.count(); type++) {
      var seated = seat(types.get(type).members(), type, tickets);
      seated.forEach(run -> starts.add(run.from));
      runs.add(seated);
    }
    int[] at = new int[types.count()];
    var panels = new ArrayList<Panel>();
    for (long start : starts) {
      var next = starts.higher(start);
      var members = new ArrayList<String>();
      for (int type = 0; type < at.length; type++) {
        while (runs.get(type).get(at[type]).to <= start) {
          at[type]++;
        }
        members.addAll(runs.get(type).get(at[type]).seated);
      }
      members.sort(Comparator.naturalOrder());
      panels.add(new Panel(start, (next == null ? Lottery.TICKETS : next) - start, members));
    }
    return panels;
  }

  /** Weights in whole tickets, panels in canonical order: the sums are rounded, so that all go. */
  private static Map<List<Integer>, Long> tickets(Map<List<Integer>, Double> weights) {
    var panels = new ArrayList<>(weights.keySet());
    Types.sort(panels);
    double all = 0;
    for (var panel : panels) {
      all += weights.getOrDefault(panel, 0.);
    }
    var tickets = new LinkedHashMap<List<Integer>, Long>();
    double sum = 0;
    long before = 0;
    for (var panel : panels) {
      sum += weights.getOrDefault(panel, 0.);
      long after = Math.round(sum / all * Lottery.TICKETS);
      if (after > before) {
        tickets.put(panel, after - before);
        before = after;
      }
    }
    return tickets;
  }

  private static List<Run> seat(List<Member> members, int type, Map<List<Integer>, Long> tickets) {
    var runs = new ArrayList<Run>();
    long from = 0;
    long seats = 0;
    for (var panel : tickets.entrySet()) {
      int open = panel.getKey().get(type);
      runs.add(new Run(from, from + panel.getValue(), new ArrayList<>(open), open));
      from += panel.getValue();
      seats += open * panel.getValue();
    }
    for (int member = 0; member < members.size(); member++) {
      int left = members.size() - member;
      long share = seats / members.size() + (member < seats % members.size() ? 1 : 0);
      var id = members.get(member).id();
      for (var run : runs) {
        if (run.open == left) {
          share -= sit(run, id);
        }
      }
      for (int i = 0; i < runs.size() && share > 0; i++) {
        var run = runs.get(i);
        if (run.open > 0 && !run.seated.contains(id)) {
          if (run.to - run.from > share) {
            long split = run.from + share;
            runs.add(i + 1, new Run(split, run.to, new ArrayList<>(run.seated), run.open));
            run.to = split;
          }
          share -= sit(run, id);
        }
      }
    }
    return runs;
  }

  private static long sit(Run run, String member) {
    run.open--;
    run.seated.add(member);
    return run.to - run.from;
  }
}
