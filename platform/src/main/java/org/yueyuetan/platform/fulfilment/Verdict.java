package org.yueyuetan.platform.fulfilment;

/** How the other side answers a report. */
public enum Verdict {
  FULL,
  PART,
  REFUSE
}
