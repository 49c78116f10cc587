package org.yueyuetan.platform.panel;

/** What may be done with a lottery. */
public enum SortitionMove {
  /** The seed is made and its hash shown. */
  COMMIT,
  /** The list, the quotas and everybody's chance are fixed. */
  FREEZE,
  /** The seed is opened and the panel drawn. */
  DRAW,
  ABANDON
}
