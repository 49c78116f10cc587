package org.yueyuetan.platform.consensus;

import java.util.List;
import java.util.Optional;

/**
 * What the room sees on its wall.
 *
 * @param state another when anything on it changed
 * @param common what every group agrees on, the surest first
 * @param newest the opinion that was accepted last
 */
public record Wall(
    String state,
    int present,
    int voters,
    int votes,
    int opinions,
    Findings findings,
    Optional<Plot> plot,
    List<Findings.Line> common,
    Optional<String> newest) {

  /** More cannot be read from the last row. */
  static final int MOST = 3;

  /** Longer ones would take more than two lines. */
  private static final int LONG = 34;

  public Wall {
    common = common.stream().limit(MOST).toList();
  }

  /** Whether an opinion is written smaller, so that all stays on the screen. */
  public static boolean isLong(String text) {
    return text.length() > LONG;
  }
}
