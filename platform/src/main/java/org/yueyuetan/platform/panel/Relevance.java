package org.yueyuetan.platform.panel;

/** How much it counts that an organization is concerned by the theme. */
public enum Relevance {
  NONE(0),
  MODERATE(.5),
  STRONG(1);

  private final double weight;

  Relevance(double weight) {
    this.weight = weight;
  }

  /** By which the score is multiplied: least chance in even chances. */
  double weight() {
    return weight;
  }
}
