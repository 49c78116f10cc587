package org.yueyuetan.platform.lifecycle;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The moves that a thing may make, written as one table where the thing's states are declared.
 *
 * <pre>{@code
 * static final LifeCycle<NeedStatus, NeedEvent> LIFE =
 *     LifeCycle.of(NeedStatus.class, NeedEvent.class)
 *         .move(DRAFT, SUBMIT, SUBMITTED)
 *         .move(SUBMITTED, ACCEPT, ACCEPTED);
 * }</pre>
 */
public final class LifeCycle<S extends Enum<S>, E extends Enum<E>> {

  private final Class<E> events;
  private final Map<S, Map<E, S>> moves;

  private LifeCycle(Class<E> events, Map<S, Map<E, S>> moves) {
    this.events = events;
    this.moves = moves;
  }

  public static <S extends Enum<S>, E extends Enum<E>> LifeCycle<S, E> of(
      Class<S> states, Class<E> events) {
    return new LifeCycle<>(events, new EnumMap<>(states));
  }

  /** Adds one line to the table; a second line for the same state and event is a mistake. */
  public LifeCycle<S, E> move(S from, E event, S to) {
    var before = moves.computeIfAbsent(from, s -> new EnumMap<>(events)).put(event, to);
    if (before != null) {
      throw new IllegalArgumentException(
          from + " on " + event + " leads to " + before + " already");
    }
    return this;
  }

  /** The state that {@code event} leads to, or {@link IllegalMove} naming both. */
  public S next(S from, E event) {
    return find(from, event).orElseThrow(() -> new IllegalMove(from, event));
  }

  public boolean allows(S from, E event) {
    return find(from, event).isPresent();
  }

  /** What may happen to a thing in this state. */
  public Set<E> events(S from) {
    var possible = EnumSet.noneOf(events);
    possible.addAll(moves.getOrDefault(from, Map.of()).keySet());
    return possible;
  }

  private Optional<S> find(S from, E event) {
    return Optional.ofNullable(moves.getOrDefault(from, Map.of()).get(event));
  }
}
