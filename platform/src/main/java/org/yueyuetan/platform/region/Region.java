package org.yueyuetan.platform.region;

import java.util.Optional;

/**
 * A division (行政区划).
 *
 * @param code 12 places as in the national statistics code; a subtree is a prefix of it, see {@link
 *     Regions#prefix}
 * @param shortCode the code without its trailing zeros, or a local one such as {@code L01}
 * @param kind what it is called in law, e.g. {@code DISTRICT}, {@code STREET}, {@code ZONE}
 * @param parent code of the division that it lies in
 * @param local whether the code is ours: city-run zones have no national one
 */
public record Region(
    String code,
    String shortCode,
    String name,
    Level level,
    String kind,
    Optional<String> parent,
    boolean local) {

  /** Floors of the hierarchy. A city-run zone stands beside the counties. */
  public enum Level {
    PROVINCE,
    CITY,
    COUNTY,
    TOWNSHIP
  }

  public String prefix() {
    return Regions.prefix(code);
  }
}
