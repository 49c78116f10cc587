package org.yueyuetan.platform.fulfilment;

/** What the parties of an agreement may change by consent. */
public enum ChangeKind {
  /** Words and date of a milestone. */
  MILESTONE,
  /** How much is contributed. */
  AMOUNT,
  /** The agreement ends before it is carried out. */
  TERMINATION
}
