package org.yueyuetan.platform.opinion;

import java.util.Arrays;

/** What a guest says to an opinion; one that was not seen has no vote. */
public enum Side {
  AGREE(1),
  DISAGREE(-1),
  PASS(0);

  private final int sign;

  Side(int sign) {
    this.sign = sign;
  }

  /** As stored: 1 agree, 0 pass, −1 disagree. */
  public int sign() {
    return sign;
  }

  static Side of(int sign) {
    return Arrays.stream(values()).filter(side -> side.sign == sign).findFirst().orElseThrow();
  }
}
