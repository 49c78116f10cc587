package org.yueyuetan.engine.meeting;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What is to be planned: a graph whose vertices are not always there. Numbers are canonical. */
final class Afternoon {

  final int tables;
  final int slots;

  /** Sorted, so that the order of the input has no say. */
  final List<Meeting> meetings;

  final List<String> parties;

  /** By meeting, the two parties. */
  final int[] one;

  final int[] other;

  /** By party, its meetings. */
  final int[][] of;

  /** By party and slot. */
  final boolean[][] absent;

  final boolean anyAbsent;

  Afternoon(Collection<Meeting> given, int tables, int slots, Collection<Absence> absences) {
    this.tables = tables;
    this.slots = slots;
    meetings =
        given.stream()
            .sorted((a, b) ->
                a.one().equals(b.one())
                    ? a.other().compareTo(b.other())
                    : a.one().compareTo(b.one()))
            .toList();
    for (int i = 1; i < meetings.size(); i++) {
      if (meetings.get(i).equals(meetings.get(i - 1))) {
        var twice = meetings.get(i);
        throw new IllegalArgumentException(
            "%s and %s are to meet twice".formatted(twice.one(), twice.other()));
      }
    }
    var ids = new TreeSet<String>();
    meetings.forEach(meeting -> {
      ids.add(meeting.one());
      ids.add(meeting.other());
    });
    parties = List.copyOf(ids);
    var numbers = new HashMap<String, Integer>();
    parties.forEach(id -> numbers.put(id, numbers.size()));
    one = meetings.stream().mapToInt(meeting -> numbers.getOrDefault(meeting.one(), -1)).toArray();
    other =
        meetings.stream().mapToInt(meeting -> numbers.getOrDefault(meeting.other(), -1)).toArray();
    of = incidence();
    absent = new boolean[parties.size()][slots];
    anyAbsent = markAbsent(absences, numbers);
  }

  private int[][] incidence() {
    int[] degree = new int[parties.size()];
    for (int meeting = 0; meeting < one.length; meeting++) {
      degree[one[meeting]]++;
      degree[other[meeting]]++;
    }
    var incidence = Arrays.stream(degree).mapToObj(int[]::new).toArray(int[][]::new);
    for (int meeting = one.length - 1; meeting >= 0; meeting--) {
      incidence[one[meeting]][--degree[one[meeting]]] = meeting;
      incidence[other[meeting]][--degree[other[meeting]]] = meeting;
    }
    return incidence;
  }

  private boolean markAbsent(Collection<Absence> absences, Map<String, Integer> numbers) {
    boolean any = false;
    for (var absence : absences) {
      if (absence.slot() < 0 || absence.slot() >= slots) {
        throw new IllegalArgumentException(
            "%s is absent in slot %d; there are %d, from 0"
                .formatted(absence.party(), absence.slot(), slots));
      }
      var party = numbers.get(absence.party());
      if (party != null) {
        absent[party][absence.slot()] = true;
        any = true;
      }
    }
    return any;
  }

  int count() {
    return one.length;
  }

  /** The party that a meeting joins with this one. */
  int across(int meeting, int party) {
    return one[meeting] == party ? other[meeting] : one[meeting];
  }

  /** Whether both are there. */
  boolean allows(int meeting, int slot) {
    return !absent[one[meeting]][slot] && !absent[other[meeting]][slot];
  }

  int mostMeetings() {
    return Arrays.stream(of).mapToInt(meetings -> meetings.length).max().orElse(0);
  }
}
