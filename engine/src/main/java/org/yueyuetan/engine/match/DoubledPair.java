package org.yueyuetan.engine.match;

/** Two entries pair the same two parties; entries are numbered from 1 in the order given. */
public final class DoubledPair extends IllegalArgumentException {

  private final String left;
  private final String right;
  private final int entry;
  private final int earlier;

  DoubledPair(String left, String right, int entry, int earlier) {
    super("pair %d: %s and %s are pair %d already".formatted(entry, left, right, earlier));
    this.left = left;
    this.right = right;
    this.entry = entry;
    this.earlier = earlier;
  }

  public String left() {
    return left;
  }

  public String right() {
    return right;
  }

  public int entry() {
    return entry;
  }

  public int earlier() {
    return earlier;
  }
}
