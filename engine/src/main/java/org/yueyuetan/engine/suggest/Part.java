package org.yueyuetan.engine.suggest;

/**
 * One thing that a project needs.
 *
 * @param kind sort of thing; only the same sort is suggested
 * @param amount how much of it is still open, in {@code unit}; money in fen
 * @param lot the smallest amount that is of use
 * @param unit what is counted; amounts in different units are not compared
 */
public record Part(String id, String kind, long amount, long lot, String unit) {

  public Part {
    if (amount <= 0 || lot <= 0 || lot > amount) {
      throw new IllegalArgumentException("part " + id + ": a lot of " + lot + " of " + amount);
    }
  }
}
