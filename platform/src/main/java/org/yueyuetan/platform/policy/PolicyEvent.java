package org.yueyuetan.platform.policy;

/** What may happen to a document. */
public enum PolicyEvent {
  CREATE,
  /** 征求意见 */
  OPEN_COMMENTS,
  CLOSE_COMMENTS,
  /** 送签 */
  SUBMIT,
  /** 退回修改 */
  RETURN,
  /** 签发 */
  SIGN,
  /** 印发 */
  ISSUE,
  /** 废止 */
  REPEAL,
  /** 撤回 */
  WITHDRAW
}
