package org.yueyuetan.engine.panel;

/**
 * How many seats go to members with a value of a feature.
 *
 * @param min the fewest
 * @param max the most
 */
public record Quota(String feature, String value, int min, int max) {

  public Quota {
    if (min < 0 || max < min) {
      throw new IllegalArgumentException(
          "%s %s: from %d to %d seats; the fewest are at least 0 and at most the most"
              .formatted(feature, value, min, max));
    }
  }

  /** As told to people. */
  String name() {
    return feature + " = " + value;
  }
}
