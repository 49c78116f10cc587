package org.yueyuetan.platform.disposition;

/** What happens to a disposition. */
public enum DispositionMove {
  ASSIGN,
  /** To another department, or to the same with another date. */
  REASSIGN,
  /** The department says that it is not the one to answer. */
  RETURN,
  /** The department asks for a later date. */
  ASK,
  EXTEND,
  REFUSE,
  /** A document was issued that takes the opinion up. */
  CITE,
  ANSWER,
  RATE,
  /** The author is not satisfied and says why. */
  REOPEN,
  /** By staff: the author is not known, or has not rated in time. */
  CLOSE,
  /** Another opinion stands for this one from now on. */
  MERGE,
  /** The opinion had been written down by mistake. */
  REMOVE
}
