package org.yueyuetan.platform.fulfilment;

import org.yueyuetan.platform.lifecycle.LifeCycle;

/** What the other side says to a report. */
public enum ReportStatus {
  WAITING,
  /** 收到: in full. */
  CONFIRMED,
  /** 部分收到. */
  PARTLY,
  /** 没有收到. */
  REFUSED;

  static final LifeCycle<ReportStatus, Verdict> LIFE =
      LifeCycle.of(ReportStatus.class, Verdict.class)
          .move(WAITING, Verdict.FULL, CONFIRMED)
          .move(WAITING, Verdict.PART, PARTLY)
          .move(WAITING, Verdict.REFUSE, REFUSED);
}
