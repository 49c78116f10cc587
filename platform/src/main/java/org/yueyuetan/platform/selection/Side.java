package org.yueyuetan.platform.selection;

/** The two sides of a selection. */
public enum Side {
  /** What established projects need. */
  PROJECT,
  /** What associations and enterprises give. */
  PROVIDER;

  public Side other() {
    return this == PROJECT ? PROVIDER : PROJECT;
  }

  /** As the engine names it. */
  org.yueyuetan.engine.match.Side engine() {
    return this == PROJECT
        ? org.yueyuetan.engine.match.Side.LEFT
        : org.yueyuetan.engine.match.Side.RIGHT;
  }
}
