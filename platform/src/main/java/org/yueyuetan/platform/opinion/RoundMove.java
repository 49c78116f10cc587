package org.yueyuetan.platform.opinion;

/** What staff do with the round of a talk. */
public enum RoundMove {
  OPEN,
  CLOSE
}
