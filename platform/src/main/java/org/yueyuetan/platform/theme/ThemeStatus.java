package org.yueyuetan.platform.theme;

/** What became of a theme. It moves with its month, see {@link MonthStatus}. */
public enum ThemeStatus {
  CANDIDATE,
  CHOSEN,
  NOT_CHOSEN,
  /** Its needs went to another candidate. */
  MERGED,
  /** Given up while gathering; its needs are free again. */
  DROPPED
}
