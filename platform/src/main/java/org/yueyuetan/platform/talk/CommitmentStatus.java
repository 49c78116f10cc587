package org.yueyuetan.platform.talk;

/** What became of a promise. */
public enum CommitmentStatus {
  OPEN,
  KEPT,
  CANCELLED
}
