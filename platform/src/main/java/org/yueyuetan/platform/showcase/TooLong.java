package org.yueyuetan.platform.showcase;

/** The time on the stage does not fit into the talk. */
final class TooLong extends RuntimeException {

  private final long left;

  TooLong(long left) {
    super("only " + left + " minutes are left");
    this.left = left;
  }

  /** Minutes that this card could have. */
  long left() {
    return left;
  }
}
