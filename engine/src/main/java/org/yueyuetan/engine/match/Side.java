package org.yueyuetan.engine.match;

/** The two sides that choose each other. */
public enum Side {
  /** For instance projects, which need something. */
  LEFT,
  /** For instance providers, which give it. */
  RIGHT;

  public Side other() {
    return this == LEFT ? RIGHT : LEFT;
  }

  /** As told to people. */
  String word() {
    return this == LEFT ? "left" : "right";
  }
}
