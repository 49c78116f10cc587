package org.yueyuetan.platform.matchmaking;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who meets whom, when and where.
 *
 * @param number of the plan at its talk, from 1
 * @param basis version of the afternoon that it was computed from
 * @param used times used by what was to be planned
 * @param idle times in which somebody waits between two meetings, added up over all
 * @param meetings by time and table, of pairs that are still to meet
 */
public record Plan(
    long id,
    int number,
    int basis,
    int used,
    Bound bound,
    int idle,
    String actor,
    Instant computedAt,
    Optional<Instant> publishedAt,
    List<Appointment> meetings,
    Map<Pair, Why> unplaced) {

  public Plan {
    meetings = List.copyOf(meetings);
  }

  Plan with(List<Appointment> held, Map<Pair, Why> left) {
    return new Plan(
        id, number, basis, used, bound, idle, actor, computedAt, publishedAt, held, left);
  }

  public boolean isPublished() {
    return publishedAt.isPresent();
  }

  /** Nothing that it was made of has changed since, and nobody has said no. */
  public boolean isFresh(Afternoon afternoon, Collection<Unit> units) {
    return basis == afternoon.version()
        && units.stream()
            .filter(unit -> !unit.coming())
            .noneMatch(unit -> of(unit.invitation()).stream().anyMatch(meeting -> !meeting.kept()));
  }

  /** The time of something that was planned anew has come. */
  boolean hasBegun(Instant now) {
    return meetings.stream().anyMatch(meeting -> !meeting.kept() && meeting.hasBegun(now));
  }

  public long planned() {
    return meetings.stream().filter(meeting -> !meeting.kept()).count();
  }

  public long kept() {
    return meetings.size() - planned();
  }

  /** By time, in order. */
  public SortedMap<Slot, List<Appointment>> bySlot() {
    return meetings.stream()
        .collect(
            Collectors.groupingBy(
                Appointment::slot,
                () -> new TreeMap<>(Comparator.comparing(Slot::from).thenComparing(Slot::until)),
                Collectors.toList()));
  }

  /** Numbers of the tables in use. */
  public List<Integer> seats() {
    return List.copyOf(
        meetings.stream().map(Appointment::seat).collect(Collectors.toCollection(TreeSet::new)));
  }

  public List<Appointment> of(long invitation) {
    return meetings.stream().filter(meeting -> meeting.pair().has(invitation)).toList();
  }
}
