package org.yueyuetan.platform.talk;

/** What happens to a promise. */
public enum CommitmentMove {
  MAKE,
  KEEP,
  CANCEL,
  /** To another date, with a reason. */
  POSTPONE
}
