package org.yueyuetan.platform.agreement;

/** What may happen to an agreement. */
public enum AgreementEvent {
  /** 起草. */
  DRAFT,
  /** 修改: new words; whoever approved has to read again. */
  CHANGE,
  /** 送各方确认. */
  SUBMIT,
  /** 确认: one party approves the words. */
  APPROVE,
  /** 全部确认. */
  APPROVE_LAST,
  /** 退回修改, with a reason. */
  RETURN,
  /** 开始签署: numbered, the file is fixed. */
  START,
  /** 签署: one party signs. */
  SIGN,
  /** 全部签署. */
  SIGN_LAST,
  /** 拒绝签署, with a reason. */
  DECLINE,
  /** 撤回, with a reason. */
  WITHDRAW,
  /** 登记纸质协议: signed on paper, a scan is kept. */
  RECORD
}
