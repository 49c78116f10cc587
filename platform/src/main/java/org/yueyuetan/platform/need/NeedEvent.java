package org.yueyuetan.platform.need;

/** What may happen to a need. */
public enum NeedEvent {
  /** 提交: the organization hands it in. */
  SUBMIT,
  /** 受理: the bureau accepts it for the month's themes. */
  ACCEPT,
  /** 不予受理: the bureau declines it, with a reason. */
  DECLINE,
  /** 撤回: the organization takes it back. */
  WITHDRAW,
  /** 列入主题: the theme it belongs to is chosen for a month. */
  TAKE_UP,
  /** 退出主题: it goes back among the accepted ones, to be taken up another month. */
  RELEASE,
  /** 答复: the organization is told what came of it. */
  ANSWER;

  /** Whether it is for the organization to do; the others are for the bureau. */
  boolean byOrganization() {
    return this == SUBMIT || this == WITHDRAW;
  }
}
