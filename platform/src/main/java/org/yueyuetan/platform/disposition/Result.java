package org.yueyuetan.platform.disposition;

/** What the department answers to an opinion (办理结果). */
public enum Result {
  /** 采纳 */
  ADOPTED,
  /** 部分采纳 */
  PARTLY,
  /** 已经做到 */
  ALREADY_DONE,
  /** 不予采纳 */
  NOT_ADOPTED;

  /** What is not done, or not all of it, is told with its reason. */
  public boolean needsReason() {
    return this == PARTLY || this == NOT_ADOPTED;
  }

  public boolean isAdopted() {
    return this == ADOPTED || this == PARTLY;
  }
}
