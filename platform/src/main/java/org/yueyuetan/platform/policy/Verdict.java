package org.yueyuetan.platform.policy;

/** What staff made of a comment on a draft. */
public enum Verdict {
  TAKEN,
  PARTLY,
  NOT_TAKEN
}
