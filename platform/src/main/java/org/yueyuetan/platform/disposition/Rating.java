package org.yueyuetan.platform.disposition;

/** How the author finds the answer (评价). */
public enum Rating {
  SATISFIED,
  BASICALLY,
  NOT_SATISFIED
}
