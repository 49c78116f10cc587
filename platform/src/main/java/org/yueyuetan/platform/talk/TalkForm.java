package org.yueyuetan.platform.talk;

/** How a talk is run; one talk may take several forms. */
public enum TalkForm {
  /** 座谈 */
  ROUNDTABLE,
  /** 观摩, with stops on the way. */
  VISIT,
  /** 对接 */
  MATCHMAKING,
  /** 签约 */
  SIGNING,
  /** 培训 */
  TRAINING,
  /** 案例分析 */
  CASE_ANALYSIS
}
