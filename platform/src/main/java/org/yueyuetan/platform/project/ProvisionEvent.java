package org.yueyuetan.platform.project;

/** What may happen to what an organization has to give. */
public enum ProvisionEvent {
  /** 登记: it is stated, and open from then on. */
  OFFER,
  /** 收回: it is given no longer. */
  CLOSE,
  /** 重新开放. */
  REOPEN
}
