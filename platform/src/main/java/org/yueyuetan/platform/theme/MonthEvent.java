package org.yueyuetan.platform.theme;

/** What may happen to a month of themes. */
public enum MonthEvent {
  /** 开放征求意见: organizations may approve until a date. */
  OPEN,
  /** 提前截止. */
  CLOSE,
  /** 延长或重新开放: a new date. */
  REOPEN,
  /** 退回归集: candidates are put in order again; approvals given so far stay. */
  GATHER_AGAIN,
  /** 定题. */
  CHOOSE
}
