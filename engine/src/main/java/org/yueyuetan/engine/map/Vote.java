package org.yueyuetan.engine.map;

/** What a participant says to an opinion. One that was not seen has no vote. */
public enum Vote {
  DISAGREE,
  PASS,
  AGREE;

  /** +1 agree, 0 pass, −1 disagree. */
  int sign() {
    return ordinal() - 1;
  }
}
