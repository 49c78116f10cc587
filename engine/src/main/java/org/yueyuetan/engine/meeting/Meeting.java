package org.yueyuetan.engine.meeting;

/**
 * Two parties who are to meet once, in either order.
 *
 * @param one the id of a party, {@code other} too
 */
public record Meeting(String one, String other) {

  public Meeting {
    if (one.equals(other)) {
      throw new IllegalArgumentException("%s cannot meet itself".formatted(one));
    }
    if (one.compareTo(other) > 0) {
      var swapped = one;
      one = other;
      other = swapped;
    }
  }
}
