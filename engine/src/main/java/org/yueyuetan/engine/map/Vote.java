package org.yueyuetan.engine.map;

/** What a participant says to an opinion. One that was not seen has no vote. */
public enum Vote {
  DISAGREE(-1),
  PASS(0),
  AGREE(1);

  private final int sign;

  Vote(int sign) {
    this.sign = sign;
  }

  /** +1 agree, 0 pass, −1 disagree. */
  public int sign() {
    return sign;
  }
}
