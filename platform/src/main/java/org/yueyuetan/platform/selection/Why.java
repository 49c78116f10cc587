package org.yueyuetan.platform.selection;

/**
 * Why an entry did not get a partner whom it would have liked (more).
 *
 * @param other empty name when it is about no particular partner
 * @param rank at which the entry named it; 0 when it is about none
 * @param reason in words of staff or of a side, where there are any
 */
public record Why(Kind kind, String other, int rank, String reason) {

  /** What stood in the way; the first that holds. */
  public enum Kind {
    /** The other side has nothing that could be given to it, or taken from it. */
    NOBODY_FITS,
    /** The entry ranked nobody. */
    NO_RANKS,
    /** Nobody whom it ranked ranked it. */
    NOBODY_MUTUAL,
    /** All whom it ranked, and who ranked it, are full with others whom they prefer. */
    ALL_FULL,
    /** The other did not rank it. */
    NOT_MUTUAL,
    /** The other is full with partners whom it prefers. */
    FULL,
    /** What the other has left is less than would be of use. */
    LOT,
    /** Staff did not want the pair. */
    OVERRULED,
    /** They were a pair, and one stepped back. */
    RELEASED,
    /** The other left the round. */
    GONE
  }

  static Why of(Kind kind) {
    return new Why(kind, "", 0, "");
  }

  /** Whether the partner is named. */
  public boolean named() {
    return rank > 0;
  }
}
