package org.yueyuetan.platform.policy;

/** Who may read a document that was issued (公开方式). */
public enum Disclosure {
  /** 主动公开 */
  OPEN,
  /** 依申请公开 */
  ON_REQUEST,
  /** 不予公开 */
  CLOSED
}
