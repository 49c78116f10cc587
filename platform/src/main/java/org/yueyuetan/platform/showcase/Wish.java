package org.yueyuetan.platform.showcase;

/** What a guest would like with an organization that shows itself. */
public enum Wish {
  /** 想合作. */
  COOPERATE,
  /** 想了解. */
  LEARN
}
