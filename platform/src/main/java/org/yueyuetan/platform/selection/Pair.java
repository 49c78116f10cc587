package org.yueyuetan.platform.selection;

import java.time.Instant;
import java.util.Optional;

/**
 * A project's item and a provision that the selection brought together.
 *
 * @param run of the engine that found it: 1, or later for fillings
 * @param amount in units; money in fen
 * @param reason why it was released, in words where somebody gave them
 */
public record Pair(
    long id,
    long selection,
    int run,
    long project,
    long provider,
    long amount,
    PairStatus status,
    Optional<Instant> projectConfirmed,
    Optional<Instant> providerConfirmed,
    Released released,
    String reason,
    int version) {

  /** How a pair was released. */
  public enum Released {
    NOT,
    /** The project stepped back. */
    PROJECT,
    PROVIDER,
    /** Not confirmed in time. */
    LAPSED,
    STAFF,
    /** One side is no longer there. */
    GONE;

    String sql() {
      return this == NOT ? "" : name();
    }

    static Released of(String sql) {
      return sql.isEmpty() ? NOT : valueOf(sql);
    }
  }

  Match.Of of() {
    return new Match.Of(project, provider);
  }

  Match match() {
    return new Match(project, provider, amount);
  }

  public long entry(Side side) {
    return side == Side.PROJECT ? project : provider;
  }

  public boolean confirmed(Side side) {
    return (side == Side.PROJECT ? projectConfirmed : providerConfirmed).isPresent();
  }

  public boolean is(PairStatus wanted) {
    return status == wanted;
  }
}
