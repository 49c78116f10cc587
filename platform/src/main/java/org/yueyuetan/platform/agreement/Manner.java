package org.yueyuetan.platform.agreement;

/** How an agreement was signed. */
public enum Manner {
  ELECTRONIC,
  /** On paper; the platform keeps a scan, which proves nothing by itself. */
  PAPER
}
