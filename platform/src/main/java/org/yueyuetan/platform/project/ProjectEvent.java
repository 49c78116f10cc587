package org.yueyuetan.platform.project;

/** What may happen to a project. */
public enum ProjectEvent {
  /** 提交: the organization hands it in. */
  SUBMIT,
  /** 立项: the bureau establishes it and gives it a number. */
  ESTABLISH,
  /** 退回修改: something is missing; the organization mends it and hands it in again. */
  RETURN,
  /** 不予立项: the bureau declines it, with a reason. */
  DECLINE,
  /** 撤回: the organization takes it back. */
  WITHDRAW,
  /** 结项: it did what it set out to do. */
  COMPLETE,
  /** 终止: it ends before that, with a reason. */
  END;

  /** Whether it is for the organization to do; the others are for the bureau. */
  boolean byOrganization() {
    return this == SUBMIT || this == WITHDRAW;
  }
}
