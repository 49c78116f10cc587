package org.yueyuetan.platform.need;

/** Whether an organization asks for something or has something to give. */
public enum Direction {
  /** 需求. */
  NEED,
  /** 可提供. */
  OFFER
}
